"""What an editor writes out when an author asks it for a thing of content: its keys, with places to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from safeclass.course import shape as shapes


def example_of(record: shapes.Record, languages: tuple[str, ...]) -> dict[str, object]:
    """The body of an editor's snippet: the keys that are due, and ``$1``, ``$2`` … where something is to be typed.

    What stands inside a list or another value is written in one line, as lessons do.
    """
    places = count(1)
    return {key.name: _value(key, languages, places) for key in record.keys if key.required}


def _value(key: shapes.Key, languages: tuple[str, ...], places: Iterator[int]) -> object:
    if isinstance(key.shape, shapes.Listed):
        of = key.shape.of
        return [_written(of, languages, places, is_first=number == 0) for number in range(key.some)]
    return _written(key.shape, languages, places)


def _written(shape: shapes.Shape, languages: tuple[str, ...], places: Iterator[int], *, is_first: bool = False) -> str:
    """A value in one line; of the things of a list the first is the right one, where one of them is to be."""
    match shape:
        case shapes.Words():
            return "{" + ", ".join(f'{language}: "${next(places)}"' for language in languages) + "}"
        case shapes.Listed(of=of):
            return f"[{_written(of, languages, places)}]"
        case shapes.OneOf(enum=enum):
            return f"${{{next(places)}|{','.join(enum)}|}}"
        case shapes.Record():
            due = (key for key in shape.keys if key.required or (is_first and key.shape == shapes.Scalar(bool)))
            return "{" + ", ".join(f"{key.name}: {_inside(key, languages, places)}" for key in due) + "}"
        case _:
            return f"${next(places)}"


def _inside(key: shapes.Key, languages: tuple[str, ...], places: Iterator[int]) -> str:
    return "true" if key.shape == shapes.Scalar(bool) else _written(key.shape, languages, places)
