"""Letters that a Korean keyboard sends as jamo, and digits that it sends wide."""

from __future__ import annotations

import unicodedata

import pytest

from safeclass.language.jamo import meant_by

ROWS = {"qwertyuiop": "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", "asdfghjkl": "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", "zxcvbnm": "ㅋㅌㅊㅍㅠㅜㅡ"}
"""The two-set keyboard, row by row."""


@pytest.mark.parametrize(("letters", "jamo"), list(ROWS.items()))
def test_every_letter_key_is_understood_with_korean_input_on(letters: str, jamo: str) -> None:
    assert [meant_by(sign) for sign in jamo] == list(letters)


@pytest.mark.parametrize(("letters", "jamo"), list(ROWS.items()))
def test_jamo_that_arrive_decomposed_are_understood(letters: str, jamo: str) -> None:
    assert [meant_by(unicodedata.normalize("NFKD", sign)) for sign in jamo] == list(letters)


@pytest.mark.parametrize(("jamo", "letter"), list(zip("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP", strict=True)))
def test_keys_pressed_with_shift_are_understood(jamo: str, letter: str) -> None:
    assert meant_by(jamo) == letter


def test_wide_digits_are_digits() -> None:
    assert [meant_by(sign) for sign in "０１２３４５６７８９"] == list("0123456789")


@pytest.mark.parametrize("sign", ["q", "1", "?", "가", " ", "\x1b", "é", "\U0001f600"])
def test_any_other_sign_is_itself(sign: str) -> None:
    assert meant_by(sign) == sign


def test_a_decomposed_syllable_is_composed() -> None:
    assert meant_by("\u1100\u1161") == "가"
