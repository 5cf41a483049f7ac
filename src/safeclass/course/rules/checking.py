"""Every family of rules over a whole course, with what a lesson asks to be silent about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from safeclass.course.course import Course
from safeclass.course.fault import Fault, Place
from safeclass.course.model import Lesson, identity
from safeclass.course.rules import silence
from safeclass.course.rules.facts import check_facts, check_numbers, check_tense, check_upkeep
from safeclass.course.rules.languages import check_languages, check_translation
from safeclass.course.rules.markup import check_markup
from safeclass.course.rules.options import check_lengths, check_options
from safeclass.course.rules.parallel import check_parallel
from safeclass.course.rules.rule import Passage, passages
from safeclass.course.rules.screen import check_screen
from safeclass.course.rules.todo import check_written
from safeclass.course.rules.words import AvoidedWords, check_words
from safeclass.course.wording import CITATION

Where = Callable[[object], Place]
"""Tells where a thing that was read stands."""

Try = Callable[[Lesson, Where], Iterable[tuple[str, Fault]]]
"""Plays a lesson and tells what goes wrong, with the id of the card it goes wrong on."""


class CourseRules:
    """The rules of one course, and what its lessons were seen to cite."""

    def __init__(self, course: Course, try_lesson: Try) -> None:
        """The rules of a course; `try_lesson` plays a lesson, which nothing in this room can."""
        self._try = try_lesson
        self._registry = course.registry
        self._course = course
        self._avoided = AvoidedWords(course.registry.terms)
        self._cited: set[str] = set()
        self._around: dict[str, tuple[Lesson, Where]] = {}
        """The questions before and after the whole course, as they are played, and where each thing in them stands."""

    def check_lesson(self, lesson: Lesson, played: Lesson, place: Where) -> Iterator[Fault]:
        """Everything in one lesson that breaks a rule, but for what it is silent about.

        It is looked at as it is written, and tried as it is played, with what could not be played set aside.
        """
        heard = silence.Silences(lesson, len(lesson.deck) == len(played.deck), place)
        for key in ("title", "aim", "note", "summary", "can_do", "teacher"):
            for passage in passages(getattr(lesson, key), self._registry, key, lesson):
                yield from self._check_told(passage, place(passage.text))
        for card in lesson.deck:
            self._cited.update(getattr(card, "facts", ()))
            faults: list[Fault] = []
            for passage in passages(card, self._registry):
                faults += self._check_told(passage, place(passage.text))
            faults += check_options(card, self._registry, place)
            yield from heard.heed(identity(card), faults)
        for card_id, fault in self._try(played, place):
            yield from heard.heed(card_id, (fault,))
        if lesson.lesson in (self._course.opening, self._course.closing):
            self._around[lesson.lesson] = played, place
        else:
            for card_id, fault in check_parallel(played.opening, played.closing, place):
                yield from heard.heed(card_id, (fault,))
        yield from check_lengths(lesson, self._registry, place)
        yield from heard.faults()

    def check_around(self) -> Iterator[Fault]:
        """Whether the questions after the course are parallel to those before it; to be asked after the lessons."""
        named = [name for name in (self._course.opening, self._course.closing) if name is not None]
        if not named or any(name not in self._around for name in named):
            return
        opening, closing = (
            self._around[name][0].deck if name is not None else () for name in (self._course.opening, self._course.closing)
        )

        def place(card: object) -> Place:
            """Where a card stands, in whichever of the two files."""
            return next(where(card) for lesson, where in self._around.values() if any(card is one for one in lesson.deck))

        for _card, fault in check_parallel(opening, closing, place):
            yield fault

    def check_registries(self, today: date | None = None) -> Iterator[Fault]:
        """Everything in the registries that breaks a rule; what is due on a day only where a day is given.

        To be asked after the lessons, so that it is known what they cite.
        """
        known = self._registry
        files = {
            "facts.yaml": tuple(known.facts.values()),
            "channels.yaml": tuple(known.channels.values()),
            "sources.yaml": tuple(known.sources.values()),
            "terms.yaml": (*known.sentences.values(), *known.terms.values()),
        }
        for path, things in files.items():
            place = self._where(path)
            for passage in passages(things, known):
                self._note_citations(passage)
                at = place(passage.text)
                yield from check_written(passage, at)
                yield from check_markup(passage, at)
                yield from check_languages(passage, at)
                yield from check_screen(passage, self._registry, at)
        place = self._where("facts.yaml")
        facts = known.facts.values()
        yield from check_facts(facts, place)
        if today is not None:
            yield from check_upkeep(facts, self._cited, today, place)

    def _check_told(self, passage: Passage, at: Place) -> Iterator[Fault]:
        self._note_citations(passage)
        yield from check_written(passage, at)
        yield from check_markup(passage, at)
        yield from check_languages(passage, at)
        yield from check_translation(passage, at)
        yield from check_words(passage, self._avoided, at)
        yield from check_numbers(passage, at)
        yield from check_tense(passage, self._registry, at)
        yield from check_screen(passage, self._registry, at)

    def _note_citations(self, passage: Passage) -> None:
        for words in passage.written.values():
            if "{" in words:
                self._cited.update(found[1] for found in CITATION.finditer(words))

    def _where(self, path: str) -> Where:
        reading = (self._course.readings or {}).get(path)
        return reading.place if reading else lambda _: Place(path)
