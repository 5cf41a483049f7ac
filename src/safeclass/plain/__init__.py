"""The same course in plain lines: for screen readers, simple terminals and pipes, over the same engine as the app."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from io import TextIOWrapper
from typing import TextIO

from safeclass.course.course import Course
from safeclass.language import Words
from safeclass.plain.contents import browse, open_lesson
from safeclass.plain.desk import Desk, Left, Lines
from safeclass.plain.greeting import greet, say_farewell
from safeclass.plain.paper import Closed, Paper
from safeclass.session.keeping import Keeping

__all__ = ["play"]


def play(
    course: Course, lesson: str | None, keeping: Keeping, words: Words, today: date, lines: Lines | None, out: TextIO | None
) -> int:
    """Take one lesson, or choose from the list until the learner leaves; answers the exit status, which is always 0.

    ``lines`` is read a line at a time and ``out`` is flushed before each; either is None where the machine gave none.
    `BrokenPipeError` is raised where the reader of ``out`` has gone.
    """
    if out is None:
        return 0
    for stream in (lines, out):
        if isinstance(stream, TextIOWrapper):
            # A sign that the stream cannot hold becomes a question mark, not an error.
            with suppress(ValueError, OSError):
                stream.reconfigure(errors="replace")
    desk = Desk(course, keeping, words, today, Paper(out), lines)
    with suppress(Closed):
        try:
            greet(desk)
            if lesson is None or not open_lesson(desk, lesson):
                browse(desk)
        except Left:
            say_farewell(desk)
        desk.tell_notices()
        desk.paper.flush()
    return 0
