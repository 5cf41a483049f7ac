"""Numbers that a lesson writes out are told, with what holds them; and whether two languages tell the same ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from breaches import EYES, PURPOSE
from rule_faults import replaced, rules, told

from safeclass.course.rules.numbers import differing_numbers


@pytest.mark.parametrize(
    ("ko", "is_one"),
    [
        ("1366에 말해요.", True),
        ("117은 학교폭력이에요.", True),
        ("117번으로 걸어요.", True),
        ("1388예요.", True),
        ("02-123-4567로 걸어요.", True),
        ("#1366이에요.", True),
        ("100번 말해요.", False),
        ("150쪽까지 읽어요.", False),
        ("100가지예요.", False),
        ("2.119에 있어요.", False),
    ],
)
def test_a_telephone_number_is_known_by_what_stands_behind_it_in_korean(ko: str, is_one: bool, course_folder: Path) -> None:
    replaced(course_folder, EYES, f'{{ko: "{ko}", en: "Words that hold no number."}}')
    assert ("bare-number" in rules(told(course_folder))) is is_one


def test_every_number_that_is_written_out_is_told_once(course_folder: Path) -> None:
    ko, en = "2024년에 178명, 1366에 알렸어요. 178명이요.", "In 2024 there were 178 pupils. They called 1366."
    replaced(course_folder, EYES, f'{{ko: "{ko}", en: "{en}"}}')
    found = [fault.names["found"] for fault in told(course_folder) if fault.rule == "bare-number"]
    assert found == ["2024년", "178명", "1366", "2024", "178 pupils"]


def test_of_a_number_that_is_written_out_the_facts_are_told_that_hold_it(course_folder: Path) -> None:
    replaced(
        course_folder, EYES, '{ko: "3년 이하예요. 13년은 아니에요. 2021년 5월 3일이에요.", en: "Up to 3 years, not 13 years."}'
    )
    near = {fault.names["found"]: fault.names.get("near") for fault in told(course_folder) if fault.rule == "bare-number"}
    assert near["3년"] == "{law-keep.years}", "that holds nothing else"
    assert near["3 years"] == "{law-keep.years}"
    assert near["13년"] is None
    assert "2021년 5월 3일" in near, "a date is told as one"


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("2024년 10월 16일", "16 October 2024"),
        ("2024년 5월에", "in May 2024"),
        ("5월 넷째 월요일", "the fourth Monday of May"),
        ("3천만 원 이하", "up to 30 million won"),
        ("5천만 원, 300만 원", "50 million won, 3 million won"),
        ("1만 4,678개", "14,678"),
        ("10명 중 9명(89.4%)", "9 in 10 (89.4%)"),
        ("제14조의2 제4항", "Article 14-2(4)"),
        ("10대", "aged 10 to 19"),
        ("10대 이하", "aged 19 or under"),
        ("3분의 2", "two thirds"),
        ("세 명", "3 pupils"),
        ("오후 5시 30분", "17:30"),
        ("24시간, 365일", "24 hours, every day"),
        ("1577-1366", "1577-1366"),
        ("2024년 8월부터 1년 동안", "in the year from August 2024"),
    ],
)
def test_numbers_that_are_the_same(korean: str, english: str) -> None:
    assert differing_numbers(korean, english) == (set(), set())


@pytest.mark.parametrize(
    ("korean", "english", "only_korean", "only_english"),
    [
        ("3년 이하", "up to 5 years", {3}, {5}),
        ("3천만 원", "3 million won", {30_000_000}, {3_000_000}),
        ("10월 16일", "16 November", {10}, {11}),
        ("89.4%", "84.9%", {89.4}, {84.9}),
        ("제14조의2", "Article 14-3", {2}, {3}),
        ("1366에", "1388", {1366}, {1388}),
        ("20대", "aged 10 to 19", {20}, {10, 19}),
        ("3명", "3 million people", {3}, {3_000_000}),
        ("3만 명", "3 people", {30_000}, {3}),
        ("16일에", "on the 16 October", set(), {10}),
        ("오후 5시", "5 o'clock", {17}, {5}),
    ],
)
def test_numbers_that_are_not(korean: str, english: str, only_korean: set[float], only_english: set[float]) -> None:
    assert differing_numbers(korean, english) == (only_korean, only_english)


def test_a_number_to_dial_is_told_with_the_channel_to_cite(course_folder: Path) -> None:
    replaced(course_folder, PURPOSE, '{ko: "1366에 물어요.", en: "Ask 1366."}')
    assert {fault.say_mend("en").partition(".")[0][-6:] for fault in told(course_folder)} == {"{1366}"}
    assert all("{1366}" in fault.say_mend("ko") for fault in told(course_folder))


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("천만 원", "10 million won"),
        ("30명", "thirty pupils"),
        ("스무 명", "20 pupils"),
        ("열다섯 살", "15 years old"),
        ("2주", "a fortnight"),
        ("20대", "people in their twenties"),
        ("2배", "double"),
        ("9시", "9:00"),
        ("오후 3시", "3 p.m."),
        ("오후 12시 30분", "12:30 pm"),
        ("절반", "50%"),
        ("나흘", "4 days"),
        ("1만 명", "ten thousand people"),
        ("3조 원", "3 trillion won"),
    ],
)
def test_the_same_number_may_be_told_in_digits_or_in_words(korean: str, english: str) -> None:
    assert differing_numbers(korean, english) == (set(), set())


@pytest.mark.parametrize(
    ("korean", "english"),
    [
        ("3조 원", "3 won"),
        ("스무 명", "21 pupils"),
        ("오후 3시", "3 a.m."),
        ("30명", "forty pupils"),
        ("1만 명", "ten thousand and 1"),
    ],
)
def test_another_number_in_words_is_another_number(korean: str, english: str) -> None:
    assert differing_numbers(korean, english) != (set(), set())
