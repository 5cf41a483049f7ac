"""What comes from outside: signals, a terminal that goes, streams that lead elsewhere, odd terminals."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from card_answers import first_with
from lesson_start import answer_wrongly, begin, is_kept
from lesson_walk import Walk
from program_start import Start, environment_of, kept_in
from pty_program import PtyProgram

from safeclass.course.course import Course
from safeclass.course.picking import Choice
from safeclass.language import translate

PATIENT = 20.0
"""How long an end may take on a loaded machine, in seconds."""

ENDS = [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130), ("SIGQUIT", 131)]
"""The signals that end it, and the exit status of each."""


@pytest.mark.parametrize(("name", "status"), ENDS)
def test_a_signal_ends_it_as_leaving_does(name: str, status: int, answered: Walk, home: Path) -> None:
    program = answered.program
    program.wait_for_quiet()
    program.frames = []
    os.kill(program.process, getattr(signal, name))
    assert program.wait_for_end(PATIENT) == status
    assert program.is_restored
    assert program.last_words.strip() == ""
    assert program.frames
    assert all("2x1= 2" in frame and not re.search("[가-힣]", frame) for frame in program.frames)
    assert is_kept(answered, home)


STILL = """\
import sys
from safeclass.commands.ending import Ending
from safeclass.commands.front import run_app
from safeclass.tui.quiet import QuietApp

