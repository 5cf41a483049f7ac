"""Particles after Hangul, numbers as they are read aloud, letters, brackets and signs."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeclass.language.josa import Noun, final_of, josa, with_josa

HANGUL = [chr(code) for code in range(0xAC00, 0xD7A4)]
PAIRS = ["을/를", "은/는", "이/가", "과/와", "이에요/예요", "이라고/라고"]

READ_ALOUD = dict(zip("0123456789", ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"], strict=True))
NAMES = "에이,비,시,디,이,에프,지,에이치,아이,제이,케이,엘,엠,엔,오,피,큐,아르,에스,티,유,브이,더블유,엑스,와이,제트"
LETTERS = dict(zip("abcdefghijklmnopqrstuvwxyz", NAMES.split(","), strict=True))


def by_decomposition(word: str) -> str:
    """The final consonant of a word's last syllable, by Unicode's own decomposition: none, ㄹ, or another."""
    last = unicodedata.normalize("NFD", word)[-1]
    if not "\u11a8" <= last <= "\u11c2":
        return "none"
    return "ㄹ" if last == "\u11af" else "other"


def by_rule(final: str, pair: str) -> str:
    """What Korean asks for after a final."""
    closed, opened = pair.split("/")
    if closed == "으로":
        return closed if final == "other" else opened
    return opened if final == "none" else closed


def test_all_11172_syllables() -> None:
    assert len(HANGUL) == 11_172
    for syllable in HANGUL:
        final = by_decomposition(syllable)
        for pair in ("을/를", "으로/로"):
            assert josa(syllable, pair) == by_rule(final, pair), f"{syllable} {pair}"


@pytest.mark.parametrize("pair", PAIRS)
def test_every_pair_after_every_kind_of_final(pair: str) -> None:
    closed, opened = pair.split("/")
    assert [josa(word, pair) for word in ("학교", "선생님", "경찰")] == [opened, closed, closed]


@pytest.mark.parametrize(
    ("word", "object_", "topic", "subject", "means", "is_", "and_"),
    [
        ("112", "를", "는", "가", "로", "예요", "와"),
        ("117", "을", "은", "이", "로", "이에요", "과"),
        ("1366", "을", "은", "이", "으로", "이에요", "과"),
        ("1388", "을", "은", "이", "로", "이에요", "과"),
        ("109", "를", "는", "가", "로", "예요", "와"),
        ("1377", "을", "은", "이", "로", "이에요", "과"),
        ("1577-1366", "을", "은", "이", "으로", "이에요", "과"),
        ("0", "을", "은", "이", "으로", "이에요", "과"),
        ("10", "을", "은", "이", "으로", "이에요", "과"),
        ("3", "을", "은", "이", "으로", "이에요", "과"),
        ("2,145", "를", "는", "가", "로", "예요", "와"),
        ("89.4%", "를", "는", "가", "로", "예요", "와"),
        ("100%", "를", "는", "가", "로", "예요", "와"),
        ("F1", "을", "은", "이", "로", "이에요", "과"),
        ("Esc", "를", "는", "가", "로", "예요", "와"),
        ("URL", "을", "은", "이", "로", "이에요", "과"),
        ("SNS", "를", "는", "가", "로", "예요", "와"),
        ("CCTV", "를", "는", "가", "로", "예요", "와"),
        ("PIN", "을", "은", "이", "으로", "이에요", "과"),
        ("d4u.stop.or.kr", "를", "는", "가", "로", "예요", "와"),
        ("ecrm.police.go.kr", "를", "는", "가", "로", "예요", "와"),
        ("takeitdown.ncmec.org", "를", "는", "가", "로", "예요", "와"),
        ("3년 이하 징역", "을", "은", "이", "으로", "이에요", "과"),
        ("3천만 원 이하 벌금", "을", "은", "이", "으로", "이에요", "과"),
        ("2024년 10월 16일", "을", "은", "이", "로", "이에요", "과"),
        ("제14조의2", "를", "는", "가", "로", "예요", "와"),
    ],
)
def test_words_of_the_course(word: str, object_: str, topic: str, subject: str, means: str, is_: str, and_: str) -> None:
    assert josa(word, "을/를") == object_
    assert josa(word, "은/는") == topic
    assert josa(word, "이/가") == subject
    assert josa(word, "으로/로") == means
    assert josa(word, "이에요/예요") == is_
    assert josa(word, "과/와") == and_


@pytest.mark.parametrize("digit", READ_ALOUD)
def test_a_digit_takes_what_its_name_takes(digit: str) -> None:
    for pair in [*PAIRS, "으로/로"]:
        assert josa(f"1{digit}", pair) == by_rule(by_decomposition(READ_ALOUD[digit]), pair)


@pytest.mark.parametrize("letter", LETTERS)
def test_a_letter_takes_what_its_name_takes(letter: str) -> None:
    for written in (letter, letter.upper()):
        for pair in [*PAIRS, "으로/로"]:
            assert josa(written, pair) == by_rule(by_decomposition(LETTERS[letter]), pair)


@pytest.mark.parametrize(
    ("word", "as_if"),
    [
        ("'장난'", "장난"),
        ('"장난"', "장난"),
        ("[장난]", "장난"),
        ("학교 ", "학교"),
        ("학교\u00a0", "학교"),
        ("벌금(2024년)", "벌금"),
        ("딥페이크(가짜 영상)", "딥페이크"),
        ("아이핀(i-PIN)", "아이핀"),
        ("온라인 그루밍(성착취 목적 대화)", "그루밍"),
        ("1366(24시간)", "1366"),
        ("89.4%(2024년 11월)", "89.4%"),
    ],
)
def test_what_stands_in_brackets_is_not_read_and_quotes_are_silent(word: str, as_if: str) -> None:
    for pair in [*PAIRS, "으로/로"]:
        assert josa(word, pair) == josa(as_if, pair)


def test_decomposed_hangul_is_the_same_word() -> None:
    for word in ("학교", "선생님", "경찰"):
        for pair in ("을/를", "으로/로"):
            assert josa(unicodedata.normalize("NFD", word), pair) == josa(word, pair)


@pytest.mark.parametrize("word", ["", " ", "...", "ㅋㅋ", "あ", "中", "?", "\U0001f600", "()"])
def test_after_an_unknown_sound_both_are_kept(word: str) -> None:
    assert final_of(word) is None
    assert josa(word, "을/를") == "을(를)"


def test_a_word_is_joined_with_its_particle() -> None:
    assert with_josa("117", "을/를") == "117을"
    assert f"{Noun('수업'):을/를} 열어요" == "수업을 열어요"
    assert f"{Noun('1366'):으로/로}" == "1366으로"
    assert f"[{Noun('수업'):>4}]" == "[  수업]"
    assert f"{Noun('수업')}" == "수업"


@given(st.text(max_size=20), st.sampled_from([*PAIRS, "으로/로"]))
def test_any_word_gets_one_particle_of_the_pair(word: str, pair: str) -> None:
    closed, opened = pair.split("/")
    assert josa(word, pair) in {closed, opened, f"{closed}({opened})"}


@given(st.text(max_size=8), st.sampled_from(HANGUL))
def test_only_the_last_sound_counts(before: str, last: str) -> None:
    assert josa(before + last, "을/를") == josa(last, "을/를")
