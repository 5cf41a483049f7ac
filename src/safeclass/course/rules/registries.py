"""What the registries must keep: one meaning for each id, sources that exist, citations that stand for something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from safeclass.course.fault import Fault, Place
from safeclass.course.registry import DATES, Registry
from safeclass.course.rules.playable import check_citations
from safeclass.course.wording import citations
from safeclass.language import N_


def check_registries(registry: Registry) -> Iterator[Fault]:
    """Every fault between the registries. They are told at the file; ids say which entry."""
    for name in registry.facts.keys() & (registry.channels.keys() | registry.sentences.keys()):
        yield _fault(
            "facts.yaml", "duplicate-id", N_("'{name}' is also a channel or a sentence."), N_("Give it another id."), name=name
        )
    for name in registry.sentences.keys() & registry.channels.keys():
        yield _fault("terms.yaml", "duplicate-id", N_("'{name}' is also a channel."), N_("Give it another id."), name=name)
    for sentence in registry.sentences.values():
        for words in sentence.text.values():
            if any(citation.name in registry.sentences for citation in citations(words)):
                yield _fault(
                    "terms.yaml",
                    "sentence-in-sentence",
                    N_("'{name}' cites another fixed sentence."),
                    N_("Write the words out."),
                    name=sentence.sentence,
                )
                break
    for fact in registry.facts.values():
        for source in fact.sources:
            if source not in registry.sources:
                yield _unknown_source("facts.yaml", fact.fact, source)
        for name, times in Counter(part.id for part in fact.parts).items():
            if times > 1:
                yield _fault(
                    "facts.yaml",
                    "duplicate-id",
                    N_("'{name}' stands here twice."),
                    N_("Give each its own id."),
                    name=f"{fact.fact}.{name}",
                )
        for part in fact.parts:
            if part.id in (*DATES, "law"):
                yield _fault(
                    "facts.yaml",
                    "taken-part",
                    N_("'{name}' names a part that every fact has."),
                    N_("Give it another id."),
                    name=f"{fact.fact}.{part.id}",
                )
    for channel in registry.channels.values():
        if channel.channel.isdigit() and channel.number != channel.channel:
            yield _fault(
                "channels.yaml",
                "number-not-id",
                N_("'{name}' has the number '{number}'."),
                N_("A channel whose id is a number is dialled by it: give both the same digits."),
                name=channel.channel,
                number=channel.number or "-",
            )
        for source in channel.sources:
            if source not in registry.sources:
                yield _unknown_source("channels.yaml", channel.channel, source)
    for path, things in (
        ("facts.yaml", registry.facts),
        ("channels.yaml", registry.channels),
        ("sources.yaml", registry.sources),
        ("terms.yaml", {**registry.sentences, **registry.terms}),
    ):
        told: list[Fault] = []
        check_citations(tuple(things.values()), registry, partial(_tell, told, path))
        yield from told


def _tell(told: list[Fault], path: str, thing: object, rule: str, wrong: str, mend: str, **names: str) -> None:
    told.append(Fault(Place(path), rule, wrong, mend, names))


def _unknown_source(path: str, name: str, source: str) -> Fault:
    return _fault(
        path,
        "unknown-source",
        N_("'{name}' names a source that is not there: '{source}'."),
        N_("Sources stand in sources.yaml."),
        name=name,
        source=source,
    )


def _fault(path: str, rule: str, wrong: str, mend: str, **names: str) -> Fault:
    return Fault(Place(path), rule, wrong, mend, names)
