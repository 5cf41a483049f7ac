"""A fault in the program ends it quietly: no word of a lesson is left on the screen or in the note about it."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from program_start import Start
from pty_program import PtyProgram

from safeclass.course.course import Course
from safeclass.course.model import Choice
from safeclass.language import translate

SECRET = "은수의 대답은 비밀이에요"
"""What a traceback would print: it is the message of the fault, and a value in the frame it comes from."""

FAULTS = {
    "drawing a card": "from safeclass.tui.cards.picking import PickingFace as Broken; name = 'draw'",
    "taking a key": "from safeclass.tui.cards.picking import PickingFace as Broken; name = 'press'",
    "drawing the first page": "from safeclass.tui.views.home import HomeView as Broken; name = 'draw'",
    "keeping an answer": "from safeclass.commands.learn import Keeping as Broken; name = 'record'",
    "reading ahead": "from safeclass.tui.app import SafeClassApp as Broken; name = '_read_ahead'",
    "a clock's tick": "from safeclass.tui.views.pause import PauseView as Broken; name = 'tick'",
    "leaving": "from safeclass.tui.views.cover import CoverView as Broken; name = 'draw'",
}
"""Where the fault is put in."""

RUNNER = """
import sys
{place}

def fail(*arguments, **names):
    words_of_the_lesson = {secret!r}
    raise RuntimeError(words_of_the_lesson)

setattr(Broken, name, fail)
from safeclass.cli import main
sys.exit(main())
"""


@pytest.fixture
def lesson(course: Course) -> str:
    """A lesson that begins with a choice."""
    return next(name for name in course.lesson_ids if (found := course.lesson(name)[0]) and isinstance(found.deck[0], Choice))


def run_into(fault: str, start: Start, tmp_path: Path, *arguments: str) -> PtyProgram:
    """The program with a fault put into it."""
    script = tmp_path / "faulty.py"
    script.write_text(RUNNER.format(place=FAULTS[fault], secret=SECRET), encoding="utf-8")
    return start(*arguments, script=script)


def see_a_quiet_end(program: PtyProgram, course: Course, language: str) -> None:
    """Look at what is left in the terminal."""
    assert program.wait_for_end() == 1
    assert program.is_restored
    said = translate("SafeClass had to stop. Your answers up to here are kept.", language)
    assert program.last_words.strip() == said
    assert "Traceback" not in program.output
    assert SECRET not in program.output
    for name in course.lesson_ids:
        head = course.head(name)
        assert head is not None
        assert head.title[language] not in program.text


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("fault", ["drawing a card", "taking a key", "keeping an answer", "reading ahead", "leaving"])
def test_a_fault_in_a_lesson(
    fault: str, language: str, start: Start, course: Course, lesson: str, tmp_path: Path, home: Path
) -> None:
    program = run_into(fault, start, tmp_path, "learn", lesson, "--language", language)
    if fault != "reading ahead":
        program.wait_for("1366")
        program.press("1")
        program.read(5)
        program.press("1", "1")
    if fault == "leaving":
        program.wait_for("1/")
        program.press("ctrl+q")
    see_a_quiet_end(program, course, language)
    note = home / "crash.log"
    told = note.read_text(encoding="utf-8")
    assert "RuntimeError" in told
    assert "faulty.py" in told
    assert not any(ord(sign) > 127 for sign in told), "the note holds words of a lesson"
    assert stat.S_IMODE(note.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700


def test_a_fault_on_the_first_page(start: Start, course: Course, tmp_path: Path) -> None:
    see_a_quiet_end(run_into("drawing the first page", start, tmp_path, "--language", "ko"), course, "ko")


def test_a_fault_while_nobody_presses_anything(start: Start, course: Course, tmp_path: Path) -> None:
    program = run_into("a clock's tick", start, tmp_path, "--language", "ko")
    program.wait_for("1366")
    program.press("f4")
    see_a_quiet_end(program, course, "ko")


def test_a_guest_leaves_no_note(start: Start, course: Course, lesson: str, tmp_path: Path, home: Path) -> None:
    program = run_into("drawing a card", start, tmp_path, "learn", lesson, "--language", "ko", "--guest")
    program.wait_for("1366")
    program.press("1")
    see_a_quiet_end(program, course, "ko")
    assert not home.exists() or not list(home.iterdir())


def test_the_answers_up_to_then_are_kept(start: Start, course: Course, lesson: str, tmp_path: Path) -> None:
    program = start("learn", lesson, "--language", "ko")
    program.wait_for("1366")
    program.press("1")
    program.wait_for(" 1/")
    program.press("2")
    program.wait_for(translate("Why", "ko"))
    before = program.text
    program.kill()
    broken = run_into("drawing a card", start, tmp_path, "learn", lesson, "--language", "ko")
    see_a_quiet_end(broken, course, "ko")
    again = start("learn", lesson, "--language", "ko")
    again.wait_until(lambda: again.text == before, "it is not as it was")
