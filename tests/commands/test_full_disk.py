"""On a full disk, what a command writes is there whole or not at all: what was there before stays, and nothing lies beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import at_the_shell
import pytest

Captured = pytest.CaptureFixture[str]

ON_A_FULL_DISK = """\
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[1]), resource.RLIM_INFINITY))
from safeclass.cli import main
sys.exit(main(sys.argv[2:]))
"""
"""The program where no file can have more than so many bytes, as on a disk that is full after them."""


@pytest.fixture
def folder(course_folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small course, with the working folder in it."""
    monkeypatch.chdir(course_folder)
    return course_folder


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def run(capsys: Captured, *typed: str) -> tuple[int, str, str]:
    return at_the_shell.run(capsys, *typed, "--language", "en")


def with_room_for(size: int, *typed: str) -> subprocess.CompletedProcess[str]:
    """What comes of a command where a file can have no more than so many bytes."""
    return subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, str(size), *typed, "--language", "en"],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
    )


@pytest.mark.parametrize(
    ("size", "typed", "written"),
    [
        (1024, ("handout", "short-one", "-o", "a.html"), "a.html"),
        (4096, ("handout", "short-one", "-o", "a.html"), "a.html"),
        (0, ("new", "my-lesson"), "lessons/my-lesson.yaml"),
        (1024, ("new", "my-lesson"), "lessons/my-lesson.yaml"),
        (1024, ("check", "--accept"), "reviewed/lessons/every-kind.json"),
        (1024, ("schema",), "course.schema.json"),
    ],
)
def test_on_a_full_disk_nothing_is_left_of_a_file_that_was_begun(
    size: int, typed: Sequence[str], written: str, folder: Path, capsys: Captured
) -> None:
    before = files_in(folder)
    ended = with_room_for(size, *typed)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.splitlines()[-1].endswith("cannot be written.")
    assert files_in(folder) == before
    assert run(capsys, *typed)[0] == 0, "with room again, nothing stands in the way"
    assert written in files_in(folder)


def test_a_good_sheet_stays_as_it_was_where_the_disk_is_full(folder: Path, capsys: Captured) -> None:
    sheet = ("handout", "every-kind", "-o", "a.html")
    assert run(capsys, *sheet, "--today", "2026-11-22")[0] == 0
    before = files_in(folder)
    assert with_room_for(4096, *sheet, "--today", "2026-11-27").returncode == 2
    assert files_in(folder) == before
    assert run(capsys, *sheet, "--today", "2026-11-27")[0] == 0


def test_what_is_remembered_of_a_course_is_remembered_whole_or_not_at_all(folder: Path, home: Path) -> None:
    assert with_room_for(100, "check").returncode == 0
    assert files_in(home) == {}
    assert with_room_for(100_000, "check").returncode == 0
    assert list(files_in(home)) == ["checked.json", "registries.json"]


def test_of_all_lessons_those_are_written_for_which_there_is_room(folder: Path) -> None:
    ended = with_room_for(6000, "handout", "--all", "-o", "sheets")
    assert ended.returncode == 1
    assert list(files_in(folder / "sheets")) == ["short-one.en.html"]
    assert (folder / "sheets" / "short-one.en.html").read_text(encoding="utf-8").endswith("</html>\n")


def test_a_course_whose_list_cannot_be_written_stays_as_it_was(folder: Path) -> None:
    course = folder / "course.yaml"
    course.write_text(course.read_text(encoding="utf-8") + "# one more line\n" * 1000, encoding="utf-8")
    before = files_in(folder)
    ended = with_room_for(12_000, "new", "my-lesson", "--unit", "ask")
    assert ended.returncode == 0
    assert "lessons: [..., my-lesson]" in ended.stdout, "its author is told what to add"
    lesson = str(Path("lessons", "my-lesson.yaml"))
    assert {name: held for name, held in files_in(folder).items() if name != lesson} == before
