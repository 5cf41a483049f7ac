"""What is remembered of the last check saves looking again, and never tells anything else than looking again would."""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safeclass.commands import last_check
from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course
from safeclass.course.fault import Fault, NoCourse
from safeclass.course.rules.review import read_review

SMALL_COURSE = Path(__file__).parents[1] / "course" / "small_course"
TODAY = date(2026, 11, 22)
SHORT = "lessons/short-one.yaml"
EDITS = (
    (SHORT, '"물어봐요."', '"물어봐요!"'),
    (SHORT, '"Ask."}\nturn_to', '"Ask now."}\nturn_to'),
    (SHORT, 'en: "Asking tells."', 'en: "{law-until-2024}"'),
    (SHORT, "lesson: short-one", "lesson: short-on"),
    ("lessons/every-kind.yaml", "minutes: 10", "minutes: ten"),
    ("course.yaml", "most: 12", "most: 7"),
    ("course.yaml", "[every-kind, short-one]", "[every-kind]"),
    ("facts.yaml", 'ko: "3년 이하 징역 또는', 'ko: "5년 이하 징역 또는'),
    ("facts.yaml", "fact: law-keep\n", "fact: law-kept\n"),
    ("terms.yaml", "terms:", "terms: {}\nother:"),
)
"""What an author does and takes back again: a file, what stood in it, what stands in it then."""


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "home" / "checked.json"


@pytest.fixture
def broken(course_folder: Path) -> Path:
    """A course with a fault in each lesson."""
    edit(course_folder, SHORT, "물으면 알아요.", "물으면 알아요!")
    edit(course_folder, "lessons/every-kind.yaml", "한 번 더 물어요.", "한 번 더 물어요!")
    return course_folder


def edit(folder: Path, name: str, old: str, new: str) -> None:
    """Put one run of words in the place of another; where it is there already, back again."""
    path = folder / name
    words = path.read_text(encoding="utf-8")
    old, new = (new, old) if new in words else (old, new)
    assert old in words
    path.write_text(words.replace(old, new, 1), encoding="utf-8")


def told(folder: Path, memory: Path | None, *wanted: str) -> list[Fault]:
    try:
        course = Course(folder)
    except NoCourse as refused:
        return refused.faults
    return sorted(
        set_of_faults(course, TODAY, [Path(path) for path in wanted], memory=memory), key=lambda fault: (fault.place, fault.rule)
    )


def told_of(path: str, faults: list[Fault]) -> list[Fault]:
    return [fault for fault in faults if fault.place.path == path]


def change(memory: Path, how: Callable[[Any], object]) -> None:
    """Change what is remembered."""
    kept = json.loads(memory.read_text(encoding="utf-8"))
    how(kept)
    memory.write_text(json.dumps(kept), encoding="utf-8")


@settings(max_examples=12)
@given(st.lists(st.lists(st.sampled_from(EDITS), min_size=1, max_size=3, unique=True), max_size=5), st.booleans())
def test_whatever_an_author_edits_the_same_is_told_as_without_memory(days: list[list[Any]], is_reviewed: bool) -> None:
    with TemporaryDirectory() as there:
        folder, memory = Path(there, "course"), Path(there, "checked.json")
        shutil.copytree(SMALL_COURSE, folder)
        if is_reviewed:
            (folder / "reviewed").mkdir()
        assert told(folder, memory) == told(folder, None)
        for edits in days:
            for name, old, new in edits:
                edit(folder, name, old, new)
            # Of one file no registry is told, and from a memory none of them is read again.
            assert told_of(SHORT, told(folder, memory, SHORT)) == told_of(SHORT, told(folder, None, SHORT))
            for _ in range(2):
                assert told(folder, memory) == told(folder, None)


def test_a_lesson_in_which_nothing_changed_is_not_looked_at_again(broken: Path, memory: Path) -> None:
    before = told(broken, memory)
    assert sum(fault.rule == "exclamation" for fault in before) == 2

    def move(kept: Any) -> None:
        for entry in kept["lessons"].values():
            for fault in entry["faults"]:
                fault[1] = 777

    change(memory, move)
    assert sum(fault.place.line == 777 for fault in told(broken, memory)) == 2
    edit(broken, SHORT, '"물어봐요."', '"물어볼까요?"')
    assert {fault.place.path for fault in told(broken, memory) if fault.place.line == 777} == {"lessons/every-kind.yaml"}
    edit(broken, "facts.yaml", "2,145", "2,146")
    assert told(broken, memory) == told(broken, None)


