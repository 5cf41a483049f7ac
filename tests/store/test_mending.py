"""A file that cannot be used is set aside whole, and the lesson goes on from the last good copy or anew."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sitting import LESSON, NARU, a_sitting, assert_in_order, keep, progress_in, reached

from safeclass.session.progress import fold
from safeclass.store.events import EventStore
from safeclass.store.fault import FaultKind, StoreFault
from safeclass.store.mending import NOTICES, Trouble, backup_of

Opened = Callable[..., EventStore]

RESTORED = NOTICES[Trouble.DAMAGED, True]
FRESH = NOTICES[Trouble.DAMAGED, False]


def truncated(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def cut_in_the_header(whole: bytes) -> bytes:
    return whole[:50]


def random_bytes(whole: bytes) -> bytes:
    return random.Random(1).randbytes(len(whole))


def empty(whole: bytes) -> bytes:
    return b""


def zeros(whole: bytes) -> bytes:
    return bytes(len(whole))


def one_bad_page(whole: bytes) -> bytes:
    return whole[:4096] + random.Random(2).randbytes(4096) + whole[8192:]


def a_table_gone(whole: bytes) -> bytes:
    """Ours and sound, but not all there."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(whole)
        connection.execute("DROP TABLE lesson_progress")
        return connection.serialize()


def words_that_are_none(whole: bytes) -> bytes:
    """The words that make a table, broken so that SQLite quotes them in its error."""
    return whole.replace(b"CREATE TABLE event", b"CREATE \xffABLE event")


DAMAGES = [words_that_are_none, truncated, cut_in_the_header, random_bytes, zeros, one_bad_page, a_table_gone]


def asides(path: Path) -> list[Path]:
    return sorted(file for file in path.parent.iterdir() if ".aside-" in file.name)


def kept_file(opened: Opened, path: Path) -> bytes:
    store = opened()
    keep(store, a_sitting())
    store.close()
    return path.read_bytes()


@pytest.mark.parametrize("damage", [*DAMAGES, empty])
def test_a_damaged_file_gives_way_to_the_backup(opened: Opened, path: Path, damage: Callable[[bytes], bytes]) -> None:
    damaged = damage(kept_file(opened, path))
    path.write_bytes(damaged)
    store = opened()
    assert store.notice == RESTORED
    assert store.progress(NARU) == {LESSON: fold(a_sitting())}
    (aside,) = asides(path)
    assert aside.name == "progress.sqlite3.aside-20261122T050001Z"
    assert aside.read_bytes() == damaged
    keep(store, [reached("next")])
    store.close()
    assert opened().notice is None
    assert progress_in(path).at == "next"
    assert_in_order(path)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_without_a_backup_gives_way_to_a_new_one(
    opened: Opened, path: Path, damage: Callable[[bytes], bytes]
) -> None:
    damaged = damage(kept_file(opened, path))
    path.write_bytes(damaged)
    backup_of(path).unlink()
    store = opened()
    assert store.notice == FRESH
    assert store.progress(NARU) == {}
    assert [aside.read_bytes() for aside in asides(path)] == [damaged]
    keep(store, a_sitting())
    store.close()
    assert progress_in(path) == fold(a_sitting())


@pytest.mark.parametrize("damage", [*DAMAGES, empty])
def test_a_damaged_backup_is_not_used(opened: Opened, path: Path, damage: Callable[[bytes], bytes]) -> None:
    whole = kept_file(opened, path)
    path.write_bytes(truncated(whole))
    backup_of(path).write_bytes(damage(whole))
    store = opened()
    assert store.notice == FRESH
    keep(store, a_sitting())
    store.close()
    assert progress_in(path) == fold(a_sitting())


def test_an_empty_file_without_a_backup_is_simply_new(opened: Opened, path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"")
    assert opened().notice is None
    assert asides(path) == []


def test_a_lost_file_comes_back_from_the_backup(opened: Opened, path: Path) -> None:
    kept_file(opened, path)
    path.unlink()
    store = opened()
    assert store.notice == NOTICES[Trouble.MISSING, True]
    assert store.progress(NARU) == {LESSON: fold(a_sitting())}


def test_damage_twice_in_one_second_sets_both_files_aside(opened: Opened, path: Path) -> None:
    kept_file(opened, path)
    for number in (1, 2, 3):
        path.write_bytes(b"damaged %d" % number)
        opened().close()
    assert [aside.read_bytes() for aside in asides(path)] == [b"damaged 1", b"damaged 2", b"damaged 3"]


def test_another_programs_file_is_set_aside(opened: Opened, path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE event (a)")
        other.execute("INSERT INTO event VALUES ('theirs')")
    theirs = path.read_bytes()
    store = opened()
    assert store.notice == NOTICES[Trouble.FOREIGN, False]
    keep(store, a_sitting())
    store.close()
    assert [aside.read_bytes() for aside in asides(path)] == [theirs]
    assert progress_in(path) == fold(a_sitting())
    path.write_bytes(theirs)
    store = opened()
    assert store.notice == NOTICES[Trouble.FOREIGN, True]
    assert store.progress(NARU) == {LESSON: fold(a_sitting())}


def test_a_newer_versions_file_is_left_as_it_is(opened: Opened, path: Path) -> None:
    kept_file(opened, path)
    with closing(sqlite3.connect(path)) as newer, newer:
        newer.execute("PRAGMA user_version = 99")
        newer.execute("CREATE TABLE badge (a)")
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    with pytest.raises(StoreFault) as caught:
        opened()
    assert caught.value.kind is FaultKind.NEWER
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def test_a_newer_versions_backup_is_left_as_it_is(opened: Opened, path: Path) -> None:
    kept_file(opened, path)
    with closing(sqlite3.connect(backup_of(path))) as newer, newer:
        newer.execute("PRAGMA user_version = 99")
    path.write_bytes(b"damaged")
    before = backup_of(path).read_bytes()
    with pytest.raises(StoreFault) as caught:
        opened()
    assert caught.value.kind is FaultKind.NEWER
    assert (path.read_bytes(), backup_of(path).read_bytes()) == (b"damaged", before)
