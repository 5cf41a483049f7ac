"""What every store can do, whether it keeps things on the disk or only while the program runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from safeclass.course.text import Id
from safeclass.session.event import Event
from safeclass.session.progress import LessonProgress

PATIENCE = 5.0
"""How long another program's lock is waited for, in seconds, where there is nothing else to do; and then once more."""

BRIEFLY = 0.12
"""How long while somebody sits in front of it, where every key waits for that: what is not kept then is tried again later."""


class Store(Protocol):
    """Keeps what happened, per profile (a nickname) and lesson; every method may raise `StoreFault`."""

    @property
    def notice(self) -> str | None:
        """What the learner should be told about how the store was opened, as an English msgid; None where nothing."""

    def append(self, profile: str, event: Event) -> None:
        """Keep an event; it is kept once this returns, and not at all where it raises."""

    def events(self, profile: str, lesson: Id) -> Sequence[Event]:
        """What happened in a lesson since it was last started, in order."""

    def progress(self, profile: str) -> Mapping[Id, LessonProgress]:
        """What was done in each lesson that was ever begun."""

    def forget(self, profile: str | None, lesson: Id | None = None) -> None:
        """Delete what is kept of one learner, or where ``profile`` is None, of everybody; in one lesson, or in all."""

    def wait(self, patience: float) -> None:
        """From now on, wait so many seconds for another program's lock."""

    def close(self) -> None:
        """Let everything go; nothing can be kept or read afterwards."""
