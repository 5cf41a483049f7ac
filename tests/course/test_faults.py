"""Each rule is broken by a mutation of the small course, and told at the words that break it; none is told of the good one."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from mutations import PLAYABLE, REGISTRIES, SHAPE, UNREADABLE, Mutation

from safeclass.course.card import Card, SetAside, kind
from safeclass.course.course import Course
from safeclass.course.fault import Fault, Place
from safeclass.course.lesson import Lesson
from safeclass.course.wording import Wording

Told = Callable[[Path], list[Fault]]

COURSE_ROOM = Path(__file__).parents[2] / "src" / "safeclass" / "course"
WHERE_RULES_STAND = [
    *("course", "folder", "registry_files", "yaml_file", "reading", "careful", "findings", "values", "lesson_file"),
    *("rules/playable", "rules/registries"),
]
"""The modules that tell what keeps a course from being read and played."""
OTHER_TESTS = {"empty", "too-large", "too-deep", "not-utf-8", "unreadable", "no-cards", "too-many", "too-long", "heaped-marks"}
"""Rules that no small change of good words breaks: they have tests in test_broken_files.py and test_hostile_files.py."""


def by_name(mutations: list[Mutation]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("mutation", mutations, ids=[mutation.name for mutation in mutations])


def test_the_good_course_has_no_fault(course_folder: Path, faults_in: Told) -> None:
    assert faults_in(course_folder) == []


def test_every_kind_of_card_is_in_the_good_course(every_kind: Lesson) -> None:
    kinds = {member.__name__.lower() for member in Card.__args__ if member is not SetAside}
    assert {kind(card) for card in every_kind.deck} == kinds
    assert len(kinds) == 12


@by_name(UNREADABLE + SHAPE + PLAYABLE + REGISTRIES)
def test_a_broken_rule_is_told_at_its_line_and_column(mutation: Mutation, course_folder: Path, faults_in: Told) -> None:
    line, column = mutation.breaks(course_folder)
    faults = faults_in(course_folder)
    assert Place(mutation.file, line, column) in [fault.place for fault in faults if fault.rule == mutation.rule]
    assert {fault.rule for fault in faults} <= {mutation.rule} | mutation.also


@by_name(UNREADABLE + SHAPE + PLAYABLE + REGISTRIES)
def test_a_fault_can_be_told_in_both_languages(mutation: Mutation, course_folder: Path, faults_in: Told) -> None:
    mutation.breaks(course_folder)
    for fault in faults_in(course_folder):
        for language in ("ko", "en"):
            for words in (fault.say(language), fault.say_mend(language)):
                assert words.strip()
                assert words.isprintable(), "no escape sequence may reach a terminal"
        assert re.search("[가-힣]", fault.say("ko")), "in Korean it is told in Korean"
        assert re.search("[가-힣]", fault.say_mend("ko"))


@pytest.mark.parametrize("mutation", [mutation for mutation in PLAYABLE if mutation.rule == "too-many-places"])
def test_one_place_less_and_each_has_a_key(mutation: Mutation, course_folder: Path, faults_in: Told) -> None:
    key, _one, *others = mutation.new.splitlines(keepends=True)
    replace(mutation, new=key + "".join(others)).breaks(course_folder)
    assert faults_in(course_folder) == []


def test_a_fault_that_stands_in_both_languages_is_told_once(course_folder: Path, faults_in: Told) -> None:
    lesson = course_folder / "lessons" / "every-kind.yaml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("{112}", "{113}"), encoding="utf-8")
    told = [(fault.place, fault.rule, fault.say("en")) for fault in faults_in(course_folder)]
    assert len(told) == len(set(told)) == 1


@pytest.mark.parametrize("particle", ["을", "를/을", "x/y", "/", "은는"])
def test_a_particle_that_korean_does_not_have_is_a_fault(particle: str, course_folder: Path, faults_in: Told) -> None:
    lesson = course_folder / "lessons" / "every-kind.yaml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("{1366:을/를}", f"{{1366:{particle}}}"), encoding="utf-8")
    assert [fault.place.line for fault in faults_in(course_folder)] == [10]


@pytest.mark.parametrize("particle", ["은/는", "으로부터/로부터", "이면/면", "이지만/지만", "이라서/라서", "이었는데/였는데"])
def test_a_particle_that_korean_has_is_none(particle: str, course_folder: Path, faults_in: Told) -> None:
    lesson = course_folder / "lessons" / "every-kind.yaml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("{1366:을/를}", f"{{1366:{particle}}}"), encoding="utf-8")
    assert faults_in(course_folder) == []


def test_a_sentence_that_cites_itself_is_a_fault_and_not_a_crash(course_folder: Path, faults_in: Told) -> None:
    terms = course_folder / "terms.yaml"
    terms.write_text(terms.read_text(encoding="utf-8").replace('"{1366}에 먼저', '"{ask-first} {1366}에 먼저'), encoding="utf-8")
    assert "terms.yaml" in {fault.place.path for fault in faults_in(course_folder)}
    registry = Course(course_folder).registry
    if sentence := registry.sentences.get("ask-first"):
        Wording(registry, date(2026, 11, 22)).plain(sentence.text, "ko")


def test_every_rule_has_a_mutation() -> None:
    rules = set()
    for module in WHERE_RULES_STAND:
        for node in ast.walk(ast.parse((COURSE_ROOM / f"{module}.py").read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                for name, words in zip(node.args, node.args[1:], strict=False):
                    is_told = isinstance(words, ast.Call) and isinstance(words.func, ast.Name) and words.func.id == "N_"
                    if is_told and isinstance(name, ast.Constant) and isinstance(name.value, str):
                        rules.add(name.value)
    assert len(rules) > 30, "the rules are found in the source"
    broken = {mutation.rule for mutation in UNREADABLE + SHAPE + PLAYABLE + REGISTRIES}
    assert rules - broken - OTHER_TESTS == set()
