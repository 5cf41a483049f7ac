"""The words of the interface: English msgids, and a catalogue for every other language.

The language in use belongs to one running program: `speak` puts a `Words` into the current context, and every task that
this context starts sees it, so that two programs in one process may speak two languages.
"""

from __future__ import annotations

import gettext as catalogues
from contextvars import ContextVar
from functools import cache
from pathlib import Path

LOCALE_FOLDER = Path(__file__).parent / "locale"
"""Where the compiled catalogues lie."""

WRITTEN_IN = "en"
"""The language the msgids are written in; it needs no catalogue."""

BOTH = "both"
"""The choice of seeing a course's two first languages at once."""


@cache
def catalogue(language: str) -> catalogues.NullTranslations:
    """The catalogue of a language, or an empty one, which leaves msgids as they are, where there is none."""
    if language == WRITTEN_IN:
        return catalogues.NullTranslations()
    return catalogues.translation("safeclass", LOCALE_FOLDER, [language], fallback=True)


class Words:
    """Which language or languages a program speaks just now; switching changes this one object in place."""

    def __init__(self, languages: tuple[str, ...] = ("ko", "en"), shown: tuple[str, ...] | None = None) -> None:
        self.languages = languages
        """Every language of the course, the primary one first."""
        self.shown = shown or languages[:1]
        """What is on the screen: one language, or two side by side."""

    @property
    def main(self) -> str:
        """The language of everything that is said once."""
        return self.shown[0]

    @property
    def choice(self) -> str:
        """What the setting is called: a language, or ``both``."""
        return self.shown[0] if len(self.shown) == 1 else BOTH

    def choose(self, choice: str) -> None:
        """Speak a language, or ``both``."""
        self.shown = self.languages[:2] if choice == BOTH else (choice,)

    @property
    def choices(self) -> tuple[str, ...]:
        """Everything that can be chosen, in the order one key goes through them."""
        return (*self.languages, BOTH) if len(self.languages) > 1 else self.languages

    @property
    def next_choice(self) -> str:
        """What the language key leads to."""
        choices = self.choices
        return choices[(choices.index(self.choice) + 1) % len(choices)] if self.choice in choices else choices[0]


_words: ContextVar[Words] = ContextVar("words")


def speak(words: Words) -> Words:
    """Make this the words of everything that the current context starts."""
    _words.set(words)
    return words


def words() -> Words:
    """The words of the running program."""
    try:
        return _words.get()
    except LookupError:
        return speak(Words())


def translate(message: str, language: str) -> str:
    """A message in a given language."""
    return catalogue(language).gettext(message)


def _(message: str) -> str:
    """A message in the main language."""
    return translate(message, words().main)


def ngettext(one: str, many: str, count: int, language: str | None = None) -> str:
    """A message that counts, in a given language or else in the main one."""
    return catalogue(language or words().main).ngettext(one, many, count)


def N_(message: str) -> str:
    """Mark a message for the catalogue where it is only translated later."""
    return message
