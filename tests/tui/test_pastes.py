"""Pasted words are left out, however the terminal's bytes are cut into pieces, and keys beside them are heard."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from safeclass.tui.terminal import PASTE_BEGINS, PASTE_ENDS, Pastes

TYPED = "1\x1b[A\x1b[20~\x1b[2~가"
PASTED = "2\r\x1b[2J\x1b]0;x\x07\x1b[200"


WORDS = f"{TYPED}{PASTE_BEGINS}{PASTED}{PASTE_ENDS}{TYPED}{PASTE_BEGINS}{PASTE_ENDS}"
MARKS = [place for place in range(len(WORDS)) if WORDS.startswith(PASTE_BEGINS, place)]
NEVER_CUT = {place + step for place in MARKS for step in (1, 2)}
"""Where no terminal cuts: after so little of a mark Esc, a key, is all that came."""


@given(st.sets(st.sampled_from(sorted(set(range(1, len(WORDS))) - NEVER_CUT))))
def test_only_what_was_typed_is_left(cuts: set[int]) -> None:
    pastes, left = Pastes(), ""
    for begin, end in pairwise([0, *sorted(cuts), len(WORDS)]):
        left += pastes.left_out_of(WORDS[begin:end])
    assert left + pastes.settle() == TYPED + TYPED


def test_a_paste_that_never_ended_is_over_once_nothing_comes() -> None:
    pastes = Pastes()
    assert pastes.left_out_of(f"{PASTE_BEGINS}{PASTED}") == ""
    assert pastes.settle() == ""
    assert pastes.left_out_of("q") == "q"


def test_half_a_mark_was_typed_once_nothing_follows() -> None:
    pastes = Pastes()
    assert pastes.left_out_of("\x1b[20") == ""
    assert pastes.settle() == "\x1b[20"
