"""One program that is measured: its starts, its memory, and where it is ours, keys through a lesson."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from timed_program import Painted, TimedProgram
from told import middle, p95, spread

KEYS = ("down", "down", "up", "2", "down", "enter", "f3", "down", "escape", "0")
"""What is pressed on each card: arrows, an answer, the next one, its sources, and on."""
NOT_COUNTED = ("escape",)
"""Textual waits 100 ms for what may follow a lone Esc before it is a key at all."""
CARDS_A_WAY = 5
"""So many cards are turned on, and then as many back."""
TURNED = 0.005
"""The pause after which a turned card is taken as there, in seconds."""
SETTLED = 0.5
"""How long a program is left alone before its memory is looked at: what it reads ahead is counted, in seconds."""

Row = tuple[str, str, str, str]


class Subject:
    """A program and what was measured of it, in seconds, bytes and MiB."""

    def __init__(
        self, name: str, command: Sequence[str], ready: str, home: Path, lesson: str = "", *, is_other: bool = False
    ) -> None:
        """A command, the words that are there once it can be used, and of ours the lesson that is gone through."""
        self.name = name
        self.lesson = lesson
        self._command = command
        self._ready = ready
        self._home = home
        self._is_other = is_other
        self.starts: list[float] = []
        self.memory: list[float] = []
        self.keys: list[Painted] = []
        self.growth: list[float] = []
        self.cover: list[float] = []

    def start(self, *, looks_at_memory: bool) -> None:
        """Start it once, and leave it as a person would."""
        with TimedProgram(self._command, self._home, self._ready, is_other=self._is_other) as program:
            self.starts.append(program.ready_after)
            if looks_at_memory:
                time.sleep(SETTLED)
                self.memory.append(program.memory)
            program.press("ctrl+q")
            program.wait_for_end()

    def go_through(self, rounds: int, cards: int) -> None:
        """Open its lesson, press keys on so many cards, turn cards to and fro, and leave."""
        with TimedProgram([*self._command, "learn", self.lesson], self._home, self._ready) as program:
            for key in ("1", *KEYS * rounds):
                painted = program.time_key(key)
                if key not in NOT_COUNTED:
                    self.keys.append(painted)
            before = program.memory
            for number in range(cards):
                program.press("9" if number // CARDS_A_WAY % 2 == 0 else "0")
                program.collect(then=TURNED)
            self.growth.append(program.memory - before)
            self.cover.append(program.time_key("ctrl+q").seconds)

    def forget_sittings(self) -> None:
        """Drop what was measured in lessons so far."""
        for measured in (self.keys, self.growth, self.cover):
            measured.clear()

    def rows(self, bare: Subject) -> Iterator[Row]:
        """What was measured of it, beside what each turn gave of a bare app."""
        is_ours, name = bool(self.lesson), self.name
        yield f"{name}: start to ready", "", middle(self.starts, 1000, "ms"), spread(self.starts, 1000)
        if self is not bare:
            over = [ours - theirs for ours, theirs in zip(self.starts, bare.starts, strict=True)]
            yield f"{name}: more than bare", "60 ms" if is_ours else "", middle(over, 1000, "ms"), spread(over, 1000)
        yield f"{name}: memory", "45 MiB" if is_ours else "", middle(self.memory, 1, "MiB"), spread(self.memory, 1)
        if self.keys:
            painted = [key.seconds for key in self.keys if key.bytes]
            written = [float(key.bytes) for key in self.keys if key.bytes]
            most = f"p95 {p95(painted) * 1000:.1f} ms, median {statistics.median(painted) * 1000:.1f}"
            yield f"{name}: key to painted", "p95 20 ms", most, spread(painted, 1000)
            yield f"{name}: written a key", "most 8,192 B", f"most {max(written):,.0f} B", spread(written, 1)
            yield f"{name}: Ctrl+Q to the cover and the shell", "", middle(self.cover, 1000, "ms"), spread(self.cover, 1000)
            yield f"{name}: memory, more after the cards", "3 MiB", middle(self.growth, 1, "MiB"), spread(self.growth, 1)
