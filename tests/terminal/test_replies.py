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


UNKNOWN = {
    "Ctrl+Insert": "\x1b[2;5~",
    "Alt+F5": "\x1b[15;3~",
    "Shift+Enter as some terminals write it": "\x1b[13;2u\x1b[27;2;13~",
    "a key of no keyboard": "\x1b[24;10~\x1b[1;1;1Z",
    "Shift+Insert of rxvt": "\x1b[2$",
    "half a key": "\x1b[2;2",
    "colours": "\x1b]11;rgb:1111/2222/1212\x07\x1b]10;rgb:21/22/11\x1b\\",
    "what the terminal is": "\x1b[?62;22;1c\x1b[>1;10;0c\x1bP>|XTerm(121)\x1b\\\x1b[?997;1n",
    "half a string": "\x1b]11;rgb:1111",
}


@pytest.mark.parametrize("sent", UNKNOWN.values(), ids=UNKNOWN.keys())
@pytest.mark.parametrize("is_cut", [False, True])
def test_a_key_that_nobody_knows_answers_nothing(sent: str, is_cut: bool, start: Start) -> None:
    program = in_a_lesson(start)
    before = program.text
    middle = 3 if is_cut else len(sent)  # behind Esc nothing is cut: alone, that is a key
    for part in (sent[:middle], sent[middle:]):
        os.write(program._terminal, part.encode())
        program.wait_for_quiet(0.05)
    program.wait_for_quiet(0.5)
    assert program.text == before
    program.press("f1")
    program.wait_for("Where to turn")
    program.press("ctrl+q")
    assert program.wait_for_end() == 0


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
