"""A learner with a record: what the tests of a sitting play with, and every answer that could be given to a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations, product
from pathlib import Path

from safeclass.course.card import Card
from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.course.picking import OX, Attitude, Choice, Several, Think
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.scene import Scene
from safeclass.session.event import Event
from safeclass.session.judging import Answer, key_of, off
from safeclass.session.session import Phase, Session

SMALL_COURSE = Path(__file__).parents[1] / "course" / "small_course"


def _every_kind() -> Lesson:
    lesson, faults = Course(SMALL_COURSE).lesson("every-kind")
    assert lesson is not None
    assert not faults
    return lesson


LESSON = _every_kind()
"""The lesson with a card of each kind."""


class Learner:
    """One learner, whose events are kept and who may come back."""

    def __init__(self, lesson: Lesson, events: Iterable[Event] = ()) -> None:
        self.lesson = lesson
        self.events = list(events)
        self.session = Session(lesson, tuple(self.events), self.events.append)

    def come_back(self) -> None:
        """Leave, and take the lesson up again."""
        self.session = Session(self.lesson, tuple(self.events), self.events.append)

    def go_to(self, card: str) -> Session:
        """Go on until a card is reached."""
        while self.session.at != card:
            assert not self.session.is_over, f"there is no card '{card}'"
            self.session.go_on()
        return self.session


def answers(card: Card) -> Iterator[Answer]:
    """Every whole answer that could be given to a card; of a scene none, for its ways depend on the way so far."""
    match card:
        case Choice() | OX() | Attitude():
            yield from ((option.id,) for option in card.options)
        case Think():
            yield from ((line.id,) for line in card.lines)
        case Several():
            for picks in product((False, True), repeat=len(card.options)):
                if any(picks):
                    yield tuple(option.id for option, is_picked in zip(card.options, picks, strict=True) if is_picked)
        case Order():
            yield from permutations(step.id for step in card.items)
        case Match():
            yield from _placings([pair.id for pair in card.pairs], [pair.id for pair in card.pairs])
        case Sort():
            yield from _placings([item.id for item in card.items], [group.id for group in card.groups])
        case Fill():
            yield from _placings([word.fills for word in card.bank if word.fills], [word.id for word in card.bank])


def _placings(things: list[str], places: list[str]) -> Iterator[Answer]:
    for chosen in product(places, repeat=len(things)):
        yield tuple(f"{thing}={place}" for thing, place in zip(things, chosen, strict=True))


def right(card: Card) -> Answer:
    """The right answer to a question."""
    key = key_of(card)
    assert key is not None
    return key


def wrong(card: Card) -> Answer:
    """Some answer to a question that is not right."""
    return next(answer for answer in answers(card) if off(card, answer))


def play(learner: Learner, *, rightly: bool) -> None:
    """Take the whole lesson, answering every card with all tries it has; in the scene always the first way."""
    while not learner.session.is_over:
        session = learner.session
        if isinstance(session.card, Scene):
            while session.moment.ways:
                assert session.answer((session.moment.node.node, session.moment.ways[0].to))
        elif key_of(session.card) is not None:
            while session.phase in (Phase.ASKING, Phase.AGAIN):
                assert session.answer(right(session.card) if rightly else wrong(session.card))
            session.rate(3)
        elif given := next(answers(session.card), None):
            assert session.answer(given)
        session.go_on()
