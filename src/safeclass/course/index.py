"""What the first screen shows of the shipped course, in a form that is read at once.

It is made whenever the program is built or installed, and saves reading YAML before the first page is painted. An entry
counts only while its file still holds the same bytes, so that whoever edits a file sees what they wrote. It belongs to
the program: another course has none, since what it says is not looked through for hostile signs.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from safeclass.course import shape as shapes
from safeclass.course.text import Text

if TYPE_CHECKING:
    from safeclass.course.course import Course

INDEX = Path(__file__).with_name("index.json")
"""Where it lies in the program; it may be missing."""

T = TypeVar("T")
Entries = Mapping[str, Mapping[str, Any]]


class Index:
    """What was read of some files, by their names in the course."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries

    def find(self, name: str, data: bytes, model: type[T]) -> T | None:
        """What a file holds, as one object of the model; None where it is not known of these very bytes."""
        try:
            entry = self._entries[name]
            return cast(T, _taken(shapes.record_of(cast(Any, model)), entry["holds"])) if entry["of"] == mark(data) else None
        except (KeyError, TypeError, AttributeError):  # made by a version whose model was another one
            return None


def read_index(path: Path = INDEX) -> Index:
    """The index in a file; an empty one where that is missing or was made by another version."""
    import json

    try:
        entries = json.loads(path.read_bytes())
        return Index(entries if isinstance(entries, dict) else {})
    except (OSError, ValueError):
        return Index({})


def write_index(course: Course, path: Path = INDEX) -> None:
    """Write the index of a course; of one with a fault an empty one. Raises OSError."""
    import json

    entries = {
        name: {"of": mark(course.folder.joinpath(*name.split("/")).read_bytes()), "holds": _told(thing)}
        for name, thing in ([] if course.faults else course.read_first())
    }
    path.write_text(json.dumps(entries, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def mark(data: bytes) -> list[int]:
    """What tells bytes from others: how many there are, and their CRC-32."""
    return [len(data), zlib.crc32(data)]


def _told(thing: Any) -> Any:
    """A thing of the model as JSON holds it."""
    if isinstance(thing, Text | Mapping):
        return {key: _told(value) for key, value in thing.items()}
    if isinstance(thing, tuple):
        return [_told(part) for part in thing]
    if thing is None or isinstance(thing, str | int):
        return thing
    return {key.name: _told(getattr(thing, key.name)) for key in fields(thing)}


def _taken(shape: shapes.Shape, told: Any) -> Any:
    """The thing of the model that JSON holds."""
    if told is None:
        return None
    match shape:
        case shapes.Words():
            return Text(told)
        case shapes.Listed(of=of):
            return tuple(_taken(of, part) for part in told)
        case shapes.Record(type=model, keys=keys):
            return model(**{key.attribute: _taken(key.shape, told[key.attribute]) for key in keys})
    return told
