"""Cards on which one picks from a list: choice, several, attitude, think."""

from __future__ import annotations

from typing import Any

from safeclass.course.picking import Attitude, Choice, Several, Think
from safeclass.course.text import Text
from safeclass.course.wording import Wording
from safeclass.language import N_, _
from safeclass.session.judging import picked_as
from safeclass.session.session import Phase, Session
from safeclass.tui.cards.face import Face
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.keys import stepped
from safeclass.tui.said import say


class PickingFace(Face):
    """A question with its options. Digits pick at once, or tick where several are to be picked."""

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__(session, wording)
        card: Any = session.card
        self.options: tuple[Any, ...] = card.lines if isinstance(card, Think) else card.options
        self.numbers = {option.id: str(number) for number, option in enumerate(self.options, 1)}
        given = session.state.given
        self.ticked: set[str] = set(given[-1].answer) if given else set()
        self.focus = self._index(given[-1].answer[0]) if given else 0

    def draw(self, flow: Flow) -> None:
        """The question, its options, and after an answer the reason in the room that the options give up."""
        card: Any = self.session.card
        flow.heading(self.said(card.ask))
        if isinstance(card, Several) and self.session.phase is Phase.ASKING:
            flow.write(say(N_("Choose all that fit.")), "muted")
        flow.blank()
        answered = bool(self.session.state.given)
        for index, option in enumerate(self.options):
            if self.is_explained and flow.layout.density >= 5 and index != self.focus and option.id not in self._picked:
                continue
            if index:
                flow.between()
            self._draw_option(flow, index, option)
        feedback = self.session.feedback
        if feedback is not None:
            due = [reason for reason in feedback.reasons if reason.id in self._to_explain()]
            self.draw_reasons(flow, feedback, due, self.numbers if len(due) > 1 else None)
        elif answered and isinstance(card, Attitude):
            reply: Text = self.options[self._index(self._picked[0])].reply
            flow.blank()
            flow.block("celadon", lambda: flow.paragraph(self.said(reply)))

    def _draw_option(self, flow: Flow, index: int, option: Any) -> None:
        tag, ink = None, "gardenia"
        if option.id in self.session.told_right:
            tag, ink = say(N_("fits")) if isinstance(self.session.card, Several) else say(N_("right answer")), "celadon"
        elif option.id in self._picked:
            tag = say(picked_as(self.session.card))
        elif option.id in self.ticked and self._is_ticking:
            tag = say(N_("picked"))
        flow.option(
            self.numbers[option.id],
            self.said(option.text),
            is_focused=index == self.focus,
            tag=tag,
            tag_ink=ink,
            field="celadon_soft" if tag is not None and self._is_ticking else None,
        )

    @property
    def _picked(self) -> tuple[str, ...]:
        given = self.session.state.given
        return given[-1].answer if given and not self._is_ticking else ()

    @property
    def _is_ticking(self) -> bool:
        return isinstance(self.session.card, Several) and self.session.phase in (Phase.ASKING, Phase.AGAIN)

    def _to_explain(self) -> set[str]:
        """The options whose reasons are shown: while it can be tried again those picked, then the one with the focus."""
        feedback = self.session.feedback
        if feedback is None:
            return set()
        if self.session.phase is Phase.AGAIN:
            return {reason.id for reason in feedback.reasons}
        focused = self.options[self.focus].id
        is_the_key = focused in self.session.told_right and isinstance(self.session.card, Choice)
        return {focused, *self._picked} if is_the_key else {focused}

    def press(self, key: str) -> bool:
        """Move with the arrows, pick with a digit or Enter; once explained, arrows and digits show other reasons."""
        key = key.removeprefix("pick ")
        if key in ("up", "down"):
            self.focus = stepped(self.focus, key, len(self.options))
            return True
        if key.isdecimal() and 0 < int(key) <= len(self.options):
            self.focus = int(key) - 1
            return self._pick() if self._is_open else True
        if key == "space" and self._is_ticking:
            return self._pick()
        if key == "enter" and self._is_open and not isinstance(self.session.card, Think):
            if not self._is_ticking:
                return self._pick()
            ticked = tuple(option.id for option in self.options if option.id in self.ticked)
            return self.session.answer(ticked) and self._show()
        return super().press(key)

    @property
    def _is_open(self) -> bool:
        return self.session.phase in (Phase.ASKING, Phase.AGAIN) or isinstance(self.session.card, Think | Attitude)

    def _pick(self) -> bool:
        option = self.options[self.focus].id
        if self._is_ticking:
            self.ticked ^= {option}
            return True
        if isinstance(self.session.card, Attitude) and self._picked == (option,):
            self.session.go_on()
            return True
        return self.session.answer((option,)) and self._show()

    def _show(self) -> bool:
        """Once everything is explained, begin with the reason that matters most."""
        feedback = self.session.feedback
        if self.session.phase is Phase.EXPLAINED and feedback is not None and not feedback.right:
            self.focus = next(index for index, option in enumerate(self.options) if option.id in self.session.told_right)
        return True

    def _index(self, option: str) -> int:
        return next((index for index, known in enumerate(self.options) if known.id == option), 0)

    def enter_does(self) -> str:
        """What Enter does while the card can still be answered."""
        return _("Check") if self._is_ticking else _("Choose")

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        hints = super().hints()
        last = len(self.options)
        if self._is_ticking:
            hints.append(Hint("space", f"1-{last} Space", _("pick")))
        elif isinstance(self.session.card, Attitude) and self._picked and self.options[self.focus].id != self._picked[0]:
            hints[0] = Hint("enter", "Enter", _("Choose"))
        elif self._is_open:
            hints.append(Hint("down", f"1-{last}", _("choose at once")))
        else:
            hints.append(Hint("down", _("Up Down"), _("other reasons")))
        return hints
