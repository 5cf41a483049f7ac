"""`safeclass check --accept`: record that the languages of texts were read side by side and say the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from safeclass.commands.opening import Refused
from safeclass.commands.saying import say_aside
from safeclass.course.fault import Fault, Severity
from safeclass.course.reviewed import FOLDER, as_json, record_path
from safeclass.course.rules.drift import RULES
from safeclass.course.rules.review import Review
from safeclass.language import _
from safeclass.language.cells import printable
from safeclass.paths import is_held, replace_file


def accept(review: Review, faults: Sequence[Fault], folder: Path, wanted: Collection[Path]) -> list[Fault]:
    """Record the texts of the files that are wanted, of all where none is named; returns the faults that are left.

    Says on the error stream what was recorded. Raises `Refused` where anything is an error, or cannot be written.
    """
    if not folder.is_dir():
        raise Refused(_("{file} cannot be written.").format(file=printable(str(folder))))
    errors = [fault for fault in faults if fault.severity is Severity.ERROR]
    if errors:
        raise Refused(_("Nothing was recorded, there is an error first: {place}").format(place=errors[0].place))
    records = review.records()
    chosen = {
        folder / record_path(file): as_json(record)
        for file, record in records.items()
        if not wanted or any(Path(file).is_relative_to(path) for path in wanted)
    }
    written = [path for path, text in chosen.items() if _write(path, text)]
    if not wanted:
        known = {folder / record_path(file) for file in records}
        written += [left for left in sorted(set((folder / FOLDER).rglob("*.json")) - known) if _delete(left)]
    for path in written:
        say_aside(_("Recorded: {path}").format(path=printable(str(path.relative_to(folder)))))
    if not written:
        say_aside(_("There was nothing new to record."))
    settled = {rule.id for rule in RULES}
    return [fault for fault in faults if fault.rule not in settled]


def _delete(path: Path) -> bool:
    """Delete a file, and say so. Raises `Refused` where it cannot be done."""
    try:
        path.unlink()
    except OSError:
        raise Refused(_("{file} cannot be written.").format(file=printable(str(path)))) from None
    return True


def _write(path: Path, text: str) -> bool:
    """Write a file whole or not at all; false where it already held this. Raises `Refused` where it cannot be written."""
    data = text.encode()
    if is_held(path, data):
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError:
        raise Refused(_("{file} cannot be written.").format(file=printable(str(path)))) from None
    return True
