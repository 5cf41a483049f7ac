"""Who cites what: each fact knows the cards and entries that a change of it would touch."""

from __future__ import annotations

from pathlib import Path

from safeclass.course.citing import places_that_cite
from safeclass.course.course import Course

LESSON = "lessons/every-kind.yaml"


def replaced(folder: Path, old: str, new: str, file: str) -> None:
    path = folder / file
    words = path.read_text(encoding="utf-8")
    assert words.count(old) == 1, old
    path.write_text(words.replace(old, new), encoding="utf-8")


def test_cards_are_found_by_their_words_and_by_the_facts_they_stand_on(course_folder: Path) -> None:
    assert places_that_cite(Course(course_folder)) == {
        "law-keep": ["every-kind/what-the-law-says", "every-kind/only-kept"],
        "law-until-2024": [],
        "survey": ["sources.yaml/survey-2024"],
    }
    replaced(course_folder, "    facts: [law-keep]\n", "    facts: [law-keep, law-until-2024]\n", LESSON)
    assert places_that_cite(Course(course_folder))["law-until-2024"] == ["every-kind/what-the-law-says"]


def test_what_is_no_card_is_found_too(course_folder: Path) -> None:
    replaced(course_folder, '{ko: "묻는 말을 연습해요.", en: "To rehearse asking."}', '{ko: "{survey}", en: "{survey}"}', LESSON)
    replaced(course_folder, '{ko: "물어볼 수 있어요.", en: "Ask."}', '{ko: "{survey}", en: "Ask."}', "lessons/short-one.yaml")
    assert places_that_cite(Course(course_folder))["survey"] == [
        "every-kind/teacher",
        "short-one/can_do",
        "sources.yaml/survey-2024",
    ]


def test_what_cites_a_fixed_sentence_cites_what_stands_in_it(course_folder: Path) -> None:
    fixed = '{ko: "당신의 잘못이 아니에요.", en: "It is never your fault."}'
    replaced(course_folder, fixed, '{ko: "{law-until-2024}이었어요.", en: "It was {law-until-2024}."}', "terms.yaml")
    cited_by = places_that_cite(Course(course_folder))["law-until-2024"]
    assert cited_by == ["every-kind/summary", "every-kind/what-the-law-says", "every-kind/where-to-turn", "terms.yaml/fault"]


def test_a_broken_lesson_takes_only_its_own_places_away(course_folder: Path) -> None:
    (course_folder / LESSON).write_bytes(b"\xff")
    assert places_that_cite(Course(course_folder))["survey"] == ["sources.yaml/survey-2024"]
