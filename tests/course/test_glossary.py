"""Which words of the law a learner is told: those that a lesson uses, whole, in any language, itself or in what it cites."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeclass.course.course import Course
from safeclass.course.glossary import glossary, in_order, is_said
from safeclass.course.terms import Term
from safeclass.course.text import Id, Text


def term(ko: str, en: str) -> Term:
    words = Text({"ko": "뜻", "en": "meaning"})
    return Term(term=Id("one"), use=Text({"ko": ko, "en": en}), gloss=words, reason=words)


@pytest.mark.parametrize(
    ("ko", "en", "words", "said"),
    [
        ("벌금", "fine", "벌금을 내요", True),
        ("벌금", "fine", "이벌금은", False),
        ("벌금", "fine", "the fines are", True),
        ("벌금", "fine", "definely finest", False),
        ("벌금, 과태료", "fine", "과태료예요", True),
        ("온라인 그루밍(성착취 목적 대화)", "grooming", "성착취 목적 대화를", True),
        ("벌금,", "fine,", "벌금을 내요", True),
        ("벌금,", "fine,", "a fine", True),
        ("벌금,", "fine, (, )", "그 밖의 말", False),
        ("3,000원", "3,000 won", "3,000 won", True),
        ("3,000원", "3,000 won", "3원과 000원", False),
        ("미수", "attempt", "", False),
    ],
)
def test_a_word_is_used_where_it_stands_whole(ko: str, en: str, words: str, said: bool) -> None:
    assert is_said(term(ko, en), words) == said


def replaced(folder: Path, name: str, old: str, new: str) -> None:
    file = folder / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_word_that_no_lesson_uses_is_not_told(course_folder: Path) -> None:
    replaced(course_folder, "terms.yaml", '{ko: "퍼뜨리기", en: "sharing"}', '{ko: "반포", en: "distribution"}')
    assert glossary(Course(course_folder)) == ()
    replaced(course_folder, "lessons/short-one.yaml", "물어봐요.", "반포라는 말이에요.")
    assert [found.term for found in glossary(Course(course_folder))] == ["sharing"]


@pytest.mark.parametrize("lesson", ["before", "after"])
def test_a_word_in_the_questions_around_the_course_is_told(lesson: str, framed_folder: Path) -> None:
    replaced(framed_folder, "terms.yaml", '{ko: "퍼뜨리기", en: "sharing"}', '{ko: "반포", en: "distribution"}')
    replaced(framed_folder, f"lessons/{lesson}.yaml", "물어요.", "반포는 묻지 않고 한 일이에요.")
    assert [found.term for found in glossary(Course(framed_folder))] == ["sharing"]


def test_a_word_in_what_a_lesson_cites_is_told(course_folder: Path) -> None:
    replaced(course_folder, "terms.yaml", '{ko: "퍼뜨리기", en: "sharing"}', '{ko: "징역", en: "in prison"}')
    course = Course(course_folder)
    assert "징역" in course.registry.facts["law-keep"].value["ko"]
    assert not any("징역" in written for written in course.written_lessons())
    assert [found.term for found in glossary(course)] == ["sharing"]


def test_a_word_without_an_explanation_is_not_told(course_folder: Path) -> None:
    replaced(course_folder, "lessons/short-one.yaml", "물어봐요.", "퍼뜨리기예요.")
    assert glossary(Course(course_folder))
    replaced(
        course_folder, "terms.yaml", '    gloss: {ko: "다른 사람에게 보내는 일이에요.", en: "Sending it to someone else."}\n', ""
    )
    assert glossary(Course(course_folder)) == ()


def test_words_stand_in_the_order_of_each_language() -> None:
    one, two = term("가명", "pseudonym"), term("벌금", "fine")
    assert in_order((two, one), "ko") == [one, two]
    assert in_order((one, two), "en") == [two, one]
