"""Reading a page off a terminal 80 cells wide: its words, its numbered options and places, and where the focus is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from drawn_screen import Place
from pty_program import PtyProgram

from safeclass.course.course import Course
from safeclass.course.text import Text
from safeclass.course.wording import BLANK, Wording
from safeclass.language import translate

TODAY = date(2026, 11, 22)
"""The day that programs under test are told it is."""

CHIP = 5
"""The column of an option's number."""
WORDS = 9
"""The column at which an option's words begin."""


class Page:
    """The page in front of a running program, in one language."""

    def __init__(self, program: PtyProgram, course: Course, language: str) -> None:
        self.program = program
        self.language = language
        self._wording = Wording(course.registry, TODAY)

    def said(self, text: Text) -> str:
        """What a text of the course says on the screen."""
        return " ".join(self._wording.plain(text, self.language).split())

    def word(self, message: str) -> str:
        """A message of the interface."""
        return translate(message, self.language)

    def reads(self, words: str) -> bool:
        """Whether words are on the page, wherever their lines break."""
        return _squeezed(words) in _squeezed(" ".join(self.program.lines))

    def reads_with_marks(self, words: str) -> bool:
        """The same of words between which the mark of the focus may stand."""
        marks = str.maketrans("", "", "<>")
        return _squeezed(words).translate(marks) in _squeezed(" ".join(self.program.lines)).translate(marks)

    def reads_text(self, text: Text) -> bool:
        """Whether a text of the course is on the page; of a sentence with blanks, what stands before the first."""
        return self.reads(BLANK.split(self.said(text))[0])

    def wait_for_text(self, text: Text) -> None:
        """Wait until a text of the course is on the page."""
        self.program.wait_until(lambda: self.reads_text(text), f"never read {self.said(text)!r}")

    def options(self) -> list[Place]:
        """The chips of the options that are seen, from top to bottom; a place's number or a dash may stand on them."""
        found = []
        for row in range(2, self.program.screen.lines - 2):
            cells = self._columns(row)
            if re.fullmatch(r" [0-9-]   \S", cells[CHIP - 1 : WORDS + 1]):
                found.append(Place(row, CHIP))
        return found

    def option(self, number: int) -> Place | None:
        """The chip with a number: of an option in a list, else of a tile, or of a place that things are given."""
        listed = [place for place in self.options() if self._columns(place.row)[CHIP] == str(number)]
        return listed[0] if listed else self.place(number)

    def place(self, number: int) -> Place | None:
        """The chip of a numbered place that things are given, or of a tile."""
        for row in range(2, self.program.screen.lines - 2):
            if found := re.search(rf"(?<= ){number}(?=  \S)", self._columns(row)):
                return Place(row, found.start())
        return None

    def thing(self, words: str) -> Place | None:
        """The chip of the option whose first line begins with the same words."""
        for place in self.options():
            first = re.split(r"\s{2,}", self._columns(place.row)[WORDS:].replace("\0", ""))[0]
            if words.startswith(first):
                return place
        return None

    def wait_for_options(self, texts: Sequence[Text]) -> None:
        """Wait until the options that are seen are these, in this order."""
        self.program.wait_until(lambda: self.lists(texts), f"never offered {[self.said(text) for text in texts]}")

    def lists(self, texts: Sequence[Text]) -> bool:
        """Whether the options that are seen are these, in this order."""
        return self.options() == [self.thing(self.said(text)) for text in texts]

    def label(self, words: str) -> str | None:
        """What stands on the chip of the option whose first line begins with the same words."""
        place = self.thing(words)
        return self._columns(place.row)[CHIP] if place else None

    def has_mark(self, words: str) -> bool:
        """Whether the mark of the focus stands in a row with words, before them."""
        return any(re.search(rf"(?<!\S)>\s.*{re.escape(words)}", line) for line in self.program.lines)

    def focus(self) -> int | None:
        """Which option, from 0, the mark of the focus stands beside; None where there is no mark, or no number."""
        chips = self.options() or [tile for number in (1, 2) if (tile := self.place(number))]
        marks = [
            Place(row, found.start())
            for row in range(2, self.program.screen.lines - 2)
            for found in re.finditer(r"(?<!\S)>(?!\S)", self._columns(row))
        ]
        if len(marks) != 1 or not chips:
            return None
        nearest = min(chips, key=lambda chip: abs(chip.row - marks[0].row) + abs(chip.column - marks[0].column))
        label = self._columns(nearest.row)[nearest.column]
        return int(label) - 1 if label.isdigit() else None

    def _columns(self, row: int) -> str:
        """A row in which every column is one sign: a wide sign's second column is NUL, and what stands for a colour blank."""
        columns = "".join(sign or "\0" for sign in self.program.cells[row])
        return re.sub(r"\[([0-9-])\]", r" \1 ", columns).replace("|", " ")


def _squeezed(words: str) -> str:
    return "".join(words.replace("|", " ").split())
