"""What lies on the table where things are given a place: matching, sorting, and filling blanks."""

from __future__ import annotations

from typing import NamedTuple

from safeclass.course.placing import Fill, Match, Sort
from safeclass.course.text import Id, Text
from safeclass.course.wording import BLANK
from safeclass.session.judging import Answer, shuffled


class Table(NamedTuple):
    """The things and the places of a card, each by its id, in the order they are shown."""

    things: dict[str, Text | None]
    """What is to be given a place; a blank has no words of its own."""
    places: dict[str, Text]


def laid_out(card: Match | Sort | Fill, at: Id) -> Table:
    """The table of the card with this id."""
    match card:
        case Match():
            return Table(
                {pair.id: pair.left for pair in card.pairs},
                {pair.id: pair.right for pair in shuffled(at, card.pairs)},
            )
        case Sort():
            return Table(
                {item.id: item.text for item in shuffled(at, card.items)},
                {group.id: group.text for group in card.groups},
            )
    sentence = next(iter(card.text.values()))
    return Table(dict.fromkeys(BLANK.findall(sentence)), {word.id: word.text for word in card.bank})


def placed_by(answer: Answer) -> dict[str, str]:
    """Which place an answer gives to each thing."""
    return {thing: place for thing, _, place in (pair.partition("=") for pair in answer)}
