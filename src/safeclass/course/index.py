"""What the first screen shows of a course, and what its lessons cite, in a form that is read at once.

For the course that is shipped it is made whenever the program is built or installed, and saves reading YAML before the first
page is painted; what lessons cite lies in a file of its own, which is read once something of it is asked for. An entry counts
only while its file still holds the same bytes, so that whoever edits a file sees what they wrote. What an index says is not
looked through for hostile signs: one that others can write needs that first.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from safeclass.course import shape as shapes
from safeclass.course.text import Text
from safeclass.paths import read_whole

if TYPE_CHECKING:
    from safeclass.course.course import Course

INDEX = Path(__file__).with_name("index.json")
"""Where it lies in the program; it may be missing."""
REGISTRIES = INDEX.with_name("registries.json")
"""Where what lessons cite lies, beside it."""
LARGEST = 8 << 20
"""Bytes of the largest index that is read: one of some 10,000 lessons."""

T = TypeVar("T")
Entries = Mapping[str, Mapping[str, Any]]
Mark = list[int]
"""What tells bytes from others: how many there are, and their CRC-32."""


class Index:
    """What was read of some files, by their names in the course."""

    def __init__(self, entries: Entries, beyond: Callable[[], Index] | None = None) -> None:
        """What is known; `beyond` tells what else is, once something is asked for that is not known here."""
        self._entries = entries
        self._tell_beyond = beyond

    @cached_property
    def _beyond(self) -> Index | None:
        return self._tell_beyond() if self._tell_beyond is not None else None

    def is_of(self, name: str, marked: Mark) -> bool:
        """Whether what is known of a name is known of the bytes with this mark."""
        entry = self._entries.get(name)
        is_here = isinstance(entry, Mapping) and entry.get("of") == marked
        return is_here or (self._beyond is not None and self._beyond.is_of(name, marked))

    def find(self, name: str, data: bytes, model: type[T]) -> T | None:
        """What a file holds, as one object of the model; None where it is not known of these very bytes."""
        try:
            entry = self._entries[name]
            if entry["of"] == mark(data):
                return cast(T, _taken(shapes.record_of(cast(Any, model)), entry["holds"]))
        except (KeyError, TypeError, ValueError, AttributeError, StopIteration):
            pass  # made by a version whose model was another one, or what is known is only what the first page shows
        return self._beyond.find(name, data, model) if self._beyond is not None else None


def read_index(path: Path = INDEX, *, is_sound: Callable[[str], bool] = lambda words: True, beyond: Path | None = None) -> Index:
    """The index in a file, and in one `beyond` it; an empty one where that is missing, not sound, or of another version."""
    import json

    try:
        words = (read_whole(path, LARGEST) or b"").decode()
        entries = json.loads(words) if words and is_sound(words) else {}
    except (ValueError, RecursionError):
        entries = {}
    more = partial(read_index, beyond, is_sound=is_sound) if beyond is not None else None
    return Index(entries if isinstance(entries, dict) else {}, more)


def write_index(course: Course, path: Path = INDEX, beyond: Path = REGISTRIES) -> None:
    """Write the index of a course, and what its lessons cite beside it; of one with a fault empty ones. Raises OSError."""
    first = list(course.read_first())
    cited = list(course.read_registries())
    for file, read in ((path, first), (beyond, cited)):
        file.write_text(as_json([] if course.faults else read), encoding="utf-8")


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
