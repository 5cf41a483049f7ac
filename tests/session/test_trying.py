"""First try, reason, try again, full explanation; what is tried once, and what can be neither right nor wrong."""

from __future__ import annotations

from typing import Any

import pytest
from learner import LESSON, Learner, answers, right, wrong

from safeclass.course.card import identity
from safeclass.course.page import Help, Page
from safeclass.course.picking import OX, Attitude, Choice, Several, Think
from safeclass.course.scene import Scene
from safeclass.session.feedback import Reason
from safeclass.session.judging import key_of
from safeclass.session.session import TRIES, Phase

OPENING = {identity(card) for card in LESSON.opening}
QUESTIONS = [card for card in LESSON.deck if key_of(card) is not None]
TRIED_TWICE = [card for card in QUESTIONS if identity(card) not in OPENING and not isinstance(card, OX)]
TRIED_ONCE = [card for card in QUESTIONS if card not in TRIED_TWICE]


@pytest.mark.parametrize("card", TRIED_TWICE, ids=identity)
def test_a_wrong_first_try_gets_its_own_reason_and_a_second_try(card: Any) -> None:
    session = Learner(LESSON).go_to(identity(card))
    assert (session.phase, session.feedback) == (Phase.ASKING, None)
    assert session.answer(wrong(card))
    feedback = session.feedback
    assert feedback is not None
    assert (session.phase, feedback.right) == (Phase.AGAIN, False)
    assert feedback.off
    every = {reason.id for reason in explained_reasons(card)}
    assert {reason.id for reason in feedback.reasons} < every, "not everything is explained yet"
    assert session.answer(right(card))
    assert session.phase is Phase.EXPLAINED
    assert session.feedback is not None
    assert session.feedback.right
    assert {reason.id for reason in session.feedback.reasons} == every


def explained_reasons(card: Any) -> tuple[Reason, ...]:
    """Every reason of a question."""
    session = Learner(LESSON).go_to(identity(card))
    session.answer(right(card))
    assert session.feedback is not None
    return session.feedback.reasons


@pytest.mark.parametrize("card", TRIED_TWICE, ids=identity)
def test_the_first_reason_never_gives_the_answer_away(card: Any) -> None:
    for answer in list(answers(card))[:60]:
        session = Learner(LESSON).go_to(identity(card))
        session.answer(answer)
        if session.phase is not Phase.AGAIN:
            continue
        assert session.feedback is not None
        if isinstance(card, Choice):
            assert [reason.id for reason in session.feedback.reasons] == [answer[0]]
            assert not session.feedback.reasons[0].right
        picked = {part for pair in answer for part in pair.split("=")}
        assert {reason.id for reason in session.feedback.reasons if reason.right} <= picked


@pytest.mark.parametrize(
    ("card", "answer", "told"),
    [
        ("up-to-posting", ("ask-to-take", "ask-to-post", "look", "post"), ["look"]),
        ("who-to-call", ("danger=danger", "picture=nearby", "nearby=picture"), ["picture", "nearby"]),
        ("is-there-a-yes", ("both-asked=given", "public=given", "silent=missing"), ["public"]),
        ("two-words", ("a=first", "b=never"), ["never"]),
    ],
)
def test_the_first_reasons_are_of_what_stands_wrongly_alone(card: str, answer: tuple[str, ...], told: list[str]) -> None:
    session = Learner(LESSON).go_to(card)
    assert session.answer(answer)
    assert session.feedback is not None
    assert [(reason.id, reason.right) for reason in session.feedback.reasons] == [(name, False) for name in told]


def test_of_words_in_blanks_the_chosen_ones_are_explained_first_and_only_those_in_place_are_right() -> None:
    session = Learner(LESSON).go_to("two-words")
    for _ in range(TRIES):
        assert session.answer(("a=first", "b=never"))
    assert session.feedback is not None
    told = [(reason.id, reason.right) for reason in session.feedback.reasons]
    assert told == [("first", True), ("never", False), ("again", False)]


@pytest.mark.parametrize("card", TRIED_TWICE, ids=identity)
def test_after_two_wrong_tries_everything_is_explained_and_nothing_more_can_be_tried(card: Any) -> None:
    learner = Learner(LESSON)
    session = learner.go_to(identity(card))
    assert session.tries == 2
    for _ in range(2):
        assert session.answer(wrong(card))
    assert session.phase is Phase.EXPLAINED
    assert session.feedback is not None
    assert not session.feedback.right
    assert {reason.id for reason in session.feedback.reasons} == {reason.id for reason in explained_reasons(card)}
    before = list(learner.events)
    assert not session.answer(right(card))
    assert learner.events == before


def test_of_what_was_not_picked_what_is_right_is_explained_first() -> None:
    session = Learner(LESSON).go_to("what-yujin-can-do")
    card = session.card
    assert isinstance(card, Several)
    picked = next(option.id for option in card.options if option.right)
    for _ in range(2):
        assert session.answer((picked,))
    assert session.feedback is not None
    first, *rest = session.feedback.reasons
    assert first.id == picked
    assert [reason.right for reason in rest] == sorted((reason.right for reason in rest), reverse=True)
    assert {reason.right for reason in rest} == {True, False}


