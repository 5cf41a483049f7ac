"""Both answers side by side, in the words of the options; about oneself nothing but these."""

from __future__ import annotations

from pathlib import Path

import pytest
from learner import Learner, play

from safeclass.course.card import kind
from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.session.progress import LessonProgress, fold
from safeclass.session.session import Phase
from safeclass.session.then_and_now import ThenAndNow, then_and_now


@pytest.fixture
def course(framed_folder: Path) -> Course:
    return Course(framed_folder)


def taken(course: Course, name: str, *answers: str) -> LessonProgress:
    """What is kept once a file was played to its end: a word for each try, ``-`` to pass over."""
    lesson, faults = course.lesson(name)
    assert lesson is not None
    assert not faults
    learner = Learner(lesson)
    for tries in answers:
        for answer in tries.split():
            if answer != "-":
                assert learner.session.answer((answer,))
        learner.session.skip()
    assert learner.session.is_over
    return fold(learner.events)


def after(course: Course) -> Lesson:
    lesson, _faults = course.lesson("after")
    assert lesson is not None
    return lesson


def told(pair: ThenAndNow) -> tuple[list[str] | None, list[str], list[tuple[str | None, str]]]:
    then = None if pair.then is None else [words["en"] for words in pair.then.words]
    return then, [words["en"] for words in pair.now.words], [(words and words["en"], why["en"]) for words, why in pair.stands]


def test_what_was_chosen_before_and_now_and_what_is_so(course: Course) -> None:
    progress = {
        "before": taken(course, "before", "was-taken", "o", "hard"),
        "after": taken(course, "after", "send-now send-ask", "x", "could"),
    }
    pairs = then_and_now(course, after(course), progress)
    assert [told(pair) for pair in pairs] == [
        (["It was taken, so post it."], ["Ask about sending."], [(None, "Sending needs a yes.")]),
        (["O"], ["X"], [(None, "It is no answer.")]),
        (["Hard for me"], ["I could"], []),
    ]
    first = pairs[0]
    assert first.then is not None
    assert first.then.asked["en"].startswith("Eunsu said yes")
    assert first.now.asked["en"].startswith("Daon said")


def test_what_is_so_is_told_in_words_where_something_else_was_chosen(course: Course) -> None:
    progress = {"after": taken(course, "after", "send-now send-now", "o", "hard")}
    first, second, third = then_and_now(course, after(course), progress)
    assert told(first) == ([], ["It was given, so send it."], [("Ask about sending.", "Sending needs a yes.")])
    assert told(second)[2] == [(None, "It is no answer.")]
    assert third.stands == ()


def test_a_question_that_was_passed_over_both_times_is_left_out(course: Course) -> None:
    progress = {"before": taken(course, "before", "-", "x", "-"), "after": taken(course, "after", "-", "-", "could")}
    pairs = then_and_now(course, after(course), progress)
    assert [told(pair)[:2] for pair in pairs] == [(["X"], []), ([], ["I could"])]
    assert then_and_now(course, after(course), {}) == []


def test_without_the_questions_before_there_is_only_now(course: Course, framed_folder: Path) -> None:
    (framed_folder / "lessons" / "before.yaml").unlink()
    progress = {"after": taken(course, "after", "send-ask", "x", "could")}
    pairs = then_and_now(Course(framed_folder), after(course), progress)
    assert [pair.then for pair in pairs] == [None] * 3
    assert then_and_now(Course(framed_folder), after(course), {"after": taken(course, "after", "-", "-", "-")}) == []


def test_the_questions_before_are_tried_once_and_those_after_twice(course: Course) -> None:
    for name, answer, phase in (("before", "was-taken", Phase.EXPLAINED), ("after", "send-now", Phase.AGAIN)):
        lesson, _faults = course.lesson(name)
        assert lesson is not None
        session = Learner(lesson).session
        assert session.answer((answer,))
        assert session.phase is phase


def test_an_answer_that_its_author_took_away_is_told_as_left_open(course: Course, framed_folder: Path) -> None:
    progress = {
        "before": taken(course, "before", "was-taken", "o", "hard"),
        "after": taken(course, "after", "send-now -", "x", "-"),
    }
    file = framed_folder / "lessons" / "after.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("id: send-now", "id: send-at-once"), encoding="utf-8")
    lesson, _faults = Course(framed_folder).lesson("after")
    assert lesson is not None
    assert told(then_and_now(course, lesson, progress)[0])[1] == []


def test_cards_on_which_no_words_are_picked_stand_in_no_pair(course: Course, every_kind: Lesson) -> None:
    learner = Learner(every_kind)
    play(learner, rightly=True)
    pairs = then_and_now(course, every_kind, {every_kind.lesson: learner.session.progress})
    assert {kind(pair.card) for pair in pairs} == {"choice", "several", "ox", "attitude"}
    assert {kind(pair.card) for pair in pairs if pair.stands} == {"choice", "several", "ox"}, "what is so is told of each"
