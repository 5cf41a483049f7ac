"""Terminals of other sizes, also while the program runs: the way out and the numbers to call are always there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from card_answers import first_with, wrong_answer
from lesson_start import begin
from lesson_walk import Walk
from program_start import Start, environment_of
from pty_program import PtyProgram

from safeclass.course.card import Card
from safeclass.course.course import Course
from safeclass.course.page import Help, Page
from safeclass.course.picking import Choice
from safeclass.course.placing import Fill, Match, Order
from safeclass.course.scene import Scene

SIZES = ((40, 24), (60, 20), (80, 24), (120, 40))


def is_framed(walk: Walk) -> bool:
    """Whether the way out is in the first row, and a number to call in the last."""
    lines = walk.program.lines
    return walk.page.word("Exit") in lines[0] and "1366" in lines[-1]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_every_kind_of_page_has_its_frame(columns: int, rows: int, start: Start, course: Course) -> None:
    lesson, _card = first_with(course, Scene)
    walk = begin(start, course, lesson, columns=columns, rows=rows)
    program = walk.program
    for number in range(1, len(lesson.deck) + 1):
        program.wait_for(f" {number}/{len(lesson.deck)} ")
        program.wait_until(lambda: is_framed(walk), "no frame")
        program.press("0")
    program.wait_until(lambda: is_framed(walk), "no frame at the end")
    for key in ("f1", "f5", "f6"):
        program.change(key)
        program.wait_until(lambda: is_framed(walk), f"no frame after {key}")
        assert program.is_alternate


@pytest.mark.parametrize("kind", [Choice, Fill, Match, Order, Page, Scene, Help])
def test_a_terminal_that_shrinks_and_grows_again_shows_what_it_showed(kind: type[Card], start: Start, course: Course) -> None:
    lesson, card = first_with(course, kind)
    walk = begin(start, course, lesson)
    walk.skip_to(card)
    program = walk.program
    if kind is Choice:
        walk.answer(wrong_answer(walk.twin.card))
        program.wait_for(walk.page.word("Another look"))
    if kind is Scene:
        program.press("enter")
        program.wait_for(walk.page.word("Choose"))
    program.wait_for_quiet()
    before = program.text
    for columns, rows in ((20, 6), (1, 1), (40, 24), (200, 60), (10, 5)):
        program.frames = []
        program.resize(columns, rows)
        program.wait_until(lambda: program.frames, f"nothing was drawn at {columns}x{rows}")
        program.press("down", "up")
        program.wait_for_quiet()
    program.resize(80, 24)
    program.wait_until(lambda: program.text == before, "it does not look as before")


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_leaving_works_at_every_size(columns: int, rows: int, start: Start) -> None:
    program = start("--language", "ko", columns=columns, rows=rows)
    program.wait_for("1366")
    program.click_on("나가기")
    assert program.wait_for_end() == 0
    assert program.is_restored


@pytest.mark.parametrize(("columns", "rows"), [("200", "60"), ("40", "8"), ("80", "1")])
def test_the_terminal_is_believed_before_what_was_exported_once(columns: str, rows: str, start: Start) -> None:
    program = start("--language", "en", COLUMNS=columns, LINES=rows)
    program.wait_until(lambda: "Exit" in program.lines[0] and "1366" in program.lines[-1], "no frame")
    program.resize(100, 30)
    program.wait_until(lambda: "Exit" in program.lines[0][80:] and "1366" in program.lines[29], "no frame in the new size")


@pytest.mark.parametrize(("columns", "rows", "width"), [("60", "20", 60), ("1000000000", "1000000000", 80)])
def test_a_terminal_that_tells_no_size_has_the_one_in_the_environment(columns: str, rows: str, width: int, home: Path) -> None:
    command = f"stty cols 0 rows 0; exec {sys.executable} -m safeclass --language en"
    environment = environment_of(home) | {"COLUMNS": columns, "LINES": rows}
    with PtyProgram(["sh", "-c", command], environment) as program:
        program.wait_for("1366")
        (exit_is,) = program.places("Exit")
        assert width - 20 < exit_is.column < width