ending = Ending()
run_app(lambda: QuietApp(print), ending)
sys.exit(ending.status)
"""
"""An app in which nothing ever changes by itself."""


def test_a_signal_that_does_not_interrupt_the_wait_for_a_key_ends_it_all_the_same(home: Path) -> None:
    """It is noted in another thread here. One that comes just before that wait begins does not interrupt it either."""
    with PtyProgram([sys.executable, "-c", STILL], environment_of(home)) as program:
        program.wait_until(lambda: "\x1b[?1049h" in program.output, "it never began")
        program.wait_for_quiet(0.5)
        threads = sorted(map(int, os.listdir(f"/proc/{program.process}/task")))
        assert len(threads) > 1
        os.kill(threads[-1], signal.SIGTERM)
        assert program.wait_for_end() == 143


def test_a_signal_at_any_moment_of_the_start_leaves_the_terminal_as_it_was(start: Start) -> None:
    for moment in ("\x1b]2;", "\x1b[?1049h", "1366"):
        program = start("--language", "ko")
        program.wait_until(lambda moment=moment, program=program: moment in program.output, "it never began")
        os.kill(program.process, signal.SIGTERM)
        assert program.wait_for_end(PATIENT) == 143
        assert program.is_restored
        assert "Traceback" not in program.output


def test_a_terminal_that_goes_away_ends_it_and_everything_is_kept(answered: Walk, home: Path) -> None:
    assert answered.program.hang_up() == 129
    assert is_kept(answered, home)


@pytest.mark.parametrize("how", ["--guest", "--classroom", "--guest --plain", "--classroom --plain"])
def test_of_somebody_of_whom_nothing_is_kept_a_closed_window_leaves_nothing(how: str, start: Start, home: Path) -> None:
    program = start(*how.split(), "--language", "ko")
    program.wait_until(lambda: "1366" in program.output, "it never began")
    assert program.hang_up() == 129
    assert not home.exists() or not os.listdir(home)


def test_where_the_hang_up_is_ignored_it_ends_all_the_same(course: Course, home: Path) -> None:
    command = f"trap '' HUP; {sys.executable} -m safeclass --language ko"
    with PtyProgram(["sh", "-c", command], environment_of(home)) as program:
        program.wait_for("1366")
        assert program.hang_up() == 0


def test_bytes_of_another_encoding_are_passed_over(answered: Walk) -> None:
    program = answered.program
    program.send_bytes("가".encode("cp949"))
    program.send_bytes(b"\xff\xfe")
    program.change("f1")
    program.press("ctrl+q")
    assert program.wait_for_end(PATIENT) == 0
    assert program.last_words.strip() == ""


@pytest.mark.parametrize("where", ["2>/dev/null", "2>&-", "2>{file}"])
def test_the_picture_goes_to_the_terminal_alone(where: str, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "errors"
    command = f"exec {sys.executable} -m safeclass --language ko {where.format(file=file)}"
    with PtyProgram(["sh", "-c", command], environment_of(home)) as program:
        program.wait_for("1366")
        program.press("ctrl+q")
        assert program.wait_for_end(PATIENT) == 0
        assert program.is_restored
    assert not file.exists() or file.read_bytes() == b""


@pytest.mark.parametrize("where", ["<&-", ">&-", "<&- >&- 2>&-", "</dev/null", "| head -c 20", ">/dev/full"])
def test_streams_that_are_closed_end_it_quietly(where: str, home: Path) -> None:
    command = f"{sys.executable} -m safeclass --language ko {where}"
    ended = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"],
        env=environment_of(home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=30,
        check=False,
    )
    full = f"safeclass: {translate('There is no room for the output.', 'ko')}\n"
    assert (ended.returncode, ended.stderr) == ((1, full) if where == ">/dev/full" else (0, ""))
    assert not (home / "crash.log").exists()


TERMINALS = {
    "vt100": ("ko", {"TERM": "vt100", "COLORTERM": ""}),
    "linux": ("en", {"TERM": "linux", "COLORTERM": ""}),
    "screen, as in tmux": ("ko", {"TERM": "screen-256color"}),
    "a name nobody knows": ("en", {"TERM": "no-such-terminal"}),
    "no name": ("ko", {"TERM": ""}),
    "no colours": ("en", {"NO_COLOR": "1"}),
    "another encoding": ("ko", {"PYTHONIOENCODING": "euc-kr"}),
    "settings of Textual's own": (
        "en",
        {"TEXTUAL_COLOR_SYSTEM": "none at all", "TEXTUAL_DRIVER": "x", "TEXTUAL_PRESS": "ctrl+q"},
    ),
}
"""Terminals beside the usual one: the language the question is taken in, and the environment."""


@pytest.mark.parametrize("kind", TERMINALS)
def test_a_question_is_answered_and_kept_on_every_terminal(kind: str, start: Start, course: Course, home: Path) -> None:
    lesson, card = first_with(course, Choice)
    language, environment = TERMINALS[kind]
    encoding = environment.get("PYTHONIOENCODING", "utf-8")
    walk = begin(start, course, lesson, language=language, encoding=encoding, **environment)
    walk.skip_to(card)
    answer_wrongly(walk)
    walk.program.press("ctrl+q")
    assert walk.program.wait_for_end(PATIENT) == 0
    assert walk.program.is_restored
    assert is_kept(walk, home)


def test_a_terminal_without_hangul_gets_english(start: Start) -> None:
    program = start(PYTHONIOENCODING="ascii", LC_ALL="C")
    program.wait_for("1366", translate("Help", "en"), translate("Both", "en"))
    assert not re.search("[^\x00-\x7f]", program.output)
    program.press("f2")
    program.wait_for("?")
    program.press("ctrl+q")
    assert program.wait_for_end(PATIENT) == 0


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("name", "status"), ENDS)
def test_in_plain_lines_a_signal_ends_it_politely(
    name: str, status: int, language: str, start: Start, course: Course, home: Path
) -> None:
    lesson, _card = first_with(course, Choice)
    program = start("learn", lesson.lesson, "--language", language, TERM="dumb")
    enter = translate("Exit", language)
    program.wait_for(enter)
    if lesson.note is not None:
        program.press("1", "enter")
    program.wait_for_quiet(0.5)
    program.press("1", "enter")
    program.wait_for_quiet(0.5)
    os.kill(program.process, getattr(signal, name))
    assert program.wait_for_end(PATIENT) == status
    assert translate("You can come back at any time. Nothing is lost.", language) in program.text
    assert "\x1b" not in program.output
    assert kept_in(home)[lesson.lesson].answered == 1
