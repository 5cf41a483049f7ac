"""What an author still has to write: the reminders that a new lesson begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.lesson import Lesson
from safeclass.course.rules.manuscript import Manuscript
from safeclass.course.rules.rule import Passage, Rule
from safeclass.course.text import texts
from safeclass.language import N_
from safeclass.language.pattern import compile_later

TODO = Rule(
    "todo",
    Severity.ERROR,
    N_("'{words}' stands where words are still to be written."),
    N_("Write them there in every language."),
)

REMINDER = compile_later(r"\bTODO\b.*|^할 일:.*", re.MULTILINE)
"""A reminder: TODO anywhere, or 할 일 (things to do) at the beginning of a line and before a colon."""


def is_written(lesson: Lesson) -> bool:
    """Whether no reminder is left in the words that a learner meets."""
    return not any(REMINDER.search(words) for text in texts(lesson.deck) for words in text.values())


def suspect_written(manuscript: Manuscript) -> Iterator[int]:
    """The passages that hold the words of a reminder."""
    for run in manuscript.written.values():
        yield from run.holding("TODO", "할 일:")


def check_written(passage: Passage, place: Place) -> Iterator[Fault]:
    """The first reminder in a passage; one is enough, whatever its language."""
    found = (REMINDER.search(words) for words in passage.written.values())
    if reminder := next(filter(None, found), None):
        yield TODO.broken(place, words=reminder[0])
