"""One lesson file: read, checked for whether each card can be played, and broken cards set aside."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from safeclass.course.fault import Fault, Severity
from safeclass.course.model import Card, Lesson, SetAside
from safeclass.course.reading import Reading
from safeclass.course.registry import Registry
from safeclass.course.rules.playable import check_card, check_lesson
from safeclass.course.text import Id
from safeclass.language import N_

DECKS = ("opening", "cards", "closing")
"""The lists of cards of a lesson."""


def read_lesson(
    data: bytes, name: str, path: str, languages: Collection[str], registry: Registry
) -> tuple[Lesson | None, list[Fault]]:
    """A lesson from the bytes of its file, and everything that is wrong with it.

    None where not even a title and one card are left. A card with a fault is replaced by a `SetAside` in its place.
    """
    reading = Reading(path, languages)
    lesson = reading.read(data, Lesson)
    if lesson is None:
        return None, reading.faults

    def tell(thing: object, rule: str, wrong: str, mend: str, **names: str) -> None:
        reading.fault(reading.place(thing), rule, wrong, mend, **names)

    if lesson.lesson != name:
        tell(
            lesson,
            "lesson-id",
            N_("The lesson is called '{name}', its file is not."),
            N_("Give both the same name."),
            name=lesson.lesson,
        )
    check_lesson(lesson, registry, tell)
    opening, cards, closing = (_set_aside(deck, getattr(lesson, deck), reading, registry) for deck in DECKS)
    played = replace(lesson, opening=opening, cards=cards, closing=closing)
    if all(isinstance(card, SetAside) for card in played.deck):
        tell(lesson, "no-cards", N_("There is no card that can be played."), N_("Write at least one."))
        return None, reading.faults
    return played, reading.faults


def _set_aside(deck: str, cards: tuple[Card, ...], reading: Reading, registry: Registry) -> tuple[Card, ...]:
    kept: list[Card] = []
    told: list[Fault] = []

    def tell(thing: object, rule: str, wrong: str, mend: str, **names: str) -> None:
        told.append(Fault(reading.place(thing), rule, wrong, mend, names))

    for card in cards:
        told.clear()
        check_card(card, registry, tell)
        reading.faults.extend(told)
        errors = [fault for fault in told if fault.severity is Severity.ERROR]
        kept.append(_notice(errors[0]) if errors else card)
    for of, index, fault in reading.left_out:
        if of == deck:
            kept.insert(index, _notice(fault))
    return tuple(kept)


def _notice(fault: Fault) -> SetAside:
    return SetAside(id=Id(f"set-aside-{fault.place.line}-{fault.place.column}"), fault=fault)
