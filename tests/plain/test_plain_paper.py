"""Paragraphs on a terminal and in a pipe."""

from __future__ import annotations

from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeclass.language.cells import NO_BREAK, width
from safeclass.language.signs import clean
from safeclass.plain.paper import Paper, wrap

WORDS = st.lists(st.text(alphabet="가나다abc12.,'()", min_size=1, max_size=12), min_size=1, max_size=30)


@given(WORDS, st.integers(min_value=8, max_value=100), st.sampled_from(["", "1) ", "12) "]))
def test_no_line_is_wider_and_no_word_is_lost(words: list[str], cells: int, lead: str) -> None:
    lines = list(wrap(" ".join(words), cells, lead))
    assert max(map(width, lines)) <= cells
    assert "".join("".join(lines).split()) == "".join((lead + "".join(words)).split())


def test_korean_breaks_at_spaces() -> None:
    assert list(wrap("저장만 안 하면 상관없어요", 20)) == ["저장만 안 하면", "상관없어요"]


def test_a_number_stays_with_its_unit() -> None:
    assert list(wrap(f"up to 30{NO_BREAK}million{NO_BREAK}won", 18)) == ["up to", "30 million won"]


def test_what_follows_a_number_is_indented_by_it() -> None:
    assert list(wrap("one two three", 10, "1) ")) == ["1) one two", "   three"]


def test_in_a_pipe_a_paragraph_is_one_line() -> None:
    out = StringIO()
    Paper(out).write(f"a{NO_BREAK}b " * 100, "1) ")
    assert out.getvalue().count("\n") == 1
    assert NO_BREAK not in out.getvalue()


def test_gaps_never_add_up() -> None:
    out = StringIO()
    paper = Paper(out)
    paper.gap()
    paper.write("one")
    paper.gap()
    paper.gap()
    paper.write("two")
    assert out.getvalue() == "one\n\ntwo\n"


@pytest.mark.parametrize("sign", ["\x1b[31m", "\x9b31m", "\x07", "\u202e", "\u200b", "\ud800"])
def test_no_control_sign_is_written(sign: str) -> None:
    out = StringIO()
    Paper(out).write(f"before{sign}after")
    assert "\x1b" not in out.getvalue()
    assert clean(sign) in ("", "[31m", "31m")


def test_lines_in_a_message_become_one() -> None:
    assert clean("one\ntwo\tthree") == "one two three"
