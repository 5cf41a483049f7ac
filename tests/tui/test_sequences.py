"""Escape sequences that mean nothing here are no keys, however they are cut into pieces; keys beside them are heard."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeclass.tui.sequences import Sequences

KNOWN = ("1", "\x1b[A", "가", "\x1bOP", "\x1b[<0;10;5M", "\x1b[20~", "\x1b[I", "\x1b[1;5A", "q", "\x1b[[A", "\x1b[?2026;2$y")
UNKNOWN = (
    "\x1b[2;5~",
    "\x1b]11;rgb:11/22/33\x07",
    "\x1bP>|X(12)\x1b\\",
    "\x1b[13;2u",
    "\x1b[?997;1n",
    "\x1b[?62;22c",
    "\x1b[1;1;1x",
)
PIECES = st.lists(st.sampled_from(KNOWN + UNKNOWN), max_size=12)


@given(PIECES, st.data())
def test_what_is_known_is_left_and_nothing_else(pieces: list[str], data: st.DataObject) -> None:
    words = "".join(pieces)
    after_escape = {place + 1 for place, sign in enumerate(words) if sign == "\x1b"}
    places = sorted(set(range(1, len(words))) - after_escape)  # Esc alone at the end of what came is a key
    cuts = data.draw(st.sets(st.sampled_from(places))) if places else set()
    sequences, left = Sequences(), ""
    for begin, end in pairwise([0, *sorted(cuts), len(words)]):
        left += sequences.understood_of(words[begin:end])
    assert left + sequences.settle() == "".join(piece for piece in pieces if piece in KNOWN)


@pytest.mark.parametrize("begun", ["\x1b[2", "\x1b[2;5", "\x1b[2$", "\x1b]11;rgb:1", "\x1bP1", "\x1b[M12"])
def test_what_only_began_is_dropped_once_nothing_follows(begun: str) -> None:
    sequences = Sequences()
    assert sequences.understood_of(begun) == ""
    assert sequences.settle() == ""
    assert sequences.understood_of("1") == "1"


@pytest.mark.parametrize("typed", ["\x1b", "\x1b\x1b\x1b", "\x1b1", "\x1bx", "\x1b[", "\x1bO", "1\x1b"])
def test_esc_and_what_was_typed_after_it_are_heard(typed: str) -> None:
    sequences = Sequences()
    assert sequences.understood_of(typed) + sequences.settle() == typed
