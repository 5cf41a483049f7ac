"""What happened in a sitting. Events are all that is ever kept of a learner; they hold ids, never words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from safeclass.course.text import Id


class Happened(StrEnum):
    """The kinds of event; their names are kept on disk and never change."""

    STARTED = "started"
    """A lesson was begun, or begun again."""
    REACHED = "reached"
    """The learner came to a card, going on or going back."""
    ANSWERED = "answered"
    """A card was answered; in a scene, one choice was made."""
    RATED = "rated"
    """The learner said how sure they were."""
    SKIPPED = "skipped"
    """A card was passed over."""
    UNDONE = "undone"
    """The last answer on a card was taken back; in a scene, the last choice."""
    FINISHED = "finished"
    """The end of the lesson was reached."""


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened. When it happened is added by whoever keeps it."""

    happened: Happened
    lesson: Id
    card: Id | None = None
    answer: tuple[str, ...] = ()
    """What was picked: option ids, items in order, ``item=place`` pairs, or a scene's ``node, to``."""
    right: bool | None = None
    """Whether the answer was right; None where nothing can be."""
    sure: int | None = None
    """How sure the learner was: 1 a guess, 2 not quite, 3 sure."""