def test_in_the_full_explanation_what_stood_wrongly_comes_first() -> None:
    session = Learner(LESSON).go_to("is-there-a-yes")
    for _ in range(2):
        assert session.answer(("both-asked=given", "public=given", "silent=missing"))
    assert session.feedback is not None
    told = [(reason.id, reason.right) for reason in session.feedback.reasons]
    assert told == [("public", False), ("both-asked", True), ("silent", True)]


@pytest.mark.parametrize("card", TRIED_ONCE, ids=identity)
def test_an_opening_question_and_one_with_two_answers_are_tried_once(card: Any) -> None:
    session = Learner(LESSON).go_to(identity(card))
    assert session.tries == 1
    assert session.answer(wrong(card))
    assert session.phase is Phase.EXPLAINED
    assert not session.answer(right(card))
    assert session.feedback is not None
    assert len(session.feedback.reasons) == len(card.options)


def test_a_first_try_that_was_a_surprise_stays_one_after_a_right_second() -> None:
    session = Learner(LESSON).go_to("only-kept")
    assert session.answer(wrong(session.card))
    session.rate(3)
    assert session.answer(right(session.card))
    assert session.feedback is not None
    assert session.feedback.right
    assert session.state.is_surprise
    assert not session.state.is_right_first


@pytest.mark.parametrize("card", QUESTIONS, ids=identity)
def test_a_right_first_try_is_explained_at_once(card: Any) -> None:
    session = Learner(LESSON).go_to(identity(card))
    assert session.answer(right(card))
    assert session.phase is Phase.EXPLAINED
    assert session.feedback is not None
    assert session.feedback.right
    assert session.feedback.off == frozenset()
    assert all(reason.why["ko"] and reason.why["en"] for reason in session.feedback.reasons)
    assert session.progress.card(session.at).is_right_first


@pytest.mark.parametrize("card", QUESTIONS, ids=identity)
def test_the_reason_for_what_was_picked_comes_first(card: Any) -> None:
    if isinstance(card, Choice | OX):
        for answer in answers(card):
            session = Learner(LESSON).go_to(identity(card))
            session.answer(answer)
            assert session.feedback is not None
            assert session.feedback.reasons[0].id == answer[0]


def test_an_attitude_is_never_right_or_wrong_and_may_be_changed() -> None:
    learner = Learner(LESSON)
    session = learner.go_to("my-hard-part")
    assert (session.phase, session.feedback) == (Phase.ASKING, None)
    for answer in answers(session.card):
        assert session.answer(answer)
        assert learner.events[-1].right is None
        assert session.phase is Phase.EXPLAINED
        assert session.feedback is None
        assert not session.asks_how_sure
    assert not session.state.is_question
    assert session.progress.answered == 0


def test_a_line_may_be_picked_and_another_and_none() -> None:
    learner = Learner(LESSON)
    session = learner.go_to("my-words")
    assert session.phase is Phase.READING
    for answer in answers(session.card):
        assert session.answer(answer)
        assert learner.events[-1].right is None
        assert session.state.given[-1].answer == answer
    assert session.phase is Phase.READING


@pytest.mark.parametrize("read", [Page, Help])
def test_what_is_only_read_takes_no_answer(read: type) -> None:
    card = next(card for card in LESSON.deck if isinstance(card, read))
    session = Learner(LESSON).go_to(identity(card))
    assert session.phase is Phase.READING
    assert not session.answer(("1366",))
    assert not session.answer((identity(card),))
    assert not session.undo()
    assert session.feedback is None


def test_sureness_is_asked_only_of_law_and_myths_and_only_after_a_try() -> None:
    learner = Learner(LESSON)
    asked: set[str] = set()
    while not learner.session.is_over:
        session = learner.session
        assert not session.asks_how_sure
        before = list(learner.events)
        session.rate(3)
        assert learner.events == before, "nothing was tried yet"
        given = right(session.card) if key_of(session.card) is not None else next(answers(session.card), None)
        if given is not None:
            session.answer(given)
        if session.asks_how_sure:
            asked.add(session.at)
            for impossible in (0, 4, -1):
                session.rate(impossible)
            assert session.state.sure is None
            session.rate(2)
            assert session.state.sure == 2
        else:
            session.rate(2)
            assert session.state.sure is None
        session.go_on()
    assert asked == {"only-kept", "what-yujin-can-do", "friend-or-not"}


@pytest.mark.parametrize("sure", [1, 2, 3])
def test_each_of_the_three_levels_of_sureness_is_kept(sure: int) -> None:
    session = Learner(LESSON).go_to("only-kept")
    session.answer(("nothing",))
    session.rate(sure)
    assert session.state.sure == sure


def test_sureness_is_kept_through_a_second_try_and_its_undoing() -> None:
    session = Learner(LESSON).go_to("only-kept")
    session.answer(("nothing",))
    session.rate(3)
    assert session.state.is_surprise
    session.answer(("sender",))
    assert session.state.sure == 3
    assert session.undo()
    assert session.state.sure == 3, "it was said of the first try, which still stands"
    assert session.undo()
    assert session.state.sure is None


def test_kinds_that_are_not_asked_have_no_key() -> None:
    for card in LESSON.deck:
        if isinstance(card, Attitude | Think | Help | Page | Scene):
            assert key_of(card) is None
