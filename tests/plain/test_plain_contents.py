"""The list of lessons, and the choice before a sensitive one."""

from __future__ import annotations

from pathlib import Path

import pytest
from playing import WAY, GuestKeeping, Played, played

from safeclass.course.course import Course
from safeclass.course.text import Id
from safeclass.paths import shipped
from safeclass.session.event import Event, Happened

TITLE = "OK to take it?"


def test_units_and_lessons_are_numbered(small_course: Course) -> None:
    lines = played(small_course, None).paragraphs
    place = lines.index("Ask 0/2")
    assert lines[place + 1].startswith(f"1) {TITLE} (10 min). ")
    assert lines[place + 2].startswith("2) ")
    assert "Carry on" not in "".join(lines)


def test_every_lesson_of_the_shipped_course_is_listed() -> None:
    course = Course(shipped())
    text = played(course, None, language="both").text
    for number, lesson in enumerate(course.lesson_ids, 1):
        head = course.head(lesson)
        assert head is not None
        assert f"\n{number}) {head.title['ko']}" in text
        assert head.title["en"] in text
        assert head.aim["ko"] in text


def test_a_number_opens_a_lesson_and_its_end_leads_back(small_course: Course) -> None:
    done = played(small_course, None, "1", *WAY, "")
    end = done.after("What you can do now")
    assert "Enter: Back to the lessons" in end
    assert f"1) {TITLE} (done)" in end
    assert "Ask 1/2" in end
    assert done.paragraphs[-1].startswith("You can come back")


def test_carry_on_stands_first_and_names_no_lesson(small_course: Course) -> None:
    keeping = GuestKeeping()
    played(small_course, "every-kind", "1", "", keeping=keeping)
    for line in ("1", ""):
        done = played(small_course, None, line, keeping=keeping)
        first = next(line for line in done.paragraphs if line.startswith("1) "))
        assert first == "1) Carry on. Back to where you stopped"
        assert f"2) {TITLE} (under way)" in done.text
        assert "Before you start" not in done.text
        assert keeping.count(Happened.STARTED) == 1
        assert done.reached == "silence"


def test_letters_of_cards_mean_nothing_here_and_that_is_said_calmly(small_course: Course) -> None:
    for typed in ("u", "b", "s", "9", "0", "hello", "1 2"):
        done = played(small_course, None, typed)
        assert (
            "Here you can type: 1-2: Open, Enter: Next, l: Language, p: Take a break, g: Words, ?: Where to turn, q: Exit"
            in done.text
        )
        assert done.keeping.recorded == []


def test_the_list_changes_its_language(small_course: Course) -> None:
    done = played(small_course, None, "l", language="ko")
    assert "1) 찍어도 돼? (10분)" in done.text
    assert f"1) {TITLE} (10 min)" in done.text


def test_a_list_of_more_than_nine_opens_by_two_figures(course_folder: Path) -> None:
    course = course_folder / "course.yaml"
    lesson = (course_folder / "lessons" / "short-one.yaml").read_text("utf-8")
    names = [f"more-{number}" for number in range(12)]
    for name in names:
        (course_folder / "lessons" / f"{name}.yaml").write_text(lesson.replace("lesson: short-one", f"lesson: {name}"), "utf-8")
    course.write_text(course.read_text("utf-8").replace("short-one]", f"short-one, {', '.join(names)}]"), "utf-8")
    for typed, name in (("9", "more-6"), ("12", "more-9"), ("１４", "more-11")):
        keeping = played(Course(course_folder), None, typed, "1").keeping
        assert keeping.recorded[0].lesson == name


def test_a_lesson_that_does_not_open_is_told_and_the_others_still_work(course_folder: Path) -> None:
    (course_folder / "lessons" / "every-kind.yaml").write_text("lesson: [", "utf-8")
    done = played(Course(course_folder), None, "1", "", "2")
    assert done.status == 0
    assert "1) every-kind (This lesson did not open. The others still work.)" in done.text
    assert "\nlessons/every-kind.yaml:1:9  This '[' is never closed." in done.text
    assert done.keeping.recorded[0].lesson == "short-one"
    alone = played(Course(course_folder), "every-kind", "1")
    assert alone.status == 0
    assert "This lesson did not open." in alone.text


