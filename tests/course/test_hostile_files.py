"""Hostile files are answered within a second, with faults and without a crash, and leave the other lessons alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hostile import HEAD, HOSTILE, LONGEST, is_well_told

from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course
from safeclass.course.fault import NoCourse


@pytest.mark.parametrize(("held", "rule"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_lesson_is_answered_in_time_and_alone(held: str | bytes, rule: str, course_folder: Path) -> None:
    path = course_folder / "lessons" / "short-one.yaml"
    path.write_bytes(held.encode() if isinstance(held, str) else held)
    started = time.process_time()
    course = Course(course_folder)
    course.head("short-one")
    _, faults = course.lesson("short-one")
    assert time.process_time() - started < LONGEST
    assert not rule or {fault.rule for fault in faults} & set(rule.split(" or "))
    assert all(is_well_told(fault) for fault in faults[:50])
    other, none = course.lesson("every-kind")
    assert other is not None
    assert not none


@pytest.mark.parametrize("held", [held for held, _ in HOSTILE.values()], ids=HOSTILE.keys())
def test_a_hostile_course_is_refused_in_time(held: str | bytes, tmp_path: Path) -> None:
    (tmp_path / "course.yaml").write_bytes(held.encode() if isinstance(held, str) else held)
    started = time.process_time()
    with pytest.raises(NoCourse) as refused:
        Course(tmp_path)
    assert time.process_time() - started < LONGEST
    assert all(is_well_told(fault) for fault in refused.value.faults[:50])


LONG_WORDS = {
    "digits": "1" * 20_000,
    "digits with commas": "1," * 10_000,
    "numbers": "1 " * 4_000,
    "quotes": "'" * 8_000,
    "quoted words": "' a " * 4_000,
    "open brackets": "a(" * 4_000,
    "spaces": "a" + " " * 8_000 + "b",
    "one word": "가" * 8_000,
    "stops": ". " * 4_000,
    "citations": "{law-keep:을/를} " * 1_000,
    "money": "1 million " * 2_000,
    "prohibitions": "do not " * 2_000,
}
LONG_PAGE = '- page: p\n  title: {{ko: 가, en: a}}\n  text: {{ko: "{0}", en: "{0}"}}\n'
LONG_PAGES = {name: HEAD + LONG_PAGE.format(words) for name, words in LONG_WORDS.items()}
SCENES = {name: str(held) for name, (held, _) in HOSTILE.items() if "nodes" in name}


@pytest.mark.parametrize("held", (LONG_PAGES | SCENES).values(), ids=(LONG_PAGES | SCENES).keys())
def test_every_rule_of_the_checker_answers_in_time(held: str, course_folder: Path) -> None:
    (course_folder / "lessons" / "short-one.yaml").write_text(held, encoding="utf-8")
    started = time.process_time()
    faults = list(set_of_faults(Course(course_folder)))
    assert time.process_time() - started < 2 * LONGEST
    assert all(is_well_told(fault) for fault in faults)
