"""What a terminal sends that nobody typed: pasted text, replies nobody asked for, bytes of another encoding, odd sizes."""

from __future__ import annotations

import os

import pytest
from program_start import Start
from pty_program import PtyProgram

PASTED = "\x1b[200~1\r2\rq\x1b[2J\x1b]0;title\x07\x9b31m\u202e\x00{}\x1b[201~"

REPLIES = {
    "pasted keys and escape codes": PASTED.format("가나다" * 2000),
    "bytes of CP949": "가나다".encode("cp949"),
    "half a sign": b"\xed\xa0\x80\xff\xc3(",
    "a key beyond Unicode": "\x1b[1114112u\x1b[99999999999999u\x1b[55296;1u\x1b[27;5;1114112~",
    "a screen of no size": "\x1b[48;0;0;0;0t",
    "a screen of no dots, and a click on it": "\x1b[48;24;80;0;0t\x1b[<0;40;12M\x1b[<0;40;12m",
    "a screen as wide as a street": "\x1b[48;24;99999999;9;9t",
    "a screen as tall as a tower": "\x1b[48;99999999;80;9;9t",
    "the mouse far outside": "\x1b[<0;99999999;99999999M\x1b[<0;999999;9999m\x1b[<64;9999;9999M\x1b[<0;-5;-5M\x1b[M\x7f\x7f\x7f",
    "reports": "\x1b[999999999;99999999R\x1b[?2026;0$y\x1b[?99999999;9$y\x1b[?1;2;3;4;5;6c\x1b[I\x1b[O",
    "strings": "\x1bP>|xterm\x1b\\\x1b_Gi=5;OK\x1b\\\x9b2J",
    "control signs": "".join(map(chr, (*range(3), 4, 5, 6, 7, 8, 14, 15, 16, 18, *range(20, 27), 28, 29, 30, 31, 0x85, 0x9B))),
}


def take(program: PtyProgram, sent: str | bytes) -> None:
    os.write(program._terminal, sent.encode() if isinstance(sent, str) else sent)
    program.wait_for_quiet(0.15)


def in_a_lesson(start: Start) -> PtyProgram:
    program = start("learn", "looking-and-keeping", "--language", "en", "--guest")
    program.wait_for("F1")
    program.wait_for_quiet()
    return program


@pytest.mark.parametrize("sent", REPLIES.values(), ids=REPLIES.keys())
def test_the_program_stays_and_leaves_as_it_always_does(sent: str | bytes, start: Start) -> None:
    program = start("learn", "--language", "en", "--guest")
    program.wait_for("F1")
    take(program, sent)
    program.press("f1")
    program.wait_for("Where to turn")
    program.press("ctrl+q")
    assert program.wait_for_end() == 0
    assert program.is_restored
    for words in ("Traceback", "Error", "\u202e", "\x9b", "title\x07"):
        assert words not in program.output


def test_pasted_words_answer_nothing(start: Start) -> None:
    program = in_a_lesson(start)
    before = program.text
    take(program, PASTED.format(""))
    assert program.text == before


def test_a_paste_that_never_ends_keeps_no_key_from_being_heard(start: Start) -> None:
    program = in_a_lesson(start)
    before = program.text
    take(program, PASTED.removesuffix("\x1b[201~"))
    assert program.text == before
    program.wait_for_quiet(0.3)
    program.press("f1")
    program.wait_for("Where to turn")
    program.press("ctrl+q")
    assert program.wait_for_end() == 0


@pytest.mark.parametrize("size", [("1000000000", "1000000000"), ("0", "0"), ("-5", "x"), ("", "\u202e\x1b[2J")])
def test_a_size_in_the_environment_that_no_screen_has_is_no_fault(size: tuple[str, str], start: Start) -> None:
    program = start("learn", "--language", "en", "--guest", COLUMNS=size[0], LINES=size[1])
    program.wait_until(lambda: "F1" in program.output, "never saw the help band")
    program.press("ctrl+q")
    assert program.wait_for_end() == 0
    assert "Traceback" not in program.output
