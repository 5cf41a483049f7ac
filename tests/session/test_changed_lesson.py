"""A lesson that its author changed between two sittings: answers stay where they still fit, and nothing is stuck."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from learner import LESSON, Learner, answers, play, right

from safeclass.course.card import SetAside, identity, kind
from safeclass.course.fault import Fault, Place
from safeclass.course.lesson import Lesson
from safeclass.course.page import Help, Page
from safeclass.course.scene import Scene
from safeclass.course.text import Id
from safeclass.session.judging import is_possible
from safeclass.session.session import Phase


def without(name: str) -> Lesson:
    """The lesson as it is once its author has deleted a card."""
    return replace(LESSON, cards=tuple(card for card in LESSON.cards if identity(card) != name))


def test_when_the_card_one_was_at_is_gone_one_is_near_to_where_one_was() -> None:
    learner = Learner(LESSON)
    for name in ("may-post", "silence", "may-edit", "only-kept"):
        session = learner.go_to(name)
        session.answer(right(session.card))
    learner.go_to("what-yujin-can-do")
    again = Learner(without("what-yujin-can-do"), learner.events)
    assert again.session.at == "friend-or-not"
    assert again.session.progress.answered == 4


def test_when_nothing_comes_after_the_last_card_done_one_stands_at_it() -> None:
    learner = Learner(LESSON)
    last = identity(LESSON.deck[-1])
    learner.session.go_to(last)
    learner.session.answer(right(learner.session.card))
    learner.session.go_to("only-kept")
    assert Learner(without("only-kept"), learner.events).session.at == last


def test_cards_in_another_order_keep_their_answers() -> None:
    learner = Learner(LESSON)
    session = learner.go_to("only-kept")
    session.answer(("covered",))
    turned = replace(LESSON, cards=tuple(reversed(LESSON.cards)))
    again = Learner(turned, learner.events)
    assert again.session.at == "only-kept"
    assert again.session.phase is Phase.EXPLAINED


@pytest.mark.parametrize(
    ("card", "answer", "things"),
    [
        ("only-kept", ("covered",), "options"),
        ("up-to-posting", ("ask-to-take", "look", "ask-to-post", "post"), "items"),
        ("who-to-call", ("danger=danger", "picture=picture", "nearby=nearby"), "pairs"),
        ("my-hard-part", ("saying-no",), "options"),
    ],
)
def test_an_answer_that_the_card_no_longer_offers_does_not_stand(card: str, answer: tuple[str, ...], things: str) -> None:
    learner = Learner(LESSON)
    session = learner.go_to(card)
    assert session.answer(answer)
    renamed = tuple(replace(thing, id=Id(f"new-{thing.id}")) for thing in getattr(session.card, things))
    old: Any = session.card
    new = replace(old, **{things: renamed})
    lesson = replace(LESSON, cards=tuple(new if identity(found) == card else found for found in LESSON.cards))
    again = Learner(lesson, learner.events).session
    assert again.at == card
    assert again.phase is Phase.ASKING
    assert again.feedback is None
    assert again.answer(next(answers(new)))


def test_a_card_that_became_another_kind_can_be_taken() -> None:
    kinds = [card for card in LESSON.cards if not isinstance(card, Page | Help)]
    for old in kinds:
        learner = Learner(LESSON)
        session = learner.go_to(identity(old))
        given = next(answers(old), None) or ("photo", "asked")
        assert session.answer(given)
        for new in kinds:
            changed: Any = new
            turned = replace(changed, **{kind(new): identity(old)})
            others = [card for card in LESSON.cards if card is old or card is not new]
            lesson = replace(LESSON, cards=tuple(turned if card is old else card for card in others))
            again = Learner(lesson, learner.events)
            assert again.session.at == identity(old)
            if not isinstance(new, Scene) and not is_possible(new, given):
                assert again.session.phase in (Phase.ASKING, Phase.READING)
                assert again.session.feedback is None
            play(again, rightly=True)


def test_a_card_that_was_set_aside_is_passed_like_a_page() -> None:
    fault = Fault(Place("lessons/every-kind.yaml", 3, 1), "unknown-kind", "Nothing of this kind is known here.", "")
    aside = SetAside(id=Id("set-aside-3-1"), fault=fault, place=fault.place)
    lesson = replace(LESSON, opening=(aside, *LESSON.opening[1:]))
    learner = Learner(lesson)
    assert learner.session.card is aside
    assert learner.session.phase is Phase.READING
    assert not learner.session.answer(("ask-again",))
    learner.session.go_on()
    assert learner.session.at == "silence"
