"""Deleting all progress: asked once, done at once."""

from __future__ import annotations

from safeclass.language import N_, _
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.said import say
from safeclass.tui.views.view import Title, View

CHOICES = (N_("Keep it"), N_("Delete all progress"))


class ForgetView(View):
    """Keeping comes first."""

    densities = (1, 2)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.focus = 0
        self.is_done = False

    def title(self) -> Title:
        """What the title band says."""
        return Title("SafeClass", _("Delete my progress"))

    def draw(self, flow: Flow) -> None:
        """The question, or that it is done."""
        if self.is_done:
            flow.heading(say(N_("All progress deleted.")))
            return
        flow.heading(say(N_("Delete all progress? This cannot be undone.")))
        flow.gap()
        for index, choice in enumerate(CHOICES):
            if index:
                flow.between()
            flow.option(str(index + 1), say(choice), is_focused=index == self.focus)

    def press(self, key: str) -> bool:
        """Choose."""
        key = key.removeprefix("pick ")
        if self.is_done:
            if key == "enter":
                self.desk.go_home()
            return key == "enter"
        if key in ("up", "down"):
            self.focus = 1 - self.focus
            return True
        if key in ("1", "2"):
            self.focus = int(key) - 1
            key = "enter"
        if key != "enter":
            return False
        if self.focus == 0:
            self.desk.close()
        else:
            self.is_done = self.desk.keeping.forget()
            if self.is_done:
                # Behind it lies what was just deleted.
                self.desk.go_home()
                self.desk.open(self)
        return True

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        return [Hint("enter", "Enter", _("Back to the lessons") if self.is_done else _("Choose"))]
