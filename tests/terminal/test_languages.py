"""The language changes in the middle of a question, and everything else stays as it was."""

from __future__ import annotations

import json
from pathlib import Path

from card_answers import first_with, wrong_answer
from lesson_start import begin
from page_reading import Page
from program_start import Start

from safeclass.course.course import Course
from safeclass.course.picking import Choice, Several


def test_the_focus_and_the_answer_stay(start: Start, course: Course) -> None:
    lesson, card = first_with(course, Choice)
    walk = begin(start, course, lesson)
    walk.skip_to(card)
    program, korean, english = walk.program, walk.page, Page(walk.program, course, "en")
    program.press("down")
    program.wait_until(lambda: korean.focus() == 1, "the focus did not move")
    program.press("f2")
    walk.page = english
    walk.arrive()
    assert english.focus() == 1
    wrong = wrong_answer(walk.twin.card)
    walk.answer(wrong)
    program.wait_for(english.word("Another look"), english.word("my answer"))
    chosen = [line[:6] for line in program.lines if english.word("my answer") in line]
    program.press("f2", "f2")
    program.wait_for(korean.word("Another look"), korean.word("my answer"))
    assert [line[:6] for line in program.lines if korean.word("my answer") in line] == chosen
    assert program.shows(f" {walk.twin.index + 1}/{walk.twin.total} ")


def test_what_is_ticked_stays(start: Start, course: Course) -> None:
    lesson, card = first_with(course, Several)
    walk = begin(start, course, lesson)
    walk.skip_to(card)
    program = walk.program
    program.press("1", "3")
    program.wait_until(lambda: len(walk.tags("picked")) == 2, "two were never picked")
    walk.page = Page(program, course, "en")
    program.press("f2")
    program.wait_until(lambda: len(walk.tags("picked")) == 2, "they are not picked in English")


def test_both_languages_stand_side_by_side(start: Start, course: Course) -> None:
    lesson, card = first_with(course, Choice)
    walk = begin(start, course, lesson, columns=120, rows=40)
    walk.skip_to(card)
    walk.program.press("f2", "f2")
    question = walk.twin.card
    assert isinstance(question, Choice)
    for half, language in ((slice(60), "ko"), (slice(60, None), "en")):
        page = Page(walk.program, course, language)

        def stands_there(half: slice = half, page: Page = page) -> bool:
            words = "".join("".join(cells[half]) for cells in walk.program.cells).replace(" ", "")
            texts = [question.ask, *(option.text for option in question.options)]
            return all(page.said(text).replace(" ", "") in words for text in texts)

        walk.program.wait_until(stands_there, f"{language} is not on its side")


def test_one_below_the_other_where_there_is_no_room_beside(start: Start, course: Course) -> None:
    lesson, card = first_with(course, Choice)
    walk = begin(start, course, lesson)
    walk.skip_to(card)
    walk.program.press("f2", "f2")
    question = walk.twin.card
    assert isinstance(question, Choice)
    walk.page.wait_for_text(question.ask)
    Page(walk.program, course, "en").wait_for_text(question.ask)


def test_what_a_school_has_written_does_not_become_what_a_person_has_chosen(start: Start, home: Path, tmp_path: Path) -> None:
    school = tmp_path / "school.json"
    school.write_text('{"theme": "light", "plain": true}', encoding="utf-8")
    home.mkdir(exist_ok=True)
    (home / "settings.json").write_text('{"theme": "contrast", "language": "ko"}', encoding="utf-8")
    program = start(SAFECLASS_SCHOOL=str(school))
    program.wait_for("[나가기 Exit]")
    program.press("f2")
    program.wait_for("[Exit 나가기]")
    program.press("ctrl+q")
    assert program.wait_for_end() == 0
    kept = json.loads((home / "settings.json").read_text(encoding="utf-8"))
    assert (kept["theme"], kept["plain"], kept["language"]) == ("contrast", False, "en")


def test_the_language_is_kept_for_the_next_time(start: Start, home: Path) -> None:
    program = start("--language", "ko")
    program.wait_for("나가기 Exit", "F2 English")
    program.press("f2")
    program.wait_for("Exit 나가기")
    program.press("ctrl+q")
    assert program.wait_for_end() == 0
    assert json.loads((home / "settings.json").read_text(encoding="utf-8"))["language"] == "en"
    again = start()
    again.wait_for("Exit 나가기", "F1 Help")
    again.press("f2")
    again.wait_for("나가기 Exit")
    again.kill()
    start().wait_for("나가기 Exit", "F2 한국어")


def test_colours_and_characters_are_kept_for_the_next_time(start: Start) -> None:
    program = start("--language", "en")
    program.wait_for("1366")
    program.press("f6")
    program.wait_for("Characters in place of colours")
    program.press("2", "3")
    program.wait_for("[Enter Change]", "light")
    program.kill()
    again = start("--language", "en")
    again.wait_for("[Enter Open]")
