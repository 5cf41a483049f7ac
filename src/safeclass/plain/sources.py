"""Sources: each fact that a card stands on, with its value, law, date, source, and what it replaced."""

from __future__ import annotations

from safeclass.course.card import Card
from safeclass.course.channels import LIMITS, told_read
from safeclass.course.facts import Earlier, Fact, Source
from safeclass.course.wording import facts_of
from safeclass.language import N_
from safeclass.language.dates import write_short_date
from safeclass.plain.channels import labelled
from safeclass.plain.desk import Desk, Said


def tell_sources(desk: Desk, card: Card | None) -> None:
    """The facts of a card in full; one line where it stands on none."""
    names = facts_of(card, desk.words.main, desk.wording.registry) if card is not None else ()
    if not names:
        desk.say(N_("There are no sources to show here."))
    for name in names:
        _tell_fact(desk, desk.wording.registry.facts[name])
        desk.paper.gap()
    if names:
        for limit in LIMITS:
            desk.say(limit)
        desk.paper.gap()


def _tell_fact(desk: Desk, fact: Fact) -> None:
    about, value = desk.of(fact.about), desk.of(fact.value)
    desk.write(lambda language: f"{about(language)}: {value(language)}")
    desk.write(labelled(N_("What"), desk.of(fact.says)))
    if fact.law:
        desk.write(labelled(N_("Law"), desk.of(fact.law)))
    desk.write(labelled(N_("Dates"), _dates(desk, fact)))
    for name in fact.sources:
        if source := desk.wording.registry.sources.get(name):
            desk.write(labelled(N_("Read in"), _cite(source)))
    if fact.caution:
        desk.write(labelled(N_("Mind"), desk.of(fact.caution)))
    for earlier in fact.earlier:
        desk.write(labelled(N_("Before"), _before(desk, earlier)))


def _before(desk: Desk, earlier: Earlier) -> Said:
    said = desk.of(earlier.says)

    def dated(language: str) -> str:
        until = write_short_date(earlier.until, language) if earlier.until else ""
        return f"{write_short_date(earlier.since, language)} ~ {until}".rstrip() + f" {said(language)}"

    return dated


def _dates(desk: Desk, fact: Fact) -> Said:
    def said(language: str) -> str:
        return f"{desk.wording.as_of(fact, language)}; {told_read(fact.checked_on, language)}"

    return said


def _cite(source: Source) -> Said:
    return lambda language: f"{source.title[language]}, {source.publisher[language]}, {source.date}"
