"""How a lesson of a course is tried, for the rules: played in every way, and its minutes counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from safeclass.course.course import Course
from safeclass.course.fault import Fault, Place
from safeclass.course.lesson import Lesson
from safeclass.course.rules.checking import Try
from safeclass.session.minutes import Pace, check_minutes
from safeclass.session.playing_through import play_through


def trying(course: Course) -> Try:
    """Tries a lesson of the course; of the questions around it no minutes are asked."""

    pace = Pace(course.registry)

    def try_lesson(lesson: Lesson, place: Callable[[object], Place]) -> Iterator[tuple[str, Fault]]:
        yield from play_through(lesson, place)
        if lesson.lesson not in (course.opening, course.closing):
            yield from (("", fault) for fault in check_minutes(lesson, course.minutes, pace, place))

    return try_lesson
