"""The words of the shipped lessons: numbers from citations, no sign or word that is to be avoided, both languages alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from course_parts import CONTENT, COURSE, LANGUAGES, WORDING, every_file, every_lesson, lesson, words_of

from safeclass.course.page import Page
from safeclass.course.text import texts
from safeclass.course.wording import Alone, citations

CITATION = re.compile(r"\{[a-z0-9-]+(?:\.[a-z0-9_-]+)?(?::[^{}\s]+)?\}")
LIST_NUMBER = re.compile(r"(?:^|(?<=\s))[1-9]\)(?=\s)")

FORBIDDEN = re.compile("[\u2026\u2014\u2013\u00b7\u2192\u201c\u201d\u2018\u2019\u2460-\u2473\U0001f000-\U0001faff]")
"""Signs whose width terminals disagree on, and pictures."""

DIGITS_THAT_STAY = {
    ("if-it-happens-to-me", "F1"): "a key, which is no number of the course",
}
"""Digits that a lesson may hold in its words, and why."""


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yaml")), ids=lambda path: path.name)
def test_no_sign_that_terminals_disagree_on(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [f"{number}: {line}" for number, line in enumerate(lines, 1) if FORBIDDEN.search(line)] == []


@every_file
def test_no_exclamation(name: str) -> None:
    assert [words for _, words in words_of(name) if "!" in words] == []


@every_file
def test_every_number_comes_from_a_citation(name: str) -> None:
    teacher = lesson(name).teacher
    notes = {id(text) for text in texts(teacher)}
    found = []
    for text in texts(lesson(name)):
        for words in text.values():
            bare = CITATION.sub("", words)
            if id(text) in notes:
                bare = LIST_NUMBER.sub("", bare)
            if teacher is not None and text is teacher.time:
                bare = re.sub(r"\d+(?=분| minutes| of talk)", "", bare)
            for stays in (words for lesson_name, words in DIGITS_THAT_STAY if lesson_name == name):
                bare = bare.replace(stays, "")
            if re.search(r"\d", bare):
                found.append(words)
    assert found == []


@every_lesson
def test_the_teacher_is_told_the_same_minutes_as_the_learner(name: str) -> None:
    teacher = lesson(name).teacher
    assert teacher is not None
    for language in LANGUAGES:
        first = re.search(r"\d+", teacher.time[language])
        assert first
        assert int(first[0]) == lesson(name).minutes


@every_lesson
def test_where_anyone_may_have_been_harmed_it_is_said_that_it_is_not_their_fault(name: str) -> None:
    cited = [{citation.name for citation in citations(words)} for _, words in words_of(name)]
    if lesson(name).note is not None:
        assert any("fault" in names for names in cited)
        assert lesson(name).summary is not None
    if any("fault" in names for names in cited):
        pages = [card for card in lesson(name).cards if isinstance(card, Page)]
        for language in LANGUAGES:
            alone = [part for page in pages for part in WORDING.paragraphs(page.text, language) if isinstance(part, Alone)]
            assert alone, f"it stands alone on a page in {language}"


@every_file
def test_both_languages_cite_the_same(name: str) -> None:
    for text in texts(lesson(name)):
        cited = {language: sorted({(part.name, part.part or "") for part in citations(text[language])}) for language in LANGUAGES}
        channels = COURSE.registry.channels.keys()
        numbers = {language: [one for one in cited[language] if one[0] in channels] for language in LANGUAGES}
        assert numbers["ko"] == numbers["en"], text


@every_lesson
def test_pages_have_as_many_paragraphs_in_each_language(name: str) -> None:
    for card in lesson(name).deck:
        if isinstance(card, Page):
            kinds = {language: [type(part) for part in WORDING.paragraphs(card.text, language)] for language in LANGUAGES}
            assert kinds["ko"] == kinds["en"], card.page
