"""What a hand slips on while it types YAML is told where it slipped, in plain words, and never in those of the parser."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from safeclass.course import yaml_file
from safeclass.course.fault import Fault
from safeclass.course.model import Choice
from safeclass.course.reading import Reading

HERE = "<?>"
"""Stands before the words that the fault is to be told at; it is not written."""

SLIPS = [
    ("tab", "lesson: a\n<?>\ttitle: b\n"),
    ("tab", "cards:\n- page: a\n<?>\ttitle: b\n"),
    ("tab", "cards:\n  - page: a\n  <?>\ttitle: b\n"),
    ("never closed", 'title: <?>"법에도 있어요\nminutes: 10\n'),
    ("do not pair", 'title: {ko: "찍어도 돼?, en: "<?>OK to take it?"}\nminutes: 10\n'),
    ("do not pair", 'title: "법\naim: "<?>물어요"\n'),
    ("do not pair", "ko: '장난'<?>이라는 말\n"),
    ("do not pair", "en: 'It'<?>s fine'\n"),
    ("second ':'", "title: 법<?>: 무엇이 바뀌었나\n"),
    ("full-width", "title<?>： 법\nminutes: 10\n"),
    ("full-width", "lesson: a\n- title<?>：법\n  minutes: 10\n"),
    ("begin with '!'", "title: {ko: <?>!좋아요, en: a}\n"),
    ("begin with '%'", "title: <?>%는 무엇인가\n"),
    ("begin with '@'", "title: <?>@친구\n"),
    ("begin with '*'", "ko: <?>**굵게** 써요\n"),
    ("begin with '*'", "ko: <?>*별\n"),
    ("begin with '{'", "ko: <?>{fault} 말해도 돼요.\n"),
    ("begin with '{'", "ko: <?>{1366:을/를} 눌러요.\n"),
    ("begin with '{'", "- <?>{law-keep}이에요\n"),
    ("never closed", "title: <?>{ko: 법, en: The law\nminutes: 10\n"),
    ("never closed", "turn_to: <?>[school, danuri\nminutes: 10\n"),
    ("too many", 'title: {ko: "법", en: "The law"}<?>}\n'),
    ("no comma", 'title: {ko: "법" <?>en: "The law"}\n'),
    ("no key", "lesson: a\n<?>minutes 10\ntitle: b\n"),
    ("no key", "ko: |\n<?>안녕하세요\nen: |\n  Hello\n"),
    ("No space", "lesson: a\n<?>minutes:10\ntitle: b\n"),
    ("further in", "cards:\n- page: a\n   <?>title: b\n"),
    ("not line up", "cards:\n  - page: a\n <?>title: b\n"),
    ("not line up", "cards:\n  - page: a\n <?>- page: b\n"),
    ("This comma is a full-width one", 'title: {ko: "법"<?>， en: "The law"}\n'),
    ("No space", "cards:\n- page: a\n  title: b\n<?>-ox: c\n  say: d\n"),
    ("backslash", 'title: "법<?>\\ㅎ"\n'),
    ("another file", "lesson: a\n<?>---\ntitle: b\n"),
    ("line of '|'", "ko: | <?>안녕하세요\n"),
    ("comment", "title: {ko: 번호, en: <?>#0117}\n"),
    ("comment", "title: {ko: <?>#0117, en: the number}\nminutes: 10\n"),
]
"""Words of what is told in English, and what was typed."""


def typed(words: str) -> tuple[str, tuple[int, int]]:
    """The words as they were typed, and the line and column of the slip."""
    start = words.index(HERE)
    return words.replace(HERE, ""), (words.count("\n", 0, start) + 1, start - words.rfind("\n", 0, start))


def fault_of(words: str) -> Fault:
    with pytest.raises(yaml_file.Unreadable) as told:
        yaml_file.compose(words, "lessons/a.yaml")
    return told.value.fault


@pytest.mark.parametrize(("told", "words"), SLIPS)
def test_a_slip_is_told_where_it_is_and_in_both_languages(told: str, words: str) -> None:
    as_typed, place = typed(words)
    fault = fault_of(as_typed)
    assert told in fault.say("en")
    assert (fault.place.line, fault.place.column) == place
    for part in (fault.say("ko"), fault.say_mend("ko")):
        assert re.search("[가-힣]", part)
        assert not re.search(r"[A-Za-z]{3,}", re.sub(r"'[^']*'|Tab", "", part)), "no words of the parser"


@pytest.mark.parametrize(("told", "words"), SLIPS)
def test_the_parser_that_is_written_in_python_leads_to_the_same_words(
    told: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_file, "_loader", lambda **_kind: yaml.SafeLoader)
    as_typed, (line, _column) = typed(words)
    fault = fault_of(as_typed)
    assert told in fault.say("en")
    assert fault.place.line == line


@pytest.mark.parametrize(
    ("rule", "told", "words"),
    [
        ("unknown-key", "full-width", "choice: a\n<?>ask：{ko: 가}\n"),
        ("unknown-key", "'ask:{ko'", "<?>ask:{ko: 가}\nchoice: a\n"),
        ("unknown-key", "'-choice'", "<?>-choice: a\n"),
        ("unknown-language", "'ko:\"가\"'", 'choice: a\nask: {<?>ko:"가", en:"a"}\n'),
        ("unknown-key", "Is 'options' meant?", "choice: a\n<?>optoins: []\n"),
        ("unknown-language", "comma before 'only me'", "choice: a\nask: {ko: 가, en: you, <?>only me}\n"),
        ("unknown-key", "Keys here are: choice,", "choice: a\n<?>colour: []\n"),
        ("tag", "double quotes", "choice: a\nask: {ko: <?>!so , en: a}\n"),
    ],
)
def test_a_slip_that_yaml_does_not_notice_is_told_by_the_reader(rule: str, told: str, words: str) -> None:
    as_typed, place = typed(words)
    reading = Reading("lessons/a.yaml", ("ko", "en"))
    reading.read(as_typed.encode(), Choice)
    found: list[Any] = [fault for fault in reading.faults if fault.rule == rule]
    assert told in f"{found[0].say('en')} {found[0].say_mend('en')}"
    assert (found[0].place.line, found[0].place.column) == place
