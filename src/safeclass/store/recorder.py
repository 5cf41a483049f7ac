"""Between a sitting and the store: what happens is kept, and where it cannot be, the lesson still goes on."""

from __future__ import annotations

from collections.abc import Callable

from safeclass.session.event import Event
from safeclass.store.fault import StoreFault
from safeclass.store.store import Store


class Recorder:
    """Records what one learner does, each event before anything is shown that follows from it."""

    def __init__(self, store: Store, profile: str, tell: Callable[[StoreFault], None]) -> None:
        """``tell`` is called once when events can no longer be kept, and again only after they all could be meanwhile."""
        self._store = store
        self._profile = profile
        self._tell = tell
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
            is_news, self.fault = self.fault is None, fault
            if is_news:
                self._tell(fault)
            return False
        self.fault = None
        return True
