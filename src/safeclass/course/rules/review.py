"""What is held against a record of reviews: the texts and values of a course as they are now, and what differs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from safeclass.course.fault import Fault, Place
from safeclass.course.reviewed import VALUE, Record, Records, Wordings, named_texts, named_values, read_records, wordings
from safeclass.course.rules.drift import BROKEN_RECORD, Drift, Name

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Noted = tuple[dict[str, dict[str, Wordings]], dict[Name, Place]]
"""The texts of some files as they are now, and where those stand that differ from what was recorded."""


class Review:
    """The texts of one course beside what was recorded of them."""

    def __init__(self, recorded: Mapping[str, Record] | None) -> None:
        """What was recorded, by the course's files; with None nothing is looked at."""
        self._recorded = recorded
        self._now: dict[str, dict[str, Wordings]] = {}
        self._changed: dict[Name, Place] = {}

    def note(self, file: str, thing: object, place: Callable[[object], Place], name: str = "") -> None:
        """Take in every text and every value of a thing that stands in a file, under a name."""
        if self._recorded is None:
            return
        before, now = self._recorded.get(file, {}), self._now.setdefault(file, {})
        for its_name, text in named_texts(thing, name):
            now[its_name] = wordings(text)
            if before.get(its_name) != now[its_name]:
                self._changed[file, its_name] = place(text)
        for its_name, value, of in named_values(thing, name):
            now[its_name] = {VALUE: value}
            if before.get(its_name) != now[its_name]:
                self._changed[file, its_name] = place(of)

    @property
    def is_kept(self) -> bool:
        """Whether there is a record to look at, if only one that is begun."""
        return self._recorded is not None

    def noted(self, files: Collection[str]) -> Noted:
        """What was taken in of some files, for a review of the same course elsewhere."""
        now = {file: self._now[file] for file in files if file in self._now}
        return now, {name: at for name, at in self._changed.items() if name[0] in now}

    def as_recorded(self, file: str) -> Noted:
        """What would be taken in of a file whose texts are those that were recorded."""
        record = (self._recorded or {}).get(file)
        return ({} if record is None else {file: dict(record)}), {}

    def add(self, noted: Noted) -> None:
        """Take in what another review of the same course took in."""
        self._now |= noted[0]
        self._changed |= noted[1]

    def records(self) -> Mapping[str, Record]:
        """What is to be recorded of each file as it is now."""
        return self._now

    def broken(self) -> Iterator[Fault]:
        """Every record that cannot be read."""
        if isinstance(self._recorded, Records):
            yield from (BROKEN_RECORD.broken(Place(path)) for path in self._recorded.broken())

    def faults(self, *, is_whole: bool = True) -> Iterator[Fault]:
        """What differs from the record; with `is_whole` false not every file was looked at, and a text may have moved."""
        return Drift(self._recorded or {}, self._now, self._changed).faults(is_whole=is_whole)


def read_review(folder: Traversable, *, is_begun: bool = False) -> Review:
    """The review of the course in a folder: what its record says, and where it has none nothing unless one `is_begun` now."""
    recorded = read_records(folder)
    return Review({} if recorded is None and is_begun else recorded)
