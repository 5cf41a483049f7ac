"""A learner's record while they learn: on the disk, or of a guest only in memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from safeclass import paths
from safeclass.course.text import Id
from safeclass.session.event import Event
from safeclass.session.progress import LessonProgress
from safeclass.store.fault import StoreFault
from safeclass.store.recorder import Recorder
from safeclass.store.store import PATIENCE

if TYPE_CHECKING:
    from safeclass.store.store import Store

DEFAULT_PROFILE = "me"
"""Whose progress it is when no nickname is given."""


class KeptRecord:
    """What is kept of one learner, on the disk or only in memory; trouble is told once and the lesson goes on."""

    def __init__(self, store: Store, profile: str, *, is_guest: bool, instead_of: StoreFault | None = None) -> None:
        """A guest's store may stand in for a record that cannot be used: `instead_of` says why."""
        self.is_guest = is_guest
        self._instead_of = instead_of
        self.notices: list[str] = [store.notice] if store.notice else []
        """What the learner is to be told, as msgids."""
        self._store = store
        self._recorder = Recorder(store, profile, lambda fault: self.notices.append(fault.message))
        self._told = store.notice

    def tell(self, fault: StoreFault) -> None:
        """Let the learner know of trouble, once."""
        self._recorder.trouble(fault)

    def record(self, event: Event) -> None:
        """Keep an event, before anything is shown that follows from it."""
        self._recorder.record(event)
        self._tell_of_opening()

    def events(self, lesson: str) -> Sequence[Event]:
        """The events of a lesson since it was begun last."""
        events = self._recorder.events(Id(lesson))
        self._tell_of_opening()
        return events

    def progress(self) -> Mapping[str, LessonProgress]:
        """What was done in each lesson."""
        progress = self._recorder.progress()
        self._tell_of_opening()
        return {str(lesson): done for lesson, done in progress.items()}

    def forget(self, lesson: str | None = None) -> bool:
        """Delete what is kept of a lesson, or of everything; whether all of that is gone."""
        try:
            self._recorder.forget(Id(lesson) if lesson else None)
            if self._instead_of is not None:
                raise StoreFault(self._instead_of.kind, is_forgetting=True)
        except StoreFault as fault:
            self.notices.append(fault.message)
            return False
        return True

    def _tell_of_opening(self) -> None:
        """Tell what had to be done to open the store, where that was only now."""
        if self._store.notice != self._told:
            self._told = self._store.notice
            self.notices += [self._told] if self._told else []

    def close(self) -> bool:
        """Keep what could not be kept yet, and let go; whether everything is kept.

        It may take as long as a lock is waited for: only once nothing is on the screen any more.
        """
        self._store.wait(PATIENCE / 2)  # as it is waited for twice
        try:
            return self._recorder.settle() and not self.is_guest
        finally:
            self._store.close()


def open_keeping(profile: str, *, is_guest: bool, patience: float = PATIENCE) -> KeptRecord:
    """What is kept of a learner; where nothing can be kept, a guest's record with a notice that says why.

    Another program's lock is waited for ``patience`` seconds. Trouble that may pass is told too, but then everything is kept as
    soon as it can be.
    """
    if is_guest:
        return _keeping_of_guest(profile)
    from safeclass.store.events import EventStore

    try:
        store = EventStore(paths.progress_file(), lambda: datetime.now(UTC), patience, opens_later=True)
    except StoreFault as fault:
        keeping = _keeping_of_guest(profile, fault)
        keeping.tell(fault)
        return keeping
    keeping = KeptRecord(store, profile, is_guest=False)
    if store.late is not None:
        keeping.tell(store.late)
    return keeping


def _keeping_of_guest(profile: str, instead_of: StoreFault | None = None) -> KeptRecord:
    from safeclass.store.memory import GuestStore

    return KeptRecord(GuestStore(), profile, is_guest=True, instead_of=instead_of)
