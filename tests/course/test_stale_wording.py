"""A fact past its review says so, once, and behind whatever clings to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from safeclass.course.course import Course
from safeclass.course.runs import Role
from safeclass.course.text import Text
from safeclass.course.wording import Wording, is_stale
from safeclass.language.cells import NO_BREAK

SMALL_COURSE = Path(__file__).parent / "small_course"
TODAY = date(2026, 11, 22)
LATER = date(2027, 6, 1)
WORDING = Wording(Course(SMALL_COURSE).registry, TODAY)
LATE = Wording(WORDING.registry, LATER)


def read(words: str, language: str = "ko", wording: Wording = WORDING) -> str:
    """What a learner reads: a no-break space looks like any other."""
    return wording.plain(Text({language: words}), language).replace(NO_BREAK, " ")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_fact_past_its_review_says_so_everywhere(language: str) -> None:
    fact = WORDING.registry.facts["law-keep"]
    assert not is_stale(fact, fact.review_by)
    assert is_stale(fact, LATER)
    said = {"ko": "바뀌었을 수 있어요", "en": "may have changed"}[language]
    day = {"ko": "2026년 10월 2일", "en": "2 October 2026"}[language]
    for written in ("{law-keep}", "{law-keep.years}", "{law-keep.since}"):
        late = read(written, language, LATE)
        assert late.startswith(read(written, language))
        assert day in late
        assert late != read(written, language)
        assert [run.role for run in LATE.runs(written, language)] == [Role.FACT, Role.STALE]
    assert day in LATE.as_of(fact, language)
    assert LATE.as_of(fact, language) != WORDING.as_of(fact, language)
    assert said in LATE.as_of(fact, language)
    assert read("{112} {fault}", language, LATE) == read("{112} {fault}", language)


def test_a_particle_stands_before_what_a_stale_fact_adds() -> None:
    assert read("{law-keep.years:은/는} 갖기", "ko", LATE).startswith("3년은 (")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_may_have_changed_is_said_once_in_a_paragraph(language: str) -> None:
    words = "{law-keep}, {law-keep.years}, {law-keep.since}, {law-keep.fine}"
    assert [run.role for run in LATE.runs(words, language)].count(Role.STALE) == 1
    other_day = Wording(WORDING.registry, date(2029, 1, 1)).runs("{law-keep} {survey} {law-keep.years}", language)
    assert [run.role for run in other_day].count(Role.STALE) == 2, "facts of two days each say theirs"


@pytest.mark.parametrize(
    ("written", "begins"),
    [
        ("{law-keep.since}부터 그래요", "2024년 10월 16일부터 ("),
        ("{law-keep.years}이에요.", "3년이에요 ("),
        ("{survey.crime}가 답했어요", "89.4%가 ("),
    ],
)
def test_a_particle_that_is_written_out_stands_before_it_as_well(written: str, begins: str) -> None:
    assert read(written, "ko", Wording(WORDING.registry, date(2029, 1, 1))).startswith(begins)


def test_a_fact_is_fresh_on_its_last_day() -> None:
    fact = WORDING.registry.facts["law-keep"]
    assert read("{law-keep.years}", "en", Wording(WORDING.registry, fact.review_by)) == "3 years"
