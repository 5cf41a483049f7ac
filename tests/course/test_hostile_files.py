"""Files that were written to hurt, or by accident do: each is answered within a second, with faults and without a crash."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import tracemalloc
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course, NoCourse
from safeclass.course.fault import Fault
from safeclass.course.lesson_file import read_lesson
from safeclass.course.model import Lesson, identity
from safeclass.course.registry import Registry
from safeclass.session.session import Session

SMALL_COURSE = Path(__file__).parent / "small_course"
GOOD = (SMALL_COURSE / "lessons" / "every-kind.yaml").read_text(encoding="utf-8")
LANGUAGES = ("ko", "en")
KNOWN = Course(SMALL_COURSE).registry
LONGEST = 1.0
"""Seconds of computing that any file may take."""

HEAD = """\
lesson: short-one
title: {ko: 가, en: a}
aim: {ko: 가, en: a}
minutes: 1
can_do: []
turn_to: []
cards:
"""
SCENE = """\
- scene: a
  room: {ko: 가, en: a}
  intro: {ko: 가, en: a}
  people: [{id: p, name: {ko: 가, en: a}}]
  follows: p
  start: n0
  nodes:
"""
PAGE = "- page: p\n  title: {ko: 가, en: a}\n  text: {ko: '가', en: a}\n"
THINK = "- think: t\n  ask: {ko: 가, en: a}\n  lines:\n"
LINE = "  - {{id: l{}, text: {{ko: 가, en: a}}}}\n"


def chain(count: int) -> str:
    """A scene of many nodes, each leading to the next."""
    ways = (f"ways: [{{to: n{number + 1}, text: {{ko: 가, en: a}}}}]" for number in range(count - 1))
    return (
        SCENE
        + "".join(f"  - {{node: n{number}, lines: [], {way}}}\n" for number, way in enumerate(ways))
        + (f"  - {{node: n{count - 1}, lines: []}}\n")
    )


def bomb() -> str:
    """Few bytes that unfold to nine to the ninth."""
    lists = ["&a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        lists.append(f"&{name} [{', '.join([f'*{before}'] * 9)}]")
    return "".join(f"- {words}\n" for words in lists)


HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "100 KB of [": ("[" * 100_000, "too-deep"),
    "100 KB of {": ("{" * 100_000, "too-deep"),
    "100 KB of - ": ("- " * 50_000, "too-deep"),
    "100 KB of ? ": ("? " * 50_000, "too-deep"),
    "some brackets": ("[" * 4_999, "yaml-syntax"),
    "closed brackets": (HEAD + "- " + "[" * 4_990 + "]" * 4_990, "not-mapping"),
    "deep mappings": ("\n".join(" " * depth + "a:" for depth in range(1_300)), "unknown-key"),
    "deep lists": (HEAD + "\n".join(" " * depth + "-" for depth in range(1_300)), "not-mapping"),
    "alias bomb": (HEAD + bomb(), "not-mapping"),
    "alias bomb in words": (HEAD.replace("{ko: 가, en: a}\naim", "{ko: &t 가, en: *t}\nx:\n" + bomb() + "aim"), "unknown-key"),
    "recursive alias": (HEAD.replace("can_do: []", "can_do: &c [*c]") + "- page: x\n", "alias"),
    "recursive words": (HEAD.replace("aim: {ko: 가, en: a}", "aim: &a {ko: *a, en: *a}"), "not-scalar"),
    "recursive lesson": ("&lesson\n" + HEAD + "- *lesson\n", "alias"),
    "unknown alias": (HEAD + "- *nowhere\n", "yaml-syntax"),
    "50 MB in one word": ("lesson: " + "a" * 50_000_000, "too-large"),
    "10,000 keys": (HEAD + "".join(f"k{number}: 1\n" for number in range(10_000)), "unknown-key"),
    "10,000 languages": (HEAD.replace("aim: {", "aim: {" + "".join(f"l{n}: x, " for n in range(10_000))), "unknown-language"),
    "10,000 citations": (HEAD + PAGE.replace("'가'", "'" + "{a}" * 10_000 + "'"), "unknown-fact"),
    "10,000 bold signs": (HEAD + PAGE.replace("'가'", "'" + "**" * 10_000 + "'"), ""),
    "2,000 nodes": (HEAD + chain(2_000), ""),
    "2,000 lone nodes": (HEAD + SCENE + "".join(f"  - {{node: n{n}, lines: []}}\n" for n in range(2_000)), "unreachable"),
    "2,000 nodes that lead nowhere": (HEAD + chain(2_000).replace("to: n", "to: x"), "unknown-name"),
    "6,000 lines twice": (HEAD + THINK + "".join(LINE.format(number // 2) for number in range(6_000)), "duplicate-id"),
    "2,000 cards of one name": (HEAD + PAGE * 2_000, "duplicate-id"),
    "NUL": (HEAD + "\0", "control-character"),
    "escape sequence": (HEAD + "# \x1b[2J", "control-character"),
    "C1 control": (HEAD + "# \x9b2J", "control-character"),
    "right to left": (HEAD + "# \u202e", "control-character"),
    "Hangul that is not there": (HEAD + "# \u3164", "control-character"),
    "written escape sequence": (HEAD.replace("en: a}\naim", 'en: "\\e[2J"}\naim'), "control-character"),
    "written bell in a key": (HEAD + '"\\a": x\n', "control-character"),
    "not a character": (HEAD + "# \uffff", ""),
    "half a character": (HEAD.encode() + b"# \xed\xa0\x80", "not-utf-8"),
    "half a character, written": (HEAD + 'x: "\\ud800"', "yaml-syntax"),
    "CP949": (HEAD.encode("cp949"), "not-utf-8"),
    "UTF-16": (HEAD.encode("utf-16"), "not-utf-8"),
    "UTF-16 without a mark": (HEAD.encode("utf-16-le"), "not-utf-8"),
    "binary": (bytes(range(256)) * 400, "not-utf-8"),
    "tabs": ("lesson: x\n\ttitle: y\n", "yaml-syntax"),
    "merge key": (HEAD + "<<: {minutes: 2}\n", "unknown-key"),
    "merge key in words": (HEAD.replace("aim: {", "aim: {<<: {fr: x}, "), "unknown-language"),
    "custom tag": (HEAD.replace("minutes: 1", "minutes: !eval 1"), "tag"),
    "Python tag": (HEAD.replace("minutes: 1", "minutes: !!python/object/apply:os.abort []"), "not-scalar"),
    "binary tag": (HEAD.replace("minutes: 1", "minutes: !!binary MQ=="), "not-a-number"),
    "list as a key": (HEAD + "? [a]\n: b\n", "unknown-key"),
    "mapping as a key": (HEAD + "? {a: b}\n: c\n", "unknown-key"),
    "itself as a key": ("&x {? *x : y}", "unknown-key"),
    "decomposed id": (HEAD.replace("lesson: short-one", "lesson: " + unicodedata.normalize("NFD", "짧은-것")), "bad-id"),
    "two documents": (HEAD + "---\n" + HEAD, "yaml-syntax"),
    "a directive": ("%YAML 9.9\n---\n" + HEAD, "yaml-syntax"),
}
"""What a file holds, and the rule it breaks; none where it only has to be read in time."""


@pytest.mark.parametrize(("held", "rule"), HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_lesson_is_answered_in_time_and_alone(held: str | bytes, rule: str, course_folder: Path) -> None:
    path = course_folder / "lessons" / "short-one.yaml"
    path.write_bytes(held.encode() if isinstance(held, str) else held)
    started = time.process_time()
    course = Course(course_folder)
    course.head("short-one")
    _, faults = course.lesson("short-one")
    assert time.process_time() - started < LONGEST
    assert rule in {fault.rule for fault in faults} | {""}
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


STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Signs that do something to a terminal in place of being shown."""


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
    "citations": "{law-keep:을/를} " * 2_000,
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


