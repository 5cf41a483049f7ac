"""What is said of a fault can be followed by somebody who only reads that line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from breaches import EYES, FACTS, LESSON, TOLD, TRIM
from rule_faults import replaced, told

from safeclass.course.fault import Fault


def only(folder: Path, rule: str) -> Fault:
    (fault,) = [fault for fault in told(folder) if fault.rule == rule]
    return fault


def test_of_a_key_that_stands_twice_it_is_told_which_one_is_read(course_folder: Path) -> None:
    words = (course_folder / LESSON).read_text(encoding="utf-8")
    (course_folder / LESSON).write_text(words + "can_do:\n  - {ko: 가, en: a}\n", encoding="utf-8")
    first = words.splitlines().index("can_do:") + 1
    assert only(course_folder, "duplicate-key").say_mend("en") == (
        f"Only the first one is read, in line {first}. "
        "If a line such as '- id: ...' was lost above this one, write it again; if not, keep one of the two."
    )


def test_a_sign_that_cannot_be_seen_goes_with_its_word(course_folder: Path) -> None:
    replaced(course_folder, '"Open it"', '"Open\u200b it"')
    assert "type it anew" in only(course_folder, "control-character").say_mend("en")


@pytest.mark.parametrize(("sign", "mend"), [("\U0001f600", "Delete it, or"), ("\u2192", "Write it with plain signs")])
def test_a_picture_is_deleted_and_its_language_is_told(sign: str, mend: str, course_folder: Path) -> None:
    replaced(course_folder, EYES, f'{{ko: "보는 눈이 늘어요 {sign}.", en: "One more pair of eyes."}}')
    fault = only(course_folder, "unsafe-sign")
    assert fault.say("en").startswith(f"In 'ko' stands '{sign}'")
    assert fault.say_mend("en").startswith(mend)


@pytest.mark.parametrize(("today", "said"), [(date(2026, 12, 10), "is due"), (date(2026, 12, 11), "was due")])
def test_a_review_that_is_late_is_told_as_late(today: date, said: str, course_folder: Path) -> None:
    replaced(course_folder, "review_by: 2027-12-31", "review_by: 2026-12-10", FACTS)
    (fault,) = [fault for fault in told(course_folder, today) if fault.rule == "fact-due"]
    assert f"{said} for review by 2026-12-10" in fault.say("en")


@pytest.mark.parametrize(
    ("ko", "en", "said"),
    [
        ("5반이 물어요.", "Someone asks.", "Korean tells numbers that English does not: 5."),
        ("누가 물어요.", "Class 5 asks.", "English tells numbers that Korean does not: 5."),
        ("5반이 물어요.", "Class 6 asks.", "Korean and English tell different numbers. Only in Korean: 5. Only in English: 6."),
    ],
)
def test_numbers_that_one_language_lacks_are_told_so(ko: str, en: str, said: str, course_folder: Path) -> None:
    replaced(course_folder, TOLD, f'{{ko: "{ko}", en: "{en}"}}')
    assert only(course_folder, "numbers-differ").say("en") == said


def test_words_to_use_stand_in_a_sentence(course_folder: Path) -> None:
    replaced(course_folder, EYES, '{ko: "사진이 유출돼요.", en: "The photo gets out."}')
    assert only(course_folder, "avoided-word").say_mend("ko").startswith("대신 쓸 말: 퍼뜨리기. ")


def test_of_a_number_that_no_fact_holds_it_is_told_how_one_is_added_and_that_words_do(course_folder: Path) -> None:
    replaced(course_folder, TOLD, '{ko: "77명이에요.", en: "There were some."}')
    mend = next(fault for fault in told(course_folder) if fault.rule == "bare-number").say_mend("ko")
    assert "facts.yaml" in mend
    assert "세 명" in mend


def test_opening_questions_without_any_closing_one_are_told_with_what_can_go(course_folder: Path) -> None:
    words = (course_folder / LESSON).read_text(encoding="utf-8")
    start, end = words.index("closing:\n"), words.index("teacher:\n")
    (course_folder / LESSON).write_text(words[:start] + words[end:], encoding="utf-8")
    fault = only(course_folder, "closing-not-parallel")
    assert fault.say("en") == "There are 3 opening questions and no closing one."
    assert fault.say_mend("en").startswith("Delete `opening`, or write closing questions")


def test_closing_questions_without_any_opening_one_are_told_with_what_can_go(course_folder: Path) -> None:
    words = (course_folder / LESSON).read_text(encoding="utf-8")
    start, end = words.index("opening:\n"), words.index("cards:\n")
    (course_folder / LESSON).write_text(words[:start] + words[end:], encoding="utf-8")
    fault = only(course_folder, "closing-not-parallel")
    assert fault.say("en") == "There are 3 closing questions and no opening one."
    assert fault.say_mend("en").startswith("Delete `closing`, or write opening questions")


def test_where_one_closing_question_is_missing_either_can_be_mended(course_folder: Path) -> None:
    replaced(course_folder, TRIM, "")
    assert "delete the one that has no other" in only(course_folder, "closing-not-parallel").say_mend("en")


@pytest.mark.parametrize(("gone", "left"), [("closing: after\n", "closing"), ("opening: before\n", "opening")])
def test_around_a_course_the_lesson_that_is_not_named_is_told(gone: str, left: str, framed_folder: Path) -> None:
    replaced(framed_folder, gone, "", "course.yaml")
    told_of = [fault for fault in told(framed_folder) if fault.rule == "closing-not-parallel"]
    assert any(f"too, as `{left}`" in fault.say_mend("en") for fault in told_of)
