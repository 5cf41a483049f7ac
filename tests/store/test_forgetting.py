"""What a learner asks to be forgotten is gone from the disk, byte by byte, and nobody else's is."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from sitting import LESSON, NARU, a_sitting, answered, assert_in_order, keep, locked, started

from safeclass.course.text import Id
from safeclass.session.progress import fold
from safeclass.store.events import EventStore
from safeclass.store.fault import StoreFault

Opened = Callable[..., EventStore]


def files_with(words: str, path: Path) -> list[str]:
    """The files of the store that hold the words anywhere."""
    return sorted(file.name for file in path.parent.iterdir() if words.encode() in file.read_bytes())


def test_nothing_is_left_of_a_forgotten_lesson_in_any_file(opened: Opened, path: Path) -> None:
    chance = random.Random(7)
    store = opened()
    lessons = [Id("zebra"), *(Id(f"lesson-{number}") for number in range(20))]
    for _ in range(700):
        # Rows of many lengths, so that they are moved from page to page as the file grows.
        lesson = chance.choice([lessons[0], *lessons])
        keep(store, [answered(f"{lesson}-{chance.randrange(30)}", *[f"{lesson}-option"] * chance.randrange(1, 5), lesson=lesson)])
    store.close()
    assert files_with("zebra", path) == ["progress.sqlite3", "progress.sqlite3.backup"]
    store = opened()
    before, size = store.progress(NARU), path.stat().st_size
    store.forget(NARU, Id("zebra"))
    assert files_with("zebra", path) == []
    assert path.stat().st_size < size, "what was deleted no longer takes room"
    assert store.progress(NARU) == {lesson: before[lesson] for lesson in sorted(lessons[1:])}
    store.close()
    assert files_with("zebra", path) == []
    assert files_with("lesson-3", path) == ["progress.sqlite3", "progress.sqlite3.backup"]
    assert_in_order(path)


def test_one_learner_is_forgotten_and_the_other_stays(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, a_sitting(), NARU)
    keep(store, a_sitting(Id("other")), NARU)
    keep(store, a_sitting(), "다온")
    store.forget(NARU)
    store.forget("nobody")
    assert (store.progress(NARU), store.events(NARU, LESSON)) == ({}, ())
    assert store.progress("다온") == {LESSON: fold(a_sitting())}
    store.close()
    assert files_with(NARU, path) == []


def test_what_was_forgotten_does_not_come_back_with_the_backup(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, a_sitting())
    store.close()
    assert files_with(NARU, path) == ["progress.sqlite3", "progress.sqlite3.backup"]
    store = opened()
    store.forget(NARU)
    keep(store, [started(Id("later"))])
    store.close()
    path.write_bytes(b"")
    store = opened()
    assert list(store.progress(NARU)) == ["later"]


def test_a_damaged_file_that_was_set_aside_goes_with_the_first_who_is_forgotten(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, a_sitting(), NARU)
    keep(store, a_sitting(), "다온")
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:-4096])
    store = opened()
    assert [name for name in files_with(NARU, path) if "aside" in name]
    store.forget(NARU)
    assert files_with(NARU, path) == []
    assert store.progress("다온") == {LESSON: fold(a_sitting())}


def test_everybody_can_be_forgotten_at_once_even_when_only_damage_is_left(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, a_sitting(), NARU)
    keep(store, a_sitting(Id("other")), "다온")
    store.forget(None, LESSON)
    assert (store.progress(NARU), list(store.progress("다온"))) == ({}, ["other"])
    assert files_with(NARU, path) == []
    keep(store, a_sitting(), NARU)
    store.close()
    path.write_bytes(path.read_bytes()[:-4096])
    path.with_name(f"{path.name}.backup").unlink()
    store = opened()
    assert (store.progress(NARU), store.progress("다온")) == ({}, {})
    assert files_with("only-looked", path) != []
    store.forget(None)
    assert files_with("only-looked", path) == []


def test_another_programs_file_that_was_set_aside_stays(opened: Opened, path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        with other:
            other.execute("CREATE TABLE bookmark (address)")
            other.execute("INSERT INTO bookmark VALUES ('theirs')")
        # The other program is still running, and much of its file is in the one beside it.
        store = opened()
        keep(store, a_sitting())
        store.forget(NARU)
        asides = {file.name.partition("aside")[2][17:]: file.read_bytes() for file in path.parent.glob("*aside*")}
        assert set(asides) == {"", "-wal", "-shm"}
        assert b"theirs" in asides["-wal"]


def test_after_forgetting_a_lesson_begins_anew(opened: Opened) -> None:
    store = opened()
    keep(store, a_sitting())
    store.forget(NARU, LESSON)
    keep(store, [started(), answered("one", "a")])
    assert store.events(NARU, LESSON) == (started(), answered("one", "a"))
    assert store.progress(NARU)[LESSON].answered == 1


@pytest.mark.parametrize("left_over", [".backup-new", ".backup-new-journal", ".restored", ".restored-journal"])
def test_what_a_copy_that_was_cut_short_left_behind_is_forgotten_too(opened: Opened, path: Path, left_over: str) -> None:
    store = opened()
    keep(store, a_sitting())
    store.close()
    beside = path.with_name(path.name + left_over)
    beside.write_bytes(path.read_bytes())
    store = opened()
    store.forget(NARU)
    store.close()
    assert files_with(NARU, path) == []


def test_where_forgetting_fails_no_more_is_gone_than_before(opened: Opened, path: Path) -> None:
    store = opened(patience=0.05)
    keep(store, a_sitting(), NARU)
    store.close()
    path.write_bytes(path.read_bytes()[:-4096])
    store = opened(patience=0.05)
    assert store.progress(NARU)
    set_aside = [name for name in files_with(NARU, path) if "aside" in name]
    assert set_aside
    with locked(path), pytest.raises(StoreFault):
        store.forget(NARU)
    assert [name for name in files_with(NARU, path) if "aside" in name] == set_aside
    assert store.progress(NARU) == {LESSON: fold(a_sitting())}
    store.close()
    assert f"{path.name}.backup" in files_with(NARU, path), "the safe copy that was in the way is made again"


def test_the_safe_copy_makes_room_to_forget_on_a_full_disk(opened: Opened, small_disk: Path) -> None:
    path = small_disk / "progress.sqlite3"
    store = opened(path)
    keep(store, a_sitting())
    store.close()
    rest = small_disk / "film"
    with suppress(OSError), rest.open("wb", buffering=0) as film:
        while True:
            film.write(bytes(1024))
    os.truncate(rest, rest.stat().st_size - 12 * 1024)
    store = opened(path)
    store.forget(NARU)
    assert store.progress(NARU) == {}
    assert files_with(NARU, path) == []
