"""Words that are set one way: what a text becomes once its citations are resolved."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple


class Role(Enum):
    """How a run of words is set."""

    PLAIN = auto()
    BOLD = auto()
    FACT = auto()
    """A value from a registry."""
    STALE = auto()
    """That the value before it may have changed."""
    SLOT = auto()
    """A blank to fill, or the word in it."""
    SLOT_HERE = auto()
    """The blank that is filled next."""


class Run(NamedTuple):
    """Words that are set one way."""

    words: str
    role: Role = Role.PLAIN
