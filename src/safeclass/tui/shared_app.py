"""The app at a terminal that several people use: leaving hands over to the next, and nobody there covers the screen."""

from __future__ import annotations

from textual.events import Event, InputEvent, Paste, Resize

from safeclass.tui.app import SafeClassApp
from safeclass.tui.desk import Desk
from safeclass.tui.idle import Clock, Due, Idle, seconds_passed
from safeclass.tui.pages import cover
from safeclass.tui.quiet import TellCrash
from safeclass.tui.views.cover import CoverView
from safeclass.tui.views.home import HomeView


class SharedApp(SafeClassApp):
    """Nothing of the one before is left for whoever comes next, and none of them comes to the shell."""

    def __init__(self, desk: Desk, tell_crash: TellCrash = lambda error: None, clock: Clock = seconds_passed) -> None:
        """The desk is one of a shared terminal."""
        super().__init__(desk, tell_crash)
        assert desk.shared is not None, "a shared app has a shared desk"
        self._shared = desk.shared
        self._idle = Idle(self._shared.cover_after, self._shared.wipe_after, clock)

    def on_mount(self) -> None:
        """Begin to look whether somebody is there."""
        self.set_interval(min(1.0, self._shared.cover_after / 4), self.look_around)

    async def on_event(self, event: Event) -> None:
        """Everything that happens comes here first."""
        if isinstance(event, InputEvent | Paste | Resize):
            self._idle.touch()
        await super().on_event(event)

    def look_around(self) -> None:
        """Cover the screen where nobody has been there for a while; after a longer while begin anew for somebody else."""
        due, view = self._idle.due(), self.desk.view
        is_yesterdays = isinstance(view, CoverView) and view.is_wished_for and self.desk.today != self._shared.today()
        if due is Due.WIPE or is_yesterdays:
            self.action_leave()
        elif due is Due.COVER and not view.is_covered:
            cover(self.desk)
            self.redraw()

    def action_leave(self) -> None:
        """Put the desk of whoever comes next in front, its first page covered; nothing of the last one stays."""
        desk = self._shared.next_desk()
        desk.open(HomeView(desk))
        cover(desk, is_wished_for=True)
        self.desk = desk
        self.escapes.clear()
        self.focus.go_back()
        self.redraw()

    def action_suspend_process(self) -> None:
        """Stay: behind the program is somebody else's shell."""
