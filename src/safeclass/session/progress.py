"""Events folded into what a learner has done in one lesson."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from safeclass.course.text import Id
from safeclass.session.event import Event, Happened
from safeclass.session.sureness import SURE


@dataclass(frozen=True, slots=True)
class Given:
    """One answer that was given."""

    answer: tuple[str, ...]
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class CardProgress:
    """What was done on one card."""

    given: tuple[Given, ...] = ()
    """The answers in order; in a scene, the choices on the way to where it stands."""
    sure: int | None = None
    skipped: bool = False

    @property
    def is_question(self) -> bool:
        """Whether it was answered with something that is right or wrong."""
        return bool(self.given) and self.given[0].right is not None

    @property
    def is_right_first(self) -> bool:
        """Whether the first try was right."""
        return bool(self.given) and self.given[0].right is True

    @property
    def is_surprise(self) -> bool:
        """Whether the learner was sure and the first try was not right: what is worth meeting again first."""
        return self.sure == SURE and bool(self.given) and self.given[0].right is False


@dataclass(frozen=True, slots=True)
class LessonProgress:
    """What was done in one lesson, in the sitting begun last."""

    cards: Mapping[Id, CardProgress] = field(default_factory=dict)
    at: Id | None = None
    """The card the learner is at; None before the first."""
    is_begun: bool = False
    """Whether a sitting was begun and not yet finished."""
    finished: int = 0
    """How many times the lesson was taken to its end."""

    @property
    def answered(self) -> int:
        """How many questions were answered."""
        return sum(card.is_question for card in self.cards.values())

    @property
    def right_first(self) -> int:
        """How many questions were right at the first try."""
        return sum(card.is_right_first for card in self.cards.values())

    def card(self, card: Id) -> CardProgress:
        """What was done on a card."""
        return self.cards.get(card, CardProgress())

    def after(self, event: Event) -> LessonProgress:
        """What is so once an event has happened. An event that does not fit changes nothing."""
        if event.happened is Happened.STARTED:
            return LessonProgress(is_begun=True, finished=self.finished)
        if event.happened is Happened.FINISHED:
            return replace(self, is_begun=False, finished=self.finished + 1)
        if event.card is None:
            return self
        # What is left of a lesson whose beginning was deleted meanwhile is under way all the same.
        is_begun = self.is_begun or not self.finished
        if event.happened is Happened.REACHED:
            return replace(self, at=event.card, is_begun=is_begun)
        before = self.card(event.card)
        match event.happened:
            case Happened.ANSWERED:
                now = replace(before, given=(*before.given, Given(event.answer, event.right)), skipped=False)
            case Happened.UNDONE:
                left = before.given[:-1]
                now = replace(before, given=left, sure=before.sure if left else None, skipped=False)
            case Happened.RATED:
                now = replace(before, sure=event.sure)
            case _:
                now = replace(before, skipped=True)
        return replace(self, cards={**self.cards, event.card: now}, is_begun=is_begun)


UNTOUCHED = LessonProgress()
"""What was done in a lesson that was never begun."""


def fold(events: Iterable[Event]) -> LessonProgress:
    """What one lesson's events add up to."""
    progress = UNTOUCHED
    for event in events:
        progress = progress.after(event)
    return progress
