"""What follows from an answer: whether it is right, what is not yet as it should be, and the reasons that are due."""

from __future__ import annotations

from dataclasses import dataclass

from safeclass.course.card import Card
from safeclass.course.picking import OX, Choice, Several
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.text import Id, Text
from safeclass.session.judging import Answer, off
from safeclass.session.progress import Given


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something stands or does not."""

    id: Id
    label: Text | None
    """The words of the option or item; None for O and X."""
    why: Text
    right: bool
    """Whether the thing itself is a right one, or stands where it should."""


@dataclass(frozen=True, slots=True)
class Feedback:
    """What follows from the last answer to a question."""

    right: bool
    answer: Answer
    off: frozenset[str]
    """What is not yet as it should be."""
    reasons: tuple[Reason, ...]
    """The reasons due now, the most telling first; every one of them when the card is explained."""


def feedback_on(card: Card, last: Given, *, may_try_again: bool) -> Feedback:
    """What follows from the last answer to a question; before another try no reason that would tell the right one."""
    still_off = off(card, last.answer)
    reasons = _reasons(card, last.answer, still_off)
    if may_try_again:
        reasons = tuple(reason for reason in reasons if not _gives_away(card, reason, last.answer, still_off))
    return Feedback(bool(last.right), last.answer, still_off, reasons)


def _reasons(card: Card, answer: Answer, still_off: frozenset[str]) -> tuple[Reason, ...]:
    """Every reason of a card, those that bear on the answer first."""
    match card:
        case Choice() | Several():
            reasons = [Reason(option.id, option.text, option.why, option.right) for option in card.options]
            return tuple(sorted(reasons, key=lambda reason: (reason.id not in answer, not reason.right)))
        case OX():
            return tuple(
                sorted(
                    (Reason(verdict.id, None, verdict.why, verdict.right) for verdict in card.options),
                    key=lambda reason: reason.id not in answer,
                )
            )
        case Order():
            reasons = [Reason(step.id, step.text, step.why, step.id not in still_off) for step in card.items]
        case Match():
            reasons = [Reason(pair.id, pair.left, pair.why, pair.id not in still_off) for pair in card.pairs]
        case Sort():
            reasons = [Reason(item.id, item.text, item.why, item.id not in still_off) for item in card.items]
        case Fill():
            chosen = {pair.partition("=")[2] for pair in answer}
            words = sorted(card.bank, key=lambda word: word.id not in chosen)
            return tuple(
                Reason(word.id, word.text, word.why, word.fills is not None and f"{word.fills}={word.id}" in answer)
                for word in words
            )
        case _:
            return ()
    return tuple(sorted(reasons, key=lambda reason: reason.right))


def _gives_away(card: Card, reason: Reason, answer: Answer, still_off: frozenset[str]) -> bool:
    """Whether a reason would tell the right answer before the second try."""
    match card:
        case Choice() | OX() | Several():
            return reason.id not in answer or reason.right
        case Order():
            return reason.id != next((step.id for step in card.items if step.id in still_off), None)
        case Fill():
            return reason.id not in {pair.partition("=")[2] for pair in answer} or reason.right
    return reason.id not in still_off
