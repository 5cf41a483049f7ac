"""Words that a lesson does not use, as ``terms.yaml`` lists them for each language."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.rules.manuscript import Manuscript, Run
from safeclass.course.rules.rule import Passage, Rule
from safeclass.course.terms import Term, parts_of
from safeclass.language import N_
from safeclass.language.pattern import any_of, compile_later

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

QUOTED = compile_later(r"(?<!\w)'[^'\n]*(?:(?<=[A-Za-z])'(?=[a-z])[^'\n]*)*'|\"[^\"\n]*\"")
"""Words inside straight quotes; the apostrophe of *don't* ends none."""

HANGUL = compile_later("[가-힣]")

FEW_WORDS = r"[^.?!\n]{0,40}?"
"""What a gap in a phrase stands for."""
START = r"(?:^|(?<=[.?!:;] ))"
"""Where a sentence begins."""


class AvoidedWords:
    """The words and phrases to avoid of one course, ready to be looked for."""

    def __init__(self, terms: Mapping[str, Term]) -> None:
        self._patterns: dict[str, list[tuple[re.Pattern[str], Term]]] = {}
        begun: dict[str, list[str]] = {}
        for term in terms.values():
            for language, written in term.avoid.items():
                # One that says nothing would stand everywhere.
                if phrases := [phrase for phrase in written if parts_of(phrase)]:
                    self._patterns.setdefault(language, []).append((_pattern(phrases), term))
                    begun.setdefault(language, []).extend(parts_of(phrase)[0].lower() for phrase in phrases)
        # Lines of a text may break where a phrase has a space.
        self._anywhere = {language: compile_later(any_of(words).replace(r"\ ", r"\s+")) for language, words in begun.items()}

    def suspect(self, run: Run, language: str) -> Iterator[int]:
        """The passages in which a phrase to avoid could stand."""
        pattern = self._anywhere.get(language)
        if pattern and pattern.search(run.whole.lower()):
            yield from Run.of([part.lower() for part in run.parts]).matching(pattern)

    def found(self, words: str, language: str) -> Iterator[tuple[re.Match[str], Term]]:
        """Every phrase to avoid among words of a language, with the term it stands under."""
        small = words.lower()
        for pattern, term in self._patterns.get(language, ()):
            for found in pattern.finditer(small):
                yield found, term


def _pattern(phrases: Collection[str]) -> re.Pattern[str]:
    return compile_later("|".join(map(_written, sorted(phrases, key=len, reverse=True))), re.MULTILINE)


def _written(phrase: str) -> str:
    """The pattern of one phrase. A Korean word goes on with its ending; a word of another script ends where it ends."""
    words = FEW_WORDS.join(r"\s+".join(map(re.escape, part.split())) for part in parts_of(phrase.lower()))
    if HANGUL.search(phrase):
        return f"(?<![가-힣]){words}"
    return rf"{START if phrase[:1].isupper() else ''}(?<!\w){words}(?!\w)"


def suspect_words(manuscript: Manuscript, avoided: AvoidedWords) -> Iterator[int]:
    """The passages in which a word to avoid or a shout could stand."""
    for language, run in manuscript.written.items():
        yield from avoided.suspect(run, language)
    yield from suspect_shouts(manuscript)


def suspect_shouts(manuscript: Manuscript) -> Iterator[int]:
    """The passages in which a shout could stand."""
    for run in manuscript.written.values():
        yield from run.holding("!")


def check_shouts(passage: Passage, place: Place) -> Iterator[Fault]:
    """Every shout of one passage, but for what is quoted."""
    for language, words in passage.written.items():
        if "!" in words and "!" in QUOTED.sub("", words):
            yield SHOUTED.broken(place, language=language)


def check_words(passage: Passage, avoided: AvoidedWords, place: Place) -> Iterator[Fault]:
    """Every word to avoid, and every shout, of one passage."""
    for language, words in passage.written.items():
        quotes: list[tuple[int, int]] | None = None
        for found, term in avoided.found(words, language):
            if term.tempting and passage.is_wrong_option:
                continue
            if quotes is None:
                quotes = [quote.span() for quote in QUOTED.finditer(words)]
            is_quoted = any(start < found.start() and found.end() < end for start, end in quotes)
            if not (is_quoted and passage.is_said_to_be_answered):
                yield AVOIDED_WORD.broken(place, word=found[0], term=term.term, use=term.use[language], language=language)
    yield from check_shouts(passage, place)
