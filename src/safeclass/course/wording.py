"""From a text with citations to the words a learner reads.

``{law-14-2-possess}`` becomes the fact's value, ``{law-14-2-possess.since}`` its date, ``{117:을/를}`` the number with the
particle that fits it, and ``**this**`` bold. Nothing else is markup, so an author may write any other sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from safeclass.course.card import Card, SetAside
from safeclass.course.facts import Fact
from safeclass.course.registry import Registry
from safeclass.course.runs import Role, Run
from safeclass.course.sources import told_read
from safeclass.course.terms import FAULT
from safeclass.course.text import Text, texts
from safeclass.language import N_, translate
from safeclass.language.cells import NO_BREAK
from safeclass.language.dates import write_date
from safeclass.language.josa import josa
from safeclass.language.pattern import compile_later

CITATION = compile_later(r"\{([a-z0-9-]+)(?:\.([a-z0-9_-]+))?(?::([^{}\s]+))?\}")
ALONE = compile_later(rf"[^.?!{{}}]*\{{{FAULT}\}}")
MARKUP = compile_later(rf"{CITATION.pattern}|\*\*(.+?)\*\*")
CLINGING = compile_later(r"[가-힣]+")
"""A particle, or another ending, written right after a citation."""
BLANK = compile_later(r"__([a-z0-9]+)__")
UNIT = compile_later(
    r"(?<=\d) (?=[A-Z][a-z]+\b)|(?<=\d) (?=(?:million|years?|won|months?|hours?|minutes?|days?)\b)|(?<=million) (?=won\b)"
)
UNIT_KO = compile_later(r"(?<=[\d만천억]) (?=(?:원|명|건|개|년|월|일)(?:\W|$))|(?<=\d[년월만억]) (?=\d)")


@dataclass(frozen=True, slots=True)
class FactBlock:
    """A paragraph that is one fact, drawn as a framed block."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class Alone:
    """The paragraph that it is never one's fault, standing alone, or behind a few words that tell to whom it is said."""

    runs: tuple[Run, ...]


Paragraph = tuple[Run, ...] | FactBlock | Alone


class Citation(NamedTuple):
    """One thing that a text cites."""

    name: str
    part: str | None
    particle: str | None


def citations(words: str) -> Iterator[Citation]:
    """Everything that words cite, in order."""
    for found in CITATION.finditer(words):
        yield Citation(found[1], found[2], found[3])


def resolved(words: str, language: str, registry: Registry, depth: int = 0) -> str:
    """The words with what they cite in its place. What stands for nothing, or only for itself, is left out."""

    def replace(found: re.Match[str]) -> str:
        cited = registry.cite(found[1], found[2])
        if cited is None or depth > 2:
            return ""
        if isinstance(cited, date):
            said = write_date(cited, language)
        elif isinstance(cited, str):
            said = cited
        else:
            said = resolved(cited[language], language, registry, depth + 1)
        return said + (josa(said, found[3]) if found[3] and language == "ko" else "")

    if "{" in words:
        words = CITATION.sub(replace, words)
    return words.replace("**", "") if "**" in words else words


def facts_of(card: Card, language: str, registry: Registry) -> tuple[str, ...]:
    """The facts that a card cites or stands on, each once, in the order they are cited."""
    if isinstance(card, SetAside):
        return ()
    cited = (citation.name for text in texts(card) for citation in citations(text[language]))
    return tuple(dict.fromkeys(name for name in (*cited, *card.facts) if name in registry.facts))


def is_stale(fact: Fact, today: date) -> bool:
    """Whether a fact is past the day by which it was to be reviewed."""
    return fact.review_by < today


