"""What the first screen shows of a course, in a form that is read at once.

For the course that is shipped it is made whenever the program is built or installed, and saves reading YAML before the first
page is painted. An entry counts only while its file still holds the same bytes, so that whoever edits a file sees what they
wrote. What an index says is not looked through for hostile signs: one that others can write needs that first.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from safeclass.course import shape as shapes
from safeclass.course.text import Text
from safeclass.paths import read_whole

if TYPE_CHECKING:
    from safeclass.course.course import Course

INDEX = Path(__file__).with_name("index.json")
"""Where it lies in the program; it may be missing."""
LARGEST = 8 << 20
"""Bytes of the largest index that is read: one of some 10,000 lessons."""

T = TypeVar("T")
Entries = Mapping[str, Mapping[str, Any]]
Mark = list[int]
"""What tells bytes from others: how many there are, and their CRC-32."""


class Index:
    """What was read of some files, by their names in the course."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries

    def is_of(self, name: str, marked: Mark) -> bool:
        """Whether what is known of a name is known of the bytes with this mark."""
        entry = self._entries.get(name)
        return isinstance(entry, Mapping) and entry.get("of") == marked

    def find(self, name: str, data: bytes, model: type[T]) -> T | None:
        """What a file holds, as one object of the model; None where it is not known of these very bytes."""
        try:
            entry = self._entries[name]
            return cast(T, _taken(shapes.record_of(cast(Any, model)), entry["holds"])) if entry["of"] == mark(data) else None
        except (KeyError, TypeError, ValueError, AttributeError, StopIteration):  # made by a version whose model was another one
            return None


def read_index(path: Path = INDEX, *, is_sound: Callable[[str], bool] = lambda words: True) -> Index:
    """The index in a file; an empty one where that is missing, is not sound, or was made by another version."""
    import json

    try:
        words = (read_whole(path, LARGEST) or b"").decode()
        entries = json.loads(words) if words and is_sound(words) else {}
        return Index(entries if isinstance(entries, dict) else {})
    except (ValueError, RecursionError):
        return Index({})


def write_index(course: Course, path: Path = INDEX) -> None:
    """Write the index of a course; of one with a fault an empty one. Raises OSError."""
    path.write_text(as_json([] if course.faults else course.read_first()), encoding="utf-8")


def as_json(read: Iterable[tuple[str, Mark, object]]) -> str:
    """An index as it is written: of each file its name in the course, the mark of its bytes, and what was read of it."""
    import json

    entries = {name: {"of": marked, "holds": _told(thing)} for name, marked, thing in read}
    return json.dumps(entries, ensure_ascii=False, separators=(",", ":"))


def mark(data: bytes) -> Mark:
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
    if isinstance(thing, date):
        return thing.isoformat()
    return {key.name: _told(getattr(thing, key.name)) for key in fields(thing)}


def _taken(shape: shapes.Shape, told: Any) -> Any:
    """The thing of the model that JSON holds. Raises an error where it is none."""
    match shape:
        case shapes.Words():
            return Text({key: _plain(str, words) for key, words in told.items()})
        case shapes.PerLanguage(of=of):
            return {key: _taken(of, value) for key, value in told.items()}
        case shapes.Listed(of=of):
            return tuple([_taken(of, part) for part in _plain(list, told)])
        case shapes.Record(type=model, keys=keys):
            return model(**{key.attribute: _taken_at(key, told[key.attribute]) for key in keys})
        case shapes.Kinds(records=records):
            return _taken(next(record for name, record in records.items() if name in told), told)
        case shapes.OneOf(enum=enum):
            return next(member for member in enum if member.value == told)
        case shapes.Scalar(type=kind):
            return date.fromisoformat(told) if kind is date else _plain(kind if kind in (int, bool) else str, told)
    raise TypeError


def _taken_at(key: shapes.Key, told: Any) -> Any:
    return None if told is None and not key.required else _taken(key.shape, told)


def _plain(kind: type[T], told: Any) -> T:
    """What JSON holds, where it is of a kind. Raises TypeError where it is not."""
    if type(told) is not kind:
        raise TypeError
    return told
