"""An app that ends quietly: whatever ends it, the terminal is left as it was, and no word of a lesson in it."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Callable

from textual.app import App
from textual.driver import Driver

TellCrash = Callable[[BaseException], None]
"""Notes a crash without any words of a lesson; see `safeclass.commands.crash`."""


class QuietApp(App[None]):
    """What Textual would show of a fault, it keeps; and it ends calmly when the system asks for it."""

    def __init__(self, tell_crash: TellCrash) -> None:
        super().__init__()
        self.tell_crash = tell_crash
        self.is_crashed = False
        """Whether a fault in the program ended it."""
        self.is_asked_to_end = False
        """Whether the system has asked it to end."""
        self.wakes: int | None = None
        """A descriptor that can be read once a signal has come, where there is one; what is done about it is done elsewhere."""

    def get_driver_class(self) -> type[Driver]:
        """How the terminal is spoken to."""
        usual = super().get_driver_class()
        if usual.__name__ != "LinuxDriver":
            return usual
        from safeclass.tui.terminal import CalmDriver

        return CalmDriver

    def on_mount(self) -> None:
        """Let signals wake it; once the first page is painted, begin to drop what is no longer needed."""
        if self.wakes is not None:
            asyncio.get_running_loop().add_reader(self.wakes, os.read, self.wakes, 4096)
        self.call_after_refresh(collect_from_now)

    def redraw_when_back(self) -> None:
        """From now on, draw everything anew where the program was stopped and goes on."""
        self.app_resume_signal.subscribe(self, lambda _app: self.refresh(layout=True))

    def end(self) -> None:
        """End the program."""
        self.exit()

    def end_from_outside(self) -> None:
        """End the program; this may be called from a signal's handler, at any moment."""
        self.is_asked_to_end = True
        if self._loop is not None and self.is_running:
            self._loop.call_soon_threadsafe(self.call_later, self.end)
        else:
            self._exit = True

    def _fatal_error(self) -> None:
        """End after a fault in the program without printing a word of a lesson, which a traceback with locals would."""
        error = sys.exc_info()[1] or self._exception
        if error is not None:
            self.tell_crash(error)
        self.is_crashed = True
        self._close_messages_no_wait()

    def panic(self, *renderables: object) -> None:
        """End after a fault, and print none of what others would have printed of it."""
        self._fatal_error()


def collect_from_now() -> None:
    """Look for objects to drop again, where that was put off for the start, but not among those that the start has left."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
