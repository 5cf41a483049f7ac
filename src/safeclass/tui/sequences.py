"""Escape sequences that nothing here understands: keys that only some keyboards have, and replies nobody asked for.

Textual takes those apart into the signs that they are written with, and a digit would answer a question.
"""

from __future__ import annotations

from functools import lru_cache

from textual._xterm_parser import XTermParser

from safeclass.language.pattern import compile_later

STRING = r"\x1b[\]PX^_][^\x1b\x07]*(?:\x07|\x1b\\)"
"""A string that the terminal sends, such as its colours (ECMA-48: OSC, DCS, SOS, PM, APC)."""

CONTROL = r"\x1b(?:\[M[^\x1b]{3}|\[\[[A-E]|\[(?!M|\[)[0-?]*[ -/]*[@-~]|O[0-?]*[@-~])"
"""A key, a mark, a report or where the mouse is: the mouse of old terminals, the keys of the Linux console, then CSI and SS3."""

BEGUN = compile_later(r"\x1b(?:\[M[^\x1b]{0,2}|\[\[?|\[(?!M|\[)[0-?]*[ -/]*|O[0-?]*|[\]PX^_][^\x1b\x07]*\x1b?)\Z")
"""A sequence that has only begun."""

SEQUENCE = compile_later(f"(?P<string>{STRING})|{CONTROL}")


@lru_cache(maxsize=256)
def is_understood(sequence: str) -> bool:
    """Whether a whole sequence means something to Textual at once; of any other it waits for the rest."""
    return any(True for _message in XTermParser(False).feed(sequence))


class Sequences:
    """Leaves out every escape sequence that would be taken apart into keys."""

    def __init__(self) -> None:
        self._held = ""

    def understood_of(self, words: str) -> str:
        """What of some words is typed signs and known sequences; the beginning of a sequence is held until more words come."""
        words, self._held = self._held + words, ""
        left, end = "", 0
        for found in SEQUENCE.finditer(words):
            left += words[end : found.start()]
            left += found[0] if found["string"] is None and is_understood(found[0]) else ""
            end = found.end()
        rest = words[end:]
        if (begun := BEGUN.search(rest)) and not is_understood(begun[0]):
            rest, self._held = rest[: begun.start()], begun[0]
        return left + rest

    def settle(self) -> str:
        """Nothing more comes: Esc with one sign was typed, and what is longer is of no use."""
        held, self._held = self._held, ""
        return held if len(held) <= 2 else ""
