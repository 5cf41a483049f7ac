"""One learner taking one lesson: a card is told, a line is read, and the session decides what follows."""

from __future__ import annotations

from functools import partial

from safeclass.course.picking import OX, Attitude, Choice, Several, Think
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.scene import Scene
from safeclass.language import N_
from safeclass.plain.desk import Desk, Hint, same, say, tagged
from safeclass.plain.sources import tell_sources
from safeclass.plain.telling import Telling
from safeclass.plain.typed import Command, Typed
from safeclass.session.session import Phase, Session
from safeclass.session.sureness import SURENESS

CARD_LETTERS = (Hint("s", N_("Sources")), Hint("u", N_("Undo")), Hint("b", N_("Back")))
"""What can be typed at every card, said where something was not understood."""

SKIP, BACK = 0, 9
"""Numbers that are keys in the app and mean the same here, wherever they are no answer."""


def telling_for(desk: Desk, session: Session) -> Telling:
    """How the card that a session is at is told."""
    match session.card:
        case Choice() | Several() | OX() | Attitude() | Think():
            from safeclass.plain.picking import PickingTelling

            return PickingTelling(desk, session)
        case Order():
            from safeclass.plain.ordering import OrderTelling

            return OrderTelling(desk, session)
        case Match() | Sort() | Fill():
            from safeclass.plain.placing import PlacingTelling

            return PlacingTelling(desk, session)
        case Scene():
            from safeclass.plain.scene import SceneTelling

            return SceneTelling(desk, session)
        case _:
            from safeclass.plain.reading import ReadingTelling

            return ReadingTelling(desk, session)


def sureness_hints() -> list[Hint]:
    """What can be typed when one is asked how sure one was."""
    return [Hint(f"1-{len(SURENESS)}", N_("Choose")), Hint("Enter", N_("Skip"))]


class Sitting:
    """A lesson being taken in plain lines."""

    def __init__(self, desk: Desk, session: Session) -> None:
        self.desk = desk
        self.session = session

    def run(self) -> None:
        """Take cards until the lesson is over. Raises `Left` where the learner leaves."""
        while not self.session.is_over:
            self._take_card()

    def _take_card(self) -> None:
        telling, at = telling_for(self.desk, self.session), self.session.at
        self._tell(telling)
        while self.session.at == at and not self.session.is_over:
            self._do(telling, self.desk.ask(telling.hints, partial(self._tell, telling), CARD_LETTERS))

    def _tell(self, telling: Telling) -> None:
        """Where one is, what kind of card this is, and the card."""
        session = self.session
        self.desk.paper.gap()
        kind = tagged(telling.kind(), [say(N_("first thoughts"))] if session.is_opening else [])
        self.desk.label(same(f"{session.index + 1}/{session.total}"), kind)
        telling.tell()

    def _do(self, telling: Telling, typed: Typed) -> None:
        session = self.session
        match typed.command:
            case Command.GO_ON:
                self._go_on()
            case Command.UNDO:
                self._undo(telling)
            case Command.BACK:
                self._go_back(telling)
            case Command.SOURCES:
                tell_sources(self.desk, session.card)
                self._tell(telling)
            case _ if typed.is_number(SKIP):
                self._go_on()
            case _ if typed.is_number(BACK) and telling.most < BACK:
                self._go_back(telling)
            case _:
                self._answer(telling, typed)

    def _go_on(self) -> None:
        if self.session.phase in (Phase.READING, Phase.EXPLAINED):
            self.session.go_on()
        else:
            self.session.skip()

    def _answer(self, telling: Telling, typed: Typed) -> None:
        session, at = self.session, self.session.at
        before = len(session.state.given)
        if not telling.take(typed):
            self.desk.explain(telling.hints(), CARD_LETTERS)
        elif session.at == at and not session.is_over:
            if session.asks_how_sure and before == 0:
                self._ask_how_sure(telling)
            else:
                telling.follow()

    def _ask_how_sure(self, telling: Telling) -> None:
        """How sure the learner was, before anything is explained; an empty line leaves it out."""
        session, at = self.session, self.session.at
        self._tell_sureness()
        while session.at == at and session.state.given:
            typed = self.desk.ask(sureness_hints, self._tell_sureness, CARD_LETTERS)
            level = typed.number(len(SURENESS))
            if level is not None:
                session.rate(level)
            if level is not None or typed.command is Command.GO_ON or typed.is_number(SKIP):
                telling.follow()
                return
            if typed.command is Command.UNDO:
                self._undo(telling)
            elif typed.command is Command.BACK or typed.is_number(BACK):
                self._go_back(telling)
            elif typed.command is Command.SOURCES:
                tell_sources(self.desk, session.card)
                self._tell_sureness()
            else:
                self.desk.explain(sureness_hints(), CARD_LETTERS)

    def _tell_sureness(self) -> None:
        self.desk.paper.gap()
        self.desk.say(N_("How sure were you?"))
        for level, message in SURENESS.items():
            self.desk.write(say(message), f"{level}) ")

    def _undo(self, telling: Telling) -> None:
        """Take the last answer on this card back."""
        if not self.session.undo():
            self.desk.say(N_("There is nothing to take back on this card."))
        elif isinstance(self.session.card, Scene):
            telling.follow()
        else:
            self._tell(telling)

    def _go_back(self, telling: Telling) -> None:
        """Go a card back; in a scene first a step."""
        if isinstance(self.session.card, Scene) and self.session.state.given:
            self._undo(telling)
        elif not self.session.go_back():
            self.desk.say(N_("This is the first card."))
