"""A terminal that several people use one after the other: each begins anew, and nothing of the last one is left."""

from __future__ import annotations

import os
import signal
import sys
from argparse import Namespace
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from safeclass.commands.crash import stop
from safeclass.commands.ending import TO_THE_SHELL, Ending, TypedLines, handled
from safeclass.commands.front import is_in_lines, look_of, play_lines, show_app
from safeclass.commands.keeping import DEFAULT_PROFILE, open_keeping
from safeclass.course.course import Course
from safeclass.language import words
from safeclass.settings import Settings

if TYPE_CHECKING:
    from safeclass.tui.desk import Desk

WIPED = "\x1b[H\x1b[2J\x1b[3J"
"""Clears a terminal's screen, and what had been scrolled out of it."""


def learn_in_turn(course: Course, settings: Settings, arguments: Namespace) -> int:
    """One learner after the other, until the program is ended; answers the exit status."""
    if is_in_lines(is_plain=arguments.plain):
        return _play_in_turn(course, settings, arguments.today)
    return _show_in_turn(course, settings, arguments)


def _show_in_turn(course: Course, settings: Settings, arguments: Namespace) -> int:
    """On the screen: the app asks for a new desk where a learner leaves, or has gone."""
    from safeclass.tui.desk import Desk, Shared

    choice = words().choice

    def next_desk() -> Desk:
        words().choose(choice)
        keeping = open_keeping(DEFAULT_PROFILE, is_guest=True)
        look = look_of(settings, is_plain=arguments.ascii)
        return Desk(course, words(), keeping, shared.today(), look, shared=shared)

    shared = Shared(next_desk, settings.cover_after, settings.wipe_after, lambda: arguments.today or date.today())
    ending = Ending()
    is_well = show_app(next_desk(), ending, lambda error: None)
    return ending.status if is_well else stop(None)


def _play_in_turn(course: Course, settings: Settings, today: date | None) -> int:
    """In plain lines: at a terminal, a learner who leaves or has gone is followed by another one."""
    choice, ending = words().choice, Ending()
    lines = TypedLines(sys.stdin, ending, settings.wipe_after) if sys.stdin is not None else None
    # Behind the program is somebody else's shell: Ctrl+Z stays here, and no signal comes between a turn and its wiping.
    with handled(TO_THE_SHELL, signal.SIG_IGN), ending.calls(lambda: None):
        while True:
            words().choose(choice)
            try:
                play_lines(course, None, open_keeping(DEFAULT_PROFILE, is_guest=True), today or date.today(), ending, lines)
            finally:
                _wipe()
            if ending.signal or lines is None or not lines.goes_on:
                return ending.status


def _wipe() -> None:
    """Clear the terminal, where there is one that can be."""
    if sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM", "dumb") not in ("dumb", ""):
        with suppress(OSError, ValueError):
            print(WIPED, end="", flush=True)
