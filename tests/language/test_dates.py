"""Dates the way each language writes them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from babel.dates import format_date, format_skeleton
from hypothesis import given
from hypothesis import strategies as st

import safeclass.language
from safeclass.language.build import date_patterns
from safeclass.language.dates import write_date, write_day, write_short_date

OCTOBER = date(2024, 10, 16)


def test_dates_in_sentences() -> None:
    assert write_date(OCTOBER, "ko") == "2024년 10월 16일"
    assert write_date(OCTOBER, "en") == "16 October 2024"
    assert write_date(date(2026, 3, 1), "ko") == "2026년 3월 1일"
    assert write_date(date(2026, 3, 1), "en") == "1 March 2026"


def test_dates_in_tables() -> None:
    assert write_short_date(OCTOBER, "ko") == "2024. 10. 16."
    assert write_short_date(OCTOBER, "en") == "16 October 2024"


def test_days_without_a_year() -> None:
    assert write_day(date(2026, 12, 6), "ko") == "12월 6일"
    assert write_day(date(2026, 12, 6), "en") == "6 December"


def test_a_language_without_patterns_has_dates_that_can_be_read() -> None:
    assert write_date(OCTOBER, "xx") == "2024-10-16"


@given(st.integers(0, 60_000).map(lambda days: date(1950, 1, 1) + timedelta(days)))
def test_every_day_is_written_as_cldr_says(day: date) -> None:
    assert write_date(day, "ko") == format_date(day, "long", "ko")
    assert write_date(day, "en") == format_date(day, "long", "en_GB")
    assert write_short_date(day, "ko") == format_date(day, "medium", "ko")
    assert write_day(day, "ko") == format_skeleton("MMMMd", day, locale="ko")
    assert write_day(day, "en") == format_skeleton("MMMMd", day, locale="en_GB")


def test_the_patterns_are_those_of_cldr() -> None:
    kept = Path(safeclass.language.__file__).with_name("cldr.json").read_text(encoding="utf-8")
    assert kept == date_patterns(), "run python src/safeclass/language/build.py"


@pytest.mark.parametrize("write", [write_date, write_short_date, write_day])
def test_the_same_day_in_two_languages_is_written_in_two_ways(write: Callable[[date, str], str]) -> None:
    assert write(OCTOBER, "ko") != write(OCTOBER, "en")
    assert write(OCTOBER, "ko") == write(OCTOBER, "ko")
