"""A course in a folder or a zip: its units and what of each lesson is read when.

Only ``course.yaml`` is read at once. The head of a lesson is read when it is shown in a list, the lesson when it is
opened, the registries when the first lesson cites them, so that the first screen costs the same for 16 lessons and 500.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from safeclass.course.course_file import CourseFile, Unit
from safeclass.course.fault import Fault, Place
from safeclass.course.file_bytes import bytes_of
from safeclass.course.index import Mark, mark
from safeclass.course.text import Id
from safeclass.language import N_
from safeclass.language.cells import printable

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from safeclass.course.channels import Channel
    from safeclass.course.head import ChannelHead, LessonHead
    from safeclass.course.index import Index
    from safeclass.course.lesson import Lesson
    from safeclass.course.lesson_file import Rules
    from safeclass.course.reading import Reading
    from safeclass.course.registry import Registry

T = TypeVar("T")

COURSE_FILES = ("course.yaml", "facts.yaml", "sources.yaml", "channels.yaml", "terms.yaml")
"""The files that a course has beside its lessons."""
EVERYTHING = "*"
"""What no name is, and stands for every name."""

PACKAGE = Path(__file__).resolve().parents[1]
"""Where the program lies."""
BESIDE = PACKAGE.parents[1] / "content"
"""Where the course lies in a checkout."""


class NoCourse(Exception):
    """A folder that holds no course that could be opened; carries the faults that say why."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults[0].rule if faults else "no course")
        self.faults = faults


