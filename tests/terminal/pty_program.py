"""A program in a real pseudo-terminal, and the terminal it draws on: what a person sees there, presses and clicks."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Self

import pyte

PATIENCE = 20.0
"""How long a text is waited for, in seconds: what a loaded machine may need, hundreds of times what it takes."""

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f10": "\x1b[21~",
    "ctrl+c": "\x03",
    "ctrl+q": "\x11",
}
"""What a terminal sends for a key; a key that is none of these is sent as it is written."""

ANSWERS = {
    "\x1b[?2026$p": "\x1b[?2026;2$y",
    "\x1b[c": "\x1b[?62;22c",
    "\x1b[6n": "\x1b[1;1R",
}
"""What a terminal of today answers: that it can show whole frames at once, what it is, and where its cursor stands."""

FRAME_BEGINS, FRAME_ENDS = "\x1b[?2026h", "\x1b[?2026l"
ALTERNATE, MAIN = "\x1b[?1049h", "\x1b[?1049l"
CURSOR_SHOWN, CURSOR_HIDDEN = "\x1b[?25h", "\x1b[?25l"

TURNS = re.compile("(" + "|".join(map(re.escape, (*ANSWERS, FRAME_BEGINS, FRAME_ENDS, ALTERNATE, MAIN))) + ")")
UNFINISHED = re.compile(r"\x1b(?:\[[?>=<]?[0-9;]*\$?)?$")

ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[@-Z\\-_])")
MOUSE_REPORTS = (1000, 1002, 1003, 1006, 1015)

WHEEL_UP, WHEEL_DOWN = 64, 65


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
        """Say nothing: the program's questions are answered by `PtyProgram`."""


