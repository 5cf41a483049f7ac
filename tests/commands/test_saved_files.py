"""Files that somebody is working on: every way an editor saves is seen, and nothing else is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from safeclass.commands.saved_files import SavedFiles


def beside(file: Path, words: str) -> None:
    """Save as many editors do: a new file, then put in the place of the old one."""
    new = file.with_name(file.name + ".new")
    new.write_text(words, encoding="utf-8")
    os.replace(new, file)


def same_day(file: Path, words: str) -> None:
    """Put a file of the same size and time in the place of the old one."""
    before = file.stat()
    beside(file, words)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


SAVES: dict[str, Callable[[Path], object]] = {
    "written over": lambda file: file.write_text("lesson: other\n", encoding="utf-8"),
    "cut to nothing": lambda file: file.write_bytes(b""),
    "put in its place": lambda file: beside(file, "lesson: other\n"),
    "put in its place with its size and time": lambda file: same_day(file, "lesson: b\n"),
    "deleted": lambda file: file.unlink(),
    "turned into a folder": lambda file: (file.unlink(), file.mkdir()),
    "touched": lambda file: os.utime(file, ns=(1, 1)),
}


@pytest.mark.parametrize("how", SAVES)
def test_a_save_is_seen_once(how: str, tmp_path: Path) -> None:
    file, other = tmp_path / "a.yaml", tmp_path / "b.yaml"
    file.write_text("lesson: a\n", encoding="utf-8")
    other.write_text("lesson: b\n", encoding="utf-8")
    files = SavedFiles(tmp_path, ["a.yaml", "b.yaml"])
    assert files.changed() == set()
    SAVES[how](file)
    assert files.changed() == {"a.yaml"}
    assert files.changed() == set()


def test_a_file_may_come_later_and_reading_is_no_save(tmp_path: Path) -> None:
    files = SavedFiles(tmp_path, ["a.yaml", "lessons/b.yaml"])
    assert files.changed() == set()
    (tmp_path / "a.yaml").write_text("a", encoding="utf-8")
    assert files.changed() == {"a.yaml"}
    (tmp_path / "a.yaml").read_text(encoding="utf-8")
    assert files.changed() == set()


def test_the_folder_may_go(tmp_path: Path) -> None:
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "a.yaml").write_text("a", encoding="utf-8")
    files = SavedFiles(folder, ["a.yaml"])
    os.rename(folder, tmp_path / "elsewhere")
    assert files.changed() == {"a.yaml"}
    os.rename(tmp_path / "elsewhere", folder)
    assert files.changed() == {"a.yaml"}