@dataclass(frozen=True, slots=True)
class Wording:
    """How texts of one course read on one day."""

    registry: Registry
    today: date

    def plain(self, text: Text, language: str) -> str:
        """The words of a text without any setting."""
        return "".join(run.words for run in self.runs(text[language], language))

    def in_each(self, text: Text) -> dict[str, str]:
        """The words of a text as programs read them, by language: without any setting, and with plain spaces."""
        return {language: self.plain(text, language).replace(NO_BREAK, " ") for language in text}

    def line(self, words: str, language: str) -> tuple[Run, ...]:
        """Words on one line."""
        return self.runs(" ".join(words.split()), language)

    def runs(self, words: str, language: str) -> tuple[Run, ...]:
        """One paragraph's words, split by how they are set. What cannot be resolved is left out.

        That values of one day may have changed is told once, after the particle that clings to the first of them.
        """
        return self._runs(words, language, set())

    def _runs(self, words: str, language: str, told: set[date], *, in_sentence: bool = False) -> tuple[Run, ...]:
        """The runs of a paragraph or of a part of it; `told` are the days that it was already told of."""
        found: list[Run] = []
        end = 0
        for mark in MARKUP.finditer(words):
            found.append(Run(words[end : mark.start()]))
            end = mark.end()
            if mark[4] is not None:
                found.extend(Run(run.words, Role.BOLD) for run in self._runs(mark[4], language, told, in_sentence=in_sentence))
                continue
            citation = Citation(mark[1], mark[2], mark[3])
            if citation.name in self.registry.sentences:
                if not in_sentence:  # a fixed sentence cites no other
                    text = self.registry.sentences[citation.name].text
                    found.extend(self._runs(text[language], language, told, in_sentence=True))
                continue
            found.extend(self._cite(citation, language))
            fact = self.registry.facts.get(citation.name)
            if fact is not None and is_stale(fact, self.today) and fact.as_of not in told:
                told.add(fact.as_of)
                clinging = CLINGING.match(words, end)
                end = clinging.end() if clinging else end
                found.append(Run(clinging[0] if clinging else ""))
                found.append(Run(f" ({self.as_of(fact, language)})", Role.STALE))
        found.append(Run(words[end:]))
        return tuple(Run(_bind(run.words, language), run.role) for run in found if run.words)

    def paragraphs(self, text: Text, language: str) -> tuple[Paragraph, ...]:
        """A text's paragraphs; a single line break inside one is a space."""
        return tuple(self._paragraph(" ".join(block.split()), language) for block in re.split(r"\n\s*\n", text[language].strip()))

    def _paragraph(self, words: str, language: str) -> Paragraph:
        whole = CITATION.fullmatch(words)
        if whole and whole[2] is None and (fact := self.registry.facts.get(whole[1])):
            return FactBlock(fact)
        runs = self.runs(words, language)
        return Alone(runs) if ALONE.fullmatch(words) else runs

    def _cite(self, citation: Citation, language: str) -> Iterator[Run]:
        cited = self.registry.cite(citation.name, citation.part)
        if cited is None:
            return
        if isinstance(cited, date):
            words = write_date(cited, language)
        else:
            words = cited if isinstance(cited, str) else self.of_fact(cited, language)
        yield Run(words, Role.FACT)
        if citation.particle and language == "ko":
            yield Run(josa(words, citation.particle))

    def of_fact(self, text: Text, language: str) -> str:
        """A text of a fact, such as its value; what it cites itself is in its place."""
        return resolved(text[language], language, self.registry)

    def as_of(self, fact: Fact, language: str) -> str:
        """As of which day a fact is told, and that it may have changed when its review is overdue."""
        stale = is_stale(fact, self.today)
        message = N_("as of {date}, may have changed") if stale else N_("as of {date}")
        return translate(message, language).format(date=write_date(fact.as_of, language))

    def dates(self, fact: Fact, language: str) -> str:
        """As of which day a fact is told, and when its sources were last read."""
        return f"{self.as_of(fact, language)}; {told_read(fact.checked_on, language)}"

    def held_from(self, fact: Fact, language: str) -> str:
        """Since which day a fact holds, or held and until when, where that is known; and as of which day it is told."""
        as_of = self.as_of(fact, language)
        if fact.since is None:
            return as_of
        message = N_("since {since}, {as_of}") if fact.until is None else N_("{since} to {until}, {as_of}")
        since, until = (write_date(day, language) if day else "" for day in (fact.since, fact.until))
        return translate(message, language).format(since=since, until=until, as_of=as_of)


def _bind(words: str, language: str) -> str:
    """Keep numbers with their units on one line."""
    return (UNIT_KO if language == "ko" else UNIT).sub(NO_BREAK, words)
