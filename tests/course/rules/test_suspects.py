"""Only suspects are looked at closely: nobody else may break a rule, whatever is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from breaches import BREACHES, Breach
from hypothesis import given
from hypothesis import strategies as st

from safeclass.course.course import Course
from safeclass.course.fault import Fault, Place
from safeclass.course.picking import Option
from safeclass.course.rules.checking import CourseRules
from safeclass.course.rules.manuscript import Manuscript
from safeclass.course.rules.review import Review
from safeclass.course.text import Id, Text
from safeclass.paths import shipped

HERE = Place("x.yaml", 1, 1)


def faults_of_the_unsuspected(course: Course, things: list[tuple[object, str, object]]) -> Iterator[Fault]:
    rules = CourseRules(course, lambda lesson, place: (), Review(None))
    manuscript = Manuscript(things, course.registry, {})
    for suspect, check in (*rules.of_lessons, *rules.of_registries):
        for number in set(range(len(manuscript))) - set(suspect(manuscript)):
            yield from check(manuscript.passage(number), place=HERE)


def things_of(course: Course) -> list[tuple[object, str, object]]:
    found: list[tuple[object, str, object]] = [(thing, "", None) for thing in entries_of(course)]
    for name in course.lesson_ids:
        lesson, _ = course.lesson(name)
        if lesson is not None:
            found += [(getattr(lesson, key), key, lesson) for key in ("title", "aim", "note", "summary", "can_do", "teacher")]
            found += [(card, "", None) for card in lesson.deck]
    return found


def entries_of(course: Course) -> list[object]:
    known = course.registry
    lists = (known.facts, known.channels, known.sources, known.sentences, known.terms)
    return [thing for things in lists for thing in things.values()]


def test_nobody_else_breaks_a_rule_in_the_shipped_course() -> None:
    course = Course(shipped())
    assert list(faults_of_the_unsuspected(course, things_of(course))) == []


@pytest.mark.parametrize("breach", BREACHES, ids=[f"{breach.rule} {breach.new[:44]}" for breach in BREACHES])
def test_nobody_else_breaks_a_rule_where_one_is_broken(breach: Breach, course_folder: Path) -> None:
    breach.into(course_folder)
    course = Course(course_folder)
    assert list(faults_of_the_unsuspected(course, things_of(course))) == []


KOREAN = "열지 마세요|면 안 돼요|떼어 놓아야 해요|의무예요|처벌받을 수 있어요|유출|을(를)|…|！|3년|10대|친구|{survey}|{112:을/를}"
ENGLISH = "do not|must|have to|can be|leaked|DON'T|3 years|October|12|aged 10|!|친구|friend|{survey}|{fault}|{law-until-2024}"
KOREAN_NUMBERS = "오후 5시|3만 8쪽|16일|5월|4,000|20대|천"
ENGLISH_NUMBERS = "17:00|March|May 5|3 million|30,008|4 thousand|aged 20"
SPACES = st.sampled_from(["", " ", ". ", "\n\n", "'", "**", "\u00a0"])


def some(words: str) -> st.SearchStrategy[str]:
    piece = st.one_of(st.sampled_from(words.split("|")), st.text("가나다 abc.'!?{}0Aİ", max_size=14))
    return st.lists(st.tuples(piece, SPACES), min_size=1, max_size=7).map(
        lambda parts: "".join(map("".join, parts)).strip() or "a"
    )


@given(st.lists(st.tuples(some(f"{KOREAN}|{KOREAN_NUMBERS}"), some(f"{ENGLISH}|{ENGLISH_NUMBERS}")), min_size=1, max_size=6))
def test_nobody_else_breaks_a_rule_whatever_is_written(small_course: Course, pairs: list[tuple[str, str]]) -> None:
    course = small_course
    things: list[tuple[object, str, object]] = [
        (Option(id=Id("a"), text=Text({"ko": ko, "en": en}), why=Text({"ko": ko, "en": en})), "", None) for ko, en in pairs
    ]
    assert list(faults_of_the_unsuspected(course, things)) == []
    alone = [Manuscript([thing], course.registry, {}) for thing in things]
    together = Manuscript(things, course.registry, {})
    words = [passage.words for passages in alone for passage in map(passages.passage, range(len(passages)))]
    assert words == [together.passage(number).words for number in range(len(together))]
