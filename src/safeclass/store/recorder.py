"""Between a sitting and the store: what happens is kept, and where it cannot be, the lesson still goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from safeclass.course.text import Id
from safeclass.session.event import Event, Happened
from safeclass.session.progress import UNTOUCHED, LessonProgress
from safeclass.store.fault import FaultKind, StoreFault
from safeclass.store.store import Store


class Recorder:
    """Records what one learner does, each event before anything is shown that follows from it, and tells what was done."""

    def __init__(self, store: Store, profile: str, tell: Callable[[StoreFault], None]) -> None:
        """``tell`` is called once for each kind of trouble, and again only after everything could be kept meanwhile."""
        self._store = store
        self._profile = profile
        self._tell = tell
        self._told: set[FaultKind] = set()
        self._waiting: list[Event] = []
        self.fault: StoreFault | None = None
        """Why the waiting events are not kept yet; None where none waits."""

    @property
    def waiting(self) -> tuple[Event, ...]:
        """The events that could not be kept yet, in order."""
        return tuple(self._waiting)

    def record(self, event: Event) -> None:
        """Keep an event, after those still waiting; where that cannot be done, let it wait too. Never raises `StoreFault`."""
        self._waiting.append(event)
        self.settle()

    def settle(self) -> bool:
        """Try to keep what is waiting, for instance before leaving; whether nothing waits any more."""
        try:
            while self._waiting:
                # Taken out first: an interrupt right after the commit must not keep it twice.
                event = self._waiting.pop(0)
                try:
                    self._store.append(self._profile, event)
                except Exception:  # whatever it is: what was answered must not be lost, nor said to be kept
                    self._waiting.insert(0, event)
                    raise
        except StoreFault as fault:
            self.fault = fault
            self.trouble(fault)
            return False
        self.fault = None
        self._told.clear()
        return True

    def trouble(self, fault: StoreFault) -> None:
        """Tell of a trouble that the store has, unless it is known already."""
        if fault.kind not in self._told:
            self._told.add(fault.kind)
            self._tell(fault)

    def events(self, lesson: Id) -> tuple[Event, ...]:
        """What happened in a lesson since it was begun last, what waits too; nothing where that is not known."""
        waiting = [event for event in self._waiting if event.lesson == lesson]
        begun = [place for place, event in enumerate(waiting) if event.happened is Happened.STARTED]
        if begun:
            return tuple(waiting[begun[-1] :])
        try:
            return (*self._store.events(self._profile, lesson), *waiting)
        except StoreFault as fault:
            self.trouble(fault)
            return ()

    def progress(self) -> Mapping[Id, LessonProgress]:
        """What was done in each lesson that was ever begun, as far as it is known, by what waits too."""
        progress: dict[Id, LessonProgress] = {}
        try:
            progress.update(self._store.progress(self._profile))
        except StoreFault as fault:
            self.trouble(fault)
        for event in self._waiting:
            progress[event.lesson] = progress.get(event.lesson, UNTOUCHED).after(event)
        return progress

    def forget(self, lesson: Id | None = None) -> None:
        """Delete what is kept, and what waits to be, of one lesson or of all. Raises `StoreFault`; then nothing waits either."""
        self._waiting = [event for event in self._waiting if lesson is not None and event.lesson != lesson]
        self.fault = self.fault if self._waiting else None
        self._store.forget(self._profile, lesson)
