"""What a program has drawn on a terminal: its main screen and the alternate one, frame by frame."""

from __future__ import annotations

import re
from typing import NamedTuple

import pyte

QUESTIONS = ("\x1b[?2026$p", "\x1b[c", "\x1b[6n")
"""What a program may ask of a terminal: whether it can show whole frames at once, what it is, where its cursor stands."""

FRAME_BEGINS, FRAME_ENDS = "\x1b[?2026h", "\x1b[?2026l"
ALTERNATE, MAIN = "\x1b[?1049h", "\x1b[?1049l"
CURSOR_SHOWN, CURSOR_HIDDEN = "\x1b[?25h", "\x1b[?25l"
MOUSE_REPORTS = (1000, 1002, 1003, 1006, 1015)

TURNS = re.compile("(" + "|".join(map(re.escape, (*QUESTIONS, FRAME_BEGINS, FRAME_ENDS, ALTERNATE, MAIN))) + ")")
UNFINISHED = re.compile(r"\x1b(?:\[[?>=<]?[0-9;]*\$?)?$")
ECHOED = re.compile(r"\^\[\[\?[\d;]+[$\w]+")
"""An answer of the terminal that nobody read any more, as a terminal with an echo shows it."""
ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")


class Place(NamedTuple):
    """A cell of the screen, both counted from 0."""

    row: int
    column: int


class Screen(pyte.Screen):
    """A screen that takes private sequences calmly over which pyte itself stumbles."""

    def select_graphic_rendition(self, *attributes: int, private: bool = False) -> None:
        """Set colours; a private sequence of that ending is about keys."""
        if not private:
            super().select_graphic_rendition(*attributes)

    def report_device_status(self, mode: int = 0, **_kwargs: bool) -> None:
        """Say nothing: who runs the program answers its questions."""


class DrawnScreen:
    """The screens of a terminal, as its program has drawn them so far."""

    def __init__(self, columns: int, rows: int) -> None:
        self.output = ""
        """Everything that was written, escape sequences too."""
        self.frames: list[str] | None = None
        """Every whole frame since this was made a list, as text; None while nobody wants them."""
        self.screen = Screen(columns, rows)
        """What a person sees now."""
        self.is_mid_frame = False
        """Whether a frame is begun and not yet whole."""
        self._main = self.screen
        self._draw = pyte.Stream(self.screen)
        self._cells: list[list[str]] = []
        self._unfinished = ""

    @property
    def cells(self) -> list[list[str]]:
        """The screen row by row, cell by cell; the second cell of a wide sign is empty."""
        if not self._cells:
            rows = (self.screen.buffer[row] for row in range(self.screen.lines))
            self._cells = [[row[column].data for column in range(self.screen.columns)] for row in rows]
        return self._cells

    @property
    def lines(self) -> list[str]:
        """The screen's rows as text."""
        return ["".join(cells) for cells in self.cells]

    @property
    def text(self) -> str:
        """The screen as text."""
        return "\n".join(line.rstrip() for line in self.lines)

    def places(self, words: str) -> list[Place]:
        """Where words begin on the screen, in reading order, counted in cells."""
        found = []
        for row, line in enumerate(self.lines):
            columns = [column for column, sign in enumerate(self.cells[row]) for _ in sign]
            found += [Place(row, columns[match.start()]) for match in re.finditer(re.escape(words), line)]
        return found

    def shows(self, words: str) -> bool:
        """Whether words stand in one row of the screen."""
        return any(words in line for line in self.lines)

    @property
    def is_alternate(self) -> bool:
        """Whether the alternate screen is shown, which leaves nothing behind."""
        return self.screen is not self._main

    @property
    def is_left_tidy(self) -> bool:
        """Whether the main screen is shown with its cursor, and the mouse is not reported any more."""
        is_reported = any(self.output.rfind(f"\x1b[?{mode}h") > self.output.rfind(f"\x1b[?{mode}l") for mode in MOUSE_REPORTS)
        is_cursor_shown = self.output.rfind(CURSOR_SHOWN) >= self.output.rfind(CURSOR_HIDDEN)
        return not self.is_alternate and is_cursor_shown and not is_reported

    @property
    def last_words(self) -> str:
        """What was written after the alternate screen was left, without escape sequences and echoes of the terminal's answers."""
        return ECHOED.sub("", ESCAPE.sub("", self.output.rpartition(MAIN)[2]))

    def take(self, words: str, *, is_last: bool = False) -> list[str]:
        """Draw what was written; what the program asks of the terminal in it."""
        self.output += words
        words = self._unfinished + words
        held = None if is_last else UNFINISHED.search(words)
        self._unfinished = held[0] if held else ""
        pieces = TURNS.split(words.removesuffix(self._unfinished))
        for piece in pieces:
            if piece in (FRAME_BEGINS, FRAME_ENDS):
                self.is_mid_frame = piece == FRAME_BEGINS
                if self.frames is not None and not self.is_mid_frame:
                    self.frames.append(self.text)
            elif piece in (ALTERNATE, MAIN):
                self.screen = Screen(self.screen.columns, self.screen.lines) if piece == ALTERNATE else self._main
                self._draw = pyte.Stream(self.screen)
            elif piece not in QUESTIONS:
                self._draw.feed(piece)
            self._cells = []
        return [piece for piece in pieces if piece in QUESTIONS]

    def reshape(self, columns: int, rows: int) -> None:
        """Give the screen another size."""
        self.screen.resize(rows, columns)
        self._cells = []