def is_well_told(fault: Fault) -> bool:
    """Whether a fault has a place in a file, and words that a terminal can be given."""
    words = [fault.say("ko"), fault.say("en"), fault.say_mend("ko"), fault.say_mend("en")]
    is_placed = fault.place.path != "" and fault.place.line >= 0 and fault.place.column >= 0
    return is_placed and all(part.strip() and not STEERING.search(part) for part in words)


def test_a_file_that_is_too_large_is_not_held_in_memory(course_folder: Path) -> None:
    (course_folder / "lessons" / "short-one.yaml").write_bytes(b"lesson: " + b"a" * 50_000_000)
    course = Course(course_folder)
    tracemalloc.start()
    try:
        course.head("short-one")
        assert [fault.rule for fault in course.lesson("short-one")[1]] == ["too-large"]
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("written", ["\ufeff", "---\n", "# a remark\n", "\r\n"])
def test_what_editors_add_does_no_harm(written: str, course_folder: Path, faults_in: Callable[[Path], list[Fault]]) -> None:
    path = course_folder / "lessons" / "every-kind.yaml"
    path.write_bytes((GOOD.replace("\n", "\r\n") if written == "\r\n" else written + GOOD).encode())
    assert faults_in(course_folder) == []
    lesson, _ = Course(course_folder).lesson("every-kind")
    good, _ = Course(SMALL_COURSE).lesson("every-kind")
    assert lesson == good
    assert Course(course_folder).head("every-kind") == Course(SMALL_COURSE).head("every-kind")


def test_decomposed_hangul_is_read_as_composed() -> None:
    lesson, faults = read_lesson(unicodedata.normalize("NFD", GOOD).encode(), "every-kind", "x.yaml", LANGUAGES, KNOWN)
    good, _ = read_lesson(GOOD.encode(), "every-kind", "x.yaml", LANGUAGES, KNOWN)
    assert not faults
    assert lesson == good


