"""A lesson file as it reads now: the lesson to be taken, every fault of it, and the card that each fault stands on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from safeclass.course.card import SetAside, identity
from safeclass.course.course import Course
from safeclass.course.fault import Fault, NoCourse, Place, Severity
from safeclass.course.folder import COURSE_FILES
from safeclass.course.lesson import Lesson
from safeclass.course.rules.checking import CourseRules, Try
from safeclass.course.rules.consequences import without_consequences
from safeclass.course.rules.registries import check_registries
from safeclass.course.rules.review import Review, read_review
from safeclass.course.text import Id

UNFINISHED = frozenset({"unreadable", "empty", "yaml-syntax", "not-utf-8"})
"""The rules that a file breaks while an editor is still writing it."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One reading of a lesson file."""

    course: Course
    path: str
    """The file as the course names it."""
    lesson: Lesson | None
    """The lesson as a learner meets it now; None where it does not open."""
    faults: tuple[Fault, ...]
    """Every fault of the lesson's file in the order of its lines, then those of the files it stands on."""
    begins: tuple[tuple[int, Id], ...] = ()
    """The line at which each card of the lesson begins, in the order of lines."""

    @property
    def is_finished(self) -> bool:
        """Whether nothing is wrong that an editor in the middle of writing a file would cause."""
        return not any(fault.rule in UNFINISHED for fault in self.faults)

    def card_of(self, fault: Fault) -> Id | None:
        """The card that a fault stands on; None where it stands above the cards, or in another file."""
        if fault.place.path != self.path:
            return None
        place = bisect_right([line for line, _card in self.begins], fault.place.line)
        return self.begins[place - 1][1] if place else None

    @property
    def broken(self) -> frozenset[Id]:
        """The ids that stand for cards that do not open."""
        return (
            frozenset(identity(card) for card in self.lesson.deck if isinstance(card, SetAside)) if self.lesson else frozenset()
        )

    def name_of_card(self, fault: Fault) -> str:
        """What its author calls the card that a fault stands on; nothing where it is on none, or the card does not open."""
        card = self.card_of(fault)
        return card if card is not None and card not in self.broken else ""

    def faults_of(self, card: str | None) -> tuple[Fault, ...]:
        """The faults on a card, or with None those above the cards of the lesson's file; what weighs most first."""
        found = [fault for fault in self.faults if fault.place.path == self.path and self.card_of(fault) == card]
        return tuple(sorted(found, key=lambda fault: list(Severity).index(fault.severity)))

    @property
    def advice(self) -> int:
        """How many of the faults are advice only."""
        return sum(fault.severity is Severity.ADVICE for fault in self.faults)


class Proofs:
    """Reads one lesson file anew whenever it is asked to; what it stands on only where that was changed."""

    def __init__(self, course: Course, name: str, trying: Callable[[Course], Try]) -> None:
        """The lesson `name` of an opened course whose registries are not read yet; `trying` tells how its lessons are tried."""
        self.path = f"lessons/{name}.yaml"
        self._name = name
        self._trying = trying
        self._is_fresh = True
        self._take(course)

    def read(self, changed: Collection[str] = ()) -> Proof:
        """The lesson as it reads now; `changed` are the files of the course that may have changed since the last time."""
        self._is_fresh = self._is_fresh and not set(changed) & set(COURSE_FILES)
        if not self._is_fresh:
            try:
                self._take(Course(self._course.folder))
            except NoCourse as no_course:
                return Proof(self._course, self.path, None, tuple(no_course.faults))
            self._is_fresh = True
        begins: list[tuple[int, Id]] = []

        def look(lesson: Lesson, played: Lesson, place: Callable[[object], Place]) -> Iterator[Fault]:
            for card in played.deck:
                begins.append(((card.place if isinstance(card, SetAside) else place(card)).line, identity(card)))
            yield from self._rules.check_lesson(lesson, played, place)

        self._rules.review = read_review(self._course.folder)  # anew: what was read side by side may just have been recorded
        lesson, faults = self._course.lesson(self._name, look)
        faults += (fault for fault in self._rules.review.faults(is_whole=False) if fault.place.path == self.path)
        faults.sort(key=lambda fault: fault.place)
        told, _following = without_consequences((*faults, *self._beneath), self._course.registries.unread)
        return Proof(self._course, self.path, lesson, tuple(told), tuple(sorted(begins)))

    def _take(self, course: Course) -> None:
        """Take up a course with its registries."""
        course.registries.readings = {}
        self._course = course
        self._rules = CourseRules(course, self._trying(course), Review(None))
        self._beneath = (*course.faults, *check_registries(course.registry, course.registries.place_in))
