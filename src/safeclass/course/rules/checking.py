"""Every family of rules over a whole course, with what a lesson asks to be silent about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain

from safeclass.course.card import identity
from safeclass.course.course import Course
from safeclass.course.fault import Fault, Place
from safeclass.course.lesson import Lesson
from safeclass.course.rules import silence
from safeclass.course.rules.bounds import check_bounds, suspect_bounds
from safeclass.course.rules.care import Care, check_speech, suspect_speech
from safeclass.course.rules.derived import check_derived, check_parts, check_shares, suspect_shares
from safeclass.course.rules.facts import (
    check_days,
    check_facts,
    check_numbers,
    check_tense,
    suspect_days,
    suspect_numbers,
    suspect_tense,
)
from safeclass.course.rules.languages import (
    IN_STEP,
    check_swapped,
    check_translation,
    suspect_swapped,
    suspect_translation,
)
from safeclass.course.rules.listed import check_listed
from safeclass.course.rules.manuscript import Check, Families, Manuscript, Written
from safeclass.course.rules.markup import check_markup, suspect_markup
from safeclass.course.rules.misnamed import check_names
from safeclass.course.rules.options import check_lengths, check_options
from safeclass.course.rules.parallel import are_counted, check_parallel
from safeclass.course.rules.particles import check_particles, suspect_particles
from safeclass.course.rules.reading_level import check_reading_level, suspect_reading_level
from safeclass.course.rules.reasons import check_reasons
from safeclass.course.rules.review import Review
from safeclass.course.rules.screen import check_screen, check_title, suspect_screen
from safeclass.course.rules.terms import TermsToExplain
from safeclass.course.rules.todo import check_written, suspect_written
from safeclass.course.rules.units import check_units, suspect_units
from safeclass.course.rules.upkeep import check_channels_upkeep, check_facts_upkeep, check_sources
from safeclass.course.rules.words import AvoidedWords, check_shouts, check_words, suspect_shouts, suspect_words

Where = Callable[..., Place]
"""Tells where a thing that was read stands; of a text, where its words in a language do."""

Try = Callable[[Lesson, Where], Iterable[tuple[str, Fault]]]
"""Plays a lesson and tells what goes wrong, with the id of the card it goes wrong on."""


ABOUT = ("title", "aim", "note", "summary", "can_do", "teacher")
"""The keys of a lesson that hold words and no card."""


class CourseRules:
    """The rules of one course, and what its lessons were seen to cite."""

    def __init__(self, course: Course, try_lesson: Try, review: Review) -> None:
        """The rules of a course; `try_lesson` plays a lesson, which nothing in this room can; `review` takes in its texts."""
        self._try = try_lesson
        self.review = review
        """The texts that were seen so far, beside the record of reviews."""
        self._registry = course.registry
        self._course = course
        self.cited: set[str] = set()
        """The names that were seen to be cited so far."""
        self._around: dict[str, tuple[Lesson, Where]] = {}
        """The questions before and after the whole course, as they are played, and where each thing in them stands."""
        self._to_explain = TermsToExplain(course.registry)
        self._care = Care(course.registry)
        self._said: dict[tuple[str, str], str | None] = {}
        avoided = AvoidedWords(course.registry.terms)
        known = course.registry
        self.of_registries: Families = (
            (suspect_written, check_written),
            (suspect_markup, check_markup),
            *IN_STEP,
            (suspect_bounds, check_bounds),
            (suspect_swapped, check_swapped),
            (suspect_units, check_units),
            (suspect_shouts, check_shouts),
            (suspect_speech, check_speech),
            (suspect_particles, partial(check_particles, registry=known)),
            (suspect_shares, check_shares),
            (suspect_screen, partial(check_screen, registry=known)),
        )
        """What is looked for in each passage of the registries."""
        self.of_lessons: Families = (
            (suspect_written, check_written),
            (suspect_markup, check_markup),
            *IN_STEP,
            (suspect_bounds, check_bounds),
            (suspect_translation, check_translation),
            (partial(suspect_words, avoided=avoided), partial(check_words, avoided=avoided)),
            (suspect_numbers, partial(check_numbers, registry=known)),
            (suspect_particles, partial(check_particles, registry=known)),
            (suspect_shares, check_shares),
            (partial(suspect_tense, registry=known), partial(check_tense, registry=known)),
            (suspect_days, partial(check_days, registry=known)),
            (suspect_screen, partial(check_screen, registry=known)),
            (suspect_reading_level, check_reading_level),
            (suspect_speech, check_speech),
        )
        """What is looked for in each passage of a lesson."""

    def check_lesson(self, lesson: Lesson, played: Lesson, place: Where) -> Iterator[Fault]:
        """Everything in one lesson that breaks a rule, but for what it is silent about.

        It is looked at as it is written, and tried as it is played, with what could not be played set aside.
        """
        self.review.note(place(lesson).path, lesson, place)
        self.cited.update(lesson.turn_to)
        is_whole = len(lesson.deck) == len(played.deck)
        heard = silence.Silences(lesson, is_whole, place)
        things = [*((getattr(lesson, key), key, lesson) for key in ABOUT), *((card, "", None) for card in lesson.deck)]
        told: list[list[Fault]] = [[] for _ in things]
        for thing, fault in self._look_at(things, self.of_lessons, place):
            told[thing].append(fault)
        yield from chain.from_iterable(told[: len(ABOUT)])
        for card, faults in zip(lesson.deck, told[len(ABOUT) :], strict=True):
            self.cited.update(getattr(card, "facts", ()), (channel.id for channel in getattr(card, "channels", ())))
            faults += chain(check_options(card, self._registry, place), check_reasons(card, place))
            yield from heard.heed(identity(card), faults)
        for card_id, fault in chain(
            self._to_explain.check(lesson, place) if is_whole else (),
            self._care.check(lesson, place, is_whole=is_whole),
            self._try(played, place),
        ):
            yield from heard.heed(card_id, (fault,))
        if lesson.lesson in (self._course.opening, self._course.closing):
            self._around[lesson.lesson] = played, place
        else:
            for card_id, fault in check_parallel(played.opening, played.closing, place, is_counted=are_counted(played)):
                yield from heard.heed(card_id, (fault,))
        yield from check_title(lesson, place)
        if is_whole:
            yield from check_lengths(lesson, self._registry, place)
        yield from check_listed(lesson, self._course.ids, place)
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

        is_counted = all(are_counted(played) for played, _ in self._around.values())
        for _card, fault in check_parallel(opening, closing, place, is_counted=is_counted, is_around=True):
            yield fault

    def check_registries(self, today: date | None = None) -> Iterator[Fault]:
        """Everything in the registries that breaks a rule; what is due on a day only where a day is given.

        To be asked after the lessons, so that it is known what they cite.
        """
        known = self._registry
        for path, entries in known.by_file.items():
            things = tuple(entries.values())
            place = self._course.registries.place_in(path)
            self.review.note(path, things, place)
            written = [(thing, "", None) for thing in things]
            for _, fault in self._look_at(written, self.of_registries, place):
                yield fault
        yield from check_names(known, self.cited, self._course.registries.place_in)
        place = self._course.registries.place_in("facts.yaml")
        facts = known.facts.values()
        yield from check_facts(facts, place)
        yield from check_sources(known.channels.values(), self._course.registries.place_in("channels.yaml"))
        for fact in facts:
            yield from check_derived(fact, known, place)
            yield from check_parts(fact, known, place)
        if today is not None:
            yield from check_facts_upkeep(facts, self.cited, today, place)
            yield from check_channels_upkeep(known.channels.values(), today, self._course.registries.place_in("channels.yaml"))
        course_file, place = self._course.read_again()
        self.review.note("course.yaml", course_file.title, place, "title")
        self.review.note("course.yaml", course_file.units, place)
        written = [(course_file.title, "", None), (course_file.units, "", None)]
        for _, fault in self._look_at(written, self.of_registries, place):
            yield fault

    def _look_at(self, things: Sequence[Written], families: Families, place: Where) -> Iterator[tuple[int, Fault]]:
        """Every fault in the passages of things, with the number of its thing: each family looks closely at its suspects."""
        manuscript = Manuscript(things, self._registry, self._said)
        for by_passage in manuscript.cited.values():
            for number, cited in by_passage.items():
                # That a fact cites itself does not count.
                itself = getattr(things[manuscript.thing_of(number)][0], "fact", "")
                self.cited.update(name for name, _ in cited if name != itself)
        closely: dict[int, list[Check]] = {}
        for suspect, check in families:
            for number in set(suspect(manuscript)):
                closely.setdefault(number, []).append(check)
        for number in sorted(closely):
            passage = manuscript.passage(number)
            at = place(passage.text)
            for check in closely[number]:
                for fault in check(passage, place=at):
                    if fault.names.get("language") in passage.written:
                        fault = replace(fault, place=place(passage.text, fault.names["language"]))
                    yield manuscript.thing_of(number), fault
