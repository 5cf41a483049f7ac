"""What was typed wrongly is refused in one line, in the user's language, with status 2 and no escape code."""

from __future__ import annotations

import re

import pytest
from program_start import Start

REFUSED = {
    "a lesson that is not there": (("learn", "no-such-lesson"), "no-such-lesson"),
    "a lesson without its command": (("no-such-lesson",), "no-such-lesson"),
    "an option that is not there": (("learn", "--no-such-option"), "--no-such-option"),
    "a language that is not there": (("learn", "--language=xx"), "xx"),
    "a course that is not there": (("learn", "--course", "/no/such/folder"), "/no/such/folder"),
    "a day that is none": (("learn", "--today", "yesterday"), "yesterday"),
    "an escape code": (("learn", "\x1b[31mred"), "[31mred"),
}


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_in_one_line(what: str, language: str, start: Start) -> None:
    arguments, named = REFUSED[what]
    # The language of the machine is what is left where the one that was typed is not there.
    machine = {"ko": "ko_KR.UTF-8", "en": "en_US.UTF-8"}[language]
    program = start(*arguments, LC_ALL="C.UTF-8" if language == "ko" else machine)
    assert program.wait_for_end() == 2
    assert "\x1b" not in program.output
    lines = program.output.replace("\r\n", "\n").splitlines()
    assert len(lines) == 1, lines
    assert named in lines[0]
    assert bool(re.search("[가-힣]", lines[0])) is (language == "ko"), lines[0]


def test_the_line_says_what_there_is_instead(start: Start) -> None:
    program = start("learn", "no-such-lesson", "--language", "en")
    assert program.wait_for_end() == 2
    assert "looking-and-keeping" in program.output
    other = start("learn", "--language", "xx")
    assert other.wait_for_end() == 2
    assert "ko, en, both" in other.output
