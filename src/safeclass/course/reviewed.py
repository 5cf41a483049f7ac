"""The record of what was read side by side: the words of every text when its languages were last approved together.

Beside them stand the values that decide what is right, who is called and since when: which option is right, a telephone
number, the day of a law. A slip in one of them breaks no other rule.

It lies beside the course in ``reviewed/``, a JSON file for each of the course's files, with the words themselves, so that a
diff reads well and an old wording can be shown. A text is known by the ids around it, never by its place in the file.
Learners never need it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from safeclass.course.lesson_file import DECKS
from safeclass.course.placing import Order
from safeclass.course.shape import OneOf, Scalar, record_of
from safeclass.course.text import Id, Text, is_written, keys_of_texts

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

FOLDER = "reviewed"
LARGEST = 4 << 20
"""Bytes of the largest record that is read."""

Wordings = Mapping[str, str]
"""One text: its words by language, with single spaces. Or one value, under `VALUE`."""
VALUE = "="
"""What stands for the language of a value that has none."""
UNRECORDED = frozenset(["minutes", "facts", "lessons", "sources", "silence", "checked_on", "review_by", "confidence"])
"""Keys whose values are looked after otherwise, or change with every review."""
Record = Mapping[str, Wordings]
"""Every text of a file, by its name: ``may-post/options/ask-again/why``."""


def wordings(text: Text) -> dict[str, str]:
    """A text as it is recorded: how its lines are broken is of no matter."""
    return {language: " ".join(words.split()) if "\n" in words or "  " in words else words for language, words in text.items()}


def named_texts(thing: object, under: str = "") -> Iterator[tuple[str, Text]]:
    """Every text inside a thing of the model, by the ids and keys that lead to it from a name on, each name once."""
    seen: set[str] = set()
    for name, text in _walk(thing, under):
        while name in seen:
            name += "~"
        seen.add(name)
        yield name, text


def _walk(thing: Any, name: str) -> Iterator[tuple[str, Text]]:
    if isinstance(thing, Text):
        yield name, thing
    elif isinstance(thing, tuple):
        for number, part in enumerate(thing, 1):
            key = _key_of_id(part.__class__)
            yield from _walk(part, _joined(name, getattr(part, key) if key else str(number)))
    elif thing is not None:
        for key in keys_of_texts(thing.__class__):
            # A card may move from one deck to another.
            yield from _walk(getattr(thing, key), name if key in DECKS else _joined(name, key))


def texts_of(record: Record) -> Record:
    """The texts of a record, without its values."""
    return {name: words for name, words in record.items() if VALUE not in words}


def named_values(thing: Any, under: str = "") -> Iterator[tuple[str, str, object]]:
    """Every value inside a thing that decides something, by the ids and keys that lead to it, and whose value it is.

    Of a list whose things have no ids, and of steps in an order, the values of all stand together.
    """
    if isinstance(thing, tuple):
        for part in thing:
            if is_written(part) and (own := _key_of_id(part.__class__)) is not None:
                yield from named_values(part, _joined(under, getattr(part, own)))
    elif is_written(thing):
        for key in record_of(thing.__class__).keys:
            value = getattr(thing, key.attribute)
            name = under if key.attribute in DECKS else _joined(under, key.name)
            if key.name in UNRECORDED or key.attribute == _key_of_id(thing.__class__) or value is None:
                continue
            if isinstance(key.shape, Scalar | OneOf):
                yield name, _said(value), thing
            elif isinstance(value, tuple) and (together := _together(value, in_order=isinstance(thing, Order))):
                yield name, together, thing
            yield from named_values(value, name)


def _together(things: tuple[Any, ...], *, in_order: bool) -> str:
    """The values of things in a list, where they are values themselves or have no ids; else, of steps in an order, their ids."""
    if in_order:
        return " ".join(thing.id for thing in things if hasattr(thing, "id"))
    if all(isinstance(thing, str) for thing in things):
        return " ".join(things)
    if all(is_written(thing) and _key_of_id(thing.__class__) is None for thing in things):
        return ", ".join(" ".join(f"{name}={value}" for name, value, _thing in named_values(thing)) or "-" for thing in things)
    return ""


def _said(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _joined(name: str, part: str) -> str:
    return f"{name}/{part}" if name else part


@cache
def _key_of_id(model: Any) -> str | None:
    """The attribute that tells one thing in a list from another; None where only its place does."""
    if model is Text:
        return None
    first = record_of(model).keys[0]
    return first.attribute if first.required and first.shape == Scalar(Id) else None


def record_path(file: str) -> str:
    """Where the record of one of the course's files lies in the course's folder."""
    return f"{FOLDER}/{file.removesuffix('.yaml')}.json"


def as_json(record: Record) -> str:
    """A record as it is written: by the names of its texts, one wording a line."""
    return json.dumps(dict(sorted(record.items())), ensure_ascii=False, indent=1) + "\n"


class Records(Mapping[str, Record]):
    """The record of each file of a course, read when it is asked for; one that cannot be read is as if it were not there."""

    def __init__(self, place: Traversable) -> None:
        """The records in a folder, and in the one for lessons below it."""
        self._files: dict[str, Traversable] = {}
        self._read: dict[str, Record | None] = {}
        self._closed: list[str] = []
        for below, prefix in ((place, ""), (place / "lessons", "lessons/")):
            try:
                files = {file.name: file for file in below.iterdir() if file.name.endswith(".json")} if below.is_dir() else {}
            except OSError:
                files = {}
                self._closed.append(f"{FOLDER}/{prefix}")
            self._files |= {f"{prefix}{name.removesuffix('.json')}.yaml": files[name] for name in sorted(files)}

    def __getitem__(self, file: str) -> Record:
        record = self._find(file)
        if record is None:
            raise KeyError(file)
        return record

    def __iter__(self) -> Iterator[str]:
        return (file for file in self._files if self._find(file) is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def broken(self) -> list[str]:
        """The paths of records that cannot be read, for which all of them are read."""
        return self._closed + [record_path(file) for file in self._files if self._find(file) is None]

    def _find(self, file: str) -> Record | None:
        if file not in self._read:
            self._read[file] = _read(self._files[file]) if file in self._files else None
        return self._read[file]


def read_records(folder: Traversable) -> Records | None:
    """The record of each file of a course; None where there is none at all."""
    place = folder / FOLDER
    return Records(place) if place.is_dir() else None


def _read(file: Traversable) -> Record | None:
    try:
        with file.open("rb") as opened:
            data = opened.read(LARGEST + 1)
        found = json.loads(data) if len(data) <= LARGEST else None
    except (OSError, ValueError, RecursionError):
        return None
    is_record = isinstance(found, dict) and all(
        isinstance(texts, dict) and all(isinstance(words, str) for words in texts.values()) for texts in found.values()
    )
    return found if is_record else None
