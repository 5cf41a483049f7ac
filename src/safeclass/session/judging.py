"""What is right: which parts of an answer are as they should be, and in which order things are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeVar

from safeclass.course.card import Card
from safeclass.course.picking import OX, Attitude, Choice, Several, Think
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.text import Id
from safeclass.language import N_

Answer = tuple[str, ...]
"""What was picked: ids, or ``item=place`` pairs."""


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> Id:
        """Its stable name."""


N = TypeVar("N", bound=Named)


def key_of(card: Card) -> Answer | None:
    """The right answer to a card, in the order it is written; None where nothing is right or wrong."""
    match card:
        case Choice() | OX() | Several():
            return tuple(option.id for option in card.options if option.right)
        case Order():
            return tuple(step.id for step in card.items)
        case Match():
            return tuple(f"{pair.id}={pair.id}" for pair in card.pairs)
        case Sort():
            return tuple(f"{item.id}={item.in_}" for item in card.items)
        case Fill():
            return tuple(f"{word.fills}={word.id}" for word in card.bank if word.fills)
    return None


def off(card: Card, answer: Answer) -> frozenset[str]:
    """The ids of what is not yet as it should be: an option, an item out of its place, a blank with another word.

    Empty for a right answer. Of a question with several right options, both what was picked wrongly and what was missed.
    """
    key = key_of(card) or ()
    if isinstance(card, Order):
        return frozenset(is_due for is_due, stands in zip(key, (*answer, *key), strict=False) if is_due != stands)
    if isinstance(card, Match | Sort | Fill):
        return frozenset(pair.split("=")[0] for pair in set(key) - set(answer))
    return frozenset(set(key) ^ set(answer))


def is_possible(card: Card, answer: Answer) -> bool:
    """Whether an answer names things of this card only, each once, and is not empty."""
    match card:
        case Choice() | OX() | Attitude():
            return len(answer) == 1 and answer[0] in _ids(card.options)
        case Think():
            return len(answer) == 1 and answer[0] in _ids(card.lines)
        case Several():
            return 0 < len(answer) == len(set(answer)) and set(answer) <= _ids(card.options)
        case Order():
            return sorted(answer) == sorted(_ids(card.items))
        case Match():
            return _is_placing(answer, _ids(card.pairs), _ids(card.pairs))
        case Sort():
            return _is_placing(answer, _ids(card.items), _ids(card.groups))
        case Fill():
            blanks = {word.fills for word in card.bank if word.fills}
            return _is_placing(answer, blanks, _ids(card.bank))
    return False


def picked_as(card: Card) -> str:
    """What is said of the option that was picked: an answer only where there is something to answer. A msgid."""
    match card:
        case Think():
            return N_("my words")
        case Attitude():
            return N_("my choice")
    return N_("my answer")


def shuffled(card: Id, things: Sequence[N]) -> tuple[N, ...]:
    """Things in an order that tells nothing of the right one, and that is always the same for one card.

    It comes from the ids alone, so that a learner who comes back finds the card as it was, in any language.
    """
    from hashlib import blake2b  # it loads OpenSSL: 2 ms that only what shuffles is to pay

    mixed = sorted(things, key=lambda thing: blake2b(f"{card}/{thing.id}".encode(), digest_size=8).digest())
    if len(mixed) > 1 and mixed == list(things):
        mixed = [*mixed[1:], mixed[0]]
    return tuple(mixed)


def _ids(things: Sequence[Any]) -> set[str]:
    return {thing.id for thing in things}


def _is_placing(answer: Answer, things: set[Any], places: set[Any]) -> bool:
    pairs = [pair.partition("=") for pair in answer]
    names = [name for name, _, _ in pairs]
    return bool(pairs) and len(set(names)) == len(names) and all(name in things and place in places for name, _, place in pairs)
