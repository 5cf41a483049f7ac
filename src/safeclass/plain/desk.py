"""What every part of plain mode works with: the course, the words, the learner's record, and saying and asking."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple, Protocol

from safeclass.course.course import Course
from safeclass.course.text import Text
from safeclass.course.wording import Wording
from safeclass.language import N_, Words, translate
from safeclass.language.cells import width
from safeclass.plain.paper import Paper
from safeclass.plain.typed import Command, Typed, understand
from safeclass.session.keeping import Keeping
from safeclass.session.pause import BREATHS

Said = Callable[[str], str]
"""Words that can be said in any language."""

LONGEST = 1000
"""The longest line that is looked at, in signs; what is beyond is dropped."""


class Lines(Protocol):
    """What answers are read from."""

    def readline(self, limit: int, /) -> str:
        """The next line with its end, or as much of it as the limit allows; nothing where there are no more."""


class Left(Exception):
    """The learner leaves, or there is nothing more to read."""


class Hint(NamedTuple):
    """What can be typed, and a msgid for what it does."""

    keys: str
    does: str


ALWAYS = (Hint("?", N_("Where to turn")), Hint("q", N_("Exit")))
"""What every question says can be typed."""
LETTERS = (Hint("l", N_("Language")), Hint("p", N_("Take a break")), Hint("g", N_("Words")))
"""What can be typed at any time besides, said where something was not understood."""


def say(message: str, **names: object) -> Said:
    """An interface message, in whichever language it is asked for."""
    return lambda language: translate(message, language).format(**names)


def same(words: str) -> Said:
    """Words that are the same in every language."""
    return lambda _language: words


def tagged(said: Said, tags: Sequence[Said]) -> Said:
    """Words, followed in brackets by what is to be known of them."""
    if not tags:
        return said
    return lambda language: f"{said(language)} ({', '.join(tag(language) for tag in tags)})"


@dataclass
class Desk:
    """The learner's desk."""

    course: Course
    keeping: Keeping
    words: Words
    today: date
    paper: Paper
    lines: Lines | None
    """Where answers are read from; None where there is nothing to read from."""
    was_troubled: bool = False
    """Whether something had to be told about the learner's record."""

    @cached_property
    def wording(self) -> Wording:
        """How the course's texts read today. The registries are read with the first use."""
        return Wording(self.course.registry, self.today)

    def of(self, text: Text) -> Said:
        """A text of the course, on one line, in whichever language it is asked for."""
        return lambda language: "".join(run.words for run in self.wording.line(text[language], language))

    def write(self, said: Said, lead: str = "") -> None:
        """Write words in each language shown, one below the other; words that are the same in both only once."""
        told: list[str] = []
        for language in self.words.shown:
            words = said(language)
            if words and words not in told:
                self.paper.write(words, " " * width(lead) if told else lead)
                told.append(words)

    def say(self, message: str, **names: object) -> None:
        """Write an interface message."""
        self.write(say(message, **names))

    def tell(self, text: Text, lead: str = "") -> None:
        """Write a text of the course."""
        self.write(self.of(text), lead)

    def label(self, *said: Said) -> None:
        """Write short words on one line, the languages side by side."""
        parts = [" / ".join(dict.fromkeys(one(language) for language in self.words.shown)) for one in said]
        self.paper.write("  ".join(parts))

    def tell_notices(self) -> None:
        """Tell once what is to be known about the learner's record."""
        while self.keeping.notices:
            self.was_troubled = True
            self.write(partial(translate, self.keeping.notices.pop(0)))

    def ask(self, hints: Callable[[], Sequence[Hint]], again: Callable[[], None], letters: Sequence[Hint] = ()) -> Typed:
        """Read one line. What can be asked for anywhere is done here, and ``again`` tells the question once more.

        ``hints`` are said every time, ``letters`` only where something was not understood.
        Raises `Left` at the end of input, or where the learner leaves.
        """
        while True:
            self.tell_notices()
            self.write_hints((*hints(), *ALWAYS))
            self.paper.flush()
            line = self._read()
            if line is None:
                raise Left
            typed = understand(line)
            self.paper.gap()
            match typed.command:
                case Command.LEAVE:
                    raise Left
                case Command.HELP:
                    self._help()
                case Command.LANGUAGE:
                    self.words.choose(self.words.next_choice)
                case Command.PAUSE:
                    self._pause()
                case Command.GLOSSARY:
                    from safeclass.plain.glossary import tell_glossary

                    tell_glossary(self)
                case Command.UNKNOWN:
                    self.explain(hints(), letters)
                    continue
                case _:
                    return typed
            again()

    def wait(self, does: str, again: Callable[[], None]) -> None:
        """Wait for an empty line, or any number; ``does`` says what it leads to."""
        hint = Hint("Enter", does)
        while self.ask(lambda: [hint], again).command not in (Command.GO_ON, Command.NUMBERS):
            self.explain([hint])

    def explain(self, hints: Sequence[Hint], letters: Sequence[Hint] = ()) -> None:
        """Say in one calm line what can be typed here."""
        self.write_hints((*hints, *letters, *LETTERS, *ALWAYS), N_("Here you can type: {keys}"))

    def write_hints(self, hints: Sequence[Hint], message: str = "") -> None:
        """Write what can be typed, inside a message with ``{keys}`` where there is one."""

        def said(language: str) -> str:
            keys = ", ".join(f"{hint.keys}: {translate(hint.does, language)}" for hint in hints)
            return translate(message, language).format(keys=keys) if message else keys

        self.write(said)

    def _help(self) -> None:
        from safeclass.plain.channels import tell_channels

        tell_channels(self)

    def _pause(self) -> None:
        """Breathe, for as long as one likes; nothing runs on meanwhile."""
        while True:
            for breath in BREATHS:
                self.say(breath)
            self.write_hints((Hint("Enter", N_("Back")), *ALWAYS))
            self.paper.flush()
            line = self._read()
            if line is None or (asked := understand(line).command) is Command.LEAVE:
                raise Left
            self.paper.gap()
            if asked is not Command.HELP:
                return
            self._help()

    def _read(self) -> str | None:
        """A line without its end; None where there are no more, or where they cannot be read."""
        if self.lines is None:
            return None
        try:
            line = piece = self.lines.readline(LONGEST)
            while len(piece) == LONGEST and not piece.endswith("\n"):
                piece = self.lines.readline(LONGEST)
        except (ValueError, OSError):
            return None
        return line or None
