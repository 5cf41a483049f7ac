"""What the system asks of the program: to end, or that its terminal has gone. It ends as if the learner had left."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from types import FrameType
from typing import TextIO

LEAVING = ("SIGINT", "SIGQUIT", "SIGTERM", "SIGHUP", "SIGBREAK")
SIGNALS = [getattr(signal, name) for name in LEAVING if hasattr(signal, name)]
"""What is taken as leaving: an interrupt, being asked to end, a terminal or a window that is closed."""

LONGEST_END = 15.0
"""How long an end that was asked for may take, in seconds: a terminal that takes no more output would hold it up for ever."""

MOST_TYPED = 4096
"""The most bytes that a terminal gives at once."""

TO_THE_SHELL = [getattr(signal, name) for name in ("SIGTSTP",) if hasattr(signal, name)]
"""What Ctrl+Z sends, where there is such a thing."""

Handler = Callable[[int, FrameType | None], object] | signal.Handlers
"""What is done about a signal."""


@contextmanager
def handled(numbers: Sequence[int], handler: Handler) -> Iterator[None]:
    """While this lasts, something is done about signals; only the main thread can say so."""
    is_main = threading.current_thread() is threading.main_thread()
    before = {number: signal.getsignal(number) for number in numbers if is_main}
    # What whoever started the program has it ignore, as `nohup` does, stays ignored.
    heard = {number: was for number, was in before.items() if was not in (signal.SIG_IGN, None)}
    for number in heard:
        signal.signal(number, handler)
    try:
        yield
    finally:
        for number, was in heard.items():
            signal.signal(number, was)


@contextmanager
def _woken() -> Iterator[int | None]:
    """A descriptor that can be read as soon as a signal has come; None on Windows and outside the main thread.

    A signal's handler runs between two steps of the program: without it, one that comes as a wait is about to begin is done only
    when that wait is over.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield None
        return
    reader, writer = os.pipe()
    for end in (reader, writer):
        os.set_blocking(end, False)
    before = signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
    try:
        yield reader
    finally:
        signal.set_wakeup_fd(before)
        os.close(reader)
        os.close(writer)


class Interrupted(BaseException):
    """A line is no longer waited for."""


class Ending:
    """Whether the program was asked to end."""

    def __init__(self) -> None:
        self.signal = 0
        """The number of the signal that asked for it; 0 where none has."""
        self._last_resort: threading.Timer | None = None
        self.wakes: int | None = None
        """What a wait watches beside what it waits for: a descriptor that can be read once a signal has come."""

    @property
    def status(self) -> int:
        """The exit status: 0, or where a signal ended the program, what shells call it."""
        return 128 + self.signal if self.signal else 0

    @contextmanager
    def calls(self, leave: Callable[[], object]) -> Iterator[None]:
        """While this lasts, a signal that asks to end is noted, and something is called; it may come at any moment."""

        def note(number: int, _frame: FrameType | None) -> None:
            self.signal = number
            if self._last_resort is None:
                # What was answered is on the disk already.
                self._last_resort = threading.Timer(LONGEST_END, os._exit, [self.status])
                self._last_resort.daemon = True
                self._last_resort.start()
            leave()

        before = self.wakes
        with _woken() as self.wakes, handled(SIGNALS, note):
            try:
                yield
            finally:
                self.wakes = before
                if self._last_resort is not None and before is None:
                    self._last_resort.cancel()


class TypedLines:
    """Lines that end where the program is asked to end, or nobody types any; what is being kept meanwhile is kept whole."""

    def __init__(self, lines: TextIO, ending: Ending, patience: float | None = None) -> None:
        """At a terminal, `patience` is how long a line is waited for, in seconds."""
        if isinstance(lines, TextIOWrapper):
            # A sign that cannot be read becomes a question mark, not an error.
            with suppress(ValueError, OSError):
                lines.reconfigure(errors="replace")
        self._lines = lines
        self._ending = ending
        self._is_terminal = not lines.closed and lines.isatty()
        self._patience = patience
        self._is_waiting = False
        self._held = ""
        self._ends = 0

    @property
    def goes_on(self) -> bool:
        """Whether somebody else may type here now: at a terminal, where the input did not end twice in a row."""
        return self._is_terminal and self._ends < 2

    def readline(self, limit: int = -1) -> str:
        """The next line, or a piece of it; nothing where there are no more, or none comes."""
        try:
            self._is_waiting = True
            if not self._held and not self._ending.signal:
                self._wait(limit)
            self._is_waiting = False  # while an interrupt would still be caught
        except Interrupted:
            return ""
        finally:
            self._is_waiting = False
        end = self._held.find("\n") + 1 or len(self._held)
        piece = self._held[:end] if limit < 0 else self._held[: min(end, limit)]
        self._held = self._held[len(piece) :]
        return piece

    def _wait(self, limit: int) -> None:
        """Take what comes next; of a terminal that is mostly a line, and where Ctrl+D ended it, what stands of it."""
        wakes = self._ending.wakes if self._is_terminal else None
        if wakes is None:
            self._take(self._lines.readline(limit))
            return
        watched: list[int | TextIO] = [self._lines, wakes]
        if self._lines in select.select(watched, [], [], self._patience)[0]:
            self._take(os.read(self._lines.fileno(), MOST_TYPED).decode(self._lines.encoding, "replace"))

    def _take(self, typed: str) -> None:
        self._held = typed
        self._ends = 0 if typed else self._ends + 1

    def stop_waiting(self) -> None:
        """Let a line that is being waited for be the last one; called from a signal's handler."""
        if self._is_waiting:
            raise Interrupted
