"""What every card's face has: words, the framed reason, how sure one was, and the keys that all cards share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from safeclass.course.card import called
from safeclass.course.runs import Role, Run
from safeclass.course.text import Text
from safeclass.course.wording import Wording
from safeclass.language import N_, _
from safeclass.language.cells import width
from safeclass.session.feedback import Feedback, Reason
from safeclass.session.session import Phase, Session
from safeclass.session.sureness import SURE, SURENESS
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.said import Said, say


class Face:
    """A card on the screen: what is drawn, and what keys do. What is right is decided by the session."""

    densities: tuple[int, ...] = (0, 1, 2, 3, 4, 5)
    """How much may give way, in this order, before the page scrolls."""

    def __init__(self, session: Session, wording: Wording) -> None:
        self.session = session
        self.wording = wording

    @property
    def is_explained(self) -> bool:
        """Whether the card was answered and everything is explained."""
        return self.session.phase is Phase.EXPLAINED

    @property
    def is_read_only(self) -> bool:
        """Whether Enter only goes on: nothing is chosen with it any more."""
        return self.session.phase in (Phase.READING, Phase.EXPLAINED)

    def kind(self) -> Said:
        """One word for what kind of card this is."""
        return say(called(self.session.card))

    def draw(self, flow: Flow) -> None:
        """Lay the card out."""
        raise NotImplementedError

    def press(self, key: str) -> bool:
        """Take a key; false where it means nothing here."""
        if key.startswith("sure "):
            self.session.rate(int(key[5:]))
            return True
        if self.session.asks_how_sure and key in ("left", "right"):
            sure = self.session.state.sure
            level = (sure or 0) + 1 if key == "right" else (sure or SURE + 1) - 1
            self.session.rate(min(SURE, max(1, level)))
            return True
        if key == "enter" and self.is_read_only:
            self.session.go_on()
            return True
        return False

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        hints = [Hint("enter", "Enter", _("Next") if self.is_read_only else self.enter_does())]
        if self.session.asks_how_sure:
            hints.append(Hint("right", _("Left Right"), _("how sure")))
        return hints

    def enter_does(self) -> str:
        """What Enter does while the card can still be answered."""
        return _("Choose")

    def said(self, text: Text) -> Said:
        """A text of the course, in whichever language it is asked for."""
        return lambda language: self.wording.line(text[language], language)

    def draw_reasons(
        self, flow: Flow, feedback: Feedback, reasons: Iterable[Reason], numbers: Mapping[str, str] | None = None
    ) -> None:
        """The framed block with the reasons due now; `numbers` tells whose each is, where that is not clear."""
        due = list(reasons)
        is_again = self.session.phase is Phase.AGAIN
        bar = "celadon" if feedback.right else "gardenia"

        def write() -> None:
            flow.label(say(N_("Another look")) if is_again else say(N_("Why")), bar)
            for reason in due:
                flow.paragraph(self._numbered((numbers or {}).get(reason.id), reason.why))
            if is_again and not due:
                flow.paragraph(say(N_("What you picked fits. There is more to pick.")))

        flow.blank()
        flow.block(bar, write)
        self.draw_sureness(flow)

    def _numbered(self, number: str | None, text: Text) -> Said:
        said = self.said(text)
        return said if number is None else lambda language: (Run(f"{number})", Role.BOLD), Run(" "), *said(language))

    def draw_sureness(self, flow: Flow) -> None:
        """How sure the learner was: three chips, only for the learner to see."""
        if not self.session.asks_how_sure:
            return
        flow.blank()
        chosen = self.session.state.sure
        row = flow.row
        flow.write(say(N_("How sure were you?")), "muted")
        place = flow.layout.places[0]
        levels = {level: flow.in_each(say(message)) for level, message in SURENESS.items()}
        chips = sum(width(words) + 4 for words in levels.values()) + width(flow.sheet.tick) + 1
        is_beside = len(flow.layout.places) == 1 and place.start + 22 + chips <= flow.layout.end
        column = place.start + 22 if is_beside else place.start
        row = row if is_beside else flow.row
        for level, words in levels.items():
            is_chosen = level == chosen
            if column > place.start and column + width(words) + 4 > flow.layout.end:
                column, row = place.start, row + 1
                flow.sheet.grow(row + 1)
            start = column
            mark = f"{flow.sheet.tick} " if is_chosen else ""
            column = flow.sheet.chip(row, column, mark + words, "celadon_soft" if is_chosen else "panel")
            flow.sheet.zone(row, start, 1, column - start, f"sure {level}")
            column += 2
        flow.row = max(flow.row, row + 1)
