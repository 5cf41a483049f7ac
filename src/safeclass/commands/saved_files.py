"""Files that somebody is working on: which of them were saved since the last look."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

Mark = tuple[int, int, int]
"""When a file was changed in nanoseconds, its size in bytes, and its number on the disk, which one put in its place has not."""


class SavedFiles:
    """A few files of a folder, looked at again and again."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        """The files as they are now; names are relative to the folder, and a file need not be there."""
        self._paths = {name: folder / name for name in names}
        self._marks = {name: _mark(path) for name, path in self._paths.items()}

    def changed(self) -> frozenset[str]:
        """The names of the files that were saved, deleted or put in the place of another since the last look."""
        marks = {name: _mark(path) for name, path in self._paths.items()}
        before, self._marks = self._marks, marks
        return frozenset(name for name, mark in marks.items() if mark != before[name])


def _mark(path: Path) -> Mark | None:
    """What tells one state of a file from another; None where it is not there or cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
