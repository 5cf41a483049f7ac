"""What the app and plain mode ask of whoever keeps a learner's record; they know neither where nor how it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from safeclass.language import N_
from safeclass.session.event import Event
from safeclass.session.progress import LessonProgress

GUEST = N_("You are a guest: nothing is kept when you leave.")
KEPT = N_("Your progress is on this computer only. There is no score, and you can delete it at any time.")
"""What a learner is told of the record, as msgids."""


class Keeping(Protocol):
    """A learner's record. Nothing here raises: trouble becomes a notice, and the lesson goes on."""

    is_guest: bool
    """Whether nothing is kept once the program ends."""
    notices: list[str]
    """What the learner is to be told about it, as msgids; whoever tells it empties the list."""

    def record(self, event: Event) -> None:
        """Keep an event, before anything is shown that follows from it."""

    def events(self, lesson: str) -> Iterable[Event]:
        """The events of a lesson since it was begun last."""

    def progress(self) -> Mapping[str, LessonProgress]:
        """What was done in each lesson."""

    def forget(self, lesson: str | None = None) -> bool:
        """Delete what is kept of a lesson, or of everything; whether all of that is gone."""