def test_of_one_lesson_the_registries_are_not_read_again(broken: Path, memory: Path) -> None:
    before = told_of(SHORT, told(broken, memory, SHORT))
    registries = memory.with_name("registries.json")
    kept = registries.read_text(encoding="utf-8")
    assert '"fact":"survey"' in kept
    registries.write_text(kept.replace('"fact":"survey"', '"fact":"surveys"'), encoding="utf-8")
    edit(broken, SHORT, "Asking tells.", "{survey}")
    assert "unknown-fact" in {fault.rule for fault in told(broken, memory, SHORT)}, "it was taken from the memory"
    edit(broken, "facts.yaml", "2,145", "2,146")
    assert "unknown-fact" not in {fault.rule for fault in told(broken, memory, SHORT)}, "the file is another one now"
    edit(broken, SHORT, "Asking tells.", "{survey}")
    assert told_of(SHORT, told(broken, memory, SHORT)) == before


def test_registries_with_a_fault_are_read_with_care_each_time(broken: Path, memory: Path) -> None:
    edit(broken, "facts.yaml", "confidence: medium", "confidence: middling")
    told(broken, memory)
    assert not memory.with_name("registries.json").exists()
    assert told_of(SHORT, told(broken, memory, SHORT)) == told_of(SHORT, told(broken, None, SHORT))


def test_another_version_of_the_program_looks_at_everything(broken: Path, memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = told(broken, memory)
    change(memory, lambda kept: [entry["faults"].clear() for entry in kept["lessons"].values()])
    assert len(told(broken, memory)) < len(before)
    monkeypatch.setattr(last_check, "program", lambda: b"another")
    assert told(broken, memory) == before


def test_what_is_edited_while_it_is_checked_is_looked_at_again(
    broken: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = Course.lesson

    def edited_meanwhile(course: Course, lesson: str, *rest: Any) -> Any:
        found = look(course, lesson, *rest)
        if lesson == "short-one":
            edit(broken, SHORT, '"물어봐요."', '"물어봐요!"')
        return found

    with monkeypatch.context() as patch:
        patch.setattr(Course, "lesson", edited_meanwhile)
        told(broken, memory)
    assert sum(fault.rule == "exclamation" for fault in told(broken, memory)) == 3


def test_what_was_remembered_before_a_first_review_is_taken_into_it(course_folder: Path, memory: Path) -> None:
    told(course_folder, memory)
    review = read_review(course_folder, is_begun=True)
    list(set_of_faults(Course(course_folder), TODAY, review=review, memory=memory))
    assert {"lessons/every-kind.yaml", SHORT} < review.records().keys()


HOSTILE = {
    "steers the terminal": lambda fault: fault.__setitem__(4, "\x1b[2J"),
    "asks for more than it has": lambda fault: fault.__setitem__(4, "{nothing}"),
    "has no words": lambda fault: fault.__setitem__(4, 5),
    "has another weight": lambda fault: fault.__setitem__(7, "heavy"),
    "stands nowhere": lambda fault: fault.__setitem__(1, "one"),
    "has strange names": lambda fault: fault.__setitem__(6, ["least"]),
    "is cut off": lambda fault: fault.pop(),
}


@pytest.mark.parametrize("how", HOSTILE)
def test_a_fault_that_was_not_kept_by_us_is_found_anew(how: str, broken: Path, memory: Path) -> None:
    before = told(broken, memory)
    change(memory, lambda kept: [HOSTILE[how](fault) for entry in kept["lessons"].values() for fault in entry["faults"]])
    assert told(broken, memory) == before


@pytest.mark.parametrize("held", [b"", b"{", b"\xff\xfe", b"[]", b"null", b'{"lessons": []}', b"[" * 100_000])
def test_a_memory_that_is_none_is_written_anew(held: bytes, broken: Path, memory: Path) -> None:
    before = told(broken, memory)
    good = memory.read_bytes()
    memory.write_bytes(held)
    assert told(broken, memory) == before
    assert memory.read_bytes() == good


def test_it_is_for_this_user_alone_and_nothing_is_written_through_a_link(broken: Path, memory: Path, tmp_path: Path) -> None:
    told(broken, memory)
    assert stat.S_IMODE(memory.stat().st_mode) == 0o600
    (tmp_path / "elsewhere").write_text("theirs", encoding="utf-8")
    memory.unlink()
    for beside in ("checked.json.new", "checked.json.safeclass-new"):
        os.symlink(tmp_path / "elsewhere", memory.with_name(beside))
    told(broken, memory)
    assert memory.is_file()
    assert (tmp_path / "elsewhere").read_text(encoding="utf-8") == "theirs"


def test_where_nothing_can_be_kept_everything_is_told_all_the_same(broken: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert told(broken, tmp_path / "file" / "checked.json") == told(broken, None)
