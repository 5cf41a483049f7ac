"""A terminal that its shell takes back for a while, with Ctrl+Z, and gives again."""

from __future__ import annotations

import asyncio
import os
import signal
from typing import Any

from textual.app import App
from textual.drivers.linux_driver import LinuxDriver

from safeclass.tui.quiet import QuietApp


class StoppableDriver(LinuxDriver):
    """Is stopped and goes on between two steps of the program.

    The signals for it come at any moment, also while the terminal is taken or given back, or while a picture is on its way:
    whatever was done about them there and then would wait for what it has itself interrupted, and for ever.
    """

    def __init__(self, app: App[Any], **how: Any) -> None:
        self._loop = asyncio.get_running_loop()
        self._heard = 0
        self._is_on_screen = False
        super().__init__(app, **how)

    @property
    def can_suspend(self) -> bool:
        """Whether a shell waits that can bring a stopped program back; without one it would stand still for ever."""
        try:
            parent = os.getppid()
            return os.getsid(parent) == os.getsid(0) and os.getpgid(parent) != os.getpgrp()
        except OSError:
            return False

    def start_application_mode(self) -> None:
        """Take the terminal; where it belongs to another program now, as with `safeclass &`, be stopped until `fg`."""
        while True:
            super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual gives it no types
            if self._writer_thread is not None or self._heard != signal.SIGCONT:
                break
            self._heard = 0
        self._is_on_screen = self._writer_thread is not None

    def stop_application_mode(self) -> None:
        """Give the terminal back, where it was taken."""
        self._is_on_screen = False
        if self._writer_thread is not None:
            super().stop_application_mode()

    def write(self, data: str) -> None:
        """Draw; while the terminal is somebody else's, nothing."""
        if self._writer_thread is not None:
            super().write(data)

    def disable_input(self) -> None:
        """Read no more keys; while the terminal is somebody else's, none are read."""
        if self._writer_thread is not None:
            super().disable_input()

    def close(self) -> None:
        """Let go of what writes; the next start makes another one."""
        super().close()
        self._writer_thread = None

    def _sigtstp_application(self, *_: object) -> None:
        self._hear(signal.SIGTSTP)

    def _sigcont_application(self, *_: object) -> None:
        self._hear(signal.SIGCONT)

    def _hear(self, number: int) -> None:
        """Note a signal; the later of two holds, as it does in the system."""
        self._heard = number
        if self._loop.is_closed():
            self._heed()
        else:
            self._loop.call_soon_threadsafe(self._heed)

    @property
    def _is_to_end(self) -> bool:
        """Whether the program was asked to end meanwhile, as with `kill %1`: to take the terminal would stop it again."""
        return isinstance(self._app, QuietApp) and self._app.is_asked_to_end

    def _heed(self) -> None:
        """Do what was heard last."""
        heard, self._heard = self._heard, 0
        if heard == signal.SIGTSTP:
            if self._is_on_screen:
                self.suspend_application_mode()
                self._must_signal_resume = True
            os.kill(os.getpid(), signal.SIGSTOP)
        elif heard == signal.SIGCONT and not self._is_to_end:
            if self._is_on_screen:
                # It was stopped without being asked before.
                self.suspend_application_mode()
                self._must_signal_resume = True
            if self._must_signal_resume:
                self.resume_application_mode()
