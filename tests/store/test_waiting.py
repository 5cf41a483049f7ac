"""What another program holds is waited for, not forever, and nothing is lost or doubled."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest
from sitting import (
    LESSON,
    NARU,
    a_sitting,
    assert_in_order,
    keep,
    locked,
    progress_in,
    started,
)

from safeclass.session.progress import fold
from safeclass.store.events import EventStore
from safeclass.store.fault import FaultKind, StoreFault
from safeclass.store.mending import backup_of

Opened = Callable[..., EventStore]


def test_a_file_that_another_program_holds(opened: Opened, path: Path) -> None:
    store = opened(patience=0.05)
    keep(store, a_sitting())
    with locked(path):
        for doing in (
            lambda: store.append(NARU, started()),
            lambda: store.progress(NARU),
            lambda: store.forget(NARU),
            lambda: opened(patience=0.05),
        ):
            with pytest.raises(StoreFault) as caught:
                doing()
            assert caught.value.kind is FaultKind.LOCKED
    assert list(store.events(NARU, LESSON)) == a_sitting()
    keep(store, [started()])
    store.close()
    assert progress_in(path).is_begun


def test_leaving_does_not_wait_for_a_backup_while_another_program_holds_the_file(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, a_sitting())
    with locked(path):
        begun = monotonic()
        store.close()
        assert monotonic() - begun < 3
        assert not backup_of(path).exists()
    assert progress_in(path) == fold(a_sitting())


def test_a_program_that_only_reads_holds_an_answer_up_and_then_it_is_kept_once(opened: Opened, path: Path) -> None:
    store = opened(patience=0.05)
    keep(store, a_sitting())
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM event").fetchone()
        with pytest.raises(StoreFault) as caught:
            store.append(NARU, started())
        assert caught.value.kind is FaultKind.LOCKED
    keep(store, [started()])
    assert store.events(NARU, LESSON) == (started(),)
    store.close()
    assert_in_order(path)


def test_after_close_nothing_can_be_kept(opened: Opened) -> None:
    store = opened()
    store.close()
    store.close()
    with pytest.raises(StoreFault) as caught:
        store.append(NARU, started())
    assert caught.value.kind is FaultKind.UNAVAILABLE


def test_from_now_on_another_program_is_waited_for_as_long_as_is_asked(opened: Opened, path: Path) -> None:
    store = opened(patience=5)
    keep(store, a_sitting())
    store.wait(0.05)
    with locked(path):
        begun = monotonic()
        with pytest.raises(StoreFault):
            store.append(NARU, started())
        assert monotonic() - begun < 3
