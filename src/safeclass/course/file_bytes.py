"""The bytes of a course's files, before anything is known of what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

LARGEST = 1 << 20
"""The largest file that is read, in bytes."""


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
