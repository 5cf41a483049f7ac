"""What is no file, has no end or may not be read; what editors add; and words that look like something else."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile import GOOD, KNOWN, LANGUAGES, SMALL_COURSE

from safeclass.course.course import Course
from safeclass.course.fault import Fault
from safeclass.course.lesson_file import read_lesson


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


LOOKS_LIKE_ELSE = ["0117", "No", "24:00", "2026-11-22", "1e3", "0x1F", "yes", "1_000", ".5", "+1366"]


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


@pytest.mark.parametrize("written", ["~", "null", "NULL"])
def test_what_means_nothing_to_yaml_is_words_only_in_quotes(written: str, course_folder: Path) -> None:
    path = course_folder / "channels.yaml"
    words = path.read_text(encoding="utf-8")
    path.write_text(words.replace('number: "1366"', f'number: "{written}"'), encoding="utf-8")
    assert Course(course_folder).channels["1366"].number == written
    path.write_text(words.replace('number: "1366"', f"number: {written}"), encoding="utf-8")
    course = Course(course_folder)
    assert "1366" not in course.channels
    assert [fault.rule for fault in course.faults] == ["empty-text"]


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
        [sys.executable, "-c", ENDLESS, str(course_folder)], capture_output=True, text=True, timeout=30, check=False
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
