"""Something to tell: what happened, and what can be done now."""

from __future__ import annotations

from safeclass.language import _
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.said import say
from safeclass.tui.views.view import Title, View


class NoticeView(View):
    """A page of messages; Enter goes on."""

    def __init__(self, desk: Desk, messages: tuple[str, ...]) -> None:
        """`messages` are msgids."""
        super().__init__(desk)
        self.messages = messages

    def title(self) -> Title:
        """What the title band says."""
        return Title(name="SafeClass")

    def draw(self, flow: Flow) -> None:
        """The messages, one below the other."""
        flow.gap()
        for message in self.messages:
            flow.paragraph(say(message))
            flow.gap()

    def press(self, key: str) -> bool:
        """Enter goes on."""
        if key == "enter":
            self.desk.close()
        return key == "enter"

    def hints(self) -> list[Hint]:
        """The keys to show."""
        return [Hint("enter", "Enter", _("Next"))]
