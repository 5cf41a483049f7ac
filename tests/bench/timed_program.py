"""A program in a pseudo-terminal with a clock on its bytes: nothing is drawn while time is taken."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Self

sys.path.append(str(Path(__file__).parents[1] / "terminal"))

from drawn_screen import ESCAPE
from program_start import environment_of
from pty_program import PtyProgram

SAFECLASS = (sys.executable, "-m", "safeclass", "--language", "ko")
"""The program that is measured; `1366` is on every page of it."""
BARE = (sys.executable, str(Path(__file__).with_name("bare_app.py")))
"""What it is measured beside; it says `READY`."""

QUIET = 0.04
"""The pause after which a picture counts as painted, in seconds."""
SILENT = 0.3
"""How long the first byte that a key leads to is waited for, in seconds; after that it draws nothing."""
PATIENCE = 20.0
"""How long words are waited for, in seconds."""
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")


class Painted(NamedTuple):
    """What one key led to."""

    seconds: float
    """From the key to the last byte before a pause; 0 where nothing was drawn."""
    bytes: int


class TimedProgram(PtyProgram):
    """A program whose start and keys are timed."""

    def __init__(self, command: Sequence[str], home: Path, ready: str, *, is_other: bool = False) -> None:
        """Start a command with a home of its own, and wait until some words are on the screen.

        Another program than ours has modules of its own, and a home that is nobody's.
        """
        environment = environment_of(home)
        if is_other:
            del environment["PYTHONPATH"]
            environment |= {"HOME": str(home), "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home)}
        started = time.perf_counter()
        super().__init__(command, environment)
        self.ready_after = 0.0
        """Seconds from the start to the moment the words were there."""
        written = b""
        while not self.ready_after:
            written += self._next(started + PATIENCE, ready)
            if ready in ESCAPE.sub("", written.decode(errors="replace")):
                self.ready_after = time.perf_counter() - started
        self._show(written)
        self.collect()

    def _next(self, deadline: float, awaited: str) -> bytes:
        """What is written next. Raises an error where the words that are awaited do not come."""
        left = deadline - time.perf_counter()
        if left > 0 and select.select([self._terminal], [], [], left)[0]:
            try:
                return os.read(self._terminal, 65536)
            except OSError:  # it has ended
                pass
        raise TimeoutError(f"never saw {awaited!r}. The screen:\n{self.text}")

    def _show(self, written: bytes) -> None:
        """Draw what was written; the last sign of it may still be on its way."""
        self.take(self._decode(written))

    def collect(self, first: float = SILENT, then: float = QUIET) -> tuple[int, float]:
        """Read until a pause or the end of the program, then draw: how many bytes came, and when the last of them.

        The first of them are waited for `first` seconds, and more of them `then` seconds.
        """
        written, last = b"", 0.0
        while select.select([self._terminal], [], [], then if written else first)[0]:
            try:
                written += os.read(self._terminal, 65536)
            except OSError:  # it has ended, sooner than a pause
                break
            last = time.perf_counter()
        self._show(written)
        return len(written), last

    def time_key(self, key: str) -> Painted:
        """Press a key, and see what it led to."""
        sent = time.perf_counter()
        self.press(key)
        count, last = self.collect()
        return Painted(last - sent if count else 0.0, count)

    def time_until(self, words: str, act: Callable[[Self], object]) -> float:
        """Do something, and see how long it takes until words are written, in seconds."""
        written, started = b"", time.perf_counter()
        act(self)
        while words.encode() not in written:
            written += self._next(started + PATIENCE, words)
        seconds = time.perf_counter() - started
        self._show(written)
        self.wait_for_quiet()
        return seconds

    @property
    def memory(self) -> float:
        """What it holds of the machine's memory, in MiB."""
        return int(Path(f"/proc/{self.process}/statm").read_text().split()[1]) * PAGE_SIZE / 2**20
