"""Words in every language of a course, and the small types the rest of the course is written in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import NewType

Id = NewType("Id", str)
"""A stable name inside a course: lower-case letters, digits and hyphens."""

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

    def __hash__(self) -> int:
        return hash(tuple(self._words.items()))

    def __repr__(self) -> str:
        return f"Text({self._words!r})"


def texts(thing: object) -> Iterator[Text]:
    """Every text inside a thing of the model, in the order it is written."""
    if isinstance(thing, Text):
        yield thing
    elif isinstance(thing, tuple):
        for part in thing:
            yield from texts(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from texts(getattr(thing, field.name))
