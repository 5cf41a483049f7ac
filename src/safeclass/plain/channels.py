"""Where to turn: the short numbers, then every channel in full with who will know."""

from __future__ import annotations

from functools import partial

from safeclass.course.channels import KNOWERS, LIMITS, NO_LIST, ROWS, STATES, Channel
from safeclass.course.sources import told_checked
from safeclass.language import N_
from safeclass.plain.desk import Desk, Said, say, tagged


def tell_channels(desk: Desk) -> None:
    """Everything about where to turn; where the list cannot be read, the two numbers that matter most."""
    channels = tuple(desk.course.channels.values())
    if not channels:
        for message in NO_LIST:
            desk.say(message)
    else:
        tell_short_numbers(desk)
        for channel in channels:
            desk.paper.gap()
            _tell_channel(desk, channel)
    desk.paper.gap()
    for limit in LIMITS:
        desk.say(limit)
    desk.paper.gap()


def tell_short_numbers(desk: Desk) -> None:
    """The short numbers on one line, each with one word for what it is."""
    short = [channel for channel in desk.course.channels.values() if channel.short is not None]

    def said(language: str) -> str:
        numbers = (f"{channel.number or ''} {channel.short[language] if channel.short else ''}".strip() for channel in short)
        return f"{say(N_('Where to turn'))(language)}: {', '.join(numbers)}"

    if short:
        desk.write(said)


def name_of(desk: Desk, channel: Channel) -> Said:
    """A channel's number, where it has one, and its name."""
    named = desk.of(channel.name)
    return lambda language: f"{channel.number} {named(language)}" if channel.number else named(language)


def with_hours(desk: Desk, channel: Channel) -> Said:
    """A channel's number and name, and when it answers."""
    named, hours = name_of(desk, channel), desk.of(channel.hours)
    return lambda language: f"{named(language)}, {hours(language)}"


def _tell_channel(desk: Desk, channel: Channel) -> None:
    desk.write(tagged(with_hours(desk, channel), [say(STATES[channel.status])] if channel.status in STATES else []))
    for label, text in ROWS:
        desk.write(labelled(label, desk.of(text(channel))))
    desk.label(say(N_("Who will know")))
    for label, text in KNOWERS:
        desk.write(labelled(label, desk.of(text(channel))))
    desk.write(partial(told_checked, channel))


def labelled(label: str, said: Said) -> Said:
    """Words after what they are: a msgid and a colon."""
    return lambda language: f"{say(label)(language)}: {said(language)}"
