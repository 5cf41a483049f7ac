"""On a card with as many places as it may have, each is given by the digit of its key."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from safeclass.course.card import Card
from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.course.placing import Fill, Match, Sort
from safeclass.course.rules.playable import MOST_PLACES
from safeclass.course.text import Id
from safeclass.course.wording import Wording
from safeclass.session.session import Session
from safeclass.tui.cards.placing import PlacingFace
from safeclass.tui.keys import name_of


def widened(card: Card) -> Card | None:
    """A card with as many places as it may have; None for a kind that has none."""
    if isinstance(card, Match):
        return replace(card, pairs=[replace(card.pairs[0], id=Id(f"pair-{number}")) for number in range(MOST_PLACES)])
    if isinstance(card, Sort):
        return replace(card, groups=[replace(card.groups[0], id=Id(f"group-{number}")) for number in range(MOST_PLACES)])
    if isinstance(card, Fill):
        more = [replace(card.bank[-1], id=Id(f"word-{number}")) for number in range(MOST_PLACES - len(card.bank))]
        return replace(card, bank=(*card.bank, *more))
    return None


def test_each_place_has_a_key(small_course: Course, every_kind: Lesson) -> None:
    cards = [card for card in map(widened, every_kind.cards) if card is not None]
    assert len(cards) == 3
    for card in cards:
        session = Session(replace(every_kind, opening=(), cards=(card,), closing=()), (), lambda _event: None)
        face = PlacingFace(session, Wording(small_course.registry, date(2026, 11, 22)))
        assert len(face.places) == MOST_PLACES
        for number, place in enumerate(face.places, 1):
            face.focus = 0
            assert face.press(name_of(str(number), str(number)))
            assert face.placed[face.order[0]] == place
