"""Whatever a file holds, nothing raises, every fault is well told, and what is left can be played."""

from __future__ import annotations

from typing import Any

import yaml
from hostile import GOOD, KNOWN, LANGUAGES, WITH_CARE, is_well_told
from hypothesis import example, given
from hypothesis import strategies as st

from safeclass.course.card import identity
from safeclass.course.lesson import Lesson
from safeclass.course.lesson_file import read_lesson
from safeclass.course.registry import Registry
from safeclass.course.yaml_file import SEPARATORS
from safeclass.session.session import Session

YAML_SIGNS = [*"[]{},:-?&*!|>'\"%@`#~=\n \t\\", "\n  ", "\n    - ", "\n- ", ": ", "<<: *a", "&a ", "*a", "!x ", "|\n", ">\n"]
ESCAPED = ['"\\e"', '"\\u202e"', '"\\x41"', "---\n", "...\n", "%YAML 1.1\n"]
OF_A_LESSON = ["ko: ", "en: ", "id: ", "text: ", "{ko: 가, en: a}", "lesson: ", "cards:", "choice: ", "scene: ", "node: ", "to: "]
MARKUP = ["right: true", "{law-keep}", "{117:을/를}", "**", "__a__"]
LETTERS = [*"a0가éＡ", "\u1112\u1161", "\u00a0", "\ufeff", "\x00", "\x1b", "\x85", "\u2028", "\uffff", "\U0001f600"]
SIGNS = st.sampled_from(YAML_SIGNS + ESCAPED + OF_A_LESSON + MARKUP + LETTERS)
LINES = GOOD.splitlines(keepends=True)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """The good lesson after one to six changes: lines lost, moved or doubled, words replaced, signs put in."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        match draw(st.integers(0, 5)):
            case 0:
                del lines[at]
            case 1:
                lines.insert(draw(st.integers(0, len(lines))), line)
            case 2:
                other = draw(st.integers(0, len(lines) - 1))
                lines[at], lines[other] = lines[other], line
            case 3:
                column = draw(st.integers(0, len(line)))
                lines[at] = line[:column] + draw(SIGNS) + line[column:]
            case 4:
                start, end = sorted((draw(st.integers(0, len(line))), draw(st.integers(0, len(line)))))
                lines[at] = line[:start] + line[end:]
            case _:
                lines[at] = line[: len(line) - len(line.lstrip())] + draw(st.sampled_from(LINES)).lstrip()
        lines = lines or ["\n"]
    return "".join(lines)


def is_survived(data: bytes) -> bool:
    """Whether a file is read without an exception, every fault is well told, and what is left of it can be played."""
    lesson, faults = read_lesson(data, "every-kind", "lessons/every-kind.yaml", LANGUAGES, KNOWN)
    assert all(is_well_told(fault) for fault in faults), [fault for fault in faults if not is_well_told(fault)]
    assert lesson is not None or faults
    last = data.count(b"\n") + data.count(b"\r") + 1
    assert all(fault.place.line <= last + 1 for fault in faults)
    if lesson is not None:
        play_through(lesson)
    return True


def play_through(lesson: Lesson) -> None:
    session = Session(lesson, (), lambda event: None)
    assert session.total == len(lesson.deck)
    for card in lesson.deck:
        assert session.at == identity(card)
        assert session.phase is not None
        assert session.feedback is None
        session.go_on()
    assert session.is_over


@given(st.lists(SIGNS, max_size=120).map("".join))
@example('"\\e[31m": x')
@example("? [a]\n: b\n? [a]\n: b")
@example("lesson: !%1B[31m x")
def test_nothing_that_looks_like_yaml_raises(words: str) -> None:
    assert is_survived(words.encode())


@given(st.binary(max_size=400))
def test_no_bytes_raise(data: bytes) -> None:
    assert is_survived(data)


@given(mutated())
@example(GOOD.replace("think: my-words", "think: my-hard-part"))
@example(GOOD.replace("start: photo", "start: none"))
@example(GOOD.replace("minutes: 10", "minutes: |\n  ten\n  minutes"))
def test_no_change_to_a_good_lesson_raises(words: str) -> None:
    assert is_survived(words.encode())


@given(mutated())
@example(GOOD.replace("{law-keep}", "{law-sleep}", 1))
@example(GOOD.replace("{law-keep}", "{law-keep:을/은}", 1))
def test_a_changed_lesson_reads_the_same_with_care(words: str) -> None:
    quickly, with_care = (read_lesson(of.encode(), "every-kind", "x.yaml", LANGUAGES, KNOWN) for of in (words, words + WITH_CARE))
    if not any(fault.rule == "yaml-syntax" for fault in (*quickly[1], *with_care[1])):
        assert quickly == with_care


@given(st.lists(st.sampled_from([*YAML_SIGNS, "a", "b"]), max_size=60).map("".join))
def test_few_separators_stand_before_few_things(words: str) -> None:
    try:
        root = yaml.compose(words, Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return
    assert count(root) <= 1 + 3 * sum(map(words.encode().count, SEPARATORS))


def count(node: Any) -> int:
    """How many nodes stand under one, itself among them; an alias counts as what it stands for was counted: not again."""
    seen: set[int] = set()
    left = [node] if node is not None else []
    while left:
        one = left.pop()
        if id(one) not in seen:
            seen.add(id(one))
            if one.id != "scalar":
                left += [part for pair in one.value for part in (pair if one.id == "mapping" else (pair,))]
    return len(seen)


def test_the_reader_needs_no_registry() -> None:
    lesson, faults = read_lesson(GOOD.encode(), "every-kind", "x.yaml", LANGUAGES, Registry())
    assert lesson is not None
    assert {fault.rule for fault in faults} == {"unknown-fact", "unknown-name"}
