"""What an author still has to write: the reminders that a new lesson begins with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.rules.rule import Passage, Rule
from safeclass.language import N_

TODO = Rule(
    "todo",
    Severity.ERROR,
    N_("'{words}' stands where words are still to be written."),
    N_("Write them there in every language."),
)
RULES = (TODO,)

REMINDER = re.compile(r"\bTODO\b.*|^할 일:.*", re.MULTILINE)
"""A reminder: TODO anywhere, or 할 일 (things to do) at the beginning of a line and before a colon."""


def check_written(passage: Passage, place: Place) -> Iterator[Fault]:
    """The first reminder in a passage; one is enough, whatever its language."""
    found = (REMINDER.search(words) for words in passage.written.values() if "TODO" in words or "할 일:" in words)
    if reminder := next(filter(None, found), None):
        yield TODO.broken(place, words=reminder[0])
