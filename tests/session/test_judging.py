"""What is right, what can be given as an answer at all, and in which order things are shown."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from learner import LESSON, SMALL_COURSE, Learner, answers, right

from safeclass.course.card import identity, kind
from safeclass.course.placing import Fill, Match, Order, Sort, Step
from safeclass.course.text import Id, Text
from safeclass.session.judging import is_possible, key_of, off, shuffled

QUESTIONS = [card for card in LESSON.deck if key_of(card) is not None]
OTHERS = [card for card in LESSON.deck if key_of(card) is None]

every_question = pytest.mark.parametrize("card", QUESTIONS, ids=identity)


def test_what_has_a_key() -> None:
    assert {kind(card) for card in QUESTIONS} == {"choice", "several", "ox", "order", "match", "sort", "fill"}
    assert {kind(card) for card in OTHERS} == {"page", "scene", "attitude", "think", "help"}


@every_question
def test_the_key_is_right_and_every_other_answer_is_not(card: Any) -> None:
    key = right(card)
    rights = []
    for answer in answers(card):
        assert is_possible(card, answer)
        is_key = answer == key if isinstance(card, Order) else set(answer) == set(key)
        assert (not off(card, answer)) is is_key
        rights.append(is_key)
    assert rights.count(True) == 1
    assert len(rights) > 1


@every_question
def test_the_event_says_whether_an_answer_was_right(card: Any) -> None:
    for answer in list(answers(card))[:40]:
        learner = Learner(LESSON)
        assert learner.go_to(identity(card)).answer(answer)
        assert learner.events[-1].right is (not off(card, answer))
        assert learner.events[-1].answer == answer


@every_question
def test_the_order_in_which_things_are_picked_does_not_matter_where_none_is_asked_for(card: Any) -> None:
    if not isinstance(card, Order):
        assert off(card, tuple(reversed(right(card)))) == frozenset()


@every_question
def test_what_is_off_is_named(card: Any) -> None:
    known = {name for answer in (right(card), *list(answers(card))[:20]) for pair in answer for name in pair.split("=")}
    for answer in list(answers(card))[:40]:
        assert off(card, answer) <= known
        if isinstance(card, Match | Sort | Fill):
            assert off(card, answer) == {pair.split("=")[0] for pair in set(answer) - set(right(card))}


@every_question
def test_no_part_of_an_answer_is_one(card: Any) -> None:
    whole = right(card)
    if isinstance(card, Order):
        for count in range(len(whole)):
            assert not any(is_possible(card, part) for part in combinations(whole, count))


@pytest.mark.parametrize("card", LESSON.deck, ids=identity)
def test_what_is_no_answer_is_refused_and_nothing_happens(card: Any) -> None:
    known = next(answers(card), ("x",))
    doubled = [(*known, "no-such"), (*known, *known), (known[0], known[0])]
    for answer in [(), ("",), ("no-such",), ("=",), ("a",), ("a=b=c",), *doubled]:
        assert not is_possible(card, answer)
        learner = Learner(LESSON)
        session = learner.go_to(identity(card))
        before = list(learner.events)
        assert session.answer(answer) is False
        assert learner.events == before


def test_the_same_thing_cannot_be_placed_twice() -> None:
    card = next(card for card in QUESTIONS if isinstance(card, Sort))
    assert not is_possible(card, ("both-asked=given", "both-asked=missing", "public=given", "silent=given"))


def test_what_the_card_does_not_hold_cannot_be_placed() -> None:
    card = next(card for card in QUESTIONS if isinstance(card, Sort))
    assert not is_possible(card, ("both-asked=given", "no-such=missing"))
    assert not is_possible(card, ("both-asked=given", "public=no-such"))


def test_the_words_of_an_answer_are_never_judged() -> None:
    for card in QUESTIONS:
        for name in ("text", "right", "left"):
            for option in getattr(card, "options", ()) or getattr(card, "pairs", ()):
                words = getattr(option, name, None)
                if isinstance(words, Text):
                    assert not is_possible(card, (words["ko"],))


@dataclass(frozen=True)
class Thing:
    id: Id


IDS = st.lists(st.from_regex(r"[a-z0-9]{1,6}", fullmatch=True).map(Id), min_size=2, max_size=7, unique=True)


@given(st.from_regex(r"[a-z]{1,8}", fullmatch=True).map(Id), IDS)
def test_things_are_shown_in_another_order_than_they_are_written(card: Id, ids: list[Id]) -> None:
    things = [Thing(name) for name in ids]
    shown = shuffled(card, things)
    assert sorted(thing.id for thing in shown) == sorted(ids)
    assert list(shown) != things
    assert shuffled(card, things) == shown
    assert shuffled(card, tuple(things)) == shown


def test_one_thing_or_none_can_be_shown() -> None:
    assert shuffled(Id("a"), ()) == ()
    assert shuffled(Id("a"), [Thing(Id("b"))]) == (Thing(Id("b")),)


def test_every_order_but_the_written_one_occurs_about_equally_often() -> None:
    names = [Id("first"), Id("second"), Id("third")]
    counts: dict[tuple[Id, ...], int] = {}
    for number in range(1200):
        shown = tuple(thing.id for thing in shuffled(Id(f"card-{number}"), [Thing(name) for name in names]))
        counts[shown] = counts.get(shown, 0) + 1
    assert len(counts) == 5
    assert max(counts.values()) < 3 * min(counts.values())


def test_the_order_is_the_same_in_another_program() -> None:
    card = next(card for card in QUESTIONS if isinstance(card, Order))
    program = (
        "import sys; from pathlib import Path; from safeclass.course.course import Course\n"
        "from safeclass.course.placing import Order; from safeclass.session.judging import shuffled\n"
        "lesson = Course(Path(sys.argv[1])).lesson('every-kind')[0]\n"
        "card = next(card for card in lesson.deck if isinstance(card, Order))\n"
        "print(*[step.id for step in shuffled(card.order, card.items)])"
    )
    for seed in ("0", "1"):
        told_there = subprocess.run(
            [sys.executable, "-c", program, str(SMALL_COURSE)],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        )
        assert told_there.stdout.split() == [step.id for step in shuffled(card.order, card.items)]


def test_the_order_does_not_depend_on_the_words() -> None:
    card = next(card for card in QUESTIONS if isinstance(card, Order))

    def reworded(step: Step) -> Step:
        return replace(step, text=Text({"en": step.text["ko"], "ko": step.text["en"]}))

    items = tuple(map(reworded, card.items))
    assert [step.id for step in shuffled(card.order, items)] == [step.id for step in shuffled(card.order, card.items)]
