"""A course in a zip is read as its folder is; a zip that was made to hurt is refused, or only what lies in it is not read."""

from __future__ import annotations

import random
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile import is_well_told
from hypothesis import given
from hypothesis import strategies as st
from packing import FILES, LESSON, LIES, NO_ZIPS, SMALL_COURSE, TRAPS, changed, packed

from safeclass.course.course import Course
from safeclass.course.fault import Fault, NoCourse
from safeclass.course.folder import found_at
from safeclass.course.zipped import LARGEST_ZIP

Make = Callable[[Path], object]


def by_name(zips: dict[str, Make]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("make", zips.values(), ids=zips.keys())


def refused(path: Path) -> Fault:
    with pytest.raises(NoCourse) as refusal:
        Course(found_at(path))
    (fault,) = refusal.value.faults
    assert is_well_told(fault)
    return fault


@pytest.mark.parametrize("top", ["", "my-course/"])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_reads_as_its_folder_does(top: str, method: int, tmp_path: Path) -> None:
    zipped, folder = Course(found_at(packed(tmp_path / "c.zip", top, method=method))), Course(SMALL_COURSE)
    assert zipped.title == folder.title
    assert sorted(zipped.files()) == sorted(folder.files())
    assert zipped.registry == folder.registry
    assert zipped.short_channels == folder.short_channels
    for lesson in folder.lesson_ids:
        assert zipped.head(lesson) == folder.head(lesson)
        assert zipped.lesson(lesson) == folder.lesson(lesson)


def test_what_is_no_part_of_a_course_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    names = ("README.md", ".DS_Store", "__MACOSX/._course.yaml", "lesson.schema.json", "lessons/", "lessons/notes.txt")
    others = [(name, b"[") for name in (*names, "lessons/deep/er.yaml", "lessons/Bad Name.yaml")]
    course = Course(found_at(packed(tmp_path / "c.zip", "", *others)))
    assert set(course.files()) == {name for name in FILES if name.startswith("lessons/")}
    assert not course.folder.joinpath("README.md").is_file()


def test_two_courses_side_by_side_are_none(tmp_path: Path) -> None:
    path = packed(tmp_path / "c.zip", "one/", *((f"two/{name}", held) for name, held in FILES.items()))
    assert (refused(path).place.path, refused(path).rule) == ("course.yaml", "unreadable")


@by_name(TRAPS)
def test_a_trap_is_refused_as_a_whole_and_in_little_memory(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "c.zip"
    make(path)
    started = time.process_time()
    tracemalloc.start()
    try:
        assert refused(path).rule == "zip"
        assert tracemalloc.get_traced_memory()[1] < 2 * LARGEST_ZIP + 8_000_000
    finally:
        tracemalloc.stop()
    assert time.process_time() - started < 1


@by_name(NO_ZIPS)
def test_what_is_no_zip_is_told_as_such(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "c.zip"
    make(path)
    tracemalloc.start()
    try:
        assert (refused(path).rule, refused(path).place.path) == ("unreadable", "c.zip")
        assert tracemalloc.get_traced_memory()[1] < 2 * LARGEST_ZIP + 8_000_000
    finally:
        tracemalloc.stop()


@by_name(LIES)
def test_a_lesson_that_the_table_of_contents_lies_about_is_not_read_and_the_others_are(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "c.zip"
    make(path)
    course = Course(found_at(path))
    lesson, faults = course.lesson("short-one")
    assert lesson is None
    assert [(fault.rule, fault.place.path) for fault in faults] == [("unreadable", LESSON)]
    assert course.head("short-one") is None
    assert course.lesson("every-kind")[1] == []


def test_a_lesson_that_is_too_large_is_cut_off_as_it_is_unpacked(tmp_path: Path) -> None:
    hard_to_pack = random.Random(0).randbytes(5_000_000)
    course = Course(found_at(packed(tmp_path / "c.zip", "", ("lessons/large.yaml", hard_to_pack))))
    tracemalloc.start()
    try:
        assert [fault.rule for fault in course.lesson("large")[1]] == ["too-large"]
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("told", [10, 60_000])
def test_a_size_that_is_a_lie_makes_nothing_longer_or_shorter(told: int, tmp_path: Path) -> None:
    path = packed(tmp_path / "c.zip")
    changed(path, lambda held, start: struct.pack_into("<L", held, start + 24, told))
    lesson, faults = Course(found_at(path)).lesson("short-one")
    assert (lesson, faults) == Course(SMALL_COURSE).lesson("short-one") or [fault.rule for fault in faults] == ["unreadable"]


@given(st.data())
def test_no_bytes_of_a_zip_raise(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.getbasetemp() / "any.zip"
    held = bytearray(packed(path).read_bytes())
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(held) - 1) | st.integers(max(0, len(held) - 600), len(held) - 1))
        held[at] = data.draw(st.integers(0, 255))
    del held[data.draw(st.just(len(held)) | st.integers(0, len(held))) :]
    path.write_bytes(held)
    try:
        course = Course(found_at(path))
    except NoCourse:
        return
    assert course.registry is not None
    for name in course.files():
        course.head(name[8:-5])
        assert all(map(is_well_told, course.lesson(name[8:-5])[1]))
