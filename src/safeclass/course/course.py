"""A course in a folder or a zip: its units and what of each lesson is read when.

Only ``course.yaml`` is read at once. The head of a lesson is read when it is shown in a list, the lesson when it is
opened, the registries when the first lesson cites them, so that the first screen costs the same for 16 lessons and 500.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from safeclass.course.course_file import CourseFile, Unit
from safeclass.course.fault import Fault, NoCourse, Place
from safeclass.course.folder import KnownFiles, bytes_of, names_in, unreadable
from safeclass.course.text import Id
from safeclass.language import N_
from safeclass.language.cells import printable

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from safeclass.course.channels import Channel
    from safeclass.course.head import ChannelHead, LessonHead
    from safeclass.course.index import Index, Mark
    from safeclass.course.lesson import Lesson
    from safeclass.course.lesson_file import Rules
    from safeclass.course.registry import Registry
    from safeclass.course.registry_files import RegistryFiles


class Course:
    """An opened course."""

    def __init__(self, folder: Traversable, index: Index | None = None) -> None:
        """Open the course in a folder, with an index of it where there is one.

        Raises `NoCourse` where ``course.yaml`` cannot be read.
        """
        self.folder = folder
        self.known = KnownFiles(folder, index)
        """Its files, as far as they were read or are known from before."""
        self.faults = self.known.faults
        """What was found wrong so far, in everything that was read."""
        first = self.known.find("course.yaml", CourseFile) or self._read_course_file()
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
            data = self.known.bytes_of(path)
            head = self.known.find(path, LessonHead, data)
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

        data = self.known.bytes_of("channels.yaml")
        found = self.known.find("channels.yaml", ChannelHeads, data)
        if found is None and data is not None:
            from safeclass.course.reading import Reading

            found = Reading("channels.yaml", self.languages, only_head=True).read(data, ChannelHeads)
        return tuple(channel for channel in found.channels if channel.short is not None) if found else ()

    @cached_property
    def registries(self) -> RegistryFiles:
        """The files of everything that lessons cite."""
        from safeclass.course.registry_files import RegistryFiles  # the first page is shown without it

        return RegistryFiles(self.known, self.names_of_languages)

    @property
    def channels(self) -> Mapping[str, Channel]:
        """Where to turn, by id; empty where the file cannot be read."""
        return self.registries.channels

    @property
    def registry(self) -> Registry:
        """Everything that lessons cite; what could not be read is left out."""
        return self.registries.registry

    def files(self) -> Iterator[str]:
        """The names of the course's files that lessons are read from, whether or not a unit lists them."""
        yield from (f"lessons/{name}" for name in names_in(self.folder, "lessons") if name.endswith(".yaml"))

    def written_lessons(self) -> Iterator[str]:
        """The text of the file of everything that can be taken, unread; what cannot be opened, or decoded, is left out."""
        for lesson in self.ids:
            data = bytes_of(self.folder, f"lessons/{lesson}.yaml")
            if data is not None:
                yield data.decode(errors="ignore")

    def read_first(self) -> Iterator[tuple[str, Mark, object]]:
        """What is read for the first page, by the name of its file, with the mark of its bytes; no head that cannot be read."""
        for lesson in self.ids:
            self.head(lesson)
        yield from self.read_so_far()

    def read_registries(self) -> Iterator[tuple[str, Mark, object]]:
        """What lessons cite, in the same way; no file that cannot be read."""
        _ = self.registry
        yield from self.registries.read_so_far()

    def read_ahead(self) -> None:
        """Read what every lesson needs, and get the reader of lessons ready, so that opening one waits for neither."""
        from safeclass.course.yaml_file import get_ready

        if self.registry.facts:
            get_ready()

    def read_so_far(self) -> Iterator[tuple[str, Mark, object]]:
        """What was read for the first page until now, in the same way."""
        from safeclass.course.head import ChannelHeads

        yield "course.yaml", self.known.marks["course.yaml"], self._first
        channels = ChannelHeads(channels=self.short_channels)
        heads = {f"lessons/{lesson}.yaml": head for lesson, head in self._heads.items()}
        for name, thing in {"channels.yaml": channels, **heads}.items():
            if name in self.known.marks and thing is not None:
                yield name, self.known.marks[name], thing

    def _read_course_file(self) -> CourseFile:
        first, reading = self.known.read("course.yaml", CourseFile)
        if first is not None and not first.languages:
            wrong, mend = N_("The course has no language."), N_("Write at least one, such as ko: 한국어.")
            self.faults.append(Fault(reading.place(first), "no-language", wrong, mend))
        if first is None or not first.languages:
            raise NoCourse(self.faults)
        return first

    def read_again(self) -> tuple[CourseFile, Callable[[object], Place]]:
        """What course.yaml holds, and where each thing in it stands; as it was read at first where that is no longer possible."""
        from safeclass.course.reading import Reading

        reading = Reading("course.yaml")
        data = bytes_of(self.folder, "course.yaml")
        found = reading.read(data, CourseFile) if data is not None else None
        return found or self._first, reading.place
