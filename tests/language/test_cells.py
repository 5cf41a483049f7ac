"""How wide words are in a terminal, measured against the library that draws them, and cutting and filling."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from safeclass.language import LOCALE_FOLDER
from safeclass.language.cells import NO_BREAK, cut, pad, width, width_of_sign
from safeclass.paths import shipped

PACKAGE = Path(__file__).parents[2] / "src" / "safeclass"
WRITTEN = [*shipped().rglob("*.yaml"), *LOCALE_FOLDER.rglob("*.po"), *PACKAGE.rglob("*.py")]

HANGUL = {
    "syllables": range(0xAC00, 0xD7A4),
    "compatibility jamo": (*range(0x3131, 0x3164), *range(0x3165, 0x318F)),  # but for the filler, which is nothing to see
    "leading jamo": range(0x1100, 0x1160),
    "vowels and finals": range(0x1160, 0x1200),
    "old leading jamo": range(0xA960, 0xA97D),
    "half-width jamo": range(0xFFA1, 0xFFBF),
    "circled and bracketed": range(0x3200, 0x321F),
}


def test_every_sign_that_is_written_anywhere_is_as_wide_as_it_is_drawn() -> None:
    signs = {sign for path in WRITTEN for sign in path.read_text(encoding="utf-8") if sign.isprintable()}
    assert len(signs) > 500
    wrong = {sign: (width_of_sign(sign), cell_len(sign)) for sign in signs if width_of_sign(sign) != cell_len(sign)}
    assert wrong == {}


@pytest.mark.parametrize("block", HANGUL.values(), ids=HANGUL.keys())
def test_hangul_is_as_wide_as_it_is_drawn(block: Iterable[int]) -> None:
    wrong = [chr(code) for code in block if width_of_sign(chr(code)) != cell_len(chr(code))]
    assert wrong == []


def test_a_syllable_is_two_cells_however_it_is_encoded() -> None:
    for word in ("한", "가나다", "딥페이크 성범죄", "닭, 값, 읊다"):
        apart = unicodedata.normalize("NFD", word)
        assert width(word) == width(apart) == cell_len(word)


@pytest.mark.parametrize(
    ("words", "cells"),
    [
        ("", 0),
        ("abc", 3),
        ("가나", 4),
        ("1366에", 6),
        (f"3천만{NO_BREAK}원", 8),
        ("아동ㆍ청소년", 12),
        ("e\u0301", 1),
        ("ＡＢ", 4),
        ("가\u200d", 2),
    ],
)
def test_a_run_of_words(words: str, cells: int) -> None:
    assert width(words) == cells


@given(st.text(alphabet="가나다라a b1.,ㆍ한글", max_size=40), st.integers(0, 50))
def test_what_is_cut_fits_and_says_that_it_was_cut(words: str, cells: int) -> None:
    shown = cut(words, cells)
    assert width(shown) <= max(cells, 0)
    if width(words) <= cells:
        assert shown == words
    elif cells >= 2:
        assert shown.endswith("..")
        assert words.startswith(shown[:-2])


def test_a_syllable_is_never_cut_in_half() -> None:
    assert cut("가나다라", 7) == "가나.."
    assert cut("가나다라", 6) == "가나.."
    assert cut("가나다라", 5) == "가.."
    assert cut("가나다라", 8) == "가나다라"
    assert cut("가나 다라", 8) == "가나.."
    assert cut("가나다라", 1) == "."
    assert cut("가나다라", 0) == ""
    assert cut("가나다라", -3) == ""


def test_an_accent_stays_with_its_letter() -> None:
    assert cut("e\u0301e\u0301e\u0301e\u0301", 3) == "e\u0301.."


@given(st.text(alphabet="가나다a b1", max_size=20), st.integers(0, 30))
def test_what_is_filled_is_that_wide_and_nothing_is_lost(words: str, cells: int) -> None:
    filled = pad(words, cells)
    assert width(filled) == max(cells, width(words))
    assert filled.rstrip(" ") == words.rstrip(" ")
