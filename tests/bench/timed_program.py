"""A program in a pseudo-terminal with a clock on its bytes: nothing is drawn while time is taken."""

from __future__ import annotations

import os
import select
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, Self

from drawn_screen import ESCAPE
from program_start import environment_of
from pty_program import PtyProgram

QUIET = 0.05
"""The pause after which a picture counts as painted, in seconds."""
PAGE_SIZE = os.sysconf("SC_PAGE_SIZE")


class Painted(NamedTuple):
    """What one key led to."""

    seconds: float
    """From the key to the last byte before a pause; 0 where nothing was drawn."""
    bytes: int


class TimedProgram(PtyProgram):
    """A program whose start and keys are timed."""

    def __init__(self, arguments: Sequence[str], home: Path, ready: str) -> None:
        """Start Python with arguments, and wait until some words are on the screen."""
        started = time.perf_counter()
        super().__init__([sys.executable, *arguments], environment_of(home))
        self.ready_after = 0.0
        """Seconds from the start to the moment the words were there."""
        written = b""
        while not self.ready_after:
            if select.select([self._terminal], [], [], 20)[0]:
                written += os.read(self._terminal, 65536)
            if ready in ESCAPE.sub("", written.decode(errors="replace")):
                self.ready_after = time.perf_counter() - started
            assert time.perf_counter() - started < 20, f"never saw {ready!r}"
        self.take(written.decode())
        self.collect()

    def collect(self) -> tuple[int, float]:
        """Read until a pause, then draw: how many bytes came, and when the last of them."""
        written, last = b"", 0.0
        while select.select([self._terminal], [], [], QUIET)[0]:
            written += os.read(self._terminal, 65536)
            last = time.perf_counter()
        self.take(written.decode())
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
            assert select.select([self._terminal], [], [], 10)[0], f"never saw {words!r}. The screen:\n{self.text}"
            written += os.read(self._terminal, 65536)
        seconds = time.perf_counter() - started
        self.take(written.decode())
        self.wait_for_quiet()
        return seconds

    @property
    def memory(self) -> float:
        """What it holds of the machine's memory, in MiB."""
        return int(Path(f"/proc/{self.process}/statm").read_text().split()[1]) * PAGE_SIZE / 2**20
