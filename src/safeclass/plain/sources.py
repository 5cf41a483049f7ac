"""Sources: each fact that a card stands on, with its value, law, date, source, and what it replaced."""

from __future__ import annotations

from functools import partial

from safeclass.course.card import Card
from safeclass.course.channels import LIMITS
from safeclass.course.facts import Earlier, Fact
from safeclass.course.sources import told_source, told_span
from safeclass.course.wording import facts_of
from safeclass.language import N_
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
    desk.write(labelled(N_("Dates"), partial(desk.wording.dates, fact)))
    for name in fact.sources:
        if source := desk.wording.registry.sources.get(name):
            desk.write(labelled(N_("Read in"), partial(told_source, source)))
    if fact.caution:
        desk.write(labelled(N_("Mind"), desk.of(fact.caution)))
    for earlier in fact.earlier:
        desk.write(labelled(N_("Before"), _before(desk, earlier)))


def _before(desk: Desk, earlier: Earlier) -> Said:
    said = desk.of(earlier.says)
    return lambda language: f"{told_span(earlier, language)} {said(language)}"
