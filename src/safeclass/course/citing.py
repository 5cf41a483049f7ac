"""Who cites what: the cards and entries that a fact stands behind, so that one change of law shows what it touches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from safeclass.course.card import SetAside, identity
from safeclass.course.course import Course
from safeclass.course.lesson_file import DECKS
from safeclass.course.text import texts
from safeclass.course.wording import citations


def places_that_cite(course: Course) -> dict[str, list[str]]:
    """For each fact the places that cite it or stand on it, in the order of the course.

    A place is ``lesson/card``, for what is no card ``lesson/summary`` and the like, and ``facts.yaml/fact``,
    ``channels.yaml/channel`` or ``terms.yaml/sentence`` for the registries. What cites a fixed sentence cites what that cites.
    """
    registry = course.registry
    in_sentences = {name: set(_cited(sentence)) for name, sentence in registry.sentences.items()}
    found: dict[str, list[str]] = {name: [] for name in registry.facts}
    for place, thing in _things(course):
        cited = {*_cited(thing), *getattr(thing, "facts", ())}
        for name in cited.union(*(in_sentences[sentence] for sentence in cited & in_sentences.keys())) & found.keys():
            if place != f"facts.yaml/{name}":
                found[name].append(place)
    return found


def _things(course: Course) -> Iterator[tuple[str, object]]:
    """Everything that can cite, with its place."""
    registry = course.registry
    for lesson_id in course.ids:
        lesson, _faults = course.lesson(lesson_id)
        if lesson is None:
            continue
        for key in fields(lesson):
            if key.name not in DECKS:
                yield f"{lesson_id}/{key.name}", getattr(lesson, key.name)
        for card in lesson.deck:
            if not isinstance(card, SetAside):
                yield f"{lesson_id}/{identity(card)}", card
    for file, entries in registry.by_file.items():
        for name, entry in entries.items():
            yield f"{file}/{name}", entry


def _cited(thing: object) -> Iterator[str]:
    for text in texts(thing):
        for words in text.values():
            if "{" in words:
                yield from (citation.name for citation in citations(words))
