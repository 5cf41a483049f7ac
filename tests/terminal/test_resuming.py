"""The power goes in the middle of a lesson; the next time one carries on at the same card, as it was."""

from __future__ import annotations

from pathlib import Path

import pytest
from card_answers import first_with, wrong_answer
from lesson_start import begin
from lesson_walk import Walk
from program_start import Start, kept_in
from pty_program import PtyProgram

from safeclass.course.card import Card
from safeclass.course.course import Course
from safeclass.course.picking import OX, Attitude, Choice, Several
from safeclass.course.placing import Match, Order, Sort
from safeclass.course.scene import Scene
from safeclass.session.session import Phase


def carry_on(start: Start, walk: Walk) -> PtyProgram:
    """End the program at once, start it again without naming a lesson, and carry on where it was."""
    walk.program.wait_for_quiet()
    walk.program.kill()
    program = start("--language", walk.page.language, "--today", "2026-11-22")
    words = walk.page.word("Carry on")
    program.wait_for(words)
    program.wait_until(lambda: any(line.lstrip().startswith(">") and words in line for line in program.lines), "no focus on it")
    program.press("enter")
    program.wait_for(f" {walk.twin.index + 1}/{walk.twin.total} ")
    return program


@pytest.mark.parametrize("kind", [Choice, Several, OX, Order, Match, Sort])
def test_a_question_answered_wrongly_is_as_it_was(kind: type[Card], start: Start, course: Course, home: Path) -> None:
    lesson, card = first_with(course, kind)
    walk = begin(start, course, lesson)
    walk.skip_to(card)
    walk.answer(wrong_answer(walk.twin.card))
    again = walk.twin.phase is Phase.AGAIN
    walk.program.wait_for(walk.page.word("Another look" if again else "Why"))
    walk.program.wait_for_quiet()
    before = walk.program.text
    program = carry_on(start, walk)
    program.wait_for_quiet()
    # In an order the focus is where the last item was moved to; when one comes back it is at the top.
    assert program.text.replace(">", " ") == before.replace(">", " ")
    assert kept_in(home)[lesson.lesson] == walk.twin.progress


def test_a_scene_is_taken_up_where_it_stood(start: Start, course: Course) -> None:
    lesson, card = first_with(course, Scene)
    walk = begin(start, course, lesson)
    walk.skip_to(card)
    walk.hand.go_on()
    walk.choose(0)
    walk.choose(0)
    walk.page.wait_for_options([way.text for way in walk.twin.moment.ways])
    before = walk.program.lines
    program = carry_on(start, walk)
    program.wait_for_quiet()
    assert program.lines == before


def test_an_attitude_and_a_rating_are_kept(start: Start, course: Course, home: Path) -> None:
    lesson, card = first_with(course, Attitude)
    walk = begin(start, course, lesson)
    while walk.twin.at != card:
        walk.take_card()
    walk.arrive()
    attitude = walk.twin.card
    assert isinstance(attitude, Attitude)
    walk.answer((attitude.options[0].id,))
    walk.page.wait_for_text(attitude.options[0].reply)
    before = walk.program.lines
    program = carry_on(start, walk)
    program.wait_for_quiet()
    assert program.lines == before
    assert kept_in(home)[lesson.lesson] == walk.twin.progress


def test_the_first_page_names_no_lesson_as_the_one_to_carry_on_with(start: Start, course: Course) -> None:
    lesson, card = first_with(course, Choice)
    walk = begin(start, course, lesson)
    walk.skip_to(card)
    walk.program.kill()
    program = start("--language", "ko")
    program.wait_for(walk.page.word("Carry on"))
    row = next(line for line in program.lines if walk.page.word("Carry on") in line)
    assert walk.page.said(lesson.title) not in row
