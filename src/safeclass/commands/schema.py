"""`safeclass schema`: the JSON Schemas that complete and check content in an author's editor."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from safeclass.commands.opening import Refused, open_course_here, refuse
from safeclass.course.json_schema import schemas
from safeclass.language import _
from safeclass.language.cells import printable


def run(arguments: Namespace) -> int:
    """Write the schemas into the course's folder; with `--check` only look whether they are up to date."""
    try:
        course = open_course_here(arguments)
        folder = Path(str(course.folder))
        if not folder.is_dir():
            raise Refused(_("Nothing is written into a zip. Unpack it, and name its folder."))
    except Refused as refused:
        return refuse(refused)
    stale = {name: text for name, text in schemas(course.names_of_languages).items() if not is_written(folder / name, text)}
    if arguments.check:
        for name in stale:
            print(_("{file} is not up to date.").format(file=name))
        if not stale:
            print(_("All schemas are up to date."))
        return 1 if stale else 0
    for name, text in stale.items():
        try:
            write(folder / name, text)
        except OSError:
            return refuse(Refused(_("{file} cannot be written.").format(file=printable(str(folder / name)))))
        print(_("Written: {file}").format(file=name))
    if not stale:
        print(_("All schemas are up to date."))
    return 0


def is_written(file: Path, text: str) -> bool:
    """Whether a file holds just this text."""
    try:
        return file.is_file() and file.stat().st_size == len(text.encode()) and file.read_bytes() == text.encode()
    except OSError:
        return False


def write(file: Path, text: str) -> None:
    """Put a text in the place of a file; where that is a link, the link is replaced and not what it leads to. Raises OSError."""
    beside = file.with_name(f"{file.name}.new")
    beside.unlink(missing_ok=True)
    with beside.open("x", encoding="utf-8", newline="\n") as written:
        written.write(text)
    os.replace(beside, file)
