"""The budgets, measured in one run, turn by turn with a bare Textual app. How to run it: README.md beside this file."""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from keeping import time_answers, time_summary
from large_course import write_course
from timed_program import Painted, TimedProgram

from safeclass.course.course import Course

BARE = Path(__file__).with_name("bare_app.py")
SIZES = (16, 500)
CARDS = 300
"""How many cards are turned between the two looks at the memory."""
KEYS = ("down", "down", "up", "2", "down", "enter", "f3", "down", "escape", "0")
"""What is pressed on each card: arrows, an answer, the next one, its sources, and on."""

Row = tuple[str, str, str, str]


class Figures:
    """What one size of course gave, in seconds, bytes and MiB."""

    def __init__(self) -> None:
        self.ready: list[float] = []
        self.keys: list[Painted] = []
        self.cover: list[float] = []
        self.memory: list[float] = []
        self.growth: list[float] = []


def measure(figures: Figures, course: Path, lesson: str, home: Path, cards: int) -> None:
    """Start the program on a course, press keys through a lesson, turn cards, and leave."""
    with TimedProgram(["-m", "safeclass", "--language", "ko", "--guest", "--course", str(course)], home, "1366") as program:
        figures.ready.append(program.ready_after)
        figures.memory.append(program.memory)
    with TimedProgram(["-m", "safeclass", "learn", lesson, "--language", "ko", "--course", str(course)], home, "1366") as program:
        for key in ("1", *KEYS * 12):
            figures.keys.append(program.time_key(key))
        before = program.memory
        for number in range(cards):
            program.time_key("90"[number % 2])
        figures.growth.append(program.memory - before)
        figures.cover.append(program.time_key("ctrl+q").seconds)


def rows(bare: Sequence[float], bare_memory: Sequence[float], sizes: dict[int, Figures]) -> Iterator[Row]:
    """The table: what, the budget, the median, the spread."""
    yield "bare Textual, start to ready", "", *told(bare, 1000, "ms")
    yield "bare Textual, memory at ready", "", *told(bare_memory, 1, "MiB")
    for size, figures in sizes.items():
        painted = sorted(key.seconds for key in figures.keys if key.bytes)
        written = [float(key.bytes) for key in figures.keys if key.bytes]
        p95 = painted[int(len(painted) * 0.95)]
        over = statistics.median(figures.ready) - statistics.median(bare)
        yield f"{size} lessons, start to ready", f"bare + 60 ms: + {over * 1000:.0f}", *told(figures.ready, 1000, "ms")
        yield f"{size} lessons, key to painted", f"p95 20 ms: {p95 * 1000:.1f}", *told(painted, 1000, "ms")
        yield f"{size} lessons, written a key", "8 kB", *told(written, 1, "B")
        yield f"{size} lessons, Ctrl+Q to the cover and the shell", "", *told(figures.cover, 1000, "ms")
        yield f"{size} lessons, memory at ready", "45 MiB", *told(figures.memory, 1, "MiB")
        yield f"{size} lessons, more after {CARDS} cards", "3 MiB", *told(figures.growth, 1, "MiB")


def told(values: Sequence[float], scale: float, unit: str) -> tuple[str, str]:
    """The median, and the least and the most, of some values."""
    ordered = sorted(value * scale for value in values)
    return f"{statistics.median(ordered):.1f} {unit}", f"{ordered[0]:.1f} to {ordered[-1]:.1f}, {len(ordered)}"


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--runs", type=int, default=7, help="how many turns (default: 7)")
    parser.add_argument("--events", type=int, default=1_000_000, help="how many events the summary is told from")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder)
        courses = {size: write_course(there / f"course-{size}", size) for size in SIZES}
        sizes = {size: Figures() for size in SIZES}
        bare, bare_memory = list[float](), list[float]()
        for turn in range(-1, options.runs):
            if turn == 0:
                # The first turn compiles what is imported, and fills the system's cache.
                sizes = {size: Figures() for size in SIZES}
                bare, bare_memory = [], []
            with TimedProgram([str(BARE)], there / "home", "READY") as program:
                bare.append(program.ready_after)
                bare_memory.append(program.memory)
            for size, course in courses.items():
                home = there / f"home-{size}-{turn}"
                measure(sizes[size], course, Course(course).lesson_ids[0], home, CARDS if turn >= 0 else 2)
        ours, theirs = time_answers(there / "answers", 300)
        summary = time_summary(there / "summary", options.events, 20)
    table = list(rows(bare, bare_memory, sizes))
    ratio = statistics.median(ours) / statistics.median(theirs)
    table.append(("keeping an answer", f"1.3 x SQLite alone: {ratio:.2f}", *told(ours, 1000, "ms")))
    table.append(("SQLite alone, the same rows", "", *told(theirs, 1000, "ms")))
    table.append((f"what was done, from {options.events:,} events", "50 ms", *told(summary, 1000, "ms")))
    load = os.getloadavg()[0]
    print(f"{date.today()}, {platform.platform()}, {os.cpu_count()} cores, Python {platform.python_version()}, load {load:.1f}\n")
    print("| what | budget | median | least to most, of |\n|---|---|---|---|")
    for row in table:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
