"""Preferred words, words to avoid, and the sentences that are the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from safeclass.course.frozen import frozen, hint
from safeclass.course.text import Id, LanguageCode, Text
from safeclass.language.pattern import compile_later

FAULT = "fault"
"""The sentence that it is never one's fault; as a paragraph it stands alone in an ink of its own."""

CEILING = "ceiling"
"""The sentence that a penalty is the most the law allows, and that a real case depends on its circumstances."""

GAP = "..."
"""What stands in a phrase to avoid for a few words between."""

BETWEEN_NAMES = compile_later(r",(?!\d)|[()]")
"""What parts the names of a term: ``벌금, 과태료``, ``이름(다른 이름)``."""


@frozen
class Sentence:
    """A sentence whose wording is fixed, cited as ``{name}``."""

    sentence: Id = hint("Stable name.")
    text: Text = hint("The sentence.")


@frozen
class Term:
    """A preferred word, and the words it stands in for."""

    term: Id = hint("Stable name.")
    use: Text = hint("The word to use.")
    gloss: Text | None = hint("What it means, in plain words: for the glossary, where a lesson uses it.", default=None)
    explain: bool = hint("Whether a lesson explains it where it first uses it; then a gloss is due.", default=False)
    avoid: Mapping[LanguageCode, tuple[str, ...]] = hint(
        "Words to avoid, a list per language; `...` stands for a few words between, a capital for the start of a sentence.",
        default_factory=dict,
    )
    tempting: bool = hint("Whether a wrong option may say it without quotes, as one might think it at first.", default=False)
    reason: Text = hint("Why this word; a learner reads it under what the word means.")

    def names(self, language: LanguageCode) -> tuple[str, ...]:
        """Every name that it is used by in a language, folded to lower case."""
        return _names(self.use[language])


@frozen
class TermFile:
    """The file ``terms.yaml``: words to use and sentences that never change."""

    sentences: tuple[Sentence, ...] = hint("Every fixed sentence.", apart=True)
    terms: tuple[Term, ...] = hint("Every term.", apart=True)


def parts_of(phrase: str) -> list[str]:
    """What a phrase to avoid says around its gaps; empty where it holds nothing but gaps."""
    return [" ".join(part.split()) for part in phrase.split(GAP) if part.strip(". ")]


@cache
def _names(use: str) -> tuple[str, ...]:
    return tuple(name for part in BETWEEN_NAMES.split(use.casefold()) if (name := part.strip()))
