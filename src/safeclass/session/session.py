"""One learner taking one lesson: the same engine for the app and for plain mode.

Everything that changes goes through an event that is recorded first, so that a sitting can be rebuilt from its events
at any moment, and nothing a learner did is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from enum import Enum, auto

from safeclass.course.card import Card, identity
from safeclass.course.lesson import Lesson
from safeclass.course.picking import OX, Attitude, Think
from safeclass.course.scene import Scene
from safeclass.course.text import Id
from safeclass.session.event import Event, Happened
from safeclass.session.feedback import Feedback, feedback_on
from safeclass.session.judging import Answer, is_possible, key_of, off
from safeclass.session.progress import CardProgress, Given, LessonProgress, fold
from safeclass.session.scene import Moment, moment_of
from safeclass.session.sureness import SURENESS

Record = Callable[[Event], None]
"""Keeps an event; called before anything is shown that follows from it."""

TRIES = 2
"""How often a question is tried before it is explained in full. An opening question and one with two answers: once."""


class Phase(Enum):
    """Where a card stands."""

    READING = auto()
    """There is nothing to answer; one goes on."""
    ASKING = auto()
    """No answer yet."""
    AGAIN = auto()
    """A first answer was off; its reason is shown, and it may be tried again."""
    EXPLAINED = auto()
    """It was answered, and everything is explained."""


class Session:
    """A sitting: where the learner is, what may be done now, and the doing of it."""

    def __init__(self, lesson: Lesson, events: Iterable[Event], record: Record) -> None:
        """Take up a lesson where its events left it; begin it where there are none, or where it was finished."""
        self.lesson = lesson
        self._record = record
        self._deck = {identity(card): card for card in lesson.deck}
        self._order = list(self._deck)
        self._opening = {identity(card) for card in lesson.opening}
        self.progress: LessonProgress = fold(events)
        """What was done so far."""
        self.is_over = False
        """Whether the end was reached in this sitting."""
        if not self.progress.is_begun:
            self._happen(Event(Happened.STARTED, lesson.lesson))
        if self.progress.at not in self._deck:
            self._reach(self._nearest())

    @property
    def at(self) -> Id:
        """The id of the card the learner is at."""
        at = self.progress.at
        assert at is not None, "a session always stands at a card"
        return at

    @property
    def card(self) -> Card:
        """The card the learner is at."""
        return self._deck[self.at]

    @property
    def index(self) -> int:
        """The card's place in the lesson, from 0."""
        return self._order.index(self.at)

    @property
    def total(self) -> int:
        """How many cards the lesson has."""
        return len(self._order)

    @property
    def state(self) -> CardProgress:
        """What was done on this card; answers that it no longer offers, since its author changed it, are left out."""
        kept = self.progress.card(self.at)
        return replace(kept, given=tuple(kept.given[place] for place in self._standing(kept.given)))

    def _standing(self, given: tuple[Given, ...]) -> tuple[int, ...]:
        """The places of the answers that the card as it is now can have been given."""
        card = self.card
        if isinstance(card, Scene):
            return moment_of(card, [choice.answer for choice in given]).stood
        return tuple(place for place, answer in enumerate(given) if is_possible(card, answer.answer))

    @property
    def is_opening(self) -> bool:
        """Whether this is one of the questions to begin with."""
        return self.at in self._opening

    @property
    def tries(self) -> int:
        """How often this card may be tried."""
        return 1 if self.is_opening or isinstance(self.card, OX) else TRIES

    @property
    def phase(self) -> Phase:
        """Where this card stands."""
        card, given = self.card, self.state.given
        if isinstance(card, Attitude):
            return Phase.EXPLAINED if given else Phase.ASKING
        if isinstance(card, Scene):
            return Phase.ASKING if self.moment.ways else Phase.EXPLAINED
        if key_of(card) is None:
            return Phase.READING
        if not given:
            return Phase.ASKING
        return Phase.EXPLAINED if given[-1].right or len(given) >= self.tries else Phase.AGAIN

    @property
    def asks_how_sure(self) -> bool:
        """Whether the learner may say how sure they were: from the first try of a law or myth question on."""
        return getattr(self.card, "about", None) is not None and len(self.state.given) > 0

    @property
    def moment(self) -> Moment:
        """Where the scene stands; only for a scene."""
        assert isinstance(self.card, Scene), "only a scene has moments"
        return moment_of(self.card, [given.answer for given in self.progress.card(self.at).given])

    @property
    def feedback(self) -> Feedback | None:
        """What follows from the last answer; None before there is one, and on cards without right and wrong."""
        given = self.state.given
        if not given or given[-1].right is None:
            return None
        return feedback_on(self.card, given[-1], may_try_again=self.phase is Phase.AGAIN)

    @property
    def shown(self) -> Answer:
        """The answer that is shown: the last one given, at the end the right one; empty before there is one."""
        if self._key and self.phase is Phase.EXPLAINED:
            return self._key
        given = self.state.given
        return given[-1].answer if given else ()

    @property
    def told_right(self) -> frozenset[str]:
        """What is told to be right, once everything is explained: the ids in the right answer."""
        return frozenset(self._key if self.phase is Phase.EXPLAINED else ())

    @property
    def _key(self) -> Answer:
        return key_of(self.card) or ()

    def answer(self, answer: Answer) -> bool:
        """Give an answer; false, and nothing happens, where it is not possible now."""
        if self.is_over:
            return False
        if isinstance(self.card, Scene):
            return self._choose(answer)
        if self.phase not in (Phase.ASKING, Phase.AGAIN) and not isinstance(self.card, Think | Attitude):
            return False
        if not is_possible(self.card, answer):
            return False
        right = None if key_of(self.card) is None else not off(self.card, answer)
        self._happen(Event(Happened.ANSWERED, self.lesson.lesson, self.at, answer, right))
        return True

    def rate(self, sure: int) -> None:
        """Say how sure one was: 1 a guess, 2 not quite, 3 sure."""
        if not self.is_over and self.asks_how_sure and sure in SURENESS:
            self._happen(Event(Happened.RATED, self.lesson.lesson, self.at, sure=sure))

    def skip(self) -> None:
        """Pass over the card, at no cost."""
        if not self.is_over and self.phase is not Phase.EXPLAINED:
            self._happen(Event(Happened.SKIPPED, self.lesson.lesson, self.at))
        self.go_on()

    def undo(self) -> bool:
        """Take back the last answer on this card that stands; false where there is none."""
        given = self.progress.card(self.at).given
        standing = self._standing(given)
        if self.is_over or not standing:
            return False
        for _ in range(len(given) - standing[-1]):
            self._happen(Event(Happened.UNDONE, self.lesson.lesson, self.at))
        return True

    def go_on(self) -> None:
        """Go to the next card, or reach the end after the last."""
        if self.is_over:
            return
        if self.index + 1 < self.total:
            self._reach(self._order[self.index + 1])
        else:
            self.is_over = True
            self._happen(Event(Happened.FINISHED, self.lesson.lesson))

    def go_back(self) -> bool:
        """Go to the card before; false at the first."""
        if self.is_over or self.index == 0:
            return False
        self._reach(self._order[self.index - 1])
        return True

    def go_to(self, card: str) -> bool:
        """Go to a card by its id, also after the end; false where the lesson has none of that name."""
        found = next((known for known in self._order if known == card), None)
        if found is None:
            return False
        self.is_over = False
        if found != self.at:
            self._reach(found)
        return True

    def _choose(self, answer: Answer) -> bool:
        moment = self.moment
        if len(answer) != 2 or answer[0] != moment.node.node or answer[1] not in {way.to for way in moment.ways}:
            return False
        self._happen(Event(Happened.ANSWERED, self.lesson.lesson, self.at, answer))
        return True

    def _nearest(self) -> Id:
        """Where to go on when the card one was at is not there: after the last card that something was done on."""
        touched = [place for place, card in enumerate(self._order) if card in self.progress.cards]
        return self._order[min(touched[-1] + 1, len(self._order) - 1) if touched else 0]

    def _reach(self, card: Id) -> None:
        self._happen(Event(Happened.REACHED, self.lesson.lesson, card))

    def _happen(self, event: Event) -> None:
        self._record(event)
        self.progress = self.progress.after(event)
