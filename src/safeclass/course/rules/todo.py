"""What an author still has to write: the reminders that a new lesson begins with."""

from __future__ import annotations

import re

from safeclass.course.fault import Severity
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


def reminder_in(passage: Passage) -> str:
    """The first reminder among the words of a passage; empty where everything is written."""
    found = (REMINDER.search(words) for words in passage.written.values())
    return next((reminder[0] for reminder in found if reminder), "")
