"""The straight road from YAML nodes to the model, for files and things in which nothing is wrong.

Most things are written well, and reading one of these should cost little. Where anything is not as it should be, this road
ends (`OffRoad`), and `safeclass.course.reading` reads that thing with care and tells what is wrong with it. A file that
holds a tag, an anchor or an escape is read with care from the start, so that none of these is met here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from datetime import date
from functools import lru_cache
from typing import Any

from safeclass.course import shape as shapes
from safeclass.course.text import Id, Text
from safeclass.language.pattern import compile_later

Node = Any
"""A YAML node."""

Places = dict[int, tuple[object, Any]]
"""Each thing that was read by its address, with the mark where it began."""

Take = Callable[[Node, Places], Any]
"""Makes a thing of a node. Raises one of `OFF_ROAD`."""

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""How an id is written."""
DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
"""How a date is written."""

NULLS = frozenset(["null", "Null", "NULL", "~"])
"""What means to YAML that nothing stands there, where it stands without quotes."""

LONGEST = 20_000
"""The most signs of one text, some thirty pages."""

MARKED = {
    "\\": compile_later(r'\\[^"\\n]'),
    "&": compile_later(r"(?:^|[\s\[\]{},:?-])&\S"),
    "!": compile_later(r"(?:^|[\s\[\]{},:?-])!"),
}
"""By its first sign, what can stand for an escape that makes a sign, an anchor or a tag; more than these looks like it."""


class OffRoad(Exception):
    """Something here is to be read with care."""


OFF_ROAD = (OffRoad, AttributeError, LookupError, TypeError, ValueError)
"""What this road ends with: where another kind of node stands than is due, it has no such words, pairs or items."""


def is_straight(words: str) -> bool:
    """Whether a file's words hold nothing that has to be read with care from the start: no escape, anchor or tag."""
    return not any(sign in words and pattern.search(words) for sign, pattern in MARKED.items())


@lru_cache(maxsize=64)
def road_to(model: Any, languages: tuple[str, ...]) -> Take:
    """How to read one record of the model, in a course of these languages."""
    return _record(shapes.record_of(model), languages)


def _road(shape: shapes.Shape, languages: tuple[str, ...]) -> Take:
    match shape:
        case shapes.Words():
            return _words(frozenset(languages))
        case shapes.Scalar(type=kind):
            return SCALARS[kind]
        case shapes.OneOf(enum=enum):
            return _one_of({member.value: member for member in enum})
        case shapes.Listed(of=of):
            return _listed(_road(of, languages))
        case shapes.PerLanguage(of=of):
            return _per_language(_road(of, languages))
        case shapes.Record(type=model):
            return road_to(model, languages)
        case shapes.Kinds(records=records):
            return _kind({name: road_to(record.type, languages) for name, record in records.items()})


def _words(languages: Collection[str]) -> Take:
    def take(node: Node, places: Places) -> Text:
        words = {}
        for language, value in node.value:
            words[language.value] = said = value.value.strip()
            if not 0 < len(said) <= LONGEST or said in NULLS:
                raise OffRoad
        if words.keys() != languages or len(words) != len(node.value):
            raise OffRoad
        text = Text(words)
        places[id(text)] = (text, node.start_mark)
        return text

    return take


def _written(node: Node, places: Places) -> str:
    if not 0 < len(words := node.value.strip()) <= LONGEST or words in NULLS:
        raise OffRoad
    return str(words)


def _id(node: Node, places: Places) -> Id:
    if not ID.fullmatch(words := node.value.strip()):
        raise OffRoad
    return Id(words)


def _truth(node: Node, places: Places) -> bool:
    return TRUTHS[node.value.strip()]


def _number(node: Node, places: Places) -> int:
    if not ((words := node.value.strip()).isascii() and words.isdigit() and len(words) < 10):
        raise OffRoad
    return int(words)


def _day(node: Node, places: Places) -> date:
    if not DAY.fullmatch(words := node.value.strip()):
        raise OffRoad
    return date.fromisoformat(words)


TRUTHS = {"true": True, "false": False}
SCALARS: dict[Any, Take] = {Id: _id, str: _written, bool: _truth, int: _number, date: _day}


def _one_of(members: dict[str, Any]) -> Take:
    def take(node: Node, places: Places) -> Any:
        return members[node.value]

    return take


def _listed(of: Take) -> Take:
    def take(node: Node, places: Places) -> tuple[Any, ...]:
        if node.id != "sequence":
            raise OffRoad
        things = tuple([of(item, places) for item in node.value])
        if things:
            places[id(things)] = (things, node.start_mark)
        return things

    return take


def _per_language(of: Take) -> Take:
    def take(node: Node, places: Places) -> dict[str, Any]:
        if node.id != "mapping":
            raise OffRoad
        things = {}
        for key, value in node.value:
            if not ID.fullmatch(key.value):
                raise OffRoad
            things[key.value] = of(value, places)
        if len(things) != len(node.value):
            raise OffRoad
        return things

    return take


def _record(record: shapes.Record, languages: tuple[str, ...]) -> Take:
    model: Any = record.type
    known = {key.name: (key.attribute, _road(key.shape, languages)) for key in record.keys}
    required = frozenset(key.attribute for key in record.keys if key.required)

    def take(node: Node, places: Places) -> Any:
        found = {}
        for key, value in node.value:
            attribute, of = known[key.value]
            found[attribute] = of(value, places)
        if len(found) != len(node.value) or not required <= found.keys():
            raise OffRoad
        thing = model(**found)
        places[id(thing)] = (thing, node.start_mark)
        return thing

    return take


def _kind(roads: dict[str, Take]) -> Take:
    def take(node: Node, places: Places) -> Any:
        for key, _ in node.value:
            if key.value in roads:
                return roads[key.value](node, places)
        raise OffRoad

    return take
