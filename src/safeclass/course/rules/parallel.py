"""What keeps the questions before and after in step: each opening one has a closing one that asks the same of a new case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.model import Card, SetAside, identity
from safeclass.course.rules.rule import Rule
from safeclass.language import N_

CLOSING = Rule(
    "closing-not-parallel",
    Severity.WARNING,
    N_("There are {opening} opening questions and {closing} closing ones."),
    N_("Give each opening question one that is parallel to it in `closing`."),
)
UNANSWERED = Rule(
    "no-parallel",
    Severity.WARNING,
    N_("No closing question is parallel to '{name}'."),
    N_("Write `parallel: {name}` at the one that is."),
)
RULES = (CLOSING, UNANSWERED)


def check_parallel(
    opening: Sequence[Card], closing: Sequence[Card], place: Callable[[object], Place]
) -> Iterator[tuple[str, Fault]]:
    """Every opening question that no closing one is parallel to, with the card it is told of."""
    if len(opening) != len(closing):
        at = place((*closing, *opening)[0])
        yield "", CLOSING.broken(at, opening=str(len(opening)), closing=str(len(closing)))
    elif not any(isinstance(card, SetAside) for card in (*opening, *closing)):
        answered = {getattr(card, "parallel", None) for card in closing}
        for card in opening:
            if identity(card) not in answered:
                yield identity(card), UNANSWERED.broken(place(card), name=identity(card))
