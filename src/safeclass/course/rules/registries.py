"""What the registries must keep: one meaning for each id, sources that exist, citations that stand for something."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import partial

from safeclass.course.fault import Fault, Place
from safeclass.course.registry import DATES, Registry
from safeclass.course.rules.playable import check_citations
from safeclass.course.terms import Term, parts_of
from safeclass.course.wording import citations
from safeclass.language import N_

Where = Callable[[object], Place]
"""Tells where a thing that was read stands."""


def check_registries(registry: Registry, place_in: Callable[[str], Where]) -> Iterator[Fault]:
    """Every fault between the registries; `place_in` tells of a file how to find where something in it stands."""
    where = place_in("facts.yaml")
    for name, fact in registry.facts.items():
        if name in registry.channels or name in registry.sentences:
            wrong = N_("'{name}' is also a channel or a sentence.")
            yield _fault(where(fact), "duplicate-id", wrong, N_("Give it another id."), name=name)
        yield from _unknown_sources(fact.fact, fact.sources, registry.sources, where)
        seen: set[str] = set()
        for part in fact.parts:
            full = f"{name}.{part.id}"
            if part.id in seen:
                wrong = N_("'{name}' stands here twice.")
                yield _fault(where(part), "duplicate-id", wrong, N_("Give each its own id."), name=full)
            seen.add(part.id)
            if part.id in (*DATES, "law"):
                wrong = N_("'{name}' names a part that every fact has.")
                yield _fault(where(part), "taken-part", wrong, N_("Give it another id."), name=full)
    where = place_in("terms.yaml")
    for name, sentence in registry.sentences.items():
        if name in registry.channels:
            wrong = N_("'{name}' is also a channel.")
            yield _fault(where(sentence), "duplicate-id", wrong, N_("Give it another id."), name=name)
        cited = {citation.name for words in sentence.text.values() for citation in citations(words)}
        if cited & registry.sentences.keys():
            wrong = N_("'{name}' cites another fixed sentence.")
            yield _fault(where(sentence.text), "sentence-in-sentence", wrong, N_("Write the words out."), name=name)
    yield from _only_gaps(registry.terms.values(), where)
    for channel in registry.channels.values():
        if channel.channel.isdecimal() and channel.number != channel.channel:
            wrong = N_("'{name}' has the number '{number}'.")
            mend = N_("A channel whose id is a number is dialled by it: give both the same digits.")
            at = place_in("channels.yaml")(channel)
            yield _fault(at, "number-not-id", wrong, mend, name=channel.channel, number=channel.number or "-")
        yield from _unknown_sources(channel.channel, channel.sources, registry.sources, place_in("channels.yaml"))
    for path, things in registry.by_file.items():
        told: list[Fault] = []
        check_citations(tuple(things.values()), registry, partial(_tell, told, place_in(path)))
        yield from told


def _tell(told: list[Fault], where: Where, thing: object, rule: str, wrong: str, mend: str, **names: str) -> None:
    told.append(_fault(where(thing), rule, wrong, mend, **names))


def _only_gaps(terms: Iterable[Term], where: Where) -> Iterator[Fault]:
    for phrases in (phrases for term in terms for phrases in term.avoid.values()):
        for phrase in phrases:
            if not parts_of(phrase):
                wrong = N_("'{found}' is nothing but a gap, and is not looked for.")
                mend = N_("Write the words before or after it, or delete it.")
                yield _fault(where(phrases), "empty-text", wrong, mend, found=phrase)


def _unknown_sources(name: str, named: Collection[str], sources: Collection[str], where: Where) -> Iterator[Fault]:
    for source in named:
        if source not in sources:
            from safeclass.course.unknown import unknown_source

            wrong, mend, names = unknown_source(name, source, sources)
            yield _fault(where(named), "unknown-source", wrong, mend, **names)


def _fault(place: Place, rule: str, wrong: str, mend: str, **names: str) -> Fault:
    return Fault(place, rule, wrong, mend, names)
