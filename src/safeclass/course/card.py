"""A card: any of the twelve kinds, or the notice in the place of one that has a fault; its kind, and its id."""

from __future__ import annotations

from collections.abc import Mapping

from safeclass.course.fault import Fault, Place
from safeclass.course.frozen import frozen
from safeclass.course.page import Help, Page
from safeclass.course.picking import OX, Attitude, Choice, Several, Think
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.scene import Scene
from safeclass.course.text import Id
from safeclass.language import N_

Question = Choice | Several | OX | Order | Match | Sort | Fill
"""A card that can be answered rightly."""


@frozen
class SetAside:
    """What stands in the place of a card that has a fault: a notice that says where it is. It is not written in YAML."""

    id: Id
    fault: Fault
    place: Place
    """Where the card begins."""


Card = Page | Question | Scene | Attitude | Think | Help | SetAside
"""Anything a lesson is made of. Its kind is the name of its first key."""


def identity(card: Card) -> Id:
    """The card's id: the value of its first key."""
    return card.id if isinstance(card, SetAside) else Id(getattr(card, kind(card)))


def called(card: Card) -> str:
    """What a learner is told that the card is: a msgid."""
    return CALLED[type(card)]


CALLED: Mapping[type, str] = {
    Page: N_("Read"),
    Choice: N_("Question"),
    Several: N_("Question"),
    OX: N_("O or X"),
    Order: N_("Order"),
    Match: N_("Match"),
    Sort: N_("Sort"),
    Fill: N_("Fill in"),
    Scene: N_("Scene"),
    Attitude: N_("No right answer"),
    Think: N_("In your own words"),
    Help: N_("Where to turn"),
    SetAside: N_("Read"),
}
"""What each kind of card is called."""


def kind(card: Card) -> str:
    """The card's kind as it is written in content: ``page``, ``choice``, ``ox`` …"""
    return type(card).__name__.lower()
