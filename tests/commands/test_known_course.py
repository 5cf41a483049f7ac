"""What is kept of another course saves reading it for the first page, and never tells anything else than its files do."""

from __future__ import annotations

import io
import json
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from safeclass.cli import main
from safeclass.commands.known_course import known_index
from safeclass.course.course import Course
from safeclass.paths import index_file, registries_file


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAFECLASS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def visit(course_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Look at the list of lessons of a course, and leave."""

    def look(*options: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("q\n"))
        assert main(["learn", "--plain", "--course", str(course_folder), "--language", "en", *options]) == 0

    return look


def first_page(course: Course) -> list[tuple[str, object]]:
    return [(name, thing) for name, _mark, thing in course.read_first()]


def test_after_one_visit_the_first_page_is_there_without_reading_yaml(course_folder: Path, visit: Callable[..., None]) -> None:
    visit()
    assert stat.S_IMODE(index_file().stat().st_mode) == 0o600
    program = f"""
import sys
from pathlib import Path
from safeclass.commands.known_course import known_index
from safeclass.course.course import Course
course = Course(Path({str(course_folder)!r}), known_index())
assert course.short_channels and all(map(course.head, course.lesson_ids))
print("yaml" in sys.modules, [course.head(name).title["en"] for name in course.lesson_ids])
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split(maxsplit=1) == ["False", "['OK to take it?', 'A short lesson']\n"]
    assert first_page(Course(course_folder, known_index())) == first_page(Course(course_folder))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("course.yaml", "A small course", "A large course"),
        ("channels.yaml", '"urgent"', '"at once"'),
        ("lessons/short-one.yaml", "A short lesson", "A brief lesson"),
    ],
)
def test_what_an_author_changes_is_seen_at_once(
    name: str, old: str, new: str, course_folder: Path, visit: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    visit()
    path = course_folder / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    capsys.readouterr()
    visit()
    assert (new.strip('"') in capsys.readouterr().out) or name == "course.yaml"
    assert first_page(Course(course_folder, known_index())) == first_page(Course(course_folder))


def test_what_its_lessons_cite_is_kept_too_once_one_was_opened(course_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n?\nq\n"))
    assert main(["learn", "--plain", "--course", str(course_folder), "--language", "en"]) == 0
    assert stat.S_IMODE(registries_file().stat().st_mode) == 0o600
    known = Course(course_folder).registry
    assert Course(course_folder, known_index()).registry == known
    words = registries_file().read_text(encoding="utf-8")
    registries_file().write_text(words.replace("Police answer", "\u202eresnop", 1), encoding="utf-8")
    assert Course(course_folder, known_index()).registry == known
    path = course_folder / "channels.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("Police answer", "Officers answer", 1), encoding="utf-8")
    assert Course(course_folder, known_index()).registry == Course(course_folder).registry != known


@pytest.mark.parametrize("option", ["--guest", "--classroom"])
def test_whoever_is_to_leave_nothing_leaves_nothing(option: str, home: Path, visit: Callable[..., None]) -> None:
    visit(option)
    assert not home.exists()


def test_of_a_course_with_a_fault_nothing_is_kept(course_folder: Path, visit: Callable[..., None]) -> None:
    path = course_folder / "course.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    course = Course(course_folder)
    assert course.faults
    visit()
    assert not index_file().exists()


def change(entries: Any, path: str, value: object) -> None:
    *way, last = path.split(" ")
    for key in way:
        entries = entries[int(key) if key.isdigit() else key]
    entries[last] = value


@pytest.mark.parametrize(
    ("at", "value"),
    [
        ("lessons/short-one.yaml holds title en", "\x1b[2J"),
        ("lessons/short-one.yaml holds title en", "\u202eA short lesson"),
        ("lessons/short-one.yaml holds title en", 5),
        ("lessons/short-one.yaml holds title", ["A short lesson"]),
        ("lessons/short-one.yaml holds title", None),
        ("lessons/short-one.yaml holds minutes", "8"),
        ("course.yaml holds languages", {"ko": {}}),
        ("course.yaml holds units", "every-kind"),
        ("course.yaml holds", None),
        ("channels.yaml holds channels 0 number", 112),
    ],
)
@pytest.mark.parametrize("escapes", [True, False])
def test_what_others_put_there_is_not_shown(
    at: str, value: object, escapes: bool, course_folder: Path, visit: Callable[..., None]
) -> None:
    visit()
    entries = json.loads(index_file().read_text(encoding="utf-8"))
    change(entries, at, value)
    index_file().write_text(json.dumps(entries, ensure_ascii=escapes), encoding="utf-8")
    assert first_page(Course(course_folder, known_index())) == first_page(Course(course_folder))


@pytest.mark.parametrize("held", [b"", b"{", b"\xff", b"[]", b"null", b"[" * 100_000])
def test_what_is_no_index_is_written_anew(held: bytes, visit: Callable[..., None]) -> None:
    visit()
    good = index_file().read_bytes()
    index_file().write_bytes(held)
    visit()
    assert index_file().read_bytes() == good
