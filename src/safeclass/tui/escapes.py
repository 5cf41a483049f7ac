"""Esc pressed again and again: so many times in a row leave."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from safeclass.language import _

ESCAPES = 3
"""How often Esc is pressed in a row to leave."""
ESCAPES_WITHIN = 5.0
"""Within how many seconds Esc is to be pressed so often."""


class Escapes:
    """How often Esc was pressed in a row just now."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._pressed: list[float] = []

    @property
    def count(self) -> int:
        """How often."""
        return len(self._pressed)

    def press(self) -> bool:
        """Esc is pressed; whether that leaves."""
        now = self._clock()
        self._pressed = [then for then in self._pressed if now - then < ESCAPES_WITHIN] + [now]
        return self.count >= ESCAPES

    def lapse(self) -> bool:
        """Forget them where the last one is long enough ago; whether there was one to forget."""
        # A timer may be a little early.
        is_over = bool(self._pressed) and self._clock() - self._pressed[-1] >= ESCAPES_WITHIN - 0.1
        if is_over:
            self.clear()
        return is_over

    def clear(self) -> None:
        """Another key was pressed."""
        self._pressed.clear()

    def told(self) -> str:
        """How many more leave, in words; nothing before the first."""
        if not self._pressed:
            return ""
        left = ESCAPES - self.count
        return _("Esc {n} more times: exit").format(n=left) if left > 1 else _("Esc once more: exit")
