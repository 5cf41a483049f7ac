"""Which signs a terminal may be given, and how many cells they take.

A Hangul syllable takes two cells. Korean breaks at spaces; only a word longer than a line is broken inside. A no-break
space (U+00A0) keeps a number with its unit.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

NO_BREAK = "\u00a0"

LONGEST = 300
"""The most signs of somebody else's words that are said in one go."""


def printable(words: str, most: int = LONGEST) -> str:
    """Words from outside, fit for a terminal: no control sign, none that steers direction, no half of one, and not too many."""
    shown = words if len(words) <= most else words[:most] + ".."
    return shown if shown.isprintable() else "".join(sign if sign.isprintable() else "?" for sign in shown)


@lru_cache(maxsize=4096)
def width_of_sign(sign: str) -> int:
    """Cells of one code point: 0, 1 or 2; an ambiguous one counts as 1."""
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Cc", "Cf", "Mn", "Me") or "\u1160" <= sign <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


@lru_cache(maxsize=8192)
def width(words: str) -> int:
    """Cells of a run of words."""
    if words.isascii():
        return len(words)
    return sum(map(width_of_sign, words))


def cut(words: str, cells: int, mark: str = "..") -> str:
    """The words, cut at a cell boundary and marked where they do not fit."""
    if width(words) <= cells:
        return words
    room = max(0, cells - width(mark))
    kept, used = "", 0
    for sign in words:
        used += width_of_sign(sign)
        if used > room:
            break
        kept += sign
    return (kept.rstrip() + mark)[: max(cells, 0)] if room == 0 else kept.rstrip() + mark


def pad(words: str, cells: int) -> str:
    """The words, filled with spaces to a number of cells."""
    return words + " " * (cells - width(words))
