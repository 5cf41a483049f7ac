"""Everything a lesson may cite, by id: facts, channels, fixed sentences, and the sources and terms behind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from safeclass.course.channels import Channel
from safeclass.course.facts import Fact, Source
from safeclass.course.terms import Sentence, Term
from safeclass.course.text import Text


@dataclass(frozen=True, slots=True)
class Registry:
    """The registries of one course; an id stands in one of them only."""

    facts: Mapping[str, Fact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    channels: Mapping[str, Channel] = field(default_factory=dict)
    sentences: Mapping[str, Sentence] = field(default_factory=dict)
    terms: Mapping[str, Term] = field(default_factory=dict)

    @property
    def by_file(self) -> dict[str, Mapping[str, object]]:
        """Everything by id, by the file that it is written in."""
        return {
            "facts.yaml": self.facts,
            "channels.yaml": self.channels,
            "sources.yaml": self.sources,
            "terms.yaml": {**self.sentences, **self.terms},
        }

    def cite(self, name: str, part: str | None = None) -> Text | date | str | None:
        """What ``{name}`` or ``{name.part}`` stands for; None where nothing has that name.

        A fact gives its value, a named part, its article (``law``) or one of its dates (``since``, ``until``, ``as_of``,
        ``checked_on``, ``review_by``); a channel its number or, without one, its name; a sentence its words.
        """
        if fact := self.facts.get(name):
            if part is None:
                return fact.value
            if part in DATES:
                return getattr(fact, part)  # type: ignore[no-any-return]  # one of the five date fields
            if part == "law":
                return fact.law
            return next((found.value for found in fact.parts if found.id == part), None)
        if part is not None:
            return None
        if channel := self.channels.get(name):
            return channel.number or channel.name
        sentence = self.sentences.get(name)
        return sentence.text if sentence else None


DATES = ("since", "until", "as_of", "checked_on", "review_by")
"""The parts of a fact that are dates."""
