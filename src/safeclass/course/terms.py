"""Preferred words, words to avoid, and the sentences that are the same everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from safeclass.course.frozen import frozen, hint
from safeclass.course.text import Id, LanguageCode, Text

FAULT = "fault"
"""The sentence that it is never one's fault; as a paragraph it stands alone in an ink of its own."""

CEILING = "ceiling"
"""The sentence that a penalty is the most the law allows, and that a real case depends on its circumstances."""


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


@frozen
class TermFile:
    """The file ``terms.yaml``: words to use and sentences that never change."""

    sentences: tuple[Sentence, ...] = hint("Every fixed sentence.", apart=True)
    terms: tuple[Term, ...] = hint("Every term.", apart=True)
