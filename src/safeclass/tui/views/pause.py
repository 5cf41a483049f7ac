"""A pause: slow breathing in words, for a minute, and back to the same place."""

from __future__ import annotations

from safeclass.language import N_, _
from safeclass.session.pause import BREATHS
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.said import say
from safeclass.tui.views.view import Title, View


class PauseView(View):
    """The words change every few seconds; any key goes back."""

    densities = (1,)
    closes_with_any_key = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.beat = 0

    def title(self) -> Title:
        """No lesson is named."""
        return Title(name=_("Take a break"))

    def draw(self, flow: Flow) -> None:
        """One line, and how to go back."""
        flow.gap(max(1, flow.layout.rows // 3))
        flow.heading(say(BREATHS[self.beat % len(BREATHS)]))
        flow.gap(2)
        flow.paragraph(say(N_("Any key brings you back.")), "muted")

    def tick(self) -> bool:
        """The next line of the breath; nothing moves, the words change."""
        self.beat += 1
        return True

    def press(self, key: str) -> bool:
        """Any key goes back; help opens over the pause as over everything."""
        if key == "f1":
            return False
        self.desk.close()
        return True

    def hints(self) -> list[Hint]:
        """The keys to show."""
        return [Hint("enter", "Enter", _("Back"), closes=True)]
