"""The budgets, measured in one run, turn by turn with a bare Textual app. How to run it: README.md beside this file."""

from __future__ import annotations

import argparse
import compileall
import os
import shlex
import subprocess
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from checking import CHECK, edit, forget_last_check, time_process
from corpus import write_corpus
from keeping import time_answers, time_summary
from large_course import most_lived_in, write_course
from subject import Row, Subject
from timed_program import BARE, SAFECLASS
from told import machine, middle, spread, table

import safeclass
from safeclass.course.course import Course
from safeclass.course.index import write_index
from safeclass.paths import shipped


class Size(NamedTuple):
    """How much is measured."""

    starts: int
    """How often each program is started, after a first time that does not count."""
    memories: int
    """At how many of these starts memory is looked at."""
    sittings: int
    """How often a lesson is gone through, after a first time that does not count."""
    rounds: int
    """On how many cards keys are pressed."""
    cards: int
    """How many cards are turned after that between two looks at the memory."""
    events: int
    """How many events the summary is told from."""
    checks: int
    """How often courses are checked, after a first time that does not count."""


WHOLE = Size(starts=21, memories=5, sittings=3, rounds=12, cards=300, events=1_000_000, checks=5)
QUICK = Size(starts=5, memories=2, sittings=1, rounds=4, cards=100, events=100_000, checks=1)
LARGE = (500, 5000)
"""How many lessons the made courses have."""


def install() -> None:
    """Do what an installation does: compile every module, and write the index of the course that is shipped."""
    compileall.compile_dir(Path(safeclass.__file__).parent, quiet=2)
    write_index(Course(shipped()))


def subjects(there: Path, beside: str, ready: str) -> Iterator[Subject]:
    """What is measured, the bare app first."""
    yield Subject("bare Textual", BARE, "READY", there / "bare")
    if beside:
        command = shlex.split(beside)
        (there / "beside").mkdir()
        yield Subject(Path(command[0]).name, command, ready, there / "beside", is_other=True)
    course = Course(shipped())
    lesson = most_lived_in(course)
    yield Subject(f"{len(course.lesson_ids)} lessons, as installed", SAFECLASS, "1366", there / "home", lesson)
    for size in LARGE:
        large = write_course(there / f"course-{size}", size)
        first = Course(large).lesson_ids[0]
        yield Subject(f"{size:,} lessons", [*SAFECLASS, "--course", str(large)], "1366", there / f"home-{size}", first)


def measure(measured: list[Subject], size: Size) -> None:
    """Start everything turn by turn, then go through lessons turn by turn; the first turn of each does not count."""
    for turn in range(-1, size.starts):
        for subject in measured:
            subject.start(looks_at_memory=0 <= turn < size.memories)
            if turn < 0:
                subject.starts.clear()
    for turn in range(-1, size.sittings):
        for subject in measured:
            if subject.lesson and turn < 0:
                subject.go_through(1, 2)
                subject.forget_sittings()
            elif subject.lesson:
                subject.go_through(size.rounds, size.cards)


def kept(there: Path, events: int) -> Iterator[Row]:
    """Keeping an answer beside SQLite alone, turn by turn, and telling what was done."""
    ours, theirs = time_answers(there / "answers", 300)
    over = [own / bare for own, bare in zip(ours, theirs, strict=True)]
    yield "keeping an answer", "", middle(ours, 1000, "ms"), spread(ours, 1000)
    yield "SQLite alone, the same rows", "", middle(theirs, 1000, "ms"), spread(theirs, 1000)
    yield "keeping an answer, times SQLite alone", "1.3", middle(over, 1, "x"), spread(over, 1)
    summary = time_summary(there / "summary", events, 20)
    yield f"what was done, from {events:,} events", "50 ms", middle(summary, 1000, "ms"), spread(summary, 1000)


def checked(there: Path, times: int) -> Iterator[Row]:
    """The whole process of `safeclass check`, with its modules compiled; beside other tools: checking.py."""
    os.environ["SAFECLASS_HOME"] = str(there)
    one, many = write_corpus(there / "check-1", 1), write_corpus(there / "check-500", 500)
    for folder in (one, many):
        subprocess.run([*SAFECLASS[:3], "schema", "--course", str(folder)], check=True, capture_output=True)
    file, another = (str(next((folder / "lessons").iterdir())) for folder in (one, many))
    for what, budget, command, prepare in (
        ("check, one lesson, edited since the last time", "120 ms", [*CHECK, file], partial(edit, file)),
        ("check, 10,000 questions in 500 files, the first time", "1,000 ms", [*CHECK, "--course", str(many)], forget_last_check),
        ("the same, one file edited since the last time", "1,000 ms", [*CHECK, "--course", str(many)], partial(edit, another)),
    ):
        taken = []
        for _ in range(times + 1):
            prepare()
            taken.append(time_process(command).wall)
        yield what, budget, middle(taken[1:], 1000, "ms"), spread(taken[1:], 1000)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a minute, to see that it works: too few turns for figures")
    parser.add_argument("--beside", default="", metavar="COMMAND", help="another program to start turn by turn")
    parser.add_argument("--ready", default="", metavar="WORDS", help="what that program shows once it can be used")
    options = parser.parse_args()
    size = QUICK if options.quick else WHOLE
    load, began = os.getloadavg()[0], time.perf_counter()
    install()
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder)
        measured = list(subjects(there, options.beside, options.ready))
        measure(measured, size)
        rows = [row for subject in measured for row in subject.rows(measured[0])]
        rows += [*kept(there, size.events), *checked(there, size.checks)]
    print(f"{machine(load)}, {'quick' if options.quick else 'whole'} run of {time.perf_counter() - began:.0f} s\n")
    print(table(("what", "budget", "median", "least to most, of"), rows))


if __name__ == "__main__":
    main()
