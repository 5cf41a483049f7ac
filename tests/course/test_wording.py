"""From a text with citations to the words a learner reads, in both languages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safeclass.course.course import Course
from safeclass.course.runs import Role, Run
from safeclass.course.text import Text
from safeclass.course.wording import Alone, FactBlock, Wording, citations
from safeclass.language.cells import NO_BREAK

SMALL_COURSE = Path(__file__).parent / "small_course"
WORDING = Wording(Course(SMALL_COURSE).registry, date(2026, 11, 22))


def read(words: str, language: str = "ko") -> str:
    """What a learner reads: a no-break space looks like any other."""
    return WORDING.plain(Text({language: words}), language).replace(NO_BREAK, " ")


@pytest.mark.parametrize(
    ("written", "ko", "en"),
    [
        ("{law-keep}", "3년 이하 징역 또는 3천만 원 이하 벌금", "up to 3 years in prison or a fine of up to 30 million won"),
        ("{law-keep.fine}", "3천만 원 이하 벌금", "a fine of up to 30 million won"),
        ("{law-keep.law}", "사진법 제14조", "Article 14, Photo Act"),
        ("{law-keep.since}", "2024년 10월 16일", "16 October 2024"),
        ("{law-until-2024.until}", "2024년 10월 15일", "15 October 2024"),
        ("{law-keep.as_of}", "2026년 10월 2일", "2 October 2026"),
        ("{law-keep.checked_on}", "2026년 11월 22일", "22 November 2026"),
        ("{law-keep.review_by}", "2027년 5월 22일", "22 May 2027"),
        ("{survey.crime}", "89.4%", "89.4%"),
        ("{112}", "112", "112"),
        ("{school}", "믿는 선생님", "A teacher you trust"),
        ("{fault}", "당신의 잘못이 아니에요.", "It is never your fault."),
        ("{ask-first}", "1366에 먼저 물어보세요.", "Ask 1366 first."),
        ("({112}, {1366})", "(112, 1366)", "(112, 1366)"),
    ],
)
def test_a_citation_reads_as_what_it_stands_for(written: str, ko: str, en: str) -> None:
    assert read(written, "ko") == ko
    assert read(written, "en") == en


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("{112:을/를}", "112를"),
        ("{1366:을/를}", "1366을"),
        ("{1366:으로/로}", "1366으로"),
        ("{112:으로/로}", "112로"),
        ("{112:이에요/예요}", "112예요"),
        ("{1366:이에요/예요}", "1366이에요"),
        ("{law-keep:을/를}", "3년 이하 징역 또는 3천만 원 이하 벌금을"),
        ("{law-keep.years:은/는}", "3년은"),
        ("{survey.crime:이/가}", "89.4%가"),
        ("{survey:과/와}", "2,145명과"),
        ("{school:이/가}", "믿는 선생님이"),
        ("{law-keep.since:이에요/예요}", "2024년 10월 16일이에요"),
        ("{law-keep.law:은/는}", "사진법 제14조는"),
        ("{112}에서 {1366}까지", "112에서 1366까지"),
    ],
)
def test_the_particle_after_a_citation_fits_it(written: str, read_as: str) -> None:
    assert read(written) == read_as


def test_english_has_no_particles() -> None:
    assert read("Call {1366:을/를} now", "en") == "Call 1366 now"


def test_bold_is_set_and_not_shown() -> None:
    assert read("**이것**만 굵게, 2*3*4") == "이것만 굵게, 2*3*4"
    assert WORDING.runs("그 **사람** 뜻", "ko") == (Run("그 "), Run("사람", Role.BOLD), Run(" 뜻"))
    assert [run.role for run in WORDING.runs("**{112:을/를} 눌러요**", "ko")] == [Role.BOLD] * 3


def test_a_value_is_set_as_a_fact_and_its_particle_as_words() -> None:
    assert WORDING.runs("{112:을/를} 눌러요", "ko") == (Run("112", Role.FACT), Run("를"), Run(" 눌러요"))


@pytest.mark.parametrize(
    "typed",
    [
        "{ko: 한국어}",
        "{}",
        "{ 112 }",
        "{Law-keep}",
        "{한글}",
        "{112",
        "112}",
        "[@click=app.quit]나가기[/]",
        "[bold]굵게[/bold]",
        "[[112]]",
        "<b>굵게</b>",
        "`code` _이것_ # 그것",
        "2 ** 3",
        "**",
        "****",
        "$HOME %s %(name)s {0!r}",
        "\\{112\\".replace("{112", "n"),
    ],
)
def test_signs_that_are_no_markup_stay_as_typed(typed: str) -> None:
    assert read(typed) == typed
    assert all(run.role is Role.PLAIN for run in WORDING.runs(typed, "ko"))


def test_what_nothing_stands_for_is_left_out_and_the_rest_reads() -> None:
    assert read("{no-such} 남은 말 {112.hours}") == " 남은 말 "
    assert read("{law-keep.until}") == ""


def test_paragraphs_are_parted_by_blank_lines_only() -> None:
    text = Text({"ko": "한 줄은\n이어져요.\n\n{law-keep}\n \n{fault}\n\n{112}\n\n겪었다면, {fault}\n\n끝. {fault}"})
    first, block, alone, number, to_whom, last = WORDING.paragraphs(text, "ko")
    assert first == (Run("한 줄은 이어져요."),)
    assert block == FactBlock(WORDING.registry.facts["law-keep"])
    assert alone == Alone((Run("당신의 잘못이 아니에요."),))
    assert number == (Run("112", Role.FACT),)
    assert to_whom == Alone((Run("겪었다면, "), Run("당신의 잘못이 아니에요.")))
    assert last == (Run("끝. "), Run("당신의 잘못이 아니에요."))


def test_a_part_or_a_date_alone_is_no_block() -> None:
    for written in ("{law-keep.years}", "{law-keep.since}", "{law-keep}.", "{no-such}"):
        (paragraph,) = WORDING.paragraphs(Text({"ko": written}), "ko")
        assert isinstance(paragraph, tuple)
        assert not isinstance(paragraph, FactBlock | Alone)


def test_bold_may_run_over_a_line_of_the_file() -> None:
    (paragraph,) = WORDING.paragraphs(Text({"ko": "**두\n줄**"}), "ko")
    assert paragraph == (Run("두 줄", Role.BOLD),)


@pytest.mark.parametrize(
    ("language", "written", "bound"),
    [
        ("ko", "{law-keep.fine}", "3천만_원 이하 벌금"),
        ("ko", "{law-keep.since}부터", "2024년_10월_16일부터"),
        ("ko", "3천만 원", "3천만_원"),
        ("ko", "그 일만 해요", "그 일만 해요"),
        ("en", "{law-keep.fine}", "a fine of up to 30_million_won"),
        ("en", "{law-keep.since}", "16_October 2024"),
        ("en", "within 24 hours", "within 24_hours"),
    ],
)
def test_a_number_keeps_its_unit_on_its_line(language: str, written: str, bound: str) -> None:
    said = WORDING.plain(Text({language: written}), language)
    assert said.replace(NO_BREAK, "_") == bound


def test_citations_are_found_in_order() -> None:
    found = list(citations("{a} {b.c} {d:을/를} {e.f:은/는} {G} {}"))
    assert [tuple(citation) for citation in found] == [
        ("a", None, None),
        ("b", "c", None),
        ("d", None, "을/를"),
        ("e", "f", "은/는"),
    ]


CITED = ["{law-keep}", "{survey.crime:이/가}", "{112:을/를}", "{fault}", "{no-such}"]
PIECES = st.sampled_from([*CITED, "**", "*", "{", "}", "[", "]", "뭐", " ", "\n", "\n\n", "1 "])


@given(st.lists(PIECES, max_size=30).map("".join), st.sampled_from(["ko", "en"]))
def test_no_words_raise_and_none_are_lost(words: str, language: str) -> None:
    runs = WORDING.runs(words, language)
    assert all(run.words for run in runs)
    assert sum(run.words.count("뭐") for run in runs) == words.count("뭐")
    assert WORDING.paragraphs(Text({language: words}), language)
