"""What keeps terms of law within reach: each explained where a lesson first uses it, and called the same in every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from safeclass.course.card import identity
from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.lesson import Lesson
from safeclass.course.registry import Registry
from safeclass.course.rules.rule import Rule
from safeclass.course.terms import Term
from safeclass.course.text import Text, texts
from safeclass.course.wording import resolved
from safeclass.language import N_
from safeclass.language.pattern import compile_later

UNEXPLAINED = Rule(
    "unexplained-term",
    Severity.ADVICE,
    N_("'{word}' is used here first and is not explained."),
    N_("Say beside it what it means; terms.yaml has words for it, at '{term}'."),
)
TERM_DIFFERS = Rule(
    "term-differs",
    Severity.ADVICE,
    N_("The lesson says '{word}', but in '{language}' nowhere '{use}'."),
    N_("Call it the same in every language, as terms.yaml does at '{term}'."),
)

STEMS = {"ko": compile_later(r"(?<![가-힣])[가-힣]{2}|\d+"), "en": compile_later(r"\b[a-z]{5}|\d+")}
"""What of a word stays the same in all its forms: two syllables, or five letters."""
COMMON = frozenset({"있어", "없어", "것이", "아니", "때문", "perso", "peopl", "someo", "somet", "which", "their"})
"""Stems that tell nothing of what a word means."""
ENOUGH = 2
"""Stems of a gloss that, in one card, make an explanation."""


class Use(NamedTuple):
    """One term to explain, in one language."""

    term: Term
    words: tuple[str, ...]
    """Its names, in small letters."""
    gloss: frozenset[str]
    """Stems of what it means."""

    def found_in(self, words: str) -> str | None:
        """The name of it that stands among words in small letters; None where none does."""
        return next((word for word in self.words if word in words and re.search(rf"(?<!\w){re.escape(word)}", words)), None)


class TermsToExplain:
    """The terms of one course that lessons explain, by language."""

    def __init__(self, registry: Registry) -> None:
        """The terms of a course."""
        self._registry = registry
        self._terms = [
            {language: _use(term, language) for language in term.use if language in STEMS and term.gloss and term.names(language)}
            for term in registry.terms.values()
            if term.explain
        ]

    def check(self, lesson: Lesson, place: Callable[[object], Place]) -> Iterator[tuple[str, Fault]]:
        """Every term that a lesson does not explain, or names in one language only, with the card it first stands on."""
        cards = [(identity(card), list(texts(card))) for card in lesson.deck] if self._terms else []
        told = {language: [self._words(held, language) for _card, held in cards] for language in lesson.title}
        whole = {language: "\n".join(words) for language, words in told.items()}
        for uses in self._terms:
            used = {language: use for language, use in uses.items() if language in whole and use.found_in(whole[language])}
            for language, use in used.items():
                index, word = _first(use, told[language])
                card, held = cards[index]
                at = place(next(text for text in held if use.found_in(self._words([text], language))))
                if sum(stem in told[language][index] for stem in use.gloss) < min(ENOUGH, len(use.gloss)):
                    yield card, UNEXPLAINED.broken(at, word=word, term=use.term.term)
                for other in uses.keys() & whole.keys() - used.keys():
                    names = {"word": word, "language": other, "use": use.term.use[other], "term": use.term.term}
                    yield card, TERM_DIFFERS.broken(at, **names)

    def _words(self, held: Sequence[Text], language: str) -> str:
        """What a learner reads of some texts, in small letters."""
        return resolved("\n".join([text[language] for text in held]), language, self._registry).casefold()


def _first(use: Use, cards: Sequence[str]) -> tuple[int, str]:
    """Where a term is used first, and by which of its names."""
    return next((index, word) for index, words in enumerate(cards) if (word := use.found_in(words)))


def _use(term: Term, language: str) -> Use:
    names = term.names(language)
    gloss = term.gloss[language] if term.gloss else ""
    own = set(STEMS[language].findall(" ".join(names)))
    return Use(term, names, frozenset(STEMS[language].findall(gloss.casefold())) - own - COMMON)