def test_decomposed_hangul_that_is_written_as_escapes_is_read_as_composed() -> None:
    words = GOOD.replace('title: {ko: "찍어도 돼?"', r'title: {ko: "\u1112\u1161\u11ab"')
    lesson, _ = read_lesson(words.encode(), "every-kind", "x.yaml", LANGUAGES, KNOWN)
    assert lesson is not None
    assert lesson.title["ko"] == "한"


LOOKS_LIKE_ELSE = ["0117", "No", "24:00", "2026-11-22", "1e3", "0x1F", "~", "null", "yes", "1_000", ".5", "+1366"]


@pytest.mark.parametrize("written", LOOKS_LIKE_ELSE)
def test_words_that_yaml_takes_for_something_else_stay_as_written(written: str, course_folder: Path) -> None:
    path = course_folder / "channels.yaml"
    words = path.read_text(encoding="utf-8").replace('number: "1366"', f"number: {written}")
    words = words.replace('"디지털성범죄 상담"', written).replace('"Digital sexual crime"', written)
    path.write_text(words, encoding="utf-8")
    course = Course(course_folder)
    channel = course.channels["1366"]
    assert channel.number == written
    assert channel.name["ko"] == channel.name["en"] == written
    assert course.faults == []


def test_an_id_may_look_like_a_number(course_folder: Path, faults_in: Callable[[Path], list[Fault]]) -> None:
    for path in course_folder.rglob("*.yaml"):
        path.write_text(path.read_text(encoding="utf-8").replace('"1366"', "1366").replace('"112"', "112"), encoding="utf-8")
    assert faults_in(course_folder) == []
    assert list(Course(course_folder).channels) == ["112", "1366", "school"]


def test_what_is_no_file_is_told_as_such(course_folder: Path) -> None:
    lessons = course_folder / "lessons"
    (lessons / "every-kind.yaml").unlink()
    (lessons / "every-kind.yaml").mkdir()
    (lessons / "short-one.yaml").unlink()
    (lessons / "short-one.yaml").symlink_to("short-one.yaml")
    course = Course(course_folder)
    for name in ("every-kind", "short-one"):
        lesson, faults = course.lesson(name)
        assert lesson is None
        assert [fault.rule for fault in faults] == ["unreadable"]
        assert course.head(name) is None
    assert set(course.files()) == {"lessons/every-kind.yaml", "lessons/short-one.yaml"}


def test_a_file_that_may_not_be_read_is_told_as_such(course_folder: Path) -> None:
    course = Course(course_folder)
    assert course.lesson("every-kind")[0] is not None, "everything that reading needs is imported"
    path = course_folder / "lessons" / "short-one.yaml"
    path.chmod(0)
    is_root = os.geteuid() == 0
    if is_root:
        for folder in (course_folder, *course_folder.parents):
            if folder.owner() == "root" and str(folder).startswith("/tmp/"):
                folder.chmod(folder.stat().st_mode | 0o111)
        os.seteuid(65534)
    try:
        lesson, faults = course.lesson("short-one")
    finally:
        if is_root:
            os.seteuid(0)
    assert lesson is None
    assert [fault.rule for fault in faults] == ["unreadable"]


ENDLESS = """
import resource, sys
from pathlib import Path
resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))
from safeclass.course.course import Course
course = Course(Path(sys.argv[1]))
print(course.head("short-one"), [fault.rule for fault in course.lesson("short-one")[1]])
"""


@pytest.mark.parametrize("kind", ["a pipe that nobody writes to", "a device without an end"])
def test_what_has_no_end_is_not_read_to_its_end(kind: str, course_folder: Path) -> None:
    path = course_folder / "lessons" / "short-one.yaml"
    path.unlink()
    if kind.startswith("a pipe"):
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    ended = subprocess.run(
        [sys.executable, "-c", ENDLESS, str(course_folder)], capture_output=True, text=True, timeout=5, check=False
    )
    assert ended.stderr == ""
    assert ended.stdout.split()[0] == "None"
    assert ended.stdout.split()[1] in ("['unreadable']", "['too-large']")


def test_a_folder_of_lessons_that_is_no_folder_lists_none(course_folder: Path) -> None:
    lessons = course_folder / "lessons"
    for path in lessons.iterdir():
        path.unlink()
    lessons.rmdir()
    lessons.write_text("not a folder", encoding="utf-8")
    course = Course(course_folder)
    assert list(course.files()) == []
    assert [fault.rule for fault in course.lesson("every-kind")[1]] == ["unreadable"]


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


def test_the_reader_needs_no_registry() -> None:
    lesson, faults = read_lesson(GOOD.encode(), "every-kind", "x.yaml", LANGUAGES, Registry())
    assert lesson is not None
    assert {fault.rule for fault in faults} == {"unknown-fact", "unknown-name"}
