"""Many lesson files checked at once, in as many processes as there are cores to run them."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from pathlib import Path

from safeclass.commands.last_check import Found
from safeclass.course.course import Course
from safeclass.course.fault import Fault
from safeclass.course.rules.checking import CourseRules

RulesFor = Callable[[Course], CourseRules]
"""Makes the rules of a course; a function that another process can import."""

MANY = {"fork": 40, "spawn": 160}
"""From how many files on it pays to start processes, by how these start."""

AT_A_TIME = 8
"""How many files a process is given at a time."""

MOST = 8
"""The most processes that are started."""


class Desk:
    """What one process checks lesson files with."""

    def __init__(self, course: Course, rules: CourseRules) -> None:
        self.course = course
        self.rules = rules

    def look_at(self, path: str) -> Found:
        """What is found in one lesson file."""
        cited, self.rules.cited = self.rules.cited, set()
        faults = check_file(self.course, self.rules, path)
        found = Found(faults, self.rules.cited, self.rules.review.noted((path,)))
        self.rules.cited = cited
        return found


def check_file(course: Course, rules: CourseRules, path: str) -> list[Fault]:
    """Everything that is wrong with one lesson file."""
    return course.lesson(path.removeprefix("lessons/").removesuffix(".yaml"), rules.check_lesson)[1]


_desk: Desk | None = None
"""The desk of this process, where it was started to check files; a forked process finds it ready."""


def check_files(course: Course, rules_for: RulesFor, rules: CourseRules, paths: Sequence[str]) -> Iterator[Found]:
    """What is found in lesson files, in their order.

    Where no further process can be started, or one ends early, the files are checked here.
    """
    desk = Desk(course, rules)
    start = "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"
    processes = min(_cores(), MOST, -(-len(paths) // AT_A_TIME))
    if processes > 1 and len(paths) >= MANY[start] and isinstance(course.folder, Path):
        try:
            return iter(check_at_once(desk, course.folder, rules_for, paths, start, processes))
        except (ImportError, NotImplementedError, OSError, RuntimeError):
            # What a system says that has no processes to give, or took one away; a fault in a rule shows again below.
            pass
    return map(desk.look_at, paths)


def check_at_once(desk: Desk, folder: Path, rules_for: RulesFor, paths: Sequence[str], start: str, processes: int) -> list[Found]:
    """What is found in lesson files of a folder, in their order, by so many processes."""
    global _desk
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    parts = [paths[first : first + AT_A_TIME] for first in range(0, len(paths), AT_A_TIME)]
    _desk = desk if start == "fork" else None
    pool = ProcessPoolExecutor(processes, get_context(start), initializer=partial(_begin, folder, rules_for))
    try:
        with without_interrupt():
            found = pool.map(_look_at_some, parts)
        return list(chain.from_iterable(found))
    finally:
        pool.shutdown(cancel_futures=True)
        _desk = None


@contextmanager
def without_interrupt() -> Iterator[None]:
    """Let Ctrl+C wait for a while. A process that is started meanwhile never hears it, and so has nothing to say to it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(folder: Path, rules_for: RulesFor) -> None:
    """Begin a process: it leaves stopping to the one that started it."""
    global _desk
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # as in the process that started it
    if _desk is None:
        course = Course(folder)
        _desk = Desk(course, rules_for(course))


def _look_at_some(paths: Sequence[str]) -> list[Found]:
    """What is found in some files."""
    assert _desk is not None, "a process is begun before it is given files"
    return [_desk.look_at(path) for path in paths]


def _cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
