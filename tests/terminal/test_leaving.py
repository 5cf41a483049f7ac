"""Leaving quickly: whatever is in front, the next thing to be seen is a multiplication table, and then the shell."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from card_answers import first_with, wrong_answer
from lesson_start import begin
from lesson_walk import Walk
from program_start import Start
from pty_program import PtyProgram

from safeclass.course.course import Course
from safeclass.course.picking import Choice
from safeclass.course.scene import Scene

WORD = re.compile(r"[^\W\d_]{2,}")


def words_on(text: str) -> set[str]:
    """Every word of a screen; a multiplication table has none."""
    return set(WORD.findall(text))


def see_the_table_and_the_shell(program: PtyProgram, leave: Callable[[], None]) -> None:
    """Leave, and look at every frame from then on."""
    program.wait_for_quiet()
    before = words_on(program.text)
    assert before
    program.frames = []
    leave()
    assert program.wait_for_end() == 0
    for frame in program.frames:
        assert "2x1= 2" in frame
        assert "9x9=81" in frame
        assert not words_on(frame) & before
    assert program.frames
    assert program.is_restored
    assert program.last_words.strip() == ""
    assert "SafeClass" not in "".join(re.findall(r"\x1b\][^\x07\x1b]*", program.output)), "the window's title tells"


@pytest.fixture
def question(start: Start, course: Course) -> Walk:
    """A question of a lesson in a terminal."""
    lesson, card = first_with(course, Choice)
    walk = begin(start, course, lesson)
    walk.skip_to(card)
    return walk


@pytest.mark.parametrize("key", ["ctrl+q", "ctrl+c", "f10"])
def test_a_key_leaves(question: Walk, key: str) -> None:
    see_the_table_and_the_shell(question.program, lambda: question.program.press(key))


@pytest.mark.parametrize("words", ["나가기", "Exit"])
def test_a_click_on_the_exit_words_leaves(question: Walk, words: str) -> None:
    program = question.program
    cell = program.places(words)[-1]
    assert cell.row == 0
    program.mouse_down(*cell)
    program.wait_for(">나가기")
    see_the_table_and_the_shell(program, lambda: program.mouse_up(*cell))


def test_tab_and_enter_on_exit_leave(question: Walk) -> None:
    program = question.program
    for _ in range(3):
        program.press("tab")
        program.wait_until(lambda: program.shows(">나가기") or program.shows(">Enter"), "Tab showed no focus")
        if program.shows(">나가기"):
            break
    see_the_table_and_the_shell(program, lambda: program.press("enter"))


def test_three_escapes_leave_and_are_counted(question: Walk) -> None:
    program, page = question.program, question.page
    program.press("escape")
    program.wait_for(page.word("Esc {n} more times: exit").format(n=2))
    program.wait_for(page.word("Carry on"))
    program.press("escape")
    program.wait_for(page.word("Esc once more: exit"))
    see_the_table_and_the_shell(program, lambda: program.press("escape"))


def test_three_escapes_in_one_write_leave(question: Walk) -> None:
    question.program.press("escape", "escape", "escape")
    assert question.program.wait_for_end() == 0
    assert question.program.is_restored
    assert question.program.last_words.strip() == ""


def test_another_key_between_begins_the_count_again(question: Walk) -> None:
    program, page = question.program, question.page
    for _ in range(2):
        program.press("escape")
        program.wait_for(page.word("Esc {n} more times: exit").format(n=2))
        program.press("escape")
        program.wait_for(page.word("Esc once more: exit"))
        program.change("down")
        assert not program.shows(page.word("Esc once more: exit"))
    program.press("escape")
    program.wait_for(page.word("Esc {n} more times: exit").format(n=2))


def test_after_five_seconds_the_count_begins_again(question: Walk) -> None:
    program, words = question.program, question.page.word("Esc once more: exit")
    program.press("escape", "f1", "escape", "escape")
    program.wait_for(words)
    program.wait_until(lambda: not program.shows(words), "the count never ended", seconds=8)
    program.press("escape")
    program.wait_for(question.page.word("Esc {n} more times: exit").format(n=2))


@pytest.mark.parametrize(
    ("key", "seen"),
    [
        ("f1", "Who will know"),
        ("f4", "Breathe in slowly."),
        ("escape", "Carry on"),
    ],
)
def test_ctrl_q_leaves_from_other_pages(question: Walk, key: str, seen: str) -> None:
    question.program.press(key)
    question.program.wait_for(question.page.word(seen))
    see_the_table_and_the_shell(question.program, lambda: question.program.press("ctrl+q"))


def test_ctrl_q_leaves_the_reasons_for_an_answer(question: Walk) -> None:
    question.answer(wrong_answer(question.twin.card))
    question.program.wait_for(question.page.word("Another look"))
    see_the_table_and_the_shell(question.program, lambda: question.program.press("ctrl+q"))


def test_ctrl_q_leaves_a_scene(start: Start, course: Course) -> None:
    lesson, card = first_with(course, Scene)
    walk = begin(start, course, lesson)
    walk.skip_to(card)
    walk.program.press("enter", "1")
    walk.program.wait_for(walk.page.word("Back a step"))
    see_the_table_and_the_shell(walk.program, lambda: walk.program.press("ctrl+q"))


def test_korean_input_does_not_stand_in_the_way(question: Walk) -> None:
    program = question.program
    program.press("ㅂ", "ㅂ", "ㅂ")
    assert program.wait_for_end() == 0


def test_nothing_is_kept_of_a_guest(start: Start, course: Course, home: Path) -> None:
    lesson, card = first_with(course, Choice)
    walk = begin(start, course, lesson, "--guest")
    walk.skip_to(card)
    walk.take_card()
    walk.program.press("f2")
    walk.program.wait_for("Enter")
    see_the_table_and_the_shell(walk.program, lambda: walk.program.press("ctrl+q"))
    assert not home.exists() or not list(home.iterdir())
