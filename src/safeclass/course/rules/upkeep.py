"""What is to be looked after: facts whose day of review comes near, facts that nothing cites, and channels long unchecked."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date, timedelta

from safeclass.course.channels import Channel
from safeclass.course.facts import Fact
from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.rules.facts import NO_SOURCE
from safeclass.course.rules.rule import Rule
from safeclass.language import N_

DUE = Rule(
    "fact-due",
    Severity.WARNING,
    N_("'{name}' is due for review by {date}."),
    N_("Read its source again; then renew `checked_on` and `review_by`."),
)
OVERDUE = DUE._replace(wrong=N_("'{name}' was due for review by {date}."))
"""The same on a day that has passed."""
UNCITED = Rule("uncited-fact", Severity.ADVICE, N_("Nothing cites '{name}'."), N_("Cite it, or delete it."))
CHANNEL_DUE = Rule(
    "channel-due",
    Severity.WARNING,
    N_("'{name}' was last looked up on {date}; its number or hours may have changed."),
    N_("Look it up in its sources again, or call; then renew `checked_on` or `tested_on`."),
)
AHEAD_OF_TODAY = Rule(
    "checked-ahead",
    Severity.WARNING,
    N_("'{name}' says that it was looked up on {date}, a day still to come."),
    N_("Look whether year, month and day are right."),
)

AHEAD = timedelta(days=30)
"""How long before its day a review is announced."""
GOOD_FOR = timedelta(days=180)
"""How long a channel is taken to be as it was when somebody looked it up or called."""

Where = Callable[[object], Place]
"""Tells where a thing that was read stands."""


def check_facts_upkeep(facts: Collection[Fact], cited: Collection[str], today: date, place: Where) -> Iterator[Fault]:
    """Facts that are due for review before long, were looked up on no day yet, or are cited by nothing."""
    for fact in facts:
        if fact.checked_on > today:
            yield AHEAD_OF_TODAY.broken(place(fact), name=fact.fact, date=fact.checked_on.isoformat())
        if fact.review_by - today < AHEAD:
            rule = OVERDUE if fact.review_by < today else DUE
            yield rule.broken(place(fact), name=fact.fact, date=fact.review_by.isoformat())
        if fact.fact not in cited:
            yield UNCITED.broken(place(fact), name=fact.fact)


def check_channels_upkeep(channels: Collection[Channel], today: date, place: Where) -> Iterator[Fault]:
    """Channels that nobody has looked up or called for long."""
    for channel in channels:
        known = max(channel.checked_on, channel.tested_on or channel.checked_on)
        if known > today:
            yield AHEAD_OF_TODAY.broken(place(channel), name=channel.channel, date=known.isoformat())
        if today - known > GOOD_FOR:
            yield CHANNEL_DUE.broken(place(channel), name=channel.channel, date=known.isoformat())


def check_sources(channels: Collection[Channel], place: Callable[[object], Place]) -> Iterator[Fault]:
    """Channels without a source."""
    for channel in channels:
        if not channel.sources:
            yield NO_SOURCE.broken(place(channel), name=channel.channel)
