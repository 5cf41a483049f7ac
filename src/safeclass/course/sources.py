"""How it is told where something comes from: what was read, when, and what it replaced."""

from __future__ import annotations

from datetime import date

from safeclass.course.channels import Channel
from safeclass.course.facts import Earlier, Source
from safeclass.language import N_, translate
from safeclass.language.dates import write_short_date


def told_read(day: date, language: str) -> str:
    """When the sources of something were last read."""
    return translate(N_("Sources read {date}"), language).format(date=write_short_date(day, language))


def told_checked(channel: Channel, language: str) -> str:
    """When a channel's sources were last read, and whether anybody ever called or wrote to it."""
    read = told_read(channel.checked_on, language)
    if channel.tested_on is not None:
        tried = translate(N_("tried on {date}"), language).format(date=write_short_date(channel.tested_on, language))
    elif channel.number:
        tried = translate(N_("not tried"), language)
    else:
        return read
    return f"{read}, {tried}"


def told_source(source: Source, language: str) -> str:
    """A source: its title, who published it, and when."""
    return f"{source.title[language]}, {source.publisher[language]}, {source.date}"


def told_span(earlier: Earlier, language: str) -> str:
    """From when until when something held before."""
    until = write_short_date(earlier.until, language) if earlier.until else ""
    return f"{write_short_date(earlier.since, language)} ~ {until}".rstrip()
