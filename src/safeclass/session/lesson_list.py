"""The lessons of a course as one list, the units that it falls into, and what was done of it."""

from __future__ import annotations

from collections.abc import Mapping

from safeclass.course.course import Course
from safeclass.course.text import Id
from safeclass.session.progress import UNTOUCHED, LessonProgress


class LessonList:
    """Every lesson by its place from 0; the units are a table of contents beside it."""

    def __init__(self, course: Course, progress: Mapping[str, LessonProgress]) -> None:
        """`progress` is what was done in each lesson."""
        self.course = course
        """The course, which knows what stands at the head of each lesson."""
        self.lessons = course.lesson_ids
        self.units = course.units
        self._progress = progress
        self.stopped: Id | None = next((lesson for lesson in reversed(self.lessons) if self.of(lesson).is_begun), None)
        """The lesson that was begun and not finished, the last of several."""
        self._starts: list[int] = []
        before = 0
        for unit in self.units:
            self._starts.append(before)
            before += len(unit.lessons)

    def of(self, lesson: str) -> LessonProgress:
        """What was done in a lesson."""
        return self._progress.get(lesson, UNTOUCHED)

    @property
    def done(self) -> float:
        """How much of the course is done, from 0 to 1."""
        return self._finished(self.lessons) / len(self.lessons) if self.lessons else 0.0

    def done_of(self, unit: int) -> str:
        """How many of a unit's lessons are done, and how many there are."""
        lessons = self.units[unit].lessons
        return f"{self._finished(lessons)}/{len(lessons)}"

    def is_done(self, unit: int) -> bool:
        """Whether a unit has lessons and all of them are done."""
        lessons = self.units[unit].lessons
        return bool(lessons) and self._finished(lessons) == len(lessons)

    def _finished(self, lessons: tuple[Id, ...]) -> int:
        return sum(self.of(lesson).finished > 0 for lesson in lessons)

    def unit_at(self, place: int) -> int:
        """The unit that a place falls into; the first for what stands above the lessons."""
        return max(0, sum(start <= max(place, 0) for start in self._starts) - 1)

    def start_of(self, unit: int) -> int | None:
        """The place of a unit's first lesson; None where there is no such unit."""
        return self._starts[unit] if 0 <= unit < len(self.units) else None

    def number_of(self, place: int, unit: int) -> int | None:
        """Which lesson of a unit stands at a place, counted from 1; None for those of other units."""
        number = place - self._starts[unit] + 1
        return number if 0 < number <= len(self.units[unit].lessons) else None

    def place_of(self, number: int, unit: int) -> int | None:
        """The place of a unit's lesson, counted from 1; None where it has fewer."""
        start = self.start_of(unit)
        return start + number - 1 if start is not None and 0 < number <= len(self.units[unit].lessons) else None
