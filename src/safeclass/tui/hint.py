"""What the key band says: a key, and what it does now."""

from __future__ import annotations

from typing import NamedTuple


class Hint(NamedTuple):
    """A key and what it does; a click on it presses it."""

    key: str
    """The name of the key, as `safeclass.tui.keys.name_of` gives it."""
    shown: str
    """How the key is written, in the language in use."""
    does: str
    """What it does, in the language in use."""
