"""Where to turn: every telephone number and address, with what happens there and who will know."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from safeclass.course.frozen import frozen, hint
from safeclass.course.head import ChannelHead
from safeclass.course.shape import FixedWord
from safeclass.course.text import Id, Text
from safeclass.language import N_


class Status(FixedWord):
    """Whether a channel is known to answer."""

    WORKING = "working", "It answers, as far as its sources say."
    CHANGED = "changed", "Its number, name or hours changed lately; the help panel says so."
    UNCONFIRMED = "unconfirmed", "Nobody could confirm yet that it answers; the help panel says so."


@frozen
class WhoKnows:
    """Who learns of it when somebody turns here. What is unknown is said to be unknown, with whom to ask."""

    name: Text = hint("Whether one can stay anonymous.")
    guardian: Text = hint("Whether a guardian is told.")
    school: Text = hint("Whether the school is told.")
    police: Text = hint("Whether the police are told, and whether it starts an investigation.")


@frozen
class Channel(ChannelHead):
    """One place to turn to."""

    name: Text = hint("Who answers.")
    status: Status = hint("Whether it is known to answer.")
    hours: Text = hint("When it answers.")
    for_: Text = hint("Whom it is for.")
    first: Text = hint("What happens first.")
    voice_free: Text = hint("How to reach it without speaking.")
    languages: Text = hint("Which languages it speaks.")
    knows: WhoKnows = hint("Who will know.")
    checked_on: date = hint("The day its sources were last read; no call was made unless `tested_on` says so.")
    tested_on: date | None = hint("The day somebody called or wrote to it.", default=None)
    sources: tuple[Id, ...] = hint("Sources it was read in.")


@frozen
class ChannelFile:
    """The file ``channels.yaml``: where to turn."""

    channels: tuple[Channel, ...] = hint("Every channel, in the order the help panel shows them.", apart=True)


STATES = {Status.CHANGED: N_("changed lately"), Status.UNCONFIRMED: N_("not confirmed yet")}
"""What is said of a status that is not simply working."""

ROWS: tuple[tuple[str, Callable[[Channel], Text]], ...] = (
    (N_("For"), lambda channel: channel.for_),
    (N_("First"), lambda channel: channel.first),
    (N_("No voice"), lambda channel: channel.voice_free),
    (N_("Speaks"), lambda channel: channel.languages),
)
"""What is told of a channel: a label, and its words."""

KNOWERS: tuple[tuple[str, Callable[[Channel], Text]], ...] = (
    (N_("My name"), lambda channel: channel.knows.name),
    (N_("Family"), lambda channel: channel.knows.guardian),
    (N_("School"), lambda channel: channel.knows.school),
    (N_("Police"), lambda channel: channel.knows.police),
)
"""Who will know, in the same way."""

LIMITS = (
    N_("SafeClass is not legal advice, not counselling and not a way to report."),
    N_("No lawyer has read it."),
)
"""What is said once wherever channels or facts are told."""

NO_LIST = (N_("The list of channels did not open."), N_("In Korea: police 112, school violence 117."))
"""What is told where the registry cannot be read: the two numbers that matter most stand here too, and nowhere else."""