class TestBeforeASensitiveLesson:
    """Four choices of equal weight."""

    @pytest.fixture
    def before(self, small_course: Course):
        def play_before(*lines: str, lesson: str | None = "every-kind") -> Played:
            return played(small_course, lesson, *lines)

        return play_before

    def test_the_note_and_the_choices_come_first(self, before) -> None:
        done = before()
        lines = done.paragraphs
        place = lines.index("Before you start")
        assert lines[place + 1 : place + 5] == [
            TITLE,
            "About photos shared without a yes.",
            "No pictures and no graphic detail.",
            "You can skip this. No reason needed.",
        ]
        assert lines[place + 5].startswith("Leaving with q moves the words out of sight.")
        choices = ["1) Start", "2) Read the summary only", "3) Choose another lesson", "4) Where to turn"]
        assert lines[place + 6 : place + 10] == choices
        assert done.keeping.recorded == []

    @pytest.mark.parametrize("line", ["1", "", "１"])
    def test_it_starts(self, before, line: str) -> None:
        assert before(line).reached == "may-post"

    def test_the_summary_is_enough(self, before) -> None:
        done = before("2", "")
        assert "Summary\nOK to take it?\nAsk and answer. It is never your fault." in done.text
        assert "\nAsk 0/2" in done.text
        assert done.keeping.recorded == []

    def test_another_lesson(self, before) -> None:
        done = before("3")
        assert "\nAsk 0/2" in done.text
        assert done.keeping.recorded == []

    def test_where_to_turn_comes_back_to_the_choices(self, before) -> None:
        done = before("4", "1")
        assert done.text.count("1) Start") == 2
        assert "Who will know" in done.text
        assert done.reached == "may-post"

    def test_anything_else_is_asked_again(self, before) -> None:
        done = before("5", "9", "yes", "1")
        assert done.text.count("Here you can type: 1-4: Choose, Enter: Start") == 3
        assert done.reached == "may-post"


def test_questions_that_surprised_are_met_again_and_nothing_of_it_is_kept(small_course: Course) -> None:
    keeping = GuestKeeping()
    played(small_course, "every-kind", "1", *[""] * 4, "1", "3", "2", *[""] * 20, keeping=keeping)
    before = list(keeping.recorded)
    done = played(small_course, None, "3", "2", "", "", "q", keeping=keeping)
    assert "3) Meet 1 question again that you were sure of and saw differently" in done.text
    assert "1/1  Question" in done.text
    assert "2) It is covered. (my answer, right answer)" in done.text
    assert keeping.recorded == before
    assert done.text.count("Ask 1/2") == 2


class TestAroundTheCourse:
    """The questions before and after it: offered at 0, played like a lesson, told side by side at the end."""

    def test_they_are_offered_above_the_lessons_whose_numbers_stay(self, framed_folder: Path) -> None:
        lines = played(Course(framed_folder), None).paragraphs
        place = lines.index("0) Before the lessons. A few questions first, if you like")
        assert lines[place + 1 : place + 3] == ["Ask 0/2", f"1) {TITLE} (10 min). Ask before taking a photo"]
        assert "0: Before the lessons, 1-2: Open, Enter: Next" in lines[-2]

    def test_an_empty_line_passes_them_over(self, framed_folder: Path) -> None:
        assert played(Course(framed_folder), None, "", "1").reached == "may-post"

    def test_each_is_tried_once_and_then_they_are_gone_from_the_list(self, framed_folder: Path) -> None:
        done = played(Course(framed_folder), None, "0", "1", "", "2", "", "1", "", "")
        assert "1/3  Question (first thoughts)" in done.text
        assert "1) It was taken, so post it. (my answer)" in done.text
        end = done.text[done.text.index("Questions before\nWhat you can do now") :]
        assert "end of the lesson" not in end
        assert "Another look" not in end
        assert "0) " not in end

    def test_both_answers_are_told_at_the_end_and_again_from_the_list(self, framed_folder: Path) -> None:
        course, keeping = Course(framed_folder), GuestKeeping()
        played(course, "before", "1", "", "2", "", "1", "", keeping=keeping)
        keeping.record(Event(Happened.STARTED, Id("short-one")))
        keeping.record(Event(Happened.FINISHED, Id("short-one")))
        first = played(course, None, "0", "2", "1", "", "1", "", "2", "", "", keeping=keeping)
        assert "0) After the lessons. Questions like the first ones, if you like" in first.text
        again = played(course, None, "0", "", keeping=keeping)
        assert "0) Then and now. What you chose, side by side" in again.text
        for text in (first.text, again.text):
            told = text[text.index("Before the lessons\nEunsu") :]
            assert told.startswith(
                "Before the lessons\nEunsu said yes to a photo. May it be posted?\n- It was taken, so post it.\n"
                "Now\nDaon said it can be kept. May it be sent?\n- Ask about sending.\nWhy\nSending needs a yes.\n"
            )
            assert "Now\nRead means yes.\n- O\nWhy\nIt is no answer.\n" in told
            oneself = told[told.index("Now\nCould I ask a friend?") :]
            assert oneself.startswith("Now\nCould I ask a friend?\n- I could\n")
            assert "Why" not in oneself

    def test_where_nothing_was_answered_there_is_nothing_to_look_back_on(self, framed_folder: Path) -> None:
        done = played(Course(framed_folder), "after", "", "", "")
        assert "Then and now" not in done.text
        assert "What you can do now\n- Ask each time." in done.text


def test_the_short_numbers_stand_above_the_list() -> None:
    lines = played(Course(shipped()), None).paragraphs
    below = lines[lines.index("SafeClass") + 1]
    assert below.startswith("Where to turn: 112 ")
    assert all(number in below for number in ("117", "1366", "1388", "109"))
