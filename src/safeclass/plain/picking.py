"""Cards on which one picks from a list: choice, several, O/X, attitude, think."""

from __future__ import annotations

from typing import Any

from safeclass.course.picking import OX, VERDICTS, Attitude, Several, Think
from safeclass.language import N_
from safeclass.plain.desk import Desk, Hint, Said, say, tagged
from safeclass.plain.telling import NUMBERS, Telling
from safeclass.plain.typed import Typed
from safeclass.session.judging import picked_as
from safeclass.session.session import Phase, Session


class PickingTelling(Telling):
    """Numbered options; one number picks, several where several are to be picked."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk, session)
        card: Any = session.card
        self.card: Any = card
        self.options: tuple[Any, ...] = card.lines if isinstance(card, Think) else card.options
        if isinstance(card, OX):
            self.options = tuple(sorted(card.options, key=lambda option: list(VERDICTS).index(option.id)))

    def tell(self) -> None:
        """The question and its options, and what follows from an answer that was given."""
        self.desk.tell(self.card.say if isinstance(self.card, OX) else self.card.ask)
        if isinstance(self.card, Several) and self.is_open:
            self.desk.say(N_("Choose all that fit."))
        if self.session.phase is not Phase.AGAIN:
            self._tell_options()
        if self.session.state.given:
            self.follow()

    def _tell_options(self) -> None:
        for option in self.options:
            self.desk.write(tagged(self._words(option), self._tags(option)), f"{self._number(option.id)}) ")

    def _words(self, option: Any) -> Said:
        if isinstance(self.card, OX):
            return lambda language: f"{option.id.upper()}  {say(VERDICTS[option.id])(language)}"
        return self.desk.of(option.text)

    def _number(self, option: str) -> int:
        return next(number for number, known in enumerate(self.options, 1) if known.id == option)

    def _tags(self, option: Any) -> list[Said]:
        """What is to be known of an option: whether it was picked, and once everything is explained whether it is right."""
        tags: list[Said] = []
        if option.id in self._picked:
            tags.append(say(picked_as(self.card)))
        if option.id in self.session.told_right:
            tags.append(say(N_("fits") if isinstance(self.card, Several) else N_("right answer")))
        return tags

    @property
    def _picked(self) -> tuple[str, ...]:
        given = self.session.state.given
        return given[-1].answer if given else ()

    def follow(self) -> None:
        """The reply, or the reasons due; where it can be tried again, the options once more."""
        feedback = self.session.feedback
        if feedback is None:
            self._tell_reply()
            return
        is_again = self.session.phase is Phase.AGAIN
        self.tell_heading(is_again)
        for reason in feedback.reasons:
            option = next(option for option in self.options if option.id == reason.id)
            self.tell_reason(reason, tagged(self._words(option), self._tags(option)), f"{self._number(option.id)}) ")
        if is_again:
            if not feedback.reasons:
                self.desk.say(N_("What you picked fits. There is more to pick."))
            self.desk.paper.gap()
            self._tell_options()

    def _tell_reply(self) -> None:
        picked = next((option for option in self.options if option.id in self._picked), None)
        if isinstance(self.card, Attitude) and picked is not None:
            self.desk.tell(picked.reply)
        elif picked is not None:
            self.desk.label(say(N_("The words you chose")))
            self.desk.tell(picked.text)

    def take(self, typed: Typed) -> bool:
        """Pick by number, O and X also by letter; the same again, or anything once all is explained, goes on."""
        is_free = isinstance(self.card, Think | Attitude)
        if not self.is_open and not is_free:
            return super().take(typed)
        if typed.word:
            return isinstance(self.card, OX) and self.session.answer((typed.word,))
        numbers = typed.numbers(self.most)
        if not numbers or not all(0 < number <= self.most for number in numbers):
            return False
        picked = tuple(option.id for number, option in enumerate(self.options, 1) if number in numbers)
        if is_free and self._picked == picked:
            return super().take(typed)
        return self.session.answer(picked)

    @property
    def most(self) -> int:
        """How many options there are."""
        return len(self.options)

    def answer_hint(self) -> Hint:
        """How an answer is typed."""
        return Hint(NUMBERS, N_("pick")) if isinstance(self.card, Several) else Hint(f"1-{self.most}", N_("Choose"))

    def hints(self) -> list[Hint]:
        """What can be typed now; words to say, and an answer about oneself, can be picked at any time."""
        hints = super().hints()
        return [self.answer_hint(), *hints] if isinstance(self.card, Think | Attitude) and not self.is_open else hints
