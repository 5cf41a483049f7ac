"""The store of a guest: plain memory, gone with the program."""

from __future__ import annotations

from collections.abc import Mapping

from safeclass.course.text import Id
from safeclass.session.event import Event, Happened
from safeclass.session.progress import LessonProgress
from safeclass.store.encoding import name, normal


class GuestStore:
    """Keeps events only while the program runs; nothing of it ever reaches the disk."""

    notice: str | None = None
    """A guest's store is always opened in good order."""

    def __init__(self) -> None:
        self._events: dict[tuple[str, Id], list[Event]] = {}
        self._progress: dict[str, dict[Id, LessonProgress]] = {}

    def append(self, profile: str, event: Event) -> None:
        """Keep an event for as long as the program runs."""
        profile, event = name(profile), normal(event)
        sitting = self._events.setdefault((profile, event.lesson), [])
        if event.happened is Happened.STARTED:
            sitting.clear()
        sitting.append(event)
        lessons = self._progress.setdefault(profile, {})
        lessons[event.lesson] = lessons.get(event.lesson, LessonProgress()).after(event)

    def events(self, profile: str, lesson: Id) -> tuple[Event, ...]:
        """What happened in a lesson since it was last started, in order."""
        return tuple(self._events.get((name(profile), Id(name(lesson))), ()))

    def progress(self, profile: str) -> Mapping[Id, LessonProgress]:
        """What was done in each lesson that was begun."""
        return dict(sorted(self._progress.get(name(profile), {}).items()))

    def forget(self, profile: str | None, lesson: Id | None = None) -> None:
        """Let go of what is kept of one learner, or of everybody; in one lesson, or in all."""
        for person in list(self._progress) if profile is None else [name(profile)]:
            lessons = self._progress.get(person, {})
            for gone in list(lessons) if lesson is None else [Id(name(lesson))]:
                lessons.pop(gone, None)
                self._events.pop((person, gone), None)
            if not lessons:
                self._progress.pop(person, None)

    def wait(self, patience: float) -> None:
        """Nobody else can hold it."""

    def close(self) -> None:
        """Let everything go."""
        self._events.clear()
        self._progress.clear()
