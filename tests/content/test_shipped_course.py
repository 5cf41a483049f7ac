"""The shipped course keeps what its authors promised: questions, reasons, keys and scenes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from course_parts import CONTENT, COURSE, LANGUAGES, WORDING, asks, every_file, every_lesson, lesson, scenes

from safeclass.commands.check import set_of_faults
from safeclass.course.card import SetAside, identity, kind
from safeclass.course.course import Course
from safeclass.course.fault import Severity
from safeclass.course.page import Page
from safeclass.course.picking import OX, Attitude, Choice, Several
from safeclass.course.scene import Message, Scene, Way
from safeclass.course.text import Id, texts
from safeclass.course.wording import citations
from safeclass.language.cells import width
from safeclass.session.judging import key_of, shuffled


def test_nothing_is_wrong() -> None:
    wrong = [fault for fault in set_of_faults(Course(CONTENT)) if fault.severity is not Severity.ADVICE]
    assert [f"{fault.place}: {fault.rule}: {fault.say('en')}" for fault in wrong] == []


def test_every_lesson_file_is_named_by_the_course_once() -> None:
    assert sorted(f"lessons/{name}.yaml" for name in COURSE.ids) == sorted(COURSE.files())


@every_file
def test_what_the_list_shows_is_what_the_lesson_says(name: str) -> None:
    head, whole = COURSE.head(name), lesson(name)
    assert head is not None
    assert all("{" not in words for text in (head.title, head.aim) for words in text.values()), "the list cites nothing"
    assert (head.lesson, head.title, head.aim, head.minutes, head.note) == (
        whole.lesson,
        whole.title,
        whole.aim,
        whole.minutes,
        whole.note,
    )


@every_lesson
def test_three_questions_to_begin_with_and_three_like_them_at_the_end(name: str) -> None:
    opening, closing = lesson(name).opening, lesson(name).closing
    assert len(opening) == len(closing) == 3
    assert all(key_of(card) is not None for card in opening + closing)
    parallels = [getattr(card, "parallel", None) for card in closing]
    assert sorted(map(str, parallels)) == sorted(map(str, map(identity, opening)))
    for card in closing:
        first = next(other for other in opening if identity(other) == getattr(card, "parallel", None))
        asked = {words for language in LANGUAGES for text in (asks(card), asks(first)) for words in [text[language]]}
        assert len(asked) == 2 * len(LANGUAGES), "a new case in new words"


@every_lesson
def test_there_are_enough_questions_and_a_card_for_each_need(name: str) -> None:
    deck = lesson(name).deck
    assert sum(key_of(card) is not None for card in deck) >= 7
    assert {"page", "think", "help"} <= {kind(card) for card in deck}
    assert not any(isinstance(card, SetAside) for card in deck)
    pages = [isinstance(card, Page) for card in lesson(name).cards]
    assert not any(first and second for first, second in pairwise(pages)), "a page is followed by a question"


def test_all_twelve_kinds_are_used() -> None:
    assert len({kind(card) for name in COURSE.lesson_ids for card in lesson(name).deck}) == 12


@every_file
def test_every_option_has_a_reason_in_every_language(name: str) -> None:
    for card in lesson(name).deck:
        for key in ("options", "items", "pairs", "bank"):
            for option in getattr(card, key, ()):
                reason = option.reply if isinstance(card, Attitude) else option.why
                assert all(len(reason[language].strip()) > 5 for language in LANGUAGES), f"{identity(card)}/{option.id}"


@every_file
def test_every_question_names_the_facts_it_stands_on(name: str) -> None:
    known = COURSE.registry.facts
    for card in lesson(name).deck:
        if key_of(card) is not None:
            cited = {citation.name for text in texts(card) for words in text.values() for citation in citations(words)}
            assert (cited | set(getattr(card, "facts", ()))) & known.keys(), identity(card)


@every_file
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_option_is_seldom_the_longest(name: str, language: str) -> None:
    choices = [card for card in lesson(name).deck if isinstance(card, Choice)]
    longest = 0
    for card in choices:
        cells = {option.right: 0 for option in card.options}
        for option in card.options:
            cells[option.right] = max(cells[option.right], width(WORDING.plain(option.text, language)))
        longest += cells[True] > cells[False]
    assert longest <= len(choices) / 3


@every_lesson
def test_the_right_option_stands_in_different_places(name: str) -> None:
    choices = [card for card in lesson(name).deck if isinstance(card, Choice)]
    places = [[option.right for option in card.options].index(True) for card in choices]
    assert len(set(places)) >= min(2, len(places))
    verdicts = {key_of(card) for card in lesson(name).deck if isinstance(card, OX)}
    assert len(verdicts) == 2, "O and X are both right once"
    for card in lesson(name).deck:
        if isinstance(card, Several):
            rights = [option.right for option in card.options]
            assert rights != sorted(rights), "the right ones do not stand together at the end"
            assert rights != sorted(rights, reverse=True), "the right ones do not stand together at the front"


def test_over_the_course_the_right_option_stands_in_each_place() -> None:
    choices = [card for name in COURSE.lesson_ids for card in lesson(name).deck if isinstance(card, Choice)]
    places = [[option.right for option in card.options].index(True) for card in choices]
    assert all(places.count(place) >= len(places) / 5 for place in range(3))


@every_lesson
def test_nothing_is_shown_in_the_order_it_is_to_be_put_in(name: str) -> None:
    for card in lesson(name).deck:
        for things in (getattr(card, "items", ()), getattr(card, "pairs", ())):
            if things:
                assert [thing.id for thing in shuffled(identity(card), things)] != [thing.id for thing in things]


@pytest.mark.parametrize("scene", scenes(), ids=identity)
def test_a_scene_goes_forward_and_has_several_ends(scene: Scene) -> None:
    ways = {node.node: [way.to for way in node.ways] for node in scene.nodes}
    assert len(ways) >= 12
    assert sum(not leads for leads in ways.values()) >= 3
    done: set[Id] = set()

    def walk(node: Id, path: tuple[Id, ...]) -> None:
        assert node not in path, f"{node} leads back to itself"
        if node not in done:
            for to in ways[node]:
                walk(to, (*path, node))
            done.add(node)

    walk(scene.start, ())
    assert done == set(ways)
    assert all(len(node.ways) != 1 for node in scene.nodes), "a choice has more than one way"
    assert all(len(node.ways) <= 4 for node in scene.nodes)
    left = {way.marks for node in scene.nodes for way in node.ways if way.marks}
    things: list[Message | Way] = [line for node in scene.nodes for line in node.lines]
    things += [way for node in scene.nodes for way in node.ways]
    asked = {mark for thing in things for mark in (thing.if_, thing.unless) if mark}
    assert asked, "what was chosen makes a difference later"
    assert left == asked
