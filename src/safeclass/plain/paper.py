"""What plain lines are written on: a terminal, where they are wrapped, or a pipe, where a paragraph is one line."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TextIO

from safeclass.language.cells import NO_BREAK, width, width_of_sign
from safeclass.language.signs import clean

USUAL = os.terminal_size((80, 24))
"""How large a terminal is taken to be that does not tell."""
NARROWEST = 20
"""In fewer columns than this nothing is wrapped narrower."""


class Closed(Exception):
    """What was written to is closed: there is nobody left to tell."""


class Paper:
    """Writes paragraphs. No escape code and no other control sign ever reaches the stream."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._is_after_gap = True
        self._is_terminal = not out.closed and out.isatty()

    def write(self, words: str, lead: str = "") -> None:
        """Write a paragraph. What leads it, such as ``1)``, stands before the first line; the others are indented by it."""
        cleaned = clean(words)
        if self._is_terminal:
            for line in wrap(cleaned, self._columns() - 1, lead):
                self._put(line + "\n")
        else:
            self._put(f"{lead}{cleaned.replace(NO_BREAK, ' ')}".rstrip() + "\n")
        self._is_after_gap = False

    def gap(self) -> None:
        """Leave a line empty, unless one is already."""
        if not self._is_after_gap:
            self._put("\n")
        self._is_after_gap = True

    def turn(self) -> None:
        """Begin below everything written: on a terminal it is moved out of sight, elsewhere a line is left empty."""
        self.gap()
        if self._is_terminal:
            self._put("\n" * self._size().lines)

    def flush(self) -> None:
        """Send everything on its way."""
        self._do(self._out.flush)

    def _put(self, line: str) -> None:
        self._do(lambda: self._out.write(line))

    def _do(self, write: Callable[[], object]) -> None:
        try:
            write()
        except BrokenPipeError:
            raise
        except (ValueError, OSError) as error:
            if isinstance(error, ValueError) and not self._out.closed:
                raise
            raise Closed from None

    def _columns(self) -> int:
        return max(self._size().columns, NARROWEST)

    def _size(self) -> os.terminal_size:
        try:
            size = os.get_terminal_size(self._out.fileno())
        except (OSError, ValueError):
            return USUAL
        return size if size.columns and size.lines else USUAL


def wrap(words: str, cells: int, lead: str = "") -> Iterator[str]:
    """A paragraph in lines of at most so many cells, broken at spaces; only a word longer than a line is broken inside."""
    indent = " " * width(lead) if width(lead) * 2 < cells else ""
    line, used, is_empty = lead, width(lead), True
    for word in words.split(" "):
        if not word:
            continue
        if not is_empty and used + 1 + width(word) > cells:
            yield line.replace(NO_BREAK, " ")
            line, used, is_empty = indent, len(indent), True
        if not is_empty:
            line, used = line + " ", used + 1
        for sign in word:
            if used + width_of_sign(sign) > cells and not is_empty:
                yield line.replace(NO_BREAK, " ")
                line, used = indent, len(indent)
            line, used, is_empty = line + sign, used + width_of_sign(sign), False
    yield line.rstrip(" ").replace(NO_BREAK, " ")
