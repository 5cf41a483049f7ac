"""Damage that happens, or is met, only while the program runs costs no answer that could be saved."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sitting import LESSON, NARU, a_long_lesson, a_sitting, answered, assert_in_order, clock, keep, progress_in, reached, started

from safeclass.course.text import Id
from safeclass.session.progress import LessonProgress, fold
from safeclass.store.encoding import encode, row_of
from safeclass.store.events import ADD, EventStore
from safeclass.store.mending import CHECKED_UP_TO, NOTICES, Trouble, backup_of

Opened = Callable[..., EventStore]

RESTORED = NOTICES[Trouble.DAMAGED, True]


def break_off(path: Path) -> None:
    """Let a process die in the middle of changing the file, with its changes half written and a journal beside it."""
    child = os.fork()
    if child == 0:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE event SET card = 'spoiled' || id")
        os._exit(0)
    os.waitpid(child, 0)
    assert b"spoiled" in path.read_bytes()


def test_what_a_broken_off_commit_left_is_put_right_without_a_word(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, a_long_lesson("card"))
    store.close()
    break_off(path)
    store = opened()
    assert store.notice is None
    assert list(store.events(NARU, LESSON)) == a_long_lesson("card")


def test_a_journal_left_behind_is_not_played_into_the_backup(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, a_long_lesson("card"))
    store.close()
    earlier = backup_of(path).read_bytes()
    store = opened()
    store.forget(NARU)
    keep(store, a_long_lesson("later"))
    store.close()
    break_off(path)
    path.unlink()
    backup_of(path).write_bytes(earlier)
    store = opened()
    assert store.notice == NOTICES[Trouble.MISSING, True]
    assert list(store.events(NARU, LESSON)) == a_long_lesson("card")
    store.close()
    assert_in_order(path)


def test_damage_met_in_the_middle_of_a_lesson_loses_no_answer(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, a_sitting())
    store.close()
    store = opened()
    assert list(store.events(NARU, LESSON)) == a_sitting()
    path.write_bytes(random.Random(1).randbytes(path.stat().st_size))
    keep(store, [answered("next", "a")])
    assert store.notice == RESTORED
    assert store.progress(NARU) == {LESSON: fold([*a_sitting(), answered("next", "a")])}


@pytest.mark.parametrize("is_new_one_there", [False, True])
def test_a_file_taken_away_in_the_middle_of_a_lesson_loses_no_answer(opened: Opened, path: Path, is_new_one_there: bool) -> None:
    store = opened()
    keep(store, a_sitting())
    path.rename(path.with_name("taken"))
    if is_new_one_there:
        opened().close()
    keep(store, [started(), answered("next", "a")])
    assert progress_in(path) == fold([started(), answered("next", "a")])


def test_a_file_taken_away_in_the_very_middle_of_an_answer_loses_no_answer(
    opened: Opened, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened()
    keep(store, a_sitting())

    def encode_meanwhile(progress: LessonProgress) -> str:
        monkeypatch.undo()
        path.rename(path.with_name("taken"))
        return encode(progress)

    monkeypatch.setattr("safeclass.store.events.encode", encode_meanwhile)
    keep(store, [answered("next", "a")])
    assert progress_in(path) == fold([answered("next", "a")])


def test_damage_in_a_big_file_is_mended_when_it_is_met(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, a_sitting())
    store.close()
    with closing(sqlite3.connect(path)) as big, big:
        rows = ((0, NARU, *row_of(answered(f"card-{number}", "a" * 200))) for number in range(30_000))
        big.executemany(ADD, rows)
    store = opened()
    keep(store, [reached("next")])
    store.close()
    whole = path.read_bytes()
    assert len(whole) > CHECKED_UP_TO
    path.write_bytes(whole[: 20 * 4096] + random.Random(4).randbytes(len(whole) - 20 * 4096))
    store = opened()
    assert len(store.events(NARU, LESSON)) == 30_000 + len([*a_sitting(), reached("next")])
    assert store.notice == RESTORED


def test_a_damaged_file_never_replaces_a_good_backup(path: Path) -> None:
    store = EventStore(path, clock())
    keep(store, a_long_lesson("card"))
    store.close()
    good = backup_of(path).read_bytes()
    store = EventStore(path, clock())
    keep(store, [started(Id("other"))])
    whole = path.read_bytes()
    # A page rots that nothing was read from in this sitting.
    page = whole.index(b"card-30") // 4096 * 4096
    path.write_bytes(whole[:page] + random.Random(5).randbytes(4096) + whole[page + 4096 :])
    store.close()
    assert backup_of(path).read_bytes() == good
    assert [file.name for file in path.parent.iterdir() if "backup-new" in file.name] == []
    store = EventStore(path, clock())
    assert list(store.events(NARU, LESSON)) == a_long_lesson("card")
    store.close()
