"""One lesson file: read, checked for whether each card can be played, and broken cards set aside."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import fields, replace

from safeclass.course.card import Card, SetAside, identity
from safeclass.course.fault import Fault, Place, Severity, TopKey
from safeclass.course.head import CARDS_BEGIN, LessonHead, read_head
from safeclass.course.lesson import Lesson
from safeclass.course.reading import Reading
from safeclass.course.registry import Registry
from safeclass.course.rules.playable import check_card, check_citations, check_lesson, cites_well
from safeclass.course.text import Id
from safeclass.language import N_

DECKS = ("opening", "cards", "closing")
"""The lists of cards of a lesson."""

Rules = Callable[[Lesson, Lesson, Callable[[object], Place]], Iterable[Fault]]
"""What else is to be looked at: takes the lesson as it is written, as it is played, and where each thing in it stands."""


def read_lesson(
    data: bytes, name: str, path: str, languages: Collection[str], registry: Registry, rules: Rules | None = None
) -> tuple[Lesson | None, list[Fault]]:
    """A lesson from the bytes of its file, and everything that is wrong with it.

    None where not even a title and one card are left, or where no parser can read all of it. A card with a fault is replaced
    by a `SetAside` in its place; what breaks one of the further `rules` sets none aside.
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
    if not reading.is_cut and not _is_head_first(data, lesson, reading):
        first, below = _below_the_cards(reading)
        tell(
            TopKey(below[0]) if below else lesson,
            "head-below-cards",
            N_("Above '{first}' stand title, aim, minutes and note; below it is: {keys}."),
            N_("Move it with its words up to the top, below `lesson`."),
            first=first,
            keys=", ".join(below) or "-",
        )
        return None, reading.faults
    is_opening_whole = all(left.under != "opening" for left in reading.left_out)
    check_lesson(lesson, registry, tell, is_opening_whole=is_opening_whole)
    cited_well = reading.is_straight and cites_well(reading.text, registry)
    if not cited_well:
        head = (lesson.title, lesson.aim, lesson.note, lesson.summary, lesson.can_do, lesson.teacher)
        check_citations(head, registry, tell)
    seen: set[Id] = set()
    opening, cards, closing = (
        _set_aside(deck, getattr(lesson, deck), reading, registry, seen, cited_well=cited_well) for deck in DECKS
    )
    played = replace(lesson, opening=opening, cards=cards, closing=closing)
    if rules is not None:
        reading.faults.extend(rules(lesson, played, reading.place))
    if reading.is_cut:
        return None, reading.faults  # what is left may lack a part that nobody can see is missing
    if all(isinstance(card, SetAside) for card in played.deck):
        tell(lesson, "no-cards", N_("There is no card that can be played."), N_("Write at least one."))
        return None, reading.faults
    return played, reading.faults


def _is_head_first(data: bytes, lesson: Lesson, reading: Reading) -> bool:
    """Whether the part of the file above the cards tells of the lesson what the whole file tells."""
    begin = CARDS_BEGIN.search(data)
    line = data.count(b"\n", 0, begin.start()) if begin else 0
    names = [part.name for part in fields(LessonHead)]
    if begin and reading.top.get(begin[1].decode()) == line and all(reading.top.get(name, -1) < line for name in names):
        return True  # what stands above a key at the top is read alone as it is read with the rest
    head = read_head(data, reading.path, reading.languages)
    return head is not None and all(getattr(head, name) == getattr(lesson, name) for name in names)


def _below_the_cards(reading: Reading) -> tuple[str, list[str]]:
    """The key at which the head of a lesson file ends, and the keys of the head that stand below it."""
    lines = {key: mark.line for key, mark in reading.keys.items()}
    first = min((key for key in lines if CARDS_BEGIN.match(f"{key}:".encode())), key=lines.__getitem__, default="cards")
    names = [part.name for part in fields(LessonHead)]
    return first, [name for name in names if lines.get(name, -1) > lines.get(first, len(lines))]


def _set_aside(
    deck: str, cards: tuple[Card, ...], reading: Reading, registry: Registry, seen: set[Id], *, cited_well: bool
) -> tuple[Card, ...]:
    kept: list[Card] = []
    told: list[Fault] = []

    def tell(thing: object, rule: str, wrong: str, mend: str, **names: str) -> None:
        told.append(Fault(reading.place(thing), rule, wrong, mend, names))

    for card in cards:
        told.clear()
        name = identity(card)
        if name in seen:
            tell(card, "duplicate-id", N_("Two cards are called '{name}'."), N_("Give each card its own id."), name=name)
        seen.add(name)
        check_card(card, registry, tell)
        if not cited_well:
            check_citations(card, registry, tell)
        reading.faults.extend(told)
        errors = [fault for fault in told if fault.severity is Severity.ERROR]
        kept.append(_notice(errors[0], reading.place(card)) if errors else card)
    left_out = [_notice(left.fault, left.place) for left in reading.left_out if left.under == deck]

    def where(card: Card) -> Place:
        return card.place if isinstance(card, SetAside) else reading.place(card)

    return tuple(sorted((*kept, *left_out), key=where) if left_out else kept)


def _notice(fault: Fault, place: Place) -> SetAside:
    return SetAside(id=Id(f"set-aside-{place.line}-{place.column}"), fault=fault, place=place)
