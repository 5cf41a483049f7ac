"""From a key or a click to the cover, on every kind of page, turn by turn with a bare Textual app that draws as much."""

from __future__ import annotations

import argparse
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from timed_program import BARE, SAFECLASS, TimedProgram
from told import machine, middle, p95, table

COVERED = "2x1= 2"

PAGES: dict[str, Sequence[str]] = {
    "the first page": (),
    "where to turn": ("f1",),
    "sources": ("f1", "f3"),
    "a break": ("f4",),
    "progress": ("f5",),
    "settings": ("f6",),
    "the deletion": ("f6", "4"),
    "before a lesson": ("enter",),
    "a question": ("enter", "1"),
    "its reasons": ("enter", "1", "1"),
    "a page to read": ("enter", "1", "0", "0", "0"),
    "both languages": ("enter", "1", "f2", "f2"),
}
"""What is pressed on the first page to come to a page."""


def click_exit(program: TimedProgram) -> None:
    """Click on the way out, at the right end of the first row."""
    program.click(0, program.screen.columns - 3)


WAYS: dict[str, Callable[[TimedProgram], None]] = {
    "Ctrl+Q": lambda program: program.press("ctrl+q"),
    "a click": click_exit,
    "Esc, the third": lambda program: program.press("escape"),
}
"""The ways out. A lone Esc waits for what may follow it before it is a key at all; Textual takes 100 ms for that."""


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--runs", type=int, default=10, help="how often each page is left each way (default: 10)")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    taken: dict[str, list[float]] = {"bare Textual, a key to another picture": [], **{way: [] for way in WAYS}}
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        ours = TimedProgram([*SAFECLASS, "--classroom"], home, "1366")
        bare = TimedProgram(BARE, home, "READY")
        with ours, bare:
            for _ in range(options.runs):
                for keys in PAGES.values():
                    for way, leave in WAYS.items():
                        for key in (*keys, *("escape",) * (2 if way.startswith("Esc") else 0)):
                            ours.change(key)
                        taken[way].append(ours.time_until(COVERED, leave))
                        ours.change("enter")
                    other = bare.time_until(COVERED, lambda program: program.press("space"))
                    taken["bare Textual, a key to another picture"].append(other)
                    bare.change("space")
    print(f"{machine(load)}\n")
    rows = [
        (what, middle(values, 1000, "ms"), f"{p95(values) * 1000:.1f} ms", f"{max(values) * 1000:.1f} ms", str(len(values)))
        for what, values in taken.items()
    ]
    print(table(("what", "median", "p95", "most", "of"), rows))


if __name__ == "__main__":
    main()
