"""A shared terminal: one learner after the other, and nothing of the last one for the next, on the screen or elsewhere."""

from __future__ import annotations

import json
import os
import re
import signal
import time
from pathlib import Path

import pytest
from card_answers import first_with, wrong_answer
from hands import DigitHand
from lesson_walk import Walk
from page_reading import Page
from program_start import Start
from pty_program import PtyProgram

from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.course.picking import Choice
from safeclass.language import translate

COVERED = "2x1= 2"
HANGUL = re.compile("[가-힣]")
LETTERS = re.compile(r"[^\W\d_]{2,}")


@pytest.fixture
def places(tmp_path: Path) -> dict[str, Path]:
    """Every folder that the program could write to: a home, a folder for what is temporary, and one it is started in."""
    folders = {name: tmp_path / name for name in ("HOME", "TMPDIR", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")}
    for folder in folders.values():
        folder.mkdir()
    return folders


def written_to(folders: list[Path]) -> dict[Path, tuple[int, list[str]]]:
    """When something was last made or removed in folders, and what is in them: also what was there for a moment only."""
    return {folder: (folder.stat().st_mtime_ns, sorted(os.listdir(folder))) for folder in folders}


def open_from_the_list(program: PtyProgram, course: Course, lesson: Lesson) -> Walk:
    """Open a lesson as a learner does where it cannot be named: with the arrows."""
    page = Page(program, course, "ko")
    program.wait_for("1366", page.word("Open"))
    # Above the first lesson stands the line with the questions to begin with.
    program.press(*["up"] * len(course.ids), *["down"] * course.ids.index(lesson.lesson), "enter")
    walk = Walk(page, DigitHand(page), lesson)
    if lesson.note is not None:
        program.wait_for(page.word("Before you start"))
        program.press("1")
    return walk


def hand_over(program: PtyProgram) -> None:
    """Two keys."""
    program.press("ctrl+q")
    program.wait_until(lambda: program.shows(COVERED) and not LETTERS.search(program.text), "it was not covered")
    program.press("enter")
    program.wait_for("SafeClass", "1366")


def test_nothing_is_written_while_a_whole_course_is_taken(
    start: Start, course: Course, home: Path, places: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(places["HOME"])
    watched = [home.parent, *places.values()]
    before = written_to(watched)
    environment = {name: str(folder) for name, folder in places.items()}
    # What would have Textual write down each key, and what is on the screen.
    environment |= {"TEXTUAL_DEBUG": "1", "TEXTUAL_LOG": str(places["TMPDIR"] / "log"), "TEXTUAL_SCREENSHOT": "0"}
    environment["TEXTUAL_SCREENSHOT_LOCATION"] = str(places["HOME"])
    program = start("--classroom", "--language", "ko", **environment)
    for number, name in enumerate(course.lesson_ids):
        lesson, _faults = course.lesson(name)
        assert lesson is not None
        walk = open_from_the_list(program, course, lesson)
        if number == 0:
            walk.to_the_end()
        else:
            program.wait_for(f" 1/{len(lesson.deck)} ")
            program.press(*["1", "0"] * len(lesson.deck))
            program.wait_for(walk.page.word("What you can do now"))
        program.press("f5")
        program.wait_for(walk.page.word("My progress"))
        program.press("escape", "f6", "2", "3", "escape", "f2")
        program.wait_for("F1 Help")
        hand_over(program)
    os.kill(program.process, signal.SIGTERM)
    assert program.wait_for_end() == 143
    assert written_to(watched) == before
    assert not home.exists()


def test_the_next_one_finds_nothing_of_the_last(start: Start, course: Course) -> None:
    lesson, card = first_with(course, Choice)
    program = start("--classroom", "--language", "ko")
    program.wait_for("1366")
    program.wait_for_quiet()
    fresh = program.text
    walk = open_from_the_list(program, course, lesson)
    walk.skip_to(card)
    walk.answer(wrong_answer(walk.twin.card))
    program.wait_for(walk.page.word("Another look"))
    command = Path(f"/proc/{program.process}/cmdline").read_bytes()
    assert lesson.lesson.encode() not in command
    names = {
        Path(f"/proc/{program.process}/task/{task}/comm").read_text() for task in os.listdir(f"/proc/{program.process}/task")
    }
    assert not any(lesson.lesson in name for name in names)
    program.frames = []
    hand_over(program)
    program.wait_until(lambda: program.text == fresh, "the first page is not as at the start")
    title = walk.page.said(lesson.title)
    assert not any(title in frame and COVERED in frame for frame in program.frames)
    program.press("f5")
    program.wait_for(walk.page.word("My progress"))
    program.press("escape", "f6", "5", "enter")
    assert program.wait_for_end() == 0
    assert program.is_restored
    assert not HANGUL.search(program.text), "something is left below what was covered"
    titles = re.findall(r"\x1b\][012];([^\x07\x1b]*)", program.output)
    assert titles == [translate("Terminal", "ko")]


def test_nobody_there_covers_and_later_wipes(start: Start, course: Course) -> None:
    lesson, _card = first_with(course, Choice)
    program = start("--classroom", "--language", "ko", "--cover-after", "2", "--wipe-after", "5")
    program.wait_for("1366")
    program.wait_until(lambda: program.shows(COVERED), "it was not covered")
    program.press("enter")
    walk = open_from_the_list(program, course, lesson)
    program.wait_for(" 1/")
    program.wait_until(lambda: program.shows(COVERED), "it was not covered")
    program.press("down")
    walk.page.wait_for_text(lesson.title)
    program.wait_until(lambda: program.shows(COVERED), "it was not covered again")
    program.wait_for_quiet(4)
    program.press("down")
    program.wait_for("SafeClass", "1366")
    assert not program.shows(walk.page.word("Carry on"))


def test_a_lesson_cannot_be_named_in_the_command(start: Start, course: Course) -> None:
    program = start("learn", course.lesson_ids[0], "--classroom", "--language", "ko")
    assert program.wait_for_end() == 2
    assert program.output.strip() == "safeclass: " + translate(
        "At a shared terminal a lesson is chosen on the screen: others can read what a command names.", "ko"
    )


def test_what_the_school_has_written_holds(start: Start, course: Course, home: Path, tmp_path: Path) -> None:
    school = tmp_path / "school.json"
    school.write_text(json.dumps({"classroom": True, "language": "en", "cover_after": 2}), encoding="utf-8")
    home.mkdir()
    own = json.dumps({"language": "ko", "classroom": False, "cover_after": 500})
    (home / "settings.json").write_text(own, encoding="utf-8")
    program = start("--language", "ko", "--profile", "naru", "--cover-after", "300", SAFECLASS_SCHOOL=str(school))
    program.wait_for("F1 Help")
    program.press("f6")
    program.wait_for(translate("Close SafeClass", "en"))
    program.wait_until(lambda: program.shows(COVERED), "it was not covered")
    program.press("down")
    program.wait_for(translate("Close SafeClass", "en"))
    program.press("5", "enter")
    assert program.wait_for_end() == 0
    assert os.listdir(home) == ["settings.json"]
    assert (home / "settings.json").read_text(encoding="utf-8") == own


@pytest.mark.parametrize("typed", ["0", "-1", "nan", "inf", "1e9", "soon"])
def test_a_time_that_is_none_is_refused(typed: str, start: Start) -> None:
    program = start("--classroom", f"--cover-after={typed}", "--language", "ko")
    assert program.wait_for_end() == 2
    assert HANGUL.search(program.output)
    assert len(program.output.splitlines()) == 1


def seconds_to_cover(program: PtyProgram, key: str) -> float:
    """Press a key, and see how long it takes until the table is written."""
    before, pressed = len(program.output), time.perf_counter()
    program.press(key)
    while COVERED not in program.output[before:]:
        assert program.read(5), "it was not covered"
    return time.perf_counter() - pressed


def test_leaving_covers_within_a_tenth_of_a_second(start: Start, course: Course) -> None:
    lesson, _card = first_with(course, Choice)
    program = start("--classroom", "--language", "ko")
    fastest = []
    for _ in range(5):
        open_from_the_list(program, course, lesson)
        program.wait_for(" 1/")
        program.wait_for_quiet()
        fastest.append(seconds_to_cover(program, "ctrl+q"))
        program.press("enter")
    # The median on a quiet machine is some 10 ms; what a loaded one adds is not the program's.
    assert min(fastest) < 0.1, fastest
