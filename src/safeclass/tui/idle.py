"""How long nobody has been there, and what follows from it."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum

Clock = Callable[[], float]
"""Seconds since some moment."""


class Due(Enum):
    """What follows from nobody having been there."""

    NOTHING = 0
    COVER = 1
    WIPE = 2


class Idle:
    """The time since somebody was there last: since a key, the mouse, or another size of the window."""

    def __init__(self, cover_after: float, wipe_after: float, clock: Clock) -> None:
        """Somebody is there now; both times are in seconds."""
        self._cover_after = cover_after
        self._wipe_after = wipe_after
        self._clock = clock
        self._since = clock()
        self._told = Due.NOTHING

    def touch(self) -> None:
        """Somebody is there."""
        self._since = self._clock()
        self._told = Due.NOTHING

    def due(self) -> Due:
        """What is due now; each only once until somebody is there again."""
        away = self._clock() - self._since
        due = Due.WIPE if away >= self._wipe_after else Due.COVER if away >= self._cover_after else Due.NOTHING
        if due.value <= self._told.value:
            return Due.NOTHING
        self._told = due
        return due


def seconds_passed() -> float:
    """The seconds that have passed, those of a machine asleep too where it counts them: a lid is closed on a lesson."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()
