"""Words in every language of a course, and the small types the rest of the course is written in."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, NewType

Id = NewType("Id", str)
"""A stable name inside a course: lower-case letters, digits and hyphens."""

EVERYTHING = Id("*")
"""What no name is, and stands for every name."""

LanguageCode = str
"""What a language is called in content: ``ko``, ``en``, later ``vi`` or ``zh``."""


class Text(Mapping[LanguageCode, str]):
    """One piece of wording, once per language of the course; frozen and NFC-normalised by the reader.

    It may hold citations (``{law-14-2-possess}``) and ``**bold**``; `safeclass.course.wording` resolves them.
    """

    __slots__ = ("_words",)

    def __init__(self, words: Mapping[LanguageCode, str]) -> None:
        self._words = dict(words)

    def __getitem__(self, language: LanguageCode) -> str:
        return self._words[language]

    def __iter__(self) -> Iterator[LanguageCode]:
        return iter(self._words)

    def __len__(self) -> int:
        return len(self._words)

    def keys(self) -> KeysView[LanguageCode]:
        """Its languages."""
        return self._words.keys()

    def values(self) -> ValuesView[str]:
        """Its words in each language."""
        return self._words.values()

    def items(self) -> ItemsView[LanguageCode, str]:
        """Its languages and the words in each."""
        return self._words.items()

    def __hash__(self) -> int:
        return hash(tuple(self._words.items()))

    def __repr__(self) -> str:
        return f"Text({self._words!r})"


def texts(thing: object) -> Iterator[Text]:
    """Every text inside a thing of the model, in the order it is written."""
    return (text for text, _, _ in texts_within(thing))


def texts_within(thing: object, key: str = "", holder: object = None) -> list[tuple[Text, str, object]]:
    """Every text inside a thing of the model in the order it is written, with the key it stands under and who holds it."""
    found: list[tuple[Text, str, object]] = []
    _gather(thing, key, holder, found)
    return found


def _gather(thing: Any, key: str, holder: object, found: list[tuple[Text, str, object]]) -> None:
    kind: Any = type(thing)
    if kind is Text:
        found.append((thing, key, holder))
    elif kind is tuple:
        for part in thing:
            _gather(part, key, holder, found)
    elif thing is not None:
        for name in keys_of_texts(kind):
            value = getattr(thing, name)
            if type(value) is Text:  # nearly always: not worth a call
                found.append((value, name, thing))
            elif value is not None:
                _gather(value, name, thing, found)


@cache
def keys_of_texts(model: Any) -> tuple[str, ...]:
    """The attributes of a class under which there can be texts; none for what is not written in content."""
    from safeclass.course.shape import Listed, OneOf, PerLanguage, Scalar, record_of

    if not _is_written(model):
        return ()
    shapes = ((key.attribute, key.shape) for key in record_of(model).keys)
    plain = Scalar | OneOf | PerLanguage
    return tuple(name for name, shape in shapes if not isinstance(shape.of if isinstance(shape, Listed) else shape, plain))


def is_written(thing: Any) -> bool:
    """Whether a thing is one of the model's that content is written in."""
    return _is_written(thing.__class__)


@cache
def _is_written(model: Any) -> bool:
    return is_dataclass(model) and all("help" in field.metadata for field in fields(model))
