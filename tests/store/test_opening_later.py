"""Trouble at the start that may pass: the file is opened once it can be, and what waited for that is kept."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing
from pathlib import Path

import pytest
from sitting import (
    LESSON,
    NARU,
    a_sitting,
    answered,
    answers_in,
    assert_in_order,
    clock,
    finished,
    keep,
    keep_a_sitting,
    locked,
    progress_in,
    started,
)

from safeclass.course.text import Id
from safeclass.session.progress import fold
from safeclass.store.events import EventStore
from safeclass.store.fault import FaultKind, StoreFault
from safeclass.store.mending import NOTICES, Trouble
from safeclass.store.recorder import Recorder

OTHER = Id("another-lesson")


@pytest.fixture
def told() -> list[StoreFault]:
    return []


def opened_later(path: Path) -> EventStore:
    return EventStore(path, clock(), patience=0.05, opens_later=True)


def test_a_file_that_is_held_at_the_start(path: Path, told: list[StoreFault]) -> None:
    keep_a_sitting(path)
    with ExitStack() as lock:
        lock.enter_context(locked(path))
        store = opened_later(path)
        assert store.late is not None
        assert store.late.kind is FaultKind.LOCKED
        recorder = Recorder(store, NARU, told.append)
        begun = [started(), answered("one", "a")]
        for event in begun:
            recorder.record(event)
        assert list(recorder.events(LESSON)) == begun
        assert recorder.progress() == {LESSON: fold(begun)}
        lock.close()
        recorder.record(answered("two", "b"))
    assert not recorder.waiting
    assert list(store.events(NARU, LESSON)) == [*begun, answered("two", "b")]
    assert [fault.kind for fault in told] == [FaultKind.LOCKED]
    store.close()
    assert progress_in(path) == fold([*a_sitting(), *begun, answered("two", "b")])
    assert_in_order(path)


def test_a_disk_that_is_full_at_the_start(small_disk: Path, told: list[StoreFault]) -> None:
    film, path = small_disk / "film", small_disk / "home" / "progress.sqlite3"
    with pytest.raises(OSError, match="No space left"):
        film.write_bytes(bytes(300_000))
    with closing(opened_later(path)) as store:
        assert store.late is not None
        assert store.late.kind is FaultKind.FULL
        recorder = Recorder(store, NARU, told.append)
        for event in a_sitting():
            recorder.record(event)
        assert recorder.progress() == {LESSON: fold(a_sitting())}
        film.unlink()
        assert recorder.settle()
    assert progress_in(path) == fold(a_sitting())
    assert [fault.kind for fault in told] == [FaultKind.FULL]


def test_what_does_not_pass_is_refused_at_once(path: Path) -> None:
    keep_a_sitting(path)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreFault) as caught:
        opened_later(path)
    assert caught.value.kind is FaultKind.NEWER


def test_trouble_of_another_kind_is_told_too(path: Path, told: list[StoreFault]) -> None:
    keep_a_sitting(path)
    with closing(sqlite3.connect(path)) as newer:
        newer.execute("PRAGMA user_version = 99")
        newer.execute("BEGIN EXCLUSIVE")
        with closing(opened_later(path)) as store:
            recorder = Recorder(store, NARU, told.append)
            recorder.record(started())
            newer.execute("ROLLBACK")
            recorder.record(answered("one", "a"))
    assert [fault.kind for fault in told] == [FaultKind.LOCKED, FaultKind.NEWER]


def test_a_file_that_is_mended_when_it_is_opened_at_last(path: Path, told: list[StoreFault]) -> None:
    path.parent.mkdir()
    path.write_bytes(b"damaged")
    guard = path.with_name(f"{path.name}.lock")
    with closing(sqlite3.connect(guard, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        store = opened_later(path)
        assert store.notice is None
    keep(store, [started()])
    assert store.notice == NOTICES[Trouble.DAMAGED, False]
    store.close()


def test_what_is_looked_at_again_and_again_is_told_once(path: Path, told: list[StoreFault]) -> None:
    store = EventStore(path, clock(), patience=0.05)
    recorder = Recorder(store, NARU, told.append)
    with locked(path):
        for _ in range(3):
            assert recorder.progress() == {}
            assert recorder.events(LESSON) == ()
    assert len(told) == 1
    recorder.record(started())
    with locked(path):
        recorder.progress()
    assert len(told) == 2
    store.close()


def test_what_waits_follows_what_is_kept(path: Path) -> None:
    keep_a_sitting(path)
    store = EventStore(path, clock(), patience=0.05)
    recorder = Recorder(store, NARU, lambda fault: None)
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        recorder.record(answered("one", "a"))
        recorder.record(started(OTHER))
        recorder.record(finished())
        assert list(recorder.events(LESSON)) == [*a_sitting(), answered("one", "a"), finished()]
        assert recorder.progress() == {
            LESSON: fold([*a_sitting(), answered("one", "a"), finished()]),
            OTHER: fold([started(OTHER)]),
        }
    store.close()


@pytest.mark.parametrize(("lesson", "left"), [(None, []), (OTHER, ["a"]), (LESSON, ["b"])])
def test_what_waits_is_forgotten_too(path: Path, lesson: Id | None, left: list[str]) -> None:
    store = EventStore(path, clock(), patience=0.05)
    recorder = Recorder(store, NARU, lambda fault: None)
    with locked(path):
        recorder.record(answered("one", "a"))
        recorder.record(answered("one", "b", lesson=OTHER))
    recorder.forget(lesson)
    assert recorder.settle()
    assert answers_in(path) == left
    store.close()
