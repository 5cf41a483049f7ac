"""Cards that are answered by putting things in their place: in an order, side by side, into groups, into blanks."""

from __future__ import annotations

from safeclass.course.frozen import frozen, hint
from safeclass.course.text import Id, Text


@frozen
class Step:
    """One item of an order question; items are written in their right order."""

    id: Id = hint("Stable name of the item.")
    text: Text = hint("What happens in this step.")
    why: Text = hint("When or why it comes at this place.")


@frozen
class Order:
    """Items to put in order."""

    order: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("What to put in order.")
    items: tuple[Step, ...] = hint("The items in their right order; they are shown in another one.", some=3)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Pair:
    """Two things that belong together."""

    id: Id = hint("Stable name of the pair.")
    left: Text = hint("The situation, shown on the left.")
    right: Text = hint("What belongs to it, shown as the numbered legend.")
    why: Text = hint("Why the two belong together.")


@frozen
class Match:
    """Situations to match with what belongs to them."""

    match: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("What to match.")
    pairs: tuple[Pair, ...] = hint("The pairs, matched; the right sides are shown in another order.", some=3)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Group:
    """A place to sort into."""

    id: Id = hint("Stable name of the group.")
    text: Text = hint("What the group is called.")


@frozen
class Sorted:
    """One item to put into a group."""

    id: Id = hint("Stable name of the item.")
    in_: Id = hint("The group it belongs in.")
    text: Text = hint("The words of the item.")
    why: Text = hint("Why it belongs there, starting from what is reasonable in the other answer.")


@frozen
class Sort:
    """Items to sort into groups."""

    sort: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("What to sort by.")
    groups: tuple[Group, ...] = hint("The groups, two or three.")
    items: tuple[Sorted, ...] = hint("The items, each with the group it belongs in.", some=3)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class BankWord:
    """One word of a fill question's bank."""

    id: Id = hint("Stable name of the word.")
    fills: Id | None = hint("The blank it belongs in; a distractor fills none.", default=None)
    text: Text = hint("The word or words.")
    why: Text = hint("Why it fits, or what it would mean instead.")


@frozen
class Fill:
    """A sentence with blanks, filled from a bank of words: no typing."""

    fill: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("What to do.")
    text: Text = hint("The sentence; a blank is written ``__a__``.")
    bank: tuple[BankWord, ...] = hint("The words, in the order they are shown.", some=3)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())
