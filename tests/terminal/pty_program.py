"""A program in a real pseudo-terminal: what a person presses and clicks there, and what is waited for on its screen."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Self

from drawn_screen import DrawnScreen

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
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "ctrl+c": "\x03",
    "ctrl+q": "\x11",
}
"""What a terminal sends for a key; a key that is none of these is sent as it is written."""

ANSWERS = {"\x1b[?2026$p": "\x1b[?2026;2$y", "\x1b[c": "\x1b[?62;22c", "\x1b[6n": "\x1b[1;1R"}
"""What a terminal of today answers: it can show whole frames at once, it knows colours, its cursor stands at the top."""

TITLE_PUT_BY, TITLE_TAKEN_BACK = "\x1b[22;2t", "\x1b[23;2t"
"""What makes a terminal remember the name of its window, and go back to it."""

WHEEL_UP, WHEEL_DOWN = 64, 65


class PtyProgram(DrawnScreen):
    """A running program and its terminal."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], columns: int = 80, rows: int = 24, encoding: str = "utf-8"
    ) -> None:
        """Start a command on a terminal of so many cells, which speaks an encoding."""
        super().__init__(columns, rows)
        self.status: int | None = None
        """Its exit status once it has ended; minus a signal's number where that ended it."""
        self._is_open = True
        self._decode = codecs.getincrementaldecoder(encoding)("replace").decode
        self.process, self._terminal = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(command[0], list(command), dict(environment))

    @property
    def is_restored(self) -> bool:
        """Whether the terminal is as a shell wants it: tidy, with its own title, and typed words come in lines with an echo."""
        wanted = termios.ICANON | termios.ECHO
        is_named_again = self.output.count(TITLE_PUT_BY) == self.output.count(TITLE_TAKEN_BACK)
        return self.is_left_tidy and is_named_again and termios.tcgetattr(self._terminal)[3] & wanted == wanted

    # What is waited for

    def wait_until(self, is_so: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
        """Read until something holds of a whole frame; the screen is told where it does not within some seconds."""
        deadline = time.monotonic() + seconds
        while self.is_mid_frame or not is_so():
            left = deadline - time.monotonic()
            assert left > 0, f"{what} in {seconds:g} s. The screen:\n{self.text}"
            if not self.read(left) and not self._is_open:
                assert is_so(), f"{what}, and the program has ended. The screen:\n{self.text}"
                return

    def wait_for(self, *words: str) -> None:
        """Read until each of some words is on the screen."""
        self.wait_until(lambda: all(map(self.shows, words)), f"never saw {words}")

    def wait_for_change(self, act: Callable[[], object]) -> None:
        """Do something, and read until the screen is another one."""
        before = self.text
        act()
        self.wait_until(lambda: self.text != before, "nothing changed")

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
        for question in self.take(self._decode(data, not data), is_last=not data):
            self.send(ANSWERS[question])
        return self._is_open

    # What is pressed

    def press(self, *keys: str) -> None:
        """Press keys one after the other, by their names or as they are written; all of them in one write."""
        self.send("".join(KEYS.get(key, key) for key in keys))

    def change(self, *keys: str) -> None:
        """Press keys, and wait until the screen is another one and stays so."""
        self.wait_for_change(lambda: self.press(*keys))
        self.wait_for_quiet()

    def send(self, words: str) -> None:
        """Send words to the program as a terminal would."""
        self.send_bytes(words.encode())

    def send_bytes(self, data: bytes) -> None:
        """Send bytes to the program, whatever they mean."""
        os.write(self._terminal, data)

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
        self.reshape(columns, rows)
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def kill(self) -> None:
        """End it at once, as when the power goes, and read what it had still written."""
        os.kill(self.process, signal.SIGKILL)
        self.wait_for_end()

    def hang_up(self, seconds: float = PATIENCE) -> int:
        """Take the terminal away, as when its window is closed, and wait until the program has ended; its exit status."""
        self._is_open = False
        os.close(self._terminal)
        self._terminal = -1
        deadline = time.monotonic() + seconds
        while not os.waitid(os.P_PID, self.process, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            assert time.monotonic() < deadline, f"it did not end in {seconds:g} s"
            time.sleep(0.01)
        return self._reap()

    def close(self) -> None:
        """Leave no program and no terminal behind."""
        if self.status is None:
            os.kill(self.process, signal.SIGKILL)
            self._reap()
        if self._terminal != -1:
            os.close(self._terminal)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _reap(self) -> int:
        if self.status is None:
            self.status = os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])
        return self.status
