"""The terminal itself, taken more calmly than Textual takes it: what comes from it, and where it goes."""

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
from textual.events import Resize
from textual.message import Message

from safeclass.tui.sequences import Sequences
from safeclass.tui.stopping import StoppableDriver

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


PASTE_BEGINS, PASTE_ENDS = "\x1b[200~", "\x1b[201~"
"""Between what a terminal puts pasted words."""


class Pastes:
    """Leaves pasted words out: there is nothing here to paste into, and what they hold would be taken for keys."""

    def __init__(self) -> None:
        self._is_pasting = False
        self._held = ""

    def left_out_of(self, words: str) -> str:
        """What of some words was typed; the beginning of a mark is held until the next words show what it is."""
        words, self._held = self._held + words, ""
        typed = ""
        while words:
            mark = PASTE_ENDS if self._is_pasting else PASTE_BEGINS
            before, found, words = words.partition(mark)
            if not found:
                # Esc alone is a key, and no terminal writes a mark in such small pieces.
                least = 1 if self._is_pasting else 3
                cut = next((size for size in range(len(mark) - 1, least - 1, -1) if before.endswith(mark[:size])), 0)
                before, self._held = before[: len(before) - cut], before[len(before) - cut :]
            typed += "" if self._is_pasting else before
            self._is_pasting ^= bool(found)
        return typed

    def settle(self) -> str:
        """Nothing more comes: a paste that never ended is over, and what was held was typed."""
        held, self._held = "" if self._is_pasting else self._held, ""
        self._is_pasting = False
        return held


class CalmDriver(StoppableDriver):
    """Draws on the standard output, which is known to be a terminal: the standard error may be a file that is kept."""

    def __init__(self, app: App[Any], **how: Any) -> None:
        super().__init__(app, **how)
        self._file = Screen(sys.__stdout__)  # type: ignore[assignment]  # it is asked for no more than Screen can do

    def _run_input_thread(self) -> None:
        """Read keys; a fault in that is the program's, and not for the screen."""
        try:
            self.run_input_thread()
        except Exception as error:  # in a thread of its own nobody else would hear of it
            self._app.call_later(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Read keys, until the terminal has gone.

        Bytes that are no UTF-8 are passed over, and so is a reply that makes no sense, with what came beside it.
        """
        parser = XTermParser(self._debug)
        decode = getincrementaldecoder("utf-8")("ignore").decode
        pastes, sequences = Pastes(), Sequences()
        while not self.exit_event.is_set():
            if select.select([self.fileno], [], [], LISTENS_FOR)[0]:
                try:
                    data = os.read(self.fileno, 4096)
                except OSError:
                    data = b""
                if not data:
                    self._app.call_later(self._app.exit)
                    return
                words = sequences.understood_of(pastes.left_out_of(decode(data)))
            else:
                words = sequences.understood_of(pastes.settle()) + sequences.settle()
            try:
                if words:
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
