"""One broken card, file or registry never stops the rest, and what is sensitive never stops being so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from mutations import LESSON, PLAYABLE, SHAPE, Mutation

from safeclass.course.card import SetAside, identity
from safeclass.course.course import Course
from safeclass.course.fault import Fault
from safeclass.course.lesson import Lesson
from safeclass.session.session import Session

Told = Callable[[Path], list[Fault]]

SMALL_COURSE = Path(__file__).parent / "small_course"

OF_THE_LESSON = {"unknown-parallel", "control-character"}
"""Rules whose breach is told without setting a card aside: a relation of two cards, and what refuses a whole file."""


def open_every_kind(folder: Path) -> tuple[Lesson | None, list[Fault]]:
    return Course(folder).lesson("every-kind")


def is_in_a_card(mutation: Mutation) -> bool:
    words = (SMALL_COURSE / LESSON).read_text(encoding="utf-8")
    is_card = mutation.file == LESSON and words.index("opening:") < words.index(mutation.old) < words.index("teacher:")
    return is_card and mutation.rule not in OF_THE_LESSON


@pytest.mark.parametrize("mutation", [m for m in SHAPE + PLAYABLE if is_in_a_card(m)], ids=lambda mutation: mutation.name)
def test_a_broken_card_is_set_aside_in_its_place_and_the_rest_plays(
    mutation: Mutation, course_folder: Path, every_kind: Lesson
) -> None:
    mutation.breaks(course_folder)
    lesson, faults = open_every_kind(course_folder)
    assert lesson is not None
    assert len(lesson.deck) == len(every_kind.deck)
    aside = [card for card in lesson.deck if isinstance(card, SetAside)]
    assert len(aside) == 1
    assert aside[0].fault in faults
    assert aside[0].fault.rule in {mutation.rule} | mutation.also
    others = [(now, then) for now, then in zip(lesson.deck, every_kind.deck, strict=True) if not isinstance(now, SetAside)]
    assert [identity(now) for now, _ in others] == [identity(then) for _, then in others]

    session = Session(lesson, (), lambda event: None)
    assert session.total == len(lesson.deck)
    while not session.is_over:
        session.go_on()


def test_a_set_aside_card_says_where_it_stood(course_folder: Path) -> None:
    path = course_folder / "lessons" / "every-kind.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("follows: yujin", "follows: nobody"), encoding="utf-8")
    lesson, _ = open_every_kind(course_folder)
    assert lesson is not None
    (aside,) = [card for card in lesson.cards if isinstance(card, SetAside)]
    line = aside.fault.place.line
    assert "scene: in-the-chat" in path.read_text(encoding="utf-8").splitlines()[line - 1]
    assert identity(aside) == aside.id


def test_two_cards_of_one_name_are_never_played_as_one(course_folder: Path, every_kind: Lesson) -> None:
    path = course_folder / "lessons" / "every-kind.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("think: my-words", "think: my-hard-part"), encoding="utf-8")
    lesson, _ = open_every_kind(course_folder)
    assert lesson is not None
    assert len({identity(card) for card in lesson.deck}) == len(lesson.deck) == len(every_kind.deck)
    session = Session(lesson, (), lambda event: None)
    met = [session.at]
    while not session.is_over:
        session.go_on()
        if not session.is_over:
            met.append(session.at)
    assert len(met) == len(every_kind.deck)


def test_several_broken_cards_are_each_set_aside(course_folder: Path, every_kind: Lesson) -> None:
    path = course_folder / "lessons" / "every-kind.yaml"
    words = path.read_text(encoding="utf-8")
    words = words.replace("{id: look,", "{id: Look,").replace("- page: what", "- pages: what")
    words = words.replace("start: photo", "start: none").replace("{id: o,", "{id: 0,")
    path.write_text(words, encoding="utf-8")
    lesson, _ = open_every_kind(course_folder)
    assert lesson is not None
    aside = {index for index, card in enumerate(lesson.deck) if isinstance(card, SetAside)}
    broken = {"silence", "what-the-law-says", "friend-or-not", "up-to-posting", "in-the-chat", "read-only"}
    assert {identity(every_kind.deck[index]) for index in aside} == broken
    assert len({identity(card) for card in lesson.deck}) == len(every_kind.deck)


def test_a_lesson_with_no_card_left_does_not_open(course_folder: Path) -> None:
    path = course_folder / "lessons" / "short-one.yaml"
    words = path.read_text(encoding="utf-8").replace("- page:", "- pages:").replace("right: true", "right: false")
    path.write_text(words, encoding="utf-8")
    lesson, faults = Course(course_folder).lesson("short-one")
    assert lesson is None
    assert "no-cards" in {fault.rule for fault in faults}


@pytest.mark.parametrize("words", ["", "# only a remark\n", "[", "just words", "- a\n- list", "~", "--- a\n--- b\n"])
def test_a_broken_lesson_file_leaves_the_other_lessons(words: str, course_folder: Path) -> None:
    (course_folder / "lessons" / "every-kind.yaml").write_text(words, encoding="utf-8")
    course = Course(course_folder)
    lesson, faults = course.lesson("every-kind")
    assert lesson is None
    assert len(faults) == 1
    assert course.head("every-kind") is None
    other, none = course.lesson("short-one")
    assert isinstance(other, Lesson)
    assert not none


@pytest.mark.parametrize("words", ["", "# only a remark\n"])
def test_an_empty_file_is_told_as_such(words: str, course_folder: Path) -> None:
    (course_folder / "lessons" / "short-one.yaml").write_text(words, encoding="utf-8")
    assert [fault.rule for fault in Course(course_folder).lesson("short-one")[1]] == ["empty"]


@pytest.mark.parametrize("name", ["facts.yaml", "sources.yaml", "terms.yaml", "channels.yaml"])
@pytest.mark.parametrize("how", ["missing", "broken"])
def test_a_registry_that_cannot_be_read_is_told_and_lessons_still_open(
    name: str, how: str, course_folder: Path, faults_in: Told
) -> None:
    if how == "missing":
        (course_folder / name).unlink()
    else:
        (course_folder / name).write_text("[", encoding="utf-8")
    assert name in {fault.place.path for fault in faults_in(course_folder)}
    course = Course(course_folder)
    assert course.head("every-kind") is not None
    lesson, _ = course.lesson("every-kind")
    assert lesson is not None
    assert any(not isinstance(card, SetAside) for card in lesson.deck)


def test_channels_are_there_when_every_lesson_and_fact_is_broken(course_folder: Path) -> None:
    for name in ("facts.yaml", "sources.yaml", "terms.yaml", "lessons/every-kind.yaml", "lessons/short-one.yaml"):
        (course_folder / name).write_text("[", encoding="utf-8")
    assert [channel.number for channel in Course(course_folder).channels.values()] == ["112", "1366", None]


def test_a_broken_channel_leaves_the_others(course_folder: Path) -> None:
    path = course_folder / "channels.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("status: changed", "status: asleep"), encoding="utf-8")
    assert list(Course(course_folder).channels) == ["112", "1366"]


def test_a_sensitive_lesson_with_a_broken_note_is_not_opened_as_if_it_were_not(course_folder: Path) -> None:
    path = course_folder / "lessons" / "every-kind.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace(', en: "About photos shared without a yes."', ""), encoding="utf-8")
    lesson, faults = open_every_kind(course_folder)
    assert [fault.rule for fault in faults] == ["missing-language"]
    assert lesson is None or lesson.note is not None


def test_what_only_authors_write_for_the_checker_closes_no_lesson(course_folder: Path) -> None:
    path = course_folder / "lessons" / "every-kind.yaml"
    silence = "silence:\n  - {card: my-words, rule: Not a rule, because: {ko: 이유, en: Why}}\n"
    path.write_text(path.read_text(encoding="utf-8") + silence, encoding="utf-8")
    lesson, faults = open_every_kind(course_folder)
    assert [fault.rule for fault in faults] == ["bad-id"]
    assert lesson is not None
