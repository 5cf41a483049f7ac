"""Whether a lesson that is written is ever met: it stands in a unit, or before or after the course."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.lesson import Lesson
from safeclass.course.rules.rule import Rule
from safeclass.course.rules.todo import is_written
from safeclass.language import N_

IN_NO_UNIT = Rule(
    "in-no-unit",
    Severity.ADVICE,
    N_("No learner meets '{lesson}': course.yaml names it nowhere."),
    N_("Put it among the `lessons` of a unit there."),
)


def check_listed(lesson: Lesson, listed: Collection[str], place: Callable[[object], Place]) -> Iterator[Fault]:
    """Tell of a lesson that is not among those that the course names; one with a reminder in it is still being written."""
    if lesson.lesson not in listed and is_written(lesson):
        yield IN_NO_UNIT.broken(place(lesson), lesson=lesson.lesson)
