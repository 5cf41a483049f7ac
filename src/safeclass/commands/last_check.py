"""What the last check found in each lesson file, so that a file is looked at again only where something changed.

What is found in one lesson hangs on its file, on its record of reviews, on the registries it cites and on the program: as
long as all of these hold the same bytes, the same would be found again. Faults are kept as msgids, and no answers of anybody.
Only the course that was checked last is remembered.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from safeclass.course.course import Course
from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.folder import COURSE_FILES, bytes_of
from safeclass.course.index import Index, as_json, mark, read_index
from safeclass.course.reviewed import record_path
from safeclass.language.cells import printable
from safeclass.paths import PACKAGE, read_whole, write_new, write_whole

if TYPE_CHECKING:
    from safeclass.course.rules.review import Noted, Review

ROOMS = ("course", "course/rules", "course/slips", "session", "language", "commands")
"""The rooms of the program that a check runs through."""
PROGRAM = "the program"
"""What the version of the program is kept under, among the registries."""
LARGEST = 32 << 20
"""Bytes of the largest memory that is read: some 100,000 lessons."""


Marks = list[bool | list[int] | None]
"""Whether reviews are kept, and what tells a lesson file, and its record, from others."""


class Found(NamedTuple):
    """What was found in one lesson file."""

    faults: list[Fault]
    cited: set[str]
    """The names that it cites."""
    noted: Noted
    """What a review takes in of it."""


class LastCheck:
    """What is remembered of the last check, and what this one adds to it."""

    def __init__(self, file: Path | None, course: Course, review: Review) -> None:
        """What a file remembers of a course; nothing where it cannot be read, or where what lessons are held against changed.

        Without a file nothing is remembered.
        """
        self._file = file
        self._course = course
        self._review = review
        self._seen: dict[str, Marks] = {}
        """What told each lesson file from others before it was looked at."""
        self._against = [mark(program()), *map(self._mark, COURSE_FILES)] if file else []
        before = _read(file) if file else {}
        self._lessons: dict[str, Any] = before["lessons"] if before.get("against") == self._against else {}

    def find(self, path: str) -> Found | None:
        """What was found in a lesson file; None where it is to be looked at."""
        if self._file is None:
            return None
        marks = self._seen[path] = [self._review.is_kept, self._mark(path), self._mark(record_path(path))]
        try:
            entry = self._lessons[path]
            if entry["of"] != marks:
                return None
            faults = [_taken(*told) for told in entry["faults"]]
            return Found(faults, {*map(_words, entry["cited"])}, self._review.as_recorded(path))
        except (LookupError, TypeError, ValueError, AttributeError):  # not written by us
            return None

    def keep(self, found: Mapping[str, Found]) -> None:
        """Remember what was found in lesson files that were looked for, but for those with texts that are not as reviewed.

        Where the memory cannot be written, the next check looks at them again.
        """
        if self._file is None or not found:
            return
        for path, what in found.items():
            self._lessons.pop(path, None)
            if what.noted == self._review.as_recorded(path):
                faults = [_told(fault) for fault in what.faults]
                self._lessons[path] = {"of": self._seen[path], "cited": sorted(what.cited), "faults": faults}
        lessons = {path: self._lessons[path] for path in self._course.files() if path in self._lessons}
        write_whole(self._file, json.dumps({"against": self._against, "lessons": lessons}, separators=(",", ":")))

    def _mark(self, name: str) -> list[int] | None:
        data = bytes_of(self._course.folder, name)
        return None if data is None else mark(data)


def known_registries(file: Path) -> Index | None:
    """The registries as they were read before by this version of the program; None where nothing is known of them."""
    index = read_index(file)
    return index if index.is_of(PROGRAM, mark(program())) else None


def keep_registries(file: Path, course: Course) -> None:
    """Keep the registries of a course in which nothing is wrong for the next check of a lesson, where that can be kept.

    Where all of them are known from there, nothing is written.
    """
    read = [(PROGRAM, mark(program()), None), *course.registries.read_so_far()]
    known = course.known.index
    if course.faults or (known and all(known.is_of(name, marked) for name, marked, _ in read)):
        return
    write_new(file, as_json(read))


@cache
def program() -> bytes:
    """What tells this version of the program, and of what it reads YAML with, from any other."""
    import yaml

    modules = [module for room in ROOMS for module in sorted((PACKAGE / room).glob("*.py"))]
    known = [(module.name, at.st_size, at.st_mtime_ns) for module in modules for at in (module.stat(),)]
    return repr((sys.version, yaml.__version__, known)).encode()


def _read(file: Path) -> dict[str, Any]:
    """What a file remembers; nothing where it is none of ours."""
    try:
        found = json.loads(read_whole(file, LARGEST) or b"{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) and isinstance(found.get("lessons"), dict) else {}


def _told(fault: Fault) -> list[Any]:
    return [*fault.place, fault.rule, fault.wrong, fault.mend, fault.names, fault.severity]


def _taken(path: Any, line: Any, column: Any, rule: Any, wrong: Any, mend: Any, names: Any, severity: Any) -> Fault:
    """A fault as it was kept. Raises an error where it is not one that could be told."""
    known = {_words(name): _words(words, is_shown=False) for name, words in names.items()}
    for words in (wrong, mend):
        _words(words).format(**known)
    return Fault(Place(_words(path), int(line), int(column)), _words(rule), wrong, mend, known, Severity(severity))


def _words(words: Any, *, is_shown: bool = True) -> str:
    """Words as they were kept. Raises ValueError where they are none, or would be shown as they are and must not."""
    if not isinstance(words, str) or (is_shown and printable(words) != words):
        raise ValueError
    return words
