"""The folder of a course, or a zip in its place: the bytes of its files, and what was known of them from before."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from safeclass.course.fault import Fault, Place
from safeclass.course.index import Mark, mark
from safeclass.language import N_

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from safeclass.course.index import Index
    from safeclass.course.reading import Reading

T = TypeVar("T")

LARGEST = 1 << 20
"""The largest file that is read, in bytes."""

COURSE_FILES = ("course.yaml", "facts.yaml", "sources.yaml", "channels.yaml", "terms.yaml")
"""The files that a course has beside its lessons."""


def found_at(path: Path) -> Traversable:
    """Where a course lies: the folder at a path, or what a zip there holds. Raises `NoCourse` for a zip that is no good."""
    if not os.path.isfile(path):
        return path
    from safeclass.course.zipped import open_zip

    return open_zip(path)


def bytes_of(folder: Traversable, name: str) -> bytes | None:
    """The bytes of a file, at most one more than is ever read; None where it is no file or cannot be opened."""
    file = folder.joinpath(*name.split("/"))
    try:
        if not file.is_file():
            return None
        with file.open("rb") as opened:
            return bytes(opened.read(LARGEST + 1))
    except (OSError, KeyError, ValueError):
        return None


def names_in(folder: Traversable, name: str) -> list[str]:
    """The names in a folder of the course, in order; none where there is no such folder, or it cannot be listed."""
    try:
        return sorted(file.name for file in folder.joinpath(name).iterdir())
    except OSError:
        return []


def unreadable(path: str) -> Fault:
    """That a file is not there, or cannot be opened."""
    return Fault(Place(path), "unreadable", N_("The file cannot be opened."), N_("Look whether it is there and may be read."))


class KnownFiles:
    """The files of a folder that are read once and then known: by an index from before, or as they were read."""

    def __init__(self, folder: Traversable, index: Index | None) -> None:
        self._folder = folder
        self.index = index
        """What is known of the files from before, where anything is."""
        self.marks: dict[str, Mark] = {}
        """What told each file that was read from others."""
        self.faults: list[Fault] = []
        """What was found wrong so far, in everything that was read."""

    def bytes_of(self, name: str) -> bytes | None:
        """The bytes of a file, marked so that it is known what was read; None where it is no file or cannot be opened."""
        data = bytes_of(self._folder, name)
        if data is not None:
            self.marks.setdefault(name, mark(data))  # the first: whatever was read since is newer, and looked at again
        return data

    def find(self, name: str, model: type[T], data: bytes | None = None) -> T | None:
        """What the index tells of a file; None where that has to be read."""
        if self.index is None:
            return None
        data = self.bytes_of(name) if data is None else data
        return self.index.find(name, data, model) if data is not None else None

    def read(self, name: str, model: type[T], languages: Collection[str] = ()) -> tuple[T | None, Reading]:
        """A file as one object of the model, None where it cannot stand; and its reading, which knows where its things do."""
        from safeclass.course.reading import Reading

        reading = Reading(name, languages)
        data = self.bytes_of(name)
        found = None
        if data is None:
            reading.faults.append(unreadable(name))
        else:
            found = reading.read(data, model)
        self.faults.extend(reading.faults)
        return found, reading
