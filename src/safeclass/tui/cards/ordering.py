"""Putting things in order: an item is lifted, moved past the others and put down."""

from __future__ import annotations

from safeclass.course.placing import Order
from safeclass.course.text import Id
from safeclass.course.wording import Wording
from safeclass.language import N_, _
from safeclass.session.judging import shuffled
from safeclass.session.session import Phase, Session
from safeclass.tui.cards.face import Face
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.keys import stepped
from safeclass.tui.said import say


class OrderingFace(Face):
    """Space lifts and puts down, arrows move, a digit moves the item to that place, Enter checks."""

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__(session, wording)
        self.items: list[str] = list(session.shown) or [step.id for step in shuffled(session.at, self.card.items)]
        self.focus = 0
        self.is_lifted = False

    @property
    def card(self) -> Order:
        """The card."""
        assert isinstance(self.session.card, Order), "an ordering face has an order card"
        return self.session.card

    def draw(self, flow: Flow) -> None:
        """The items in the order they stand in now, each at a numbered place."""
        flow.heading(self.said(self.card.ask))
        flow.blank()
        steps = {step.id: step for step in self.card.items}
        feedback, is_again = self.session.feedback, self.session.phase is Phase.AGAIN
        for index, item in enumerate(self.items):
            if index:
                flow.between()
            is_here = index == self.focus
            tag, ink = None, "gardenia"
            if is_here and self.is_lifted:
                tag, ink = say(N_("lifted")), "text"
            elif feedback is not None and is_again and item == feedback.answer[index]:
                tag, ink = (say(N_("look again")), "gardenia") if item in feedback.off else (say(N_("fits here")), "celadon")
            elif index in (0, len(self.items) - 1):
                tag, ink = say(N_("first")) if index == 0 else say(N_("last")), "muted"
            flow.option(
                str(index + 1),
                self.said(steps[Id(item)].text),
                is_focused=is_here,
                tag=tag,
                tag_ink=ink,
                field="celadon_soft" if is_here and self.is_lifted else None,
            )
        if feedback is not None:
            reasons = feedback.reasons
            if self.is_explained:
                reasons = tuple(reason for reason in reasons if reason.id == self.items[self.focus])
            # While it is tried again, the focus walks away from the item that the reason is about.
            places = {item: str(place) for place, item in enumerate(self.items, 1)} if is_again else None
            self.draw_reasons(flow, feedback, reasons, places)

    def press(self, key: str) -> bool:
        """Move the focus, or the item that is lifted."""
        if self.is_explained:
            return self._look(key) or super().press(key)
        by_mouse, place = key.startswith("pick "), key.removeprefix("pick ")
        if key == "enter":
            if not self.session.answer(tuple(self.items)):
                return False
            self.is_lifted = False
            if self.is_explained:
                self._settle()
            return True
        if key == "space":
            self.is_lifted = not self.is_lifted
            return True
        if key in ("up", "down"):
            to = self.focus + (1 if key == "down" else -1)
            if 0 <= to < len(self.items):
                self._go(to, carry=self.is_lifted)
            return True
        if place.isdecimal() and 0 < int(place) <= len(self.items):
            carry = self.is_lifted or not by_mouse
            self._go(int(place) - 1, carry=carry)
            self.is_lifted = by_mouse and not carry
            return True
        return super().press(key)

    def _look(self, key: str) -> bool:
        place = key.removeprefix("pick ")
        if key in ("up", "down"):
            self.focus = stepped(self.focus, key, len(self.items))
        elif place.isdecimal() and 0 < int(place) <= len(self.items):
            self.focus = int(place) - 1
        else:
            return False
        return True

    def _go(self, to: int, *, carry: bool) -> None:
        if carry:
            self.items.insert(to, self.items.pop(self.focus))
        self.focus = to

    def _settle(self) -> None:
        """Show the right order, and the first reason."""
        self.items = list(self.session.shown)
        self.focus = 0

    def enter_does(self) -> str:
        """What Enter does while the card can still be answered."""
        return _("Check")

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        hints = super().hints()
        if self.is_explained:
            return [*hints, Hint("down", _("Up Down"), _("other reasons"))]
        return [
            *hints,
            Hint("space", "Space", _("put down") if self.is_lifted else _("lift")),
            Hint("down", _("Up Down"), _("move")),
            Hint("1", f"1-{len(self.items)}", _("to that place")),
        ]
