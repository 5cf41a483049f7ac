"""How one card is told and answered: what every kind of card shares."""

from __future__ import annotations

from safeclass.course.card import called
from safeclass.language import N_
from safeclass.plain.desk import Desk, Hint, Said, say
from safeclass.plain.typed import Typed
from safeclass.session.feedback import Reason
from safeclass.session.session import Phase, Session

NUMBERS = "1 2 .."
"""How several numbers on one line are hinted at."""


class Telling:
    """A card in plain lines. What is right is decided by the session."""

    def __init__(self, desk: Desk, session: Session) -> None:
        self.desk = desk
        self.session = session

    def kind(self) -> Said:
        """One word for what kind of card this is."""
        return say(called(self.session.card))

    def tell(self) -> None:
        """Tell the card as it stands: the question, and what follows from an answer that was given."""
        raise NotImplementedError

    def follow(self) -> None:
        """Tell what follows from the last answer."""

    def take(self, typed: Typed) -> bool:
        """Take what was typed as an answer; false where it is none. A card that asks nothing goes on."""
        self.session.go_on()
        return True

    def hints(self) -> list[Hint]:
        """What can be typed now."""
        if self.is_open:
            return [self.answer_hint(), Hint("Enter", N_("Skip"))]
        return [Hint("Enter", N_("Next"))]

    def answer_hint(self) -> Hint:
        """How an answer is typed."""
        return Hint("1", N_("Choose"))

    @property
    def is_open(self) -> bool:
        """Whether an answer is still asked for."""
        return self.session.phase in (Phase.ASKING, Phase.AGAIN)

    @property
    def most(self) -> int:
        """The highest number that answers; with 9 or more, ``9`` is an answer and goes no card back."""
        return 0

    def tell_heading(self, is_again: bool) -> None:
        """What the reasons below are: a second look, or the explanation."""
        self.desk.paper.gap()
        self.desk.label(say(N_("Another look")) if is_again else say(N_("Why")))

    def tell_reason(self, reason: Reason, name: Said, lead: str = "") -> None:
        """A reason after the name of what it is about."""
        self.desk.write(name, lead)
        self.desk.tell(reason.why)
