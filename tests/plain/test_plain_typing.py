"""What one typed line means, whatever the keyboard and the input method made of it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playing import played

from safeclass.course.course import Course
from safeclass.language.jamo import JAMO, meant_by
from safeclass.plain.typed import LETTERS, Command, Typed, understand
from safeclass.session.event import Happened

MEANT = {
    "q": Command.LEAVE,
    "u": Command.UNDO,
    "b": Command.BACK,
    "l": Command.LANGUAGE,
    "s": Command.SOURCES,
    "p": Command.PAUSE,
}
TWINS = {"q": "ㅂ", "u": "ㅕ", "b": "ㅠ", "l": "ㅣ", "s": "ㄴ", "p": "ㅔ"}


@pytest.mark.parametrize("letter", MEANT)
def test_a_letter_means_the_same_however_it_is_sent(letter: str) -> None:
    twin = TWINS[letter]
    wide = chr(ord(letter) - 0x20 + 0xFF00)
    decomposed = unicodedata.normalize("NFKD", twin)
    for typed in (letter, letter.upper(), twin, wide, decomposed, f"  {twin}\u3000\r\n", f"\ufeff{letter}"):
        assert understand(typed).command is MEANT[letter], ascii(typed)


def test_shift_changes_nothing() -> None:
    assert understand("ㅃ").command is Command.LEAVE
    assert understand("ㅖ").command is Command.PAUSE


def test_each_jamo_stands_for_one_letter() -> None:
    assert len(JAMO) == len(set(JAMO.values())) == 26
    assert [meant_by(jamo) for jamo in "ㅂㅕㅠㅣㄴ"] == list("qubls")
    assert meant_by(unicodedata.normalize("NFD", "가")) == "가"


@pytest.mark.parametrize("typed", ["?", "？", "?\r"])
def test_a_question_mark_asks_for_help(typed: str) -> None:
    assert understand(typed).command is Command.HELP


@pytest.mark.parametrize("typed", ["", "\n", "\r\n", "  \t ", "\u3000", "\ufeff\n", "\u200b"])
def test_an_empty_line_goes_on(typed: str) -> None:
    assert understand(typed).command is Command.GO_ON


@pytest.mark.parametrize("typed", ["나가기", unicodedata.normalize("NFD", "나가기"), "EXIT", "quit"])
def test_whole_words_leave_too(typed: str) -> None:
    assert understand(typed).command is Command.LEAVE


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [("2", (2,)), ("２", (2,)), ("2.", (2,)), ("2번", (2,)), (" 2 1 ", (2, 1)), ("2,1", (2, 1)), ("21", (2, 1)), ("0 2", (0, 2))],
)
def test_numbers_are_taken_as_they_come(typed: str, numbers: tuple[int, ...]) -> None:
    found = understand(typed)
    assert found.command is Command.NUMBERS
    assert found.numbers(3) == numbers


def test_a_long_list_has_numbers_of_two_figures() -> None:
    assert understand("12").number(16) == 12
    assert understand("12").number(5) is None
    assert understand("0").number(5) is None
    assert understand("17").number(16) is None


@pytest.mark.parametrize("typed", ["yes", "1a", "-1", "1-3", "\x1b[A", "1\x00", "가", "o o", "½", "٣", "1" * 2000 + "x", "..."])
def test_anything_else_is_not_understood(typed: str) -> None:
    assert understand(typed).command is Command.UNKNOWN


@given(st.text(max_size=60))
def test_no_line_is_a_fault(line: str) -> None:
    found = understand(line)
    assert isinstance(found, Typed)
    for most in (0, 2, 9, 16):
        found.numbers(most)
        found.number(most)
    found.is_number(9)


@given(
    st.lists(
        st.one_of(st.text(max_size=8), st.sampled_from([*LETTERS, "1", "2", "3", "1 2", "2 1 3", "9", "0", ""])), max_size=60
    )
)
def test_whatever_is_typed_the_end_is_polite(small_course: Course, lines: list[str]) -> None:
    done = played(small_course, "every-kind", *lines, language="both")
    assert done.status == 0
    assert "\x1b" not in done.text
    last = done.paragraphs[-1]
    assert last.startswith(("You can", "언제든", "Another look would"))


def test_a_very_long_line_is_one_line(small_course: Course) -> None:
    done = played(small_course, "every-kind", "1", "x" * 5000, "1")
    assert done.text.count("Here you can type") == 1
    assert done.keeping.count(Happened.ANSWERED) == 1


@pytest.mark.parametrize("junk", ["hello", "ㅋㅋㅋ", "7", "1 2 3", "\x1b[A", "\x07"])
def test_what_is_not_understood_gets_one_calm_line_and_is_asked_again(small_course: Course, junk: str) -> None:
    done = played(small_course, "every-kind", "1", junk, "2")
    calm = [line for line in done.paragraphs if line.startswith("Here you can type")]
    assert calm == [
        "Here you can type: 1-3: Choose, Enter: Skip, s: Sources, u: Undo, b: Back, l: Language, p: Take a break, g: Words, "
        "?: Where to turn, q: Exit"
    ]
    for blame in ("wrong", "invalid", "error", "not understood", "!", junk.strip() if not junk.isascii() else "hello"):
        assert blame not in calm[0].lower()
    assert done.keeping.answers("may-post") == [("ask-again",)]
