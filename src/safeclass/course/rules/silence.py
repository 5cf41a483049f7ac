"""What a lesson asks a rule to be silent about, on one card and with a reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from safeclass.course.card import identity
from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.lesson import Lesson
from safeclass.course.rules import CARDS
from safeclass.course.rules.rule import Rule
from safeclass.language import N_

UNKNOWN = Rule(
    "unknown-silence",
    Severity.ERROR,
    N_("'{name}' is not known here."),
    N_("Name a card of this lesson, and a rule as `safeclass check` names it."),
)
UNUSED = Rule(
    "unused-silence",
    Severity.WARNING,
    N_("'{rule}' has nothing to say on '{card}'."),
    N_("Delete this silence: it would hide the next fault."),
)


class Silences:
    """The silences of one lesson, and which of them were needed."""

    def __init__(self, lesson: Lesson, is_whole: bool, place: Callable[[object], Place]) -> None:
        """The silences of a lesson; with `is_whole` false some of its cards could not be read, and not all rules are asked."""
        self._is_whole = is_whole
        self._lesson = lesson
        self._place = place
        self._needed: set[tuple[str, str]] = set()
        self._asked = {(silence.card, silence.rule) for silence in lesson.silence}

    def heed(self, card: str, faults: Iterable[Fault]) -> Iterator[Fault]:
        """The faults of a card, without those that are to be passed over in silence."""
        for fault in faults:
            if (card, fault.rule) in self._asked:
                self._needed.add((card, fault.rule))
            else:
                yield fault

    def faults(self) -> Iterator[Fault]:
        """What is wrong with the silences themselves; to be asked at the end."""
        cards = {identity(card) for card in self._lesson.deck}
        for silence in self._lesson.silence:
            is_there = silence.card in cards
            unknown = [silence.card] * (self._is_whole and not is_there) + [silence.rule] * (silence.rule not in CARDS)
            for name in unknown:
                yield UNKNOWN.broken(self._place(silence), name=name)
            if self._is_whole and is_there and not unknown and (silence.card, silence.rule) not in self._needed:
                yield UNUSED.broken(self._place(silence), rule=silence.rule, card=silence.card)
