"""What a learner takes along: words they chose, and the questions they were sure of and saw differently."""

from __future__ import annotations

from learner import LESSON, Learner, play, right, wrong

from safeclass.course.card import identity
from safeclass.course.text import Id
from safeclass.session.event import Event, Happened
from safeclass.session.looking_back import chosen_words, only, surprises
from safeclass.session.progress import LessonProgress, fold
from safeclass.session.session import Session

ABOUT_LAW_OR_MYTHS = {"only-kept", "what-yujin-can-do", "friend-or-not"}


def test_the_words_chosen_last_are_taken_along() -> None:
    learner = Learner(LESSON)
    assert chosen_words(LESSON, learner.session.progress) == []
    session = learner.go_to("my-words")
    session.answer(("ok-to-post",))
    session.answer(("take-down",))
    assert [words["en"] for words in chosen_words(LESSON, session.progress)] == ["Shall I take it down?"]
    session.undo()
    assert [words["en"] for words in chosen_words(LESSON, session.progress)] == ["OK if I post this?"]


def test_only_words_that_one_might_say_are_taken_along() -> None:
    learner = Learner(LESSON)
    play(learner, rightly=True)
    assert [words["en"] for words in chosen_words(LESSON, learner.session.progress)] == ["OK if I post this?"]


def test_what_one_was_sure_of_and_saw_differently_is_worth_meeting_again() -> None:
    learner = Learner(LESSON)
    play(learner, rightly=False)
    known: dict[str, LessonProgress] = {"every-kind": learner.session.progress, "short-one": LessonProgress()}
    assert surprises([LESSON.lesson, Id("short-one"), Id("unread")], known) == {LESSON.lesson: ABOUT_LAW_OR_MYTHS}


def test_a_guess_or_a_right_answer_is_no_surprise() -> None:
    learner = Learner(LESSON)
    session = learner.go_to("only-kept")
    session.answer(wrong(session.card))
    session.rate(1)
    session = learner.go_to("friend-or-not")
    session.answer(right(session.card))
    session.rate(3)
    assert surprises([LESSON.lesson], {LESSON.lesson: session.progress}) == {}


def test_the_same_questions_can_be_met_again_and_nothing_else() -> None:
    again = only(LESSON, {Id("friend-or-not"), Id("may-send"), Id("gone-since")})
    assert [identity(card) for card in again.deck] == ["friend-or-not", "may-send"]
    session = Session(again, (), lambda event: None)
    while not session.is_over:
        assert session.answer(right(session.card))
        session.go_on()
    assert session.progress.right_first == 2


def test_of_a_lesson_that_holds_none_of_them_any_more_nothing_is_met_again() -> None:
    assert only(LESSON, {Id("gone-since")}) is None


def test_a_lesson_whose_beginning_was_deleted_on_the_way_is_under_way() -> None:
    answered = Event(Happened.ANSWERED, LESSON.lesson, Id("friend-or-not"), ("friend",), right=True)
    assert fold([answered]).is_begun
    assert not fold([Event(Happened.STARTED, LESSON.lesson), answered, Event(Happened.FINISHED, LESSON.lesson)]).is_begun
