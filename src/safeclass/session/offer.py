"""What is offered beside the lessons: the questions before the course, those after it, then a look at both answers."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from safeclass.course.course import Course
from safeclass.course.text import Id
from safeclass.language import N_
from safeclass.session.progress import UNTOUCHED, LessonProgress


class Offer(Enum):
    """What is offered beside the lessons, one line that may be passed over; its value is what it is called, a msgid."""

    BEFORE = N_("Before the lessons")
    AFTER = N_("After the lessons")
    BOTH = N_("Then and now")

    @property
    def line(self) -> str:
        """What it is, and that it is free: a msgid."""
        return LINES[self]


LINES = {
    Offer.BEFORE: N_("A few questions first, if you like"),
    Offer.AFTER: N_("Questions like the first ones, if you like"),
    Offer.BOTH: N_("What you chose, side by side"),
}
"""What stands beside the name of an offer."""


def offer_now(course: Course, progress: Mapping[str, LessonProgress]) -> Offer | None:
    """The opening questions until a lesson is begun, the closing ones once half of the lessons are done, then both answers."""
    done = sum(progress.get(lesson, UNTOUCHED).finished > 0 for lesson in course.lesson_ids)
    if course.closing is not None:
        closing = progress.get(course.closing, UNTOUCHED)
        if closing.finished and not closing.is_begun:
            return Offer.BOTH
        if closing.is_begun or 0 < len(course.lesson_ids) <= 2 * done:
            return Offer.AFTER
    if course.opening is not None and not any(lesson in progress for lesson in course.lesson_ids):
        return None if progress.get(course.opening, UNTOUCHED).finished else Offer.BEFORE
    return None


def lesson_of(offer: Offer, course: Course) -> Id | None:
    """The lesson that an offer opens; None for a look at both answers."""
    return {Offer.BEFORE: course.opening, Offer.AFTER: course.closing}.get(offer)
