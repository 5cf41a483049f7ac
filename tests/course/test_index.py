"""What was made beforehand of the shipped course saves reading it, and never tells anything else than the files do."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from safeclass.course.course import Course
from safeclass.course.index import Index, mark, read_index, write_index
from safeclass.paths import shipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped course, with its index beside it."""
    folder = Path(shutil.copytree(shipped(), tmp_path / "course"))
    write_index(Course(folder), tmp_path / "index.json", tmp_path / "registries.json")
    return folder


def first_page(course: Course) -> list[tuple[str, object]]:
    return [(name, thing) for name, _mark, thing in course.read_first()]


def index_of(folder: Path) -> Index:
    return read_index(folder.parent / "index.json", beyond=folder.parent / "registries.json")


def test_an_indexed_course_tells_what_its_files_tell(folder: Path) -> None:
    told = first_page(Course(folder, index_of(folder)))
    assert told == first_page(Course(folder))
    assert len(told) == 2 + len(Course(folder).ids)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("course.yaml", '"알기"', '"배우기"'),
        ("channels.yaml", '"긴급"', '"급할 때"'),
        ("lessons/not-a-joke.yaml", "minutes: 12", "minutes: 11"),
    ],
)
def test_what_an_author_changes_is_seen_at_once(name: str, old: str, new: str, folder: Path) -> None:
    before = first_page(Course(folder, index_of(folder)))
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    after = first_page(Course(folder, index_of(folder)))
    assert after == first_page(Course(folder))
    assert after != before


def test_what_lessons_cite_is_told_as_its_files_tell_it_without_reading_them(folder: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from safeclass.course.course import Course
from safeclass.course.index import read_index
beside = Path({str(folder.parent)!r})
course = Course(Path({str(folder)!r}), read_index(beside / "index.json", beyond=beside / "registries.json"))
registry = course.registry
print(len(registry.facts), len(registry.sources), len(registry.channels), len(registry.terms), "yaml" in sys.modules)
course.read_ahead()
print("yaml" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    course = Course(folder)
    known = course.registry
    counts = [str(len(part)) for part in (known.facts, known.sources, known.channels, known.terms)]
    assert done.stdout.split() == [*counts, "False", "True"]
    assert Course(folder, index_of(folder)).registry == known
    assert not course.faults


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("facts.yaml", "19세 미만", "20세 미만"),
        ("channels.yaml", '"24시간"', '"낮에만"'),
        ("sources.yaml", "국가법령정보센터", "법령정보센터"),
        ("terms.yaml", "미수범", "미수자"),
    ],
)
def test_what_an_author_changes_in_what_is_cited_is_seen_at_once(name: str, old: str, new: str, folder: Path) -> None:
    before = Course(folder, index_of(folder)).registry
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    after = Course(folder, index_of(folder)).registry
    assert after == Course(folder).registry
    assert after != before


def test_no_reader_is_loaded_for_a_page_that_is_indexed(folder: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from safeclass.course.course import Course
from safeclass.course.index import read_index
course = Course(Path({str(folder)!r}), read_index(Path({str(folder.parent / "index.json")!r})))
assert course.short_channels and all(map(course.head, course.lesson_ids))
print("yaml" in sys.modules or "safeclass.course.reading" in sys.modules)
assert course.lesson(course.lesson_ids[0])[0] is not None
print("yaml" in sys.modules or "safeclass.course.reading" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]


@pytest.mark.parametrize("held", [b"", b"[]", b"{", b"\xff", b"null", b'{"course.yaml": {"of": [1, 2], "holds": {}}}'])
def test_an_index_that_is_no_good_is_as_if_it_were_not_there(held: bytes, folder: Path) -> None:
    (folder.parent / "index.json").write_bytes(held)
    assert first_page(Course(folder, index_of(folder))) == first_page(Course(folder))


@pytest.mark.parametrize("holds", [{}, {"course": "x"}, [], "words", {"units": [1]}])
def test_what_another_version_made_is_read_anew(holds: object, folder: Path) -> None:
    data = (folder / "course.yaml").read_bytes()
    course = Course(folder, Index({"course.yaml": {"of": mark(data), "holds": holds}}))
    assert first_page(course) == first_page(Course(folder))


def test_a_course_with_a_fault_has_no_index(folder: Path) -> None:
    path = folder / "course.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: red\n", encoding="utf-8")
    write_index(Course(folder), folder.parent / "index.json", folder.parent / "registries.json")
    assert [fault.rule for fault in Course(folder, index_of(folder)).faults] == ["unknown-key"]
