"""What one typed line means: numbers, one of a few letters, nothing, or something not understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from safeclass.language.jamo import meant_by

NUMBERS = re.compile(r"[0-9]+")
ONLY_NUMBERS = re.compile(r"[0-9\s,、.;:/)번]+")
"""Numbers, parted in any of the ways that people part them."""


class Command(Enum):
    """What a learner can ask for at any time."""

    GO_ON = auto()
    """An empty line: on from a card that was read or explained, past a question that is open."""
    NUMBERS = auto()
    """An answer."""
    WORD = auto()
    """One letter that only some cards know: O or X."""
    HELP = auto()
    SOURCES = auto()
    UNDO = auto()
    BACK = auto()
    LANGUAGE = auto()
    PAUSE = auto()
    GLOSSARY = auto()
    LEAVE = auto()
    UNKNOWN = auto()
    """Something that is not understood."""


LETTERS = {
    "?": Command.HELP,
    "s": Command.SOURCES,
    "u": Command.UNDO,
    "b": Command.BACK,
    "l": Command.LANGUAGE,
    "p": Command.PAUSE,
    "g": Command.GLOSSARY,
    "q": Command.LEAVE,
    "o": Command.WORD,
    "x": Command.WORD,
}
"""The letters that mean something, and what."""

LEAVING = frozenset({"quit", "exit", "나가기"})
"""Whole words that also leave: somebody who has to go quickly does not look for a letter."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One line, understood."""

    command: Command
    figures: tuple[str, ...] = ()
    """The numbers as they were typed."""
    word: str = ""
    """The letter, for a `Command.WORD`."""

    def is_number(self, number: int) -> bool:
        """Whether this one number was typed and nothing else."""
        return len(self.figures) == 1 and int(self.figures[0]) == number

    def numbers(self, most: int) -> tuple[int, ...]:
        """The numbers, where they go up to ``most``; with less than ten of them ``312`` is 3, 1 and 2."""
        if len(self.figures) == 1 and most < 10:
            return tuple(map(int, self.figures[0]))
        return tuple(map(int, self.figures))

    def number(self, most: int) -> int | None:
        """The one number from 1 to ``most`` that was typed; None where it was anything else."""
        found = self.numbers(most)
        return found[0] if len(found) == 1 and 0 < found[0] <= most else None


def understand(line: str) -> Typed:
    """What a line means, whatever the keyboard and the input method made of it."""
    composed = unicodedata.normalize("NFC", line.strip())
    visible = "".join(sign for sign in composed if unicodedata.category(sign) != "Cf").strip()
    if not visible:
        return Typed(Command.GO_ON)
    sign = meant_by(visible) if len(visible) == 1 else visible
    found = unicodedata.normalize("NFKC", sign).lower()
    if found in LETTERS:
        return Typed(LETTERS[found], word=found)
    if found in LEAVING:
        return Typed(Command.LEAVE)
    figures = NUMBERS.findall(found) if ONLY_NUMBERS.fullmatch(found) else []
    if figures:
        return Typed(Command.NUMBERS, tuple(figures))
    return Typed(Command.UNKNOWN)


def example(count: int, most: int = 0) -> str:
    """How so many numbers could be typed, each at most ``most``; it tells nothing of the right ones."""
    numbers = [2, 1, *range(3, count + 1)][:count]
    return " ".join(str((number - 1) % (most or count) + 1) for number in numbers)


def is_once_each(numbers: Sequence[int], most: int) -> bool:
    """Whether there are numbers, each from 1 to ``most`` and none twice."""
    return 0 < len(numbers) == len(set(numbers)) and all(0 < number <= most for number in numbers)
