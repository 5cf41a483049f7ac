"""Where Tab has led: to the page, to Exit, or to the keys; and what a key presses from there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from textual.app import App

from safeclass.tui.hint import Hint

TAB_ORDER = ("body", "exit", "keys")
"""Where Tab goes from where."""


class Focus:
    """The part of the screen that has the focus, and which of the keys where it is on these."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._hint = 0

    @property
    def part(self) -> str:
        """The part that has it, by its name; empty where none has."""
        focused = self._app.focused
        return focused.id or "" if focused is not None else ""

    @property
    def hint(self) -> int | None:
        """Which of the keys has it, counted from 0; None where it is elsewhere."""
        return self._hint if self.part == "keys" else None

    def walk(self, step: int) -> None:
        """Tab: from the page to Exit first, then to the keys, and back to the page."""
        place = TAB_ORDER.index(self.part) if self.part in TAB_ORDER else 0
        self._go_to(TAB_ORDER[(place + step) % len(TAB_ORDER)])

    def go_back(self) -> None:
        """To the page."""
        self.moved()
        self._go_to("body")

    def _go_to(self, part: str) -> None:
        self._app.query_one(f"#{part}").focus()

    def moved(self) -> None:
        """It has come to another part: on the keys it begins at the first."""
        self._hint = 0

    def pressed(self, key: str, hints: Callable[[], Sequence[Hint]]) -> str | None:
        """What a key presses: on Exit the way out, on the keys what these say, else itself. None where it walked along them."""
        if self.part == "exit" and key in ("enter", "space"):
            return "leave"
        if self.part == "keys" and key in ("enter", "space"):
            keys = hints()
            return keys[min(self._hint, len(keys) - 1)].key
        if self.part == "keys" and key in ("left", "right"):
            self._hint = (self._hint + (1 if key == "right" else -1)) % len(hints())
            return None
        return key