class PtyProgram:
    """A running program and its terminal, which has a main and an alternate screen."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 80, rows: int = 24
    ) -> None:
        """Start a command on a terminal of so many cells."""
        self.output = ""
        """Everything it has written, escape sequences too."""
        self.frames: list[str] | None = None
        """Every whole frame since this was made a list, as text; None while nobody wants them."""
        self.status: int | None = None
        """Its exit status once it has ended; minus a signal's number where that ended it."""
        self.screen = Screen(columns, rows)
        """What a person sees now."""
        self._main = self.screen
        self._cells: list[list[str]] = []
        self._is_mid_frame = False
        self._is_open = True
        self._unfinished = ""
        self._decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        self._draw = pyte.Stream(self.screen)
        self.process, self._terminal = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), dict(environment))

    # What is seen

    @property
    def cells(self) -> list[list[str]]:
        """The screen row by row, cell by cell; the second cell of a wide sign is empty."""
        if not self._cells:
            columns = range(self.screen.columns)
            self._cells = [[cells[column].data for column in columns] for cells in map(self.screen.buffer.__getitem__, range(self.screen.lines))]
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
    def is_cursor_shown(self) -> bool:
        """Whether the last that was said of the cursor is that it is shown."""
        return self.output.rfind(CURSOR_SHOWN) >= self.output.rfind(CURSOR_HIDDEN)

    @property
    def is_restored(self) -> bool:
        """Whether the terminal is as a shell wants it: main screen, cursor, line by line with echo, no mouse reports."""
        lines_and_echo = termios.ICANON | termios.ECHO
        local = termios.tcgetattr(self._terminal)[3]
        reports = max(self.output.rfind(f"\x1b[?{mode}h") - self.output.rfind(f"\x1b[?{mode}l") for mode in MOUSE_REPORTS)
        return not self.is_alternate and self.is_cursor_shown and local & lines_and_echo == lines_and_echo and reports <= 0

    @property
    def last_words(self) -> str:
        """What it wrote once it had left the alternate screen, without escape sequences."""
        return ESCAPE.sub("", self.output.rpartition(MAIN)[2])

    # What is waited for

    def wait_until(self, is_so: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
        """Read until something holds of a whole frame; the screen is told where it does not within some seconds."""
        deadline = time.monotonic() + seconds
        while self._is_mid_frame or not is_so():
            left = deadline - time.monotonic()
            assert left > 0, f"{what} in {seconds:g} s. The screen:\n{self.text}"
            if not self.read(left) and not self._is_open:
                assert is_so(), f"{what}, and the program has ended. The screen:\n{self.text}"
                return

    def wait_for(self, *words: str) -> None:
        """Read until each of some words is on the screen."""
        self.wait_until(lambda: all(map(self.shows, words)), f"never saw {words}")

    def wait_for_quiet(self, seconds: float = 0.1) -> None:
        """Read until nothing more is drawn for some seconds."""
        while self.read(seconds):
            pass

    def wait_for_end(self, seconds: float = PATIENCE) -> int:
        """Read until the program ends; its exit status."""
        deadline = time.monotonic() + seconds
        while self._is_open:
            left = deadline - time.monotonic()
            assert left > 0, f"it did not end in {seconds:g} s. The screen:\n{self.text}"
            self.read(left)
        return self._reap()

    def read(self, seconds: float) -> bool:
        """Take what the program writes next; false where nothing came in some seconds, or it has closed its side."""
        if not self._is_open or not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # What Linux says where others say that the file is at its end.
            data = b""
        self._is_open = bool(data)
        self._take(self._decode(data, not data))
        return self._is_open

    # What is pressed

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their names or as they are written; all of them in one write."""
        self.send("".join(KEYS.get(key, key) for key in keys))

    def change(self, *keys: str) -> None:
        """Press keys, and wait until the screen is another one."""
        before = self.text
        self.press(*keys)
        self.wait_until(lambda: self.text != before, f"{keys} changed nothing")
        self.wait_for_quiet()

    def send(self, words: str) -> None:
        """Send words to the program as a terminal would."""
        os.write(self._terminal, words.encode())

    def click(self, row: int, column: int) -> None:
        """Press the mouse on a cell, and let go."""
        self.mouse_down(row, column)
        self.mouse_up(row, column)

    def mouse_down(self, row: int, column: int) -> None:
        """Press the mouse on a cell."""
        self.send(f"\x1b[<0;{column + 1};{row + 1}M")

    def mouse_up(self, row: int, column: int) -> None:
        """Let go of the mouse on a cell."""
        self.send(f"\x1b[<0;{column + 1};{row + 1}m")

    def click_on(self, words: str) -> None:
        """Wait for words, and click on the last place they stand at."""
        self.wait_for(words)
        self.click(*self.places(words)[-1])

    def wheel(self, button: int, row: int = 12, column: int = 40) -> None:
        """Turn the wheel one notch."""
        self.send(f"\x1b[<{button};{column + 1};{row + 1}M")

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal; the program is told by the system."""
        self.screen.resize(rows, columns)
        self._cells = []
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def kill(self) -> None:
        """End it at once, as when the power goes, and read what it had still written."""
        os.kill(self.process, signal.SIGKILL)
        self.wait_for_end()

    def close(self) -> None:
        """Leave no program and no terminal behind."""
        if self.status is None:
            os.kill(self.process, signal.SIGKILL)
            self._reap()
        os.close(self._terminal)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _reap(self) -> int:
        if self.status is None:
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        return self.status

    def _take(self, words: str) -> None:
        self.output += words
        words = self._unfinished + words
        held = UNFINISHED.search(words) if self._is_open else None
        self._unfinished = held[0] if held else ""
        for piece in TURNS.split(words.removesuffix(self._unfinished)):
            if piece in ANSWERS:
                self.send(ANSWERS[piece])
            elif piece in (FRAME_BEGINS, FRAME_ENDS):
                self._is_mid_frame = piece == FRAME_BEGINS
                if self.frames is not None and not self._is_mid_frame:
                    self.frames.append(self.text)
            elif piece in (ALTERNATE, MAIN):
                size = self.screen.columns, self.screen.lines
                self.screen = Screen(*size) if piece == ALTERNATE else self._main
                self._draw = pyte.Stream(self.screen)
            elif piece:
                self._draw.feed(piece)
            self._cells = []
