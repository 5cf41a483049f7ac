"""The author's guide: its examples pass the checker, its rules are those there are, its commands can be typed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
import yaml
from rule_table import GUIDE, parts_of_the_guide, tables

from safeclass.cli import COMMANDS
from safeclass.commands.check import set_of_faults
from safeclass.course.card import Card, SetAside, kind
from safeclass.course.course import Course
from safeclass.course.fault import Severity
from safeclass.course.lesson import Lesson

WORDS = GUIDE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", WORDS, re.DOTALL)
LESSON_KEYS = ("opening", "closing", "silence")
REGISTRIES = ("facts", "sources", "channels", "terms")
HEAD = """\
lesson: from-the-guide
title: {ko: "안내서의 예", en: "From the guide"}
aim: {ko: "예를 모두 해 봐요", en: "Try every example"}
minutes: 10
can_do:
- {ko: "물어볼 수 있어요.", en: "Ask."}
turn_to: [our-counselling-room, "1366"]
"""


def first_key(example: str) -> str:
    return example.partition(":")[0]


def of(keys: Iterable[str]) -> list[str]:
    return [example for example in EXAMPLES if first_key(example) in keys]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped course with a lesson of every example, and with the guide's entries in the registries."""
    copy = tmp_path_factory.mktemp("guide") / "content"
    shutil.copytree(GUIDE.parent, copy)
    course = copy / "course.yaml"
    course.write_text(course.read_text(encoding="utf-8").replace("least: 8", "least: 1"), encoding="utf-8")
    cards = "cards:\n" + "".join(example for example in EXAMPLES if example.startswith("- "))
    lesson = copy / "lessons" / "from-the-guide.yaml"
    lesson.write_text(HEAD + cards + "".join(of(LESSON_KEYS)), encoding="utf-8")
    for example in of(REGISTRIES):
        path = copy / f"{first_key(example)}.yaml"
        entry = example.partition("\n")[2]
        path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + "\n" + entry, encoding="utf-8")
    return copy


def test_every_example_is_used_here() -> None:
    assert len(EXAMPLES) == 12 + 1 + len(REGISTRIES) + 1 + 1, "of facts there are two: a new one, and one that was replaced"
    assert all(example.startswith("- ") or first_key(example) in (*LESSON_KEYS, *REGISTRIES) for example in EXAMPLES)


def test_there_is_an_example_of_every_kind_of_card_and_none_is_set_aside(folder: Path) -> None:
    lesson, faults = Course(folder).lesson("from-the-guide")
    assert faults == []
    assert isinstance(lesson, Lesson)
    kinds = {member.__name__.lower() for member in Card.__args__ if member is not SetAside}
    assert {kind(card) for card in lesson.cards} == kinds
    assert len(lesson.cards) == len(kinds)


def test_nothing_is_wrong_with_any_example(folder: Path) -> None:
    faults = [fault for fault in set_of_faults(Course(folder), date(2026, 11, 27)) if fault.severity is not Severity.ADVICE]
    assert [f"{fault.place}: {fault.rule}: {fault.say('en')}" for fault in faults] == []


def test_the_rules_are_those_there_are() -> None:
    assert parts_of_the_guide()[1] == tables(), "write them anew: python tests/content/rule_table.py"


def test_every_command_and_option_that_is_named_can_be_typed(capsys: pytest.CaptureFixture[str]) -> None:
    from safeclass.cli import build_parser

    for typed in set(re.findall(r"`safeclass ([^`]+)`", WORDS)):
        command, *rest = typed.split()
        if command in COMMANDS:
            build_parser(command).parse_args([command, *rest])
        else:
            assert command.startswith("--"), typed


def test_every_file_that_is_named_is_there() -> None:
    for name in re.findall(r"`([a-z]+\.yaml)`", WORDS):
        assert (GUIDE.parent / name).is_file(), name


def test_every_fact_channel_and_sentence_that_is_cited_is_there() -> None:
    registry = Course(GUIDE.parent).registry
    outside = re.sub(r"```yaml\n.*?```", "", WORDS, flags=re.DOTALL)
    for name, part in re.findall(r"\{([a-z0-9-]+)(?:\.([a-z_]+))?(?::[^}]*)?\}", outside):
        assert registry.cite(name, part or None) is not None, name


def test_examples_are_yaml_in_both_languages() -> None:
    for example in EXAMPLES:
        assert yaml.safe_load(example)
        assert example.count("ko: ") == example.count("en: ")


def test_every_section_speaks_both_languages() -> None:
    for section in re.split(r"^#+ ", WORDS, flags=re.MULTILINE)[1:]:
        assert re.search("[가-힣]", section)
        assert re.search(r"[A-Za-z]{3,} [a-z]{2,}", section)
