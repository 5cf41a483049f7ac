"""Words that can be said in any language."""

from __future__ import annotations

from collections.abc import Callable

from safeclass.course.runs import Run
from safeclass.language import translate
from safeclass.tui.typeset import Runs

Said = Callable[[str], Runs]
"""Words that can be said in any language, by its name."""


def words_of(words: str) -> Said:
    """Words that are the same in every language."""
    return lambda _language: (Run(words),)


def say(message: str, **names: object) -> Said:
    """An interface message, in whichever language it is asked for."""

    def said(language: str) -> Runs:
        words = translate(message, language)
        return (Run(words.format(**names) if names else words),)

    return said
