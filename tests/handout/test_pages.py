"""Every sheet, as a browser reads it: whole, closed to the world, in its language, with every number from the registry."""

from __future__ import annotations

import re
from datetime import date

import pytest
from pages import COURSE, LANGUAGES, LESSONS, TODAY, read, written

from safeclass.course.channels import LIMITS
from safeclass.course.page import Help
from safeclass.course.registry import DATES
from safeclass.course.text import texts
from safeclass.course.wording import Wording
from safeclass.language import translate
from safeclass.language.dates import write_date, write_short_date

HANGUL = re.compile("[가-힣]")
LOADING = {"src", "href", "srcset", "data", "action", "background", "poster", "style"}
"""Attributes by which a page may load something, or go somewhere."""
NUMBER = re.compile(r"\d[\d,.-]*\d\d|[1-9]\d\d")
"""What has three digits or more: a telephone number, a year, a count."""
REGISTRY = COURSE.registry

EVERY_SHEET = pytest.mark.parametrize("lesson", LESSONS)


@EVERY_SHEET
def test_a_sheet_is_well_formed_and_loads_nothing(lesson: str) -> None:
    page = read(written(lesson))
    assert page.faults == []
    assert set(page.tags) & {"script", "img", "link", "iframe", "object", "a", "form", "input", "base"} == set()
    assert [attribute for attribute in page.attributes if attribute[1] in LOADING or attribute[1].startswith("on")] == []
    assert not re.search(r"url\(|@import|expression", page.style)
    assert ("meta", "content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes


@EVERY_SHEET
def test_in_two_languages_the_pages_to_hand_out_come_first(lesson: str) -> None:
    page = read(written(lesson))
    classes = [value for tag, name, value in page.attributes if (tag, name) == ("article", "class")]
    assert classes == ["pupil", "pupil", "teacher", "teacher"]
    assert page.languages == ["ko", "en", "ko", "en"]
    assert page.tags.count("h1") == 4


@EVERY_SHEET
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_tells_what_one_can_do_and_what_a_teacher_may_ask(lesson: str, language: str) -> None:
    page = read(written(lesson, language))
    words = page.words[language]
    found, _faults = COURSE.lesson(lesson)
    wording = Wording(COURSE.registry, TODAY)
    assert page.languages == [language] * 2
    notes = found.teacher
    for text in (*found.can_do, *notes.prompts, notes.purpose, notes.time, notes.before):
        assert wording.plain(text, language) in words
    assert all(translate(limit, language) in words for limit in LIMITS)
    assert COURSE.registry.sentences["fault"].text[language] in words
    assert write_date(TODAY, language) in words
    if language == "en":
        assert not HANGUL.search(
            words.replace("청소년상담1388", "").replace("방송미디어통신심의위원회", "").replace("방미심위", "")
        )


@EVERY_SHEET
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_on_a_sheet_is_in_the_registry_and_has_its_date(lesson: str, language: str) -> None:
    words = read(written(lesson, language)).words[language]
    things = (*REGISTRY.facts.values(), *REGISTRY.channels.values(), *REGISTRY.sources.values())
    told = " ".join(Wording(REGISTRY, TODAY).plain(text, language) for text in texts(things))
    dates = " ".join(str(getattr(thing, name)) for thing in things for name in ("number", "date", *DATES) if hasattr(thing, name))
    known = set(NUMBER.findall(f"{told} {dates.replace('-', ' ')} {dates} {TODAY.year}"))
    assert set(NUMBER.findall(words)) - known == set()
    found, _faults = COURSE.lesson(lesson)
    wording = Wording(COURSE.registry, TODAY)
    card = next(card for card in found.deck if isinstance(card, Help))
    for turn in card.channels:
        channel = COURSE.channels[turn.id]
        assert wording.plain(channel.hours, language) in words
        assert write_short_date(channel.checked_on, language) in words
        assert all(wording.plain(text, language) in words for text in (channel.knows.guardian, channel.knows.police))
    for number in ("112", "117", "1366", "1388", "109"):
        assert number in words


def test_a_sheet_says_until_when_it_is_good_and_that_it_is_no_longer() -> None:
    lesson = "looking-and-keeping"
    fresh = read(written(lesson, "en")).words["en"]
    assert "Made on 27 November 2026. After 31 January 2027, make a new one." in fresh
    assert "may have changed" not in fresh
    late = read(written(lesson, "en", today=date(2029, 1, 1))).words["en"]
    assert "Some facts on this page are due for review." in late
    assert "may have changed" in late


def test_only_a_lesson_that_is_not_sensitive_has_a_line_for_a_name() -> None:
    for lesson in LESSONS:
        found, _faults = COURSE.lesson(lesson)
        has_line = "by-hand" in {value for _tag, name, value in read(written(lesson)).attributes if name == "class"}
        assert has_line == (found.note is None), lesson
