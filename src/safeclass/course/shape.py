"""From the dataclasses of the model to shapes that the reader walks and the JSON Schema is written from.

These dataclasses are the one declaration of what stands in a file: of a lesson in `lesson` and the rooms of its cards, of the
other files in `course_file`, `facts`, `channels` and `terms`. The reader, its faults and the ``*.schema.json`` are all made
from the annotations and field documentation there. A field's name is the key in the YAML; a trailing underscore (``in_``)
only keeps Python content. A field without a default must be written.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from inspect import get_annotations
from types import NoneType, UnionType
from typing import Any, NamedTuple, Self, Union, get_args, get_origin

from safeclass.course.text import Id, Text


class FixedWord(StrEnum):
    """One of a few words that content may say at one place: what is written, and what it stands for."""

    help: str
    """What an author's editor shows for it: a msgid."""

    def __new__(cls, word: str, help: str) -> Self:
        """A word and its help."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.help = help
        return member


class Words(NamedTuple):
    """Wording in every language of the course."""


class Scalar(NamedTuple):
    """One plain value: an `Id`, `str`, `bool`, `int` or `date`."""

    type: Any


class OneOf(NamedTuple):
    """One of a few fixed words."""

    enum: type[FixedWord]


class Listed(NamedTuple):
    """A list of things of one shape."""

    of: Shape


class PerLanguage(NamedTuple):
    """Something for each of some languages."""

    of: Shape


class Key(NamedTuple):
    """One key of a record."""

    name: str
    """As it is written in YAML."""
    attribute: str
    """As the dataclass calls it."""
    shape: Shape
    required: bool
    apart: bool
    help: str
    """What it is for: a msgid."""
    some: int
    """How many items of a list an example has."""


class Record(NamedTuple):
    """A mapping that becomes one dataclass."""

    type: type
    keys: tuple[Key, ...]
    named: Mapping[str, Key]
    """The keys by name."""

    @property
    def name(self) -> str:
        """What a thing of this shape is called in content: ``choice``, ``ox``, ``lesson`` …"""
        return self.type.__name__.lower()

    @property
    def is_named_by_its_first_key(self) -> bool:
        """Whether a thing of this shape begins with its kind and its id, as in ``choice: may-post``."""
        return self.keys[0].name == self.name

    @property
    def help(self) -> str:
        """What it is, in one sentence: a msgid."""
        return (self.type.__doc__ or "").split("\n")[0]


class Kinds(NamedTuple):
    """One of several records: each is told by the key that its class is named after, which stands first by custom."""

    records: Mapping[str, Record]


Shape = Words | Scalar | OneOf | Listed | PerLanguage | Record | Kinds


def begins_of(shape: Shape) -> tuple[str, ...]:
    """The key that a thing of this shape begins with by custom, or the keys where it is one of several kinds."""
    match shape:
        case Kinds(records=records):
            return tuple(records)
        case Record(keys=keys):
            return (keys[0].name,)
    return ()


@cache
def shape_of(annotation: Any) -> Shape:
    """The shape that a type annotation of the model stands for."""
    if annotation is Text:
        return Words()
    if annotation in (Id, str, bool, int, date):
        return Scalar(annotation)
    if isinstance(annotation, type) and issubclass(annotation, FixedWord):
        return OneOf(annotation)
    if is_dataclass(annotation) and isinstance(annotation, type):
        return record_of(annotation)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is tuple:
        return Listed(shape_of(arguments[0]))
    if origin is Mapping:
        return PerLanguage(shape_of(arguments[1]))
    if origin in (Union, UnionType):
        kinds = [argument for argument in arguments if argument is not NoneType]
        if len(kinds) == 1:
            return shape_of(kinds[0])
        named = {kind: kind.__name__.lower() for kind in kinds}
        return Kinds({name: record_of(kind) for kind, name in named.items() if fields(kind)[0].name == name})
    raise TypeError(f"no shape for {annotation!r}")


@cache
def record_of(model: Any) -> Record:
    """The shape of a dataclass of the model."""
    written = {name: (told, base.__module__) for base in reversed(model.__mro__) for name, told in get_annotations(base).items()}
    keys = tuple(_key(part, _written_shape(*written[part.name])) for part in fields(model))
    return Record(model, keys, {key.name: key for key in keys})


@cache
def _written_shape(annotation: str, module: str) -> Shape:
    """The shape of an annotation as a module writes it: few differ, and to understand one costs as much as a field."""
    return shape_of(eval(annotation, vars(sys.modules[module])))


def _key(part: Field[Any], shape: Shape) -> Key:
    required = part.default is MISSING and part.default_factory is MISSING
    told = part.metadata
    name = part.name.rstrip("_")
    return Key(name, part.name, shape, required, told["apart"], told["help"], told["some"])
