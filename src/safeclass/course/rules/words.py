"""Words that a lesson does not use, as ``terms.yaml`` lists them for each language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.rules.manuscript import BETWEEN, Manuscript, Run
from safeclass.course.rules.rule import Passage, Rule
from safeclass.course.terms import Term
from safeclass.language import N_
from safeclass.language.pattern import compile_later

AVOIDED_WORD = Rule(
    "avoided-word",
    Severity.WARNING,
    N_("'{word}' is a word to avoid; terms.yaml says why, at '{term}'."),
    N_("Words to use: {use}. In a wrong option, or a statement that is answered, it may stand in quotes."),
)
SHOUTED = Rule(
    "exclamation",
    Severity.WARNING,
    N_("There is an exclamation mark in '{language}'."),
    N_("End the sentence with a full stop: facts need no shouting."),
)
RULES = (AVOIDED_WORD, SHOUTED)

QUOTED = compile_later(r"(?<!\w)'[^'\n]*(?:(?<=[A-Za-z])'(?=[a-z])[^'\n]*)*'|\"[^\"\n]*\"")
"""Words inside straight quotes; the apostrophe of *don't* ends none."""

HANGUL = compile_later("[가-힣]")


class AvoidedWords:
    """The words to avoid of one course, ready to be looked for."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._terms: dict[str, dict[str, Term]] = {}
        for term in terms.values():
            for language, words in term.avoid.items():
                self._terms.setdefault(language, {}).update((word.lower(), term) for word in words)
        self._patterns: dict[str, re.Pattern[str]] = {}
        self._anywhere = {
            language: compile_later("|".join(map(re.escape, sorted(words)))) for language, words in self._terms.items() if words
        }

    def suspect(self, run: Run, language: str) -> Iterator[int]:
        """The passages in which a word to avoid could stand."""
        pattern = self._anywhere.get(language)
        if pattern and pattern.search(run.whole.lower()):
            yield from Run(BETWEEN.join(part.lower() for part in run.parts)).matching(pattern)

    def found(self, words: str, language: str) -> Iterator[tuple[re.Match[str], Term]]:
        """Every word to avoid among words of a language, with the term it stands under."""
        if not (terms := self._terms.get(language)):
            return
        if language not in self._patterns:
            self._patterns[language] = _pattern(list(terms))
        for found in self._patterns[language].finditer(words.lower()):
            yield found, terms[found[0]]


def _pattern(words: list[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    hangul = "|".join(re.escape(word) for word in longest_first if HANGUL.search(word))
    others = "|".join(re.escape(word) for word in longest_first if not HANGUL.search(word))
    # A Korean word goes on with its particle or ending; a word of another script ends where it ends.
    return compile_later("|".join([f"(?<![가-힣])(?:{hangul})"] * bool(hangul) + [rf"(?<!\w)(?:{others})(?!\w)"] * bool(others)))


def suspect_words(manuscript: Manuscript, avoided: AvoidedWords) -> Iterator[int]:
    """The passages in which a word to avoid or a shout could stand."""
    for language, run in manuscript.written.items():
        yield from avoided.suspect(run, language)
        yield from run.holding("!")


def check_words(passage: Passage, avoided: AvoidedWords, place: Place) -> Iterator[Fault]:
    """Every word to avoid, and every shout, of one passage."""
    for language, words in passage.written.items():
        quotes: list[tuple[int, int]] | None = None
        for found, term in avoided.found(words, language):
            if quotes is None:
                quotes = [quote.span() for quote in QUOTED.finditer(words)]
            is_quoted = any(start < found.start() and found.end() < end for start, end in quotes)
            if not (is_quoted and passage.is_said_to_be_answered):
                yield AVOIDED_WORD.broken(place, word=found[0], term=term.term, use=term.use[language])
        if "!" in words and "!" in QUOTED.sub("", words):
            yield SHOUTED.broken(place, language=language)
