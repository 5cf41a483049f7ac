"""What shows only when a lesson is played: keys that are not taken as right, and scenes that cannot end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from safeclass.course.card import Card, identity
from safeclass.course.fault import Place
from safeclass.course.lesson import Lesson
from safeclass.course.picking import Choice, Several
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.scene import Scene
from safeclass.course.text import Id
from safeclass.session.judging import is_possible, key_of
from safeclass.session.playing_through import follow_scene, is_taken_as_right, play_through, wrong_answers
from safeclass.session.session import Session


def place(thing: object) -> Place:
    return Place("x.yaml", 1, 1)


def played(lesson: Lesson, card: Card) -> set[tuple[str, str]]:
    """What is told of a lesson that holds only this card."""
    alone = replace(lesson, opening=(), cards=(card,), closing=())
    return {(told, fault.rule) for told, fault in play_through(alone, place)}


def card_of(lesson: Lesson, kind: type[Card]) -> Card:
    return next(card for card in lesson.cards if isinstance(card, kind))


def test_a_good_lesson_plays(every_kind: Lesson) -> None:
    assert list(play_through(every_kind, place)) == []


def test_a_sitting_takes_as_right_what_is_told_to_be_taken_so(every_kind: Lesson) -> None:
    cards = {identity(card): card for card in every_kind.deck if key_of(card) is not None}
    for name, card in cards.items():
        for answer in (key_of(card) or (), *wrong_answers(card)):
            session = Session(replace(every_kind, opening=(), cards=(card,), closing=()), (), lambda event: None)
            taken = session.answer(answer) and session.feedback is not None and session.feedback.right
            assert taken is is_taken_as_right(card, answer), name


@pytest.mark.parametrize("kind", [Choice, Several, Order, Match, Sort, Fill])
def test_every_kind_of_question_is_answered_wrongly_too(kind: type[Card], every_kind: Lesson) -> None:
    card = card_of(every_kind, kind)
    wrong = list(wrong_answers(card))
    assert wrong
    assert key_of(card) not in wrong
    assert all(is_possible(card, answer) for answer in wrong), "what a sitting refuses could never be taken as right"


def test_where_all_belongs_in_one_group_it_is_not_taken_for_wrong(every_kind: Lesson) -> None:
    card = card_of(every_kind, Sort)
    assert isinstance(card, Sort)
    given, missing = card.groups
    one = replace(card, items=tuple(replace(item, in_=given.id) for item in card.items))
    assert list(wrong_answers(one)) == [tuple(f"{item.id}={missing.id}" for item in card.items)]
    assert played(every_kind, one) == set()


def test_a_key_that_cannot_be_given_is_told(every_kind: Lesson) -> None:
    card = card_of(every_kind, Choice)
    assert isinstance(card, Choice)
    all_right = replace(card, options=tuple(replace(option, right=True) for option in card.options))
    assert played(every_kind, all_right) == {(identity(card), "key-not-right")}


def test_a_wrong_answer_that_passes_is_told(every_kind: Lesson) -> None:
    card = card_of(every_kind, Choice)
    assert isinstance(card, Choice)
    same = replace(card, options=tuple(replace(option, id=Id("same")) for option in card.options))
    assert (identity(card), "wrong-taken-as-right") in played(every_kind, same)
    told = [fault.say("en") for _name, fault in play_through(replace(every_kind, cards=(same,)), place)]
    assert "'same' is taken as right, and is not marked so." in told


def test_of_a_question_with_blanks_each_word_that_fills_none_is_tried_in_all_of_them(every_kind: Lesson) -> None:
    card = card_of(every_kind, Fill)
    assert isinstance(card, Fill)
    blanks = {word.fills for word in card.bank if word.fills}
    spare = [word.id for word in card.bank if word.fills is None]
    assert spare
    assert list(wrong_answers(card)) == [tuple(f"{blank}={word}" for blank in sorted(blanks)) for word in spare]


def scene_with(every_kind: Lesson, **ways: str) -> Scene:
    """The scene with some of its ways changed: ``node="to if-mark, to unless-mark"``."""
    scene = card_of(every_kind, Scene)
    assert isinstance(scene, Scene)
    nodes = []
    for node in scene.nodes:
        changed = ways.get(node.node)
        if changed is not None:
            way = scene.nodes[0].ways[1]
            node = replace(node, ways=tuple(replace(way, **keys) for keys in _read(changed)))
        nodes.append(node)
    return replace(scene, nodes=tuple(nodes))


def _read(ways: str) -> Iterator[dict[str, Any]]:
    for way in ways.split(", "):
        to, *marks = way.split()
        yield {"to": Id(to)} | {key: Id(mark) for key, mark in (pair.split("=") for pair in marks)}


@pytest.mark.parametrize(
    ("ways", "told"),
    [
        ({}, set()),
        ({"later": "told if_=spoke"}, {"scene-stuck", "never-reached"}),
        ({"later": "silent, told if_=spoke", "silent": "later"}, {"scene-endless", "never-reached"}),
        ({"later": "asked, told unless=spoke", "asked": "later, told unless=spoke"}, {"scene-endless", "never-reached"}),
        ({"photo": "asked, later"}, {"never-reached"}),
    ],
)
def test_a_scene_is_followed_on_every_way(ways: dict[str, str], told: set[str], every_kind: Lesson) -> None:
    faults = list(follow_scene(scene_with(every_kind, **ways), place))
    assert {fault.rule for fault in faults} == told
    assert all("{" not in fault.say(language) for fault in faults for language in ("ko", "en"))


def test_a_scene_with_very_many_marks_is_left_in_time(every_kind: Lesson) -> None:
    scene = card_of(every_kind, Scene)
    assert isinstance(scene, Scene)
    first, way = scene.nodes[0], scene.nodes[0].ways[0]
    hub = replace(first, ways=tuple(replace(way, to=Id(f"n{n}")) for n in range(24)))
    spokes = [replace(first, node=Id(f"n{n}"), ways=(replace(way, to=first.node, marks=Id(f"m{n}")),)) for n in range(24)]
    assert list(follow_scene(replace(scene, nodes=(hub, *spokes)), place)) == []
