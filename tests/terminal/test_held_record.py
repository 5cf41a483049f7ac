"""Another program holds the record: the learner is told, leaves at once all the same, and what can be kept later is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from card_answers import first_with, right_answer, wrong_answer
from hands import HANDS
from lesson_start import begin
from lesson_walk import Walk
from page_reading import TODAY, Page
from program_start import Start, kept_in

from safeclass.course.course import Course
from safeclass.course.picking import Choice
from safeclass.language import translate
from safeclass.store.fault import MESSAGES, FaultKind

HELD = MESSAGES[FaultKind.LOCKED]

SOON = 4.0
"""How long what takes half a second may take on a loaded machine, in seconds: less than a lock is waited for at length."""


@pytest.fixture
def holder(start: Start, home: Path) -> Iterator[sqlite3.Connection]:
    """Another program with the record open."""
    first = start("--language", "ko")
    first.wait_for("1366")
    first.press("ctrl+q")
    assert first.wait_for_end() == 0
    with closing(sqlite3.connect(home / "progress.sqlite3", isolation_level=None)) as connection:
        yield connection


def test_what_is_answered_after_a_start_under_a_lock_is_kept(
    start: Start, holder: sqlite3.Connection, course: Course, home: Path
) -> None:
    lesson, card = first_with(course, Choice)
    holder.execute("BEGIN EXCLUSIVE")
    program = start("learn", lesson.lesson, "--language", "ko", "--today", TODAY.isoformat())
    page = Page(program, course, "ko")
    walk = Walk(page, HANDS["digits"](page), lesson)
    program.wait_until(lambda: page.reads(page.word(HELD)), "nothing was told")
    program.press("enter")
    if lesson.note is not None:
        program.wait_for(page.word("Before you start"))
        walk.hand.pick(0)
    walk.skip_to(card)
    walk.answer(wrong_answer(walk.twin.card))
    program.wait_for(page.word("Another look"))
    program.press("escape")
    program.wait_for(page.word("Carry on"))
    assert not page.reads(page.word(HELD)), "it was told twice"
    program.press(*["up"] * len(course.lesson_ids), "enter")
    program.wait_for(page.word("Another look"))
    holder.execute("ROLLBACK")
    walk.answer(right_answer(walk.twin.card))
    program.wait_for(page.word("Why"))
    program.press("ctrl+q")
    assert program.wait_for_end() == 0
    assert kept_in(home)[lesson.lesson] == walk.twin.progress


def test_in_plain_lines_it_is_kept_too(start: Start, holder: sqlite3.Connection, home: Path) -> None:
    holder.execute("BEGIN EXCLUSIVE")
    program = start("learn", "before-the-course", "--plain", "--language", "en")
    told = translate(HELD, "en").split(",")[0]
    program.wait_for(told)
    program.press("1", "enter")
    program.wait_for("1/10", "Enter: Skip")
    program.press("1", "enter")
    program.wait_for("Enter: Next")
    assert program.output.count(told) == 1
    holder.execute("ROLLBACK")
    program.press("enter", "q", "enter")
    assert program.wait_for_end() == 0
    assert kept_in(home)["before-the-course"].answered == 1


def test_the_start_does_not_wait_for_a_lock(start: Start, holder: sqlite3.Connection) -> None:
    holder.execute("BEGIN EXCLUSIVE")
    program = start("--language", "ko")
    program.wait_until(lambda: program.shows("1366"), "nothing was seen", SOON)


@pytest.mark.parametrize("leave", ["ctrl+q", "escape"])
def test_neither_an_answer_nor_leaving_waits_long_for_a_lock_and_the_end_keeps_it(
    leave: str, start: Start, holder: sqlite3.Connection, course: Course, home: Path
) -> None:
    lesson, card = first_with(course, Choice)
    walk = begin(start, course, lesson)
    walk.skip_to(card)
    walk.program.wait_for_quiet()
    holder.execute("BEGIN EXCLUSIVE")
    walk.answer(wrong_answer(walk.twin.card))
    walk.program.wait_until(lambda: walk.page.reads(walk.page.word(HELD)), "nothing was told", SOON)
    walk.program.press(*[leave] * (3 if leave == "escape" else 1))
    walk.program.wait_until(lambda: walk.program.shows("2x1= 2"), "the cover was not seen", SOON)
    walk.program.wait_until(lambda: not walk.program.is_alternate, "the screen was not given back", SOON)
    holder.execute("ROLLBACK")
    assert walk.program.wait_for_end() == 0
    assert walk.program.is_restored
    assert walk.program.last_words.strip() == ""
    assert kept_in(home)[lesson.lesson] == walk.twin.progress
