"""The choice that a sensitive lesson begins with."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from safeclass.course.lesson import Lesson
from safeclass.language import N_
from safeclass.session.progress import UNTOUCHED, LessonProgress


class Way(Enum):
    """What can be done instead of just beginning; four of equal weight, each with what it is called, a msgid."""

    START = N_("Start")
    SUMMARY = N_("Read the summary only")
    ANOTHER = N_("Choose another lesson")
    HELP = N_("Where to turn")


def begins_with_choice(lesson: Lesson, progress: Mapping[str, LessonProgress]) -> bool:
    """Whether a lesson is sensitive, and not under way already."""
    return lesson.note is not None and not progress.get(lesson.lesson, UNTOUCHED).is_begun
