"""A course in a folder: its units and what of each lesson is read when.

Only ``course.yaml`` is read at once. The head of a lesson is read when it is shown in a list, the lesson when it is
opened, the registries when the first lesson cites them, so that the first screen costs the same for 16 lessons and 500.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from safeclass.course.fault import Fault, Place
from safeclass.course.reading import Reading
from safeclass.course.shape import hint
from safeclass.course.text import Id, Text
from safeclass.language import N_

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from safeclass.course.channels import Channel
    from safeclass.course.head import ChannelHead, LessonHead
    from safeclass.course.model import Lesson
    from safeclass.course.registry import Registry

T = TypeVar("T")

CARDS_BEGIN = re.compile(rb"^(summary|can_do|turn_to|opening|cards|closing|teacher):", re.MULTILINE)
"""Where the head of a lesson file ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A few lessons that belong together."""

    unit: Id = hint("Stable name.")
    title: Text = hint("One word for the list of units.")
    lessons: tuple[Id, ...] = hint("The lessons in order; each is the file lessons/<id>.yaml.")


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseFile:
    """``course.yaml``."""

    course: Id = hint("Stable name.")
    title: Text = hint("What the course is called.")
    languages: Mapping[str, str] = hint("Each language and its own name for itself, the primary one first.")
    units: tuple[Unit, ...] = hint("The units in order.")


class NoCourse(Exception):
    """A folder that holds no course that could be opened; carries the faults that say why."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults[0].rule if faults else "no course")
        self.faults = faults


class Course:
    """An opened course."""

    def __init__(self, folder: Traversable) -> None:
        """Open the course in a folder. Raises `NoCourse` where ``course.yaml`` cannot be read."""
        self.folder = folder
        self.faults: list[Fault] = []
        """What was found wrong so far, in everything that was read."""
        first = self._read("course.yaml", CourseFile, ())
        if first is None or not first.languages:
            raise NoCourse(self.faults)
        self.languages = tuple(first.languages)
        """The languages of the course, the primary one first."""
        self.names_of_languages = dict(first.languages)
        """What each language calls itself."""
        self.title = first.title
        self.units = first.units
        self._heads: dict[str, LessonHead | None] = {}

    @property
    def lesson_ids(self) -> tuple[Id, ...]:
        """Every lesson in order."""
        return tuple(lesson for unit in self.units for lesson in unit.lessons)

    def unit_of(self, lesson: str) -> Unit | None:
        """The unit a lesson stands in."""
        return next((unit for unit in self.units if lesson in unit.lessons), None)

    def head(self, lesson: str) -> LessonHead | None:
        """What the list shows of a lesson; None where the head of its file cannot be read."""
        from safeclass.course.head import LessonHead

        if lesson not in self._heads:
            data = self._bytes(f"lessons/{lesson}.yaml")
            found = None
            if data is not None:
                begin = CARDS_BEGIN.search(data)
                reading = Reading(f"lessons/{lesson}.yaml", self.languages, only_head=True)
                found = reading.read(data[: begin.start()] if begin else data, LessonHead)
            self._heads[lesson] = found
        return self._heads[lesson]

    def lesson(self, lesson: str) -> tuple[Lesson | None, list[Fault]]:
        """A lesson to be taken, and all faults of its file. A card with a fault is replaced by a `SetAside`."""
        from safeclass.course.lesson_file import read_lesson

        data = self._bytes(f"lessons/{lesson}.yaml")
        if data is None:
            return None, [unreadable(f"lessons/{lesson}.yaml")]
        return read_lesson(data, lesson, f"lessons/{lesson}.yaml", self.languages, self.registry)

    @cached_property
    def short_channels(self) -> tuple[ChannelHead, ...]:
        """The channels of the help band; none where the file cannot be read."""
        from safeclass.course.head import ChannelHeads

        data = self._bytes("channels.yaml")
        found = Reading("channels.yaml", self.languages, only_head=True).read(data, ChannelHeads) if data is not None else None
        return tuple(channel for channel in found.channels if channel.short is not None) if found else ()

    @cached_property
    def channels(self) -> Mapping[str, Channel]:
        """Where to turn, by id; empty where the file cannot be read."""
        from safeclass.course.channels import ChannelFile

        found = self._read("channels.yaml", ChannelFile, self.languages)
        return {channel.channel: channel for channel in found.channels} if found else {}

    @cached_property
    def registry(self) -> Registry:
        """Everything that lessons cite; what could not be read is left out."""
        from safeclass.course.facts import FactFile, SourceFile
        from safeclass.course.registry import Registry
        from safeclass.course.terms import TermFile

        facts = self._read("facts.yaml", FactFile, self.languages)
        sources = self._read("sources.yaml", SourceFile, self.languages)
        terms = self._read("terms.yaml", TermFile, self.languages)
        return Registry(
            facts={fact.fact: fact for fact in facts.facts} if facts else {},
            sources={source.source: source for source in sources.sources} if sources else {},
            channels=self.channels,
            sentences={sentence.sentence: sentence for sentence in terms.sentences} if terms else {},
            terms={term.term: term for term in terms.terms} if terms else {},
        )

    def files(self) -> Iterator[str]:
        """The names of the course's files that lessons are read from, whether or not a unit lists them."""
        lessons = self.folder / "lessons"
        if lessons.is_dir():
            yield from sorted(f"lessons/{file.name}" for file in lessons.iterdir() if file.name.endswith(".yaml"))

    def _bytes(self, name: str) -> bytes | None:
        try:
            return self.folder.joinpath(*name.split("/")).read_bytes()
        except (OSError, KeyError):
            return None

    def _read(self, name: str, model: type[T], languages: Any) -> T | None:
        data = self._bytes(name)
        if data is None:
            self.faults.append(unreadable(name))
            return None
        reading = Reading(name, languages)
        found = reading.read(data, model)
        self.faults.extend(reading.faults)
        return found


def unreadable(path: str) -> Fault:
    """That a file is not there, or cannot be opened."""
    return Fault(Place(path), "unreadable", N_("The file cannot be opened."), N_("Look whether it is there and may be read."))


def shipped() -> Path:
    """Where the course that comes with the program lies: beside the sources, or in the installed package."""
    package = Path(__file__).resolve().parents[1]
    beside = package.parents[1] / "content"
    return beside if (beside / "course.yaml").is_file() else package / "content"