class Course:
    """An opened course."""

    def __init__(self, folder: Traversable, index: Index | None = None) -> None:
        """Open the course in a folder, with an index of it where there is one.

        Raises `NoCourse` where ``course.yaml`` cannot be read.
        """
        self.folder = folder
        self.index = index
        """What is known of its files from before, where anything is."""
        self._marks: dict[str, Mark] = {}
        """What told each file that was read for the first page, or for the registries, from others."""
        self.faults: list[Fault] = []
        """What was found wrong so far, in everything that was read."""
        self.readings: dict[str, Reading] | None = None
        """The registries as they were read, each knowing where its things stand; only kept where this is set to a dict."""
        self._registries: dict[str, object] = {}
        self.unread: set[str] = set()
        """The names in the registries of what could not be read; `EVERYTHING` where that is a whole file."""
        first = self._indexed("course.yaml", CourseFile) or self._read_course_file()
        self._first = first
        self.languages = tuple(first.languages)
        """The languages of the course, the primary one first."""
        self.names_of_languages = dict(first.languages)
        """What each language calls itself."""
        self.title = first.title
        self.units = first.units
        self.opening = first.opening
        """The lesson with the questions to meet before the course; None where there is none."""
        self.closing = first.closing
        """The lesson with the questions parallel to them, for after the course; None where there is none."""
        self.minutes = first.minutes
        """How many minutes a lesson is to take."""
        self._heads: dict[str, LessonHead | None] = {}
        for lesson, times in Counter(self.ids).items():
            if times > 1:
                from safeclass.course.naming import named_twice

                self.faults.extend(named_twice(self, lesson))

    @cached_property
    def lesson_ids(self) -> tuple[Id, ...]:
        """Every lesson in order."""
        return tuple(lesson for unit in self.units for lesson in unit.lessons)

    @cached_property
    def ids(self) -> tuple[Id, ...]:
        """Everything that can be taken, in order: the questions before the course, every lesson, the questions after it."""
        return tuple(name for name in (self.opening, *self.lesson_ids, self.closing) if name is not None)

    def unit_of(self, lesson: str) -> Unit | None:
        """The unit a lesson stands in."""
        return next((unit for unit in self.units if lesson in unit.lessons), None)

    def head(self, lesson: str) -> LessonHead | None:
        """What the list shows of a lesson; None where the head of its file cannot be read."""
        from safeclass.course.head import LessonHead, read_head

        if lesson not in self._heads:
            path = f"lessons/{lesson}.yaml"
            data = self._bytes(path)
            head = self._indexed(path, LessonHead, data)
            self._heads[lesson] = head or (read_head(data, path, self.languages) if data is not None else None)
        return self._heads[lesson]

    def lesson(self, lesson: str, rules: Rules | None = None) -> tuple[Lesson | None, list[Fault]]:
        """A lesson to be taken, and all faults of its file. A card with a fault is replaced by a `SetAside`."""
        from safeclass.course.lesson_file import read_lesson

        path = f"lessons/{lesson}.yaml"
        data = bytes_of(self.folder, path)
        if data is None:
            return None, [self._without_file(lesson, path) or unreadable(printable(path))]
        return read_lesson(data, lesson, printable(path), self.names_of_languages, self.registry, rules)

    def _without_file(self, lesson: str, path: str) -> Fault | None:
        """That the course names a lesson whose file is not there; None where there is something that cannot be opened."""
        if path in self.files():
            return None
        from safeclass.course.naming import without_file

        return without_file(self, lesson)

    @cached_property
    def short_channels(self) -> tuple[ChannelHead, ...]:
        """The channels of the help band; none where the file cannot be read."""
        from safeclass.course.head import ChannelHeads

        data = self._bytes("channels.yaml")
        found = self._indexed("channels.yaml", ChannelHeads, data)
        if found is None and data is not None:
            from safeclass.course.reading import Reading

            found = Reading("channels.yaml", self.languages, only_head=True).read(data, ChannelHeads)
        return tuple(channel for channel in found.channels if channel.short is not None) if found else ()

    @cached_property
    def channels(self) -> Mapping[str, Channel]:
        """Where to turn, by id; empty where the file cannot be read."""
        from safeclass.course.channels import ChannelFile

        return self._read_entries("channels.yaml", ChannelFile)["channels"]

    @cached_property
    def registry(self) -> Registry:
        """Everything that lessons cite; what could not be read is left out."""
        from safeclass.course.facts import FactFile, SourceFile
        from safeclass.course.registry import Registry
        from safeclass.course.terms import TermFile

        terms = self._read_entries("terms.yaml", TermFile)
        return Registry(
            facts=self._read_entries("facts.yaml", FactFile)["facts"],
            sources=self._read_entries("sources.yaml", SourceFile)["sources"],
            channels=self.channels,
            sentences=terms["sentences"],
            terms=terms["terms"],
        )

    def files(self) -> Iterator[str]:
        """The names of the course's files that lessons are read from, whether or not a unit lists them."""
        lessons = self.folder / "lessons"
        if lessons.is_dir():
            yield from sorted(f"lessons/{file.name}" for file in lessons.iterdir() if file.name.endswith(".yaml"))

    def written_lessons(self) -> Iterator[str]:
        """The text of each lesson's file, unread; what cannot be opened, or decoded, is left out."""
        for lesson in self.lesson_ids:
            data = bytes_of(self.folder, f"lessons/{lesson}.yaml")
            if data is not None:
                yield data.decode(errors="ignore")

    def read_first(self) -> Iterator[tuple[str, Mark, object]]:
        """What is read for the first page, by the name of its file, with the mark of its bytes; no head that cannot be read."""
        for lesson in self.ids:
            self.head(lesson)
        yield from self.read_so_far()

    def read_so_far(self) -> Iterator[tuple[str, Mark, object]]:
        """What was read for the first page until now, in the same way."""
        from safeclass.course.head import ChannelHeads

        yield "course.yaml", self._marks["course.yaml"], self._first
        channels = ChannelHeads(channels=self.short_channels)
        heads = {f"lessons/{lesson}.yaml": head for lesson, head in self._heads.items()}
        for name, thing in {"channels.yaml": channels, **heads}.items():
            if name in self._marks and thing is not None:
                yield name, self._marks[name], thing

    def place_in(self, path: str) -> Callable[..., Place]:
        """Tells where a thing of a registry's file stands; only the file where its reading was not kept."""
        reading = (self.readings or {}).get(path)
        return reading.place if reading else lambda _thing, _language="": Place(path)

    def _bytes(self, name: str) -> bytes | None:
        """The bytes of a file, marked so that it is known what was read; None where it is no file or cannot be opened."""
        data = bytes_of(self.folder, name)
        if data is not None:
            self._marks.setdefault(name, mark(data))  # the first: whatever was read since is newer, and looked at again
        return data

    def _indexed(self, name: str, model: type[T], data: bytes | None = None) -> T | None:
        """What the index tells of a file; None where that has to be read."""
        if self.index is None:
            return None
        data = self._bytes(name) if data is None else data
        return self.index.find(name, data, model) if data is not None else None

    def _read_course_file(self) -> CourseFile:
        first, reading = self._read("course.yaml", CourseFile, ())
        if first is not None and not first.languages:
            wrong, mend = N_("The course has no language."), N_("Write at least one, such as ko: 한국어.")
            self.faults.append(Fault(reading.place(first), "no-language", wrong, mend))
        if first is None or not first.languages:
            raise NoCourse(self.faults)
        return first

    def _read(self, name: str, model: type[T], languages: Collection[str]) -> tuple[T | None, Reading]:
        from safeclass.course.reading import Reading

        reading = Reading(name, languages)
        data = self._bytes(name)
        found = None
        if data is None:
            reading.faults.append(unreadable(name))
        else:
            found = reading.read(data, model)
        self.faults.extend(reading.faults)
        if self.readings is not None:
            self.readings[name] = reading
        return found, reading

    def _read_entries(self, name: str, model: Any) -> dict[str, dict[str, Any]]:
        """Every list of a registry's file, its entries by id; of two with one id the first stands.

        Where its things need not know where they stand, an index may tell them.
        """
        found = self._indexed(name, model) if self.readings is None else None
        reading = None
        if found is None:
            found, reading = self._read(name, model, self.names_of_languages)
            self.unread |= reading.left_out_names if found is not None else {EVERYTHING}
        self._registries[name] = found
        lists: dict[str, dict[str, Any]] = {}
        for key in fields(model):
            entries = lists.setdefault(key.name, {})
            for entry in getattr(found, key.name, ()):
                its_id = getattr(entry, key.name.removesuffix("s"))
                if its_id in entries:
                    self._tell_twice(reading.place(entry) if reading else Place(name), its_id)
                entries.setdefault(its_id, entry)
        return lists

    def read_again(self) -> tuple[CourseFile, Callable[[object], Place]]:
        """What course.yaml holds, and where each thing in it stands; as it was read at first where that is no longer possible."""
        from safeclass.course.reading import Reading

        reading = Reading("course.yaml")
        data = bytes_of(self.folder, "course.yaml")
        found = reading.read(data, CourseFile) if data is not None else None
        return found or self._first, reading.place

    def read_registries(self) -> Iterator[tuple[str, Mark, object]]:
        """The registries as far as they were read, by the name of the file, with the mark of its bytes."""
        for name, found in self._registries.items():
            if found is not None:
                yield name, self._marks[name], found

    def _tell_twice(self, place: Place, name: str) -> None:
        self.faults.append(
            Fault(place, "duplicate-id", N_("'{name}' stands here twice."), N_("Give each its own id."), {"name": name})
        )


def unreadable(path: str) -> Fault:
    """That a file is not there, or cannot be opened."""
    return Fault(Place(path), "unreadable", N_("The file cannot be opened."), N_("Look whether it is there and may be read."))


def found_at(path: Path) -> Traversable:
    """Where a course lies: the folder at a path, or what a zip there holds. Raises `NoCourse` for a zip that is no good."""
    if not os.path.isfile(path):
        return path
    from safeclass.course.zipped import open_zip

    return open_zip(path)


def shipped() -> Path:
    """Where the course that comes with the program lies: beside the sources, or in the installed package."""
    return PACKAGE / "content" if is_installed() else BESIDE


def is_installed() -> bool:
    """Whether the course lies in the installed package, where an author's work would be lost with the next version."""
    return not (BESIDE / "course.yaml").is_file()
