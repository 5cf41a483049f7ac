"""The terminal itself, taken more calmly than Textual takes it: what comes from it, where it goes, and coming back to it."""

from __future__ import annotations

import os
import select
import sys
from codecs import getincrementaldecoder
from collections.abc import Iterable
from contextlib import suppress
from typing import IO, Any

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.message import Message

WIDEST, TALLEST = 1000, 500
"""The largest screen that is drawn, in cells: what is beyond stays empty."""

LISTENS_FOR = 0.1
"""How long keys are waited for before it is looked whether to go on, in seconds."""


class Screen:
    """Where the pictures go; once it is gone, nothing more happens there."""

    def __init__(self, file: IO[str] | None) -> None:
        self._file = file

    def write(self, words: str) -> None:
        """Write; signs that the terminal's encoding does not have become question marks."""
        if self._file is not None:
            with suppress(OSError, ValueError):
                self._file.write(words)

    def flush(self) -> None:
        """Send everything on its way."""
        if self._file is not None:
            with suppress(OSError, ValueError):
                self._file.flush()

    def fileno(self) -> int:
        """The number the system knows it by; -1 where there is none."""
        return self._file.fileno() if self._file is not None else -1


class CalmDriver(LinuxDriver):
    """Draws on the standard output, which is known to be a terminal: the standard error may be a file that is kept."""

    def __init__(self, app: App[Any], **how: Any) -> None:
        super().__init__(app, **how)
        self._file = Screen(sys.__stdout__)  # type: ignore[assignment]

    def _run_input_thread(self) -> None:
        """Read keys; a fault in that is the program's, and not for the screen."""
        try:
            self.run_input_thread()
        except Exception as error:
            self._app.call_later(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Read keys, until the terminal has gone.

        Bytes that are no UTF-8 are passed over, and so is a reply that makes no sense, with what came beside it.
        """
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("ignore").decode
        while not self.exit_event.is_set():
            if select.select([self.fileno], [], [], LISTENS_FOR)[0]:
                try:
                    data = os.read(self.fileno, 4096)
                except OSError:
                    data = b""
                if not data:
                    self._app.call_later(self._app.exit)
                    return
                try:
                    if words := decode(data):
                        self._send(parser.feed(words))
                except (ValueError, ArithmeticError):
                    parser = XTermParser(self._debug)
            self._send(parser.tick())

    def _send(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def _get_terminal_size(self) -> tuple[int, int]:
        columns, rows = super()._get_terminal_size()
        return min(max(columns, 1), WIDEST), min(max(rows, 1), TALLEST)

    def process_message(self, message: Message) -> None:
        """Pass on what the terminal said, but for a size that no screen has."""
        if isinstance(message, Resize) and not (0 < message.size.width <= WIDEST and 0 < message.size.height <= TALLEST):
            return
        super().process_message(message)

    @property
    def can_suspend(self) -> bool:
        """Whether a shell waits that can bring a stopped program back; without one it would stand still for ever."""
        try:
            parent = os.getppid()
            return os.getsid(parent) == os.getsid(0) and os.getpgid(parent) != os.getpgrp()
        except OSError:
            return False

    def _sigcont_application(self, *_: object) -> None:
        """Come back to the terminal, also where the program was stopped without being asked before."""
        if not self._must_signal_resume:
            self.suspend_application_mode()
            self._must_signal_resume = True
        super()._sigcont_application()
