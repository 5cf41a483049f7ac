"""A fault in the program ends it quietly: no word of a lesson is left on the screen or in the note about it."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from faults import LESSON, LINES, SCREEN, SECRET, Fault, keys_of, write_runner
from program_start import Start, environment_of
from pty_program import PtyProgram

from safeclass.course.course import Course
from safeclass.language import translate

KEPT = "SafeClass had to stop. Your answers up to here are kept."
STOPPED = "SafeClass had to stop. You can start it again at any time."


def run_into(fault: Fault, start: Start, course: Course, tmp_path: Path, *arguments: str) -> PtyProgram:
    """The program with a fault put into it, on the way to it."""
    program = start(*fault.arguments, *arguments, script=write_runner(fault, tmp_path))
    if keys := keys_of(fault, course):
        program.wait_for("1366")
        program.press(*keys)
    return program


def see_a_quiet_end(program: PtyProgram, language: str, *said: str) -> None:
    """Look at everything that was written, and at what is left in the terminal."""
    assert program.wait_for_end() == 1
    assert program.is_restored
    assert program.last_words.strip() in [translate(words, language) for words in said]
    for told in (*SECRET.split(", "), "Traceback", "RuntimeError", "faulty.py", "words_of_the_lesson"):
        assert told not in program.output


def see_a_note_without_words(home: Path) -> None:
    """Look at the note: where in the program it was, and nothing else."""
    note = home / "crash.log"
    told = note.read_text(encoding="utf-8")
    assert "RuntimeError" in told
    assert "faulty.py" in told
    assert "/" not in told
    assert not any(ord(sign) > 127 for sign in told), "the note holds words of a lesson"
    assert stat.S_IMODE(note.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def run_into_in_lines(fault: Fault, home: Path, tmp_path: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """The program in plain lines, ended by a fault."""
    return subprocess.run(
        [sys.executable, str(write_runner(fault, tmp_path)), *fault.arguments, "--language", "ko", *options],
        input="1\n1\n1\n",
        env=environment_of(home),
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("name", SCREEN)
def test_a_fault_on_the_screen(name: str, start: Start, course: Course, tmp_path: Path, home: Path) -> None:
    language = ("ko", "en")[list(SCREEN).index(name) % 2]
    program = run_into(SCREEN[name], start, course, tmp_path, "--language", language)
    see_a_quiet_end(program, language, KEPT, STOPPED)
    see_a_note_without_words(home)


@pytest.mark.parametrize("name", LINES)
def test_a_fault_in_what_is_written_in_lines(name: str, home: Path, tmp_path: Path) -> None:
    ended = run_into_in_lines(LINES[name], home, tmp_path)
    assert ended.returncode == 1
    assert ended.stderr.strip() in [translate(said, "ko") for said in (KEPT, STOPPED)]
    assert not any(told in ended.stdout for told in SECRET.split(", "))
    see_a_note_without_words(home)


@pytest.mark.parametrize("option", ["--guest", "--classroom"])
@pytest.mark.parametrize("name", ["a key on the first page", "opening the course", "reading the heads of lessons"])
def test_a_guest_leaves_no_note(name: str, option: str, start: Start, course: Course, tmp_path: Path, home: Path) -> None:
    program = run_into(SCREEN[name], start, course, tmp_path, "--language", "ko", option)
    see_a_quiet_end(program, "ko", STOPPED)
    assert not home.exists() or not list(home.iterdir())


@pytest.mark.parametrize("option", ["--guest", "--classroom"])
def test_a_guest_leaves_no_note_of_lines_either(option: str, home: Path, tmp_path: Path) -> None:
    ended = run_into_in_lines(LINES["the list of lessons"], home, tmp_path, option)
    assert ended.returncode == 1
    assert ended.stderr.strip() == translate(STOPPED, "ko")
    assert not home.exists() or not list(home.iterdir())


def test_the_answers_up_to_then_are_kept(start: Start, course: Course, tmp_path: Path) -> None:
    program = start("learn", LESSON, "--language", "ko")
    program.wait_for("1366", " 1/")
    program.press("2")
    program.wait_for(translate("Why", "ko"))
    before = program.text
    program.kill()
    broken = run_into(SCREEN["the title of a lesson"], start, course, tmp_path, "--language", "ko")
    see_a_quiet_end(broken, "ko", KEPT)
    again = start("learn", LESSON, "--language", "ko")
    again.wait_until(lambda: again.text == before, "it is not as it was")


def test_what_could_not_be_kept_is_not_said_to_be(start: Start, course: Course, tmp_path: Path) -> None:
    program = run_into(SCREEN["keeping that a lesson was begun"], start, course, tmp_path, "--language", "en")
    see_a_quiet_end(program, "en", STOPPED)
