"""Where there is no room left, more is refused, and everything kept before stays whole and readable."""

from __future__ import annotations

import errno
import resource
from collections.abc import Callable
from pathlib import Path

import pytest
from sitting import (
    LESSON,
    NARU,
    a_sitting,
    answered,
    apart,
    assert_in_order,
    clock,
    keep,
    keep_a_sitting,
    progress_in,
)

from safeclass.session.progress import fold
from safeclass.store.events import EventStore
from safeclass.store.fault import NOT_FORGOTTEN, FaultKind, StoreFault, fault_of_system

Opened = Callable[..., EventStore]


def fill(store: EventStore) -> tuple[int, FaultKind | None]:
    """Answer until it is refused: how many answers went in, and why no more did."""
    for kept in range(10_000):
        try:
            store.append(NARU, answered("one", "a" * 50))
        except StoreFault as fault:
            return kept, fault.kind
    return 10_000, None


def test_a_full_file_refuses_more_and_keeps_what_it_has(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, a_sitting())
    connection = store._file._connected()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    kept, refused = fill(store)
    assert refused is FaultKind.FULL
    kept += len(a_sitting())
    assert len(store.events(NARU, LESSON)) == kept
    connection.execute("PRAGMA max_page_count = 1000000")
    keep(store, [answered("last", "a")])
    assert len(store.events(NARU, LESSON)) == kept + 1
    store.close()
    assert_in_order(path)


def test_a_full_disk_refuses_more_and_keeps_what_it_has(opened: Opened, small_disk: Path) -> None:
    path = small_disk / "progress.sqlite3"
    film = small_disk / "film"
    film.write_bytes(bytes(100_000))
    store = opened(path)
    kept, refused = fill(store)
    assert refused is FaultKind.FULL
    assert len(store.events(NARU, LESSON)) == kept > 10
    store.close()
    store = opened(path)
    assert (store.notice, len(store.events(NARU, LESSON))) == (None, kept)
    with pytest.raises(StoreFault) as caught:
        store.forget(NARU)
    assert (caught.value.kind, caught.value.message) == (FaultKind.FULL, NOT_FORGOTTEN[FaultKind.FULL])
    film.unlink()
    store.forget(NARU)
    keep(store, a_sitting())
    store.close()
    assert_in_order(path)


def test_a_disk_that_is_full_from_the_start(opened: Opened, small_disk: Path) -> None:
    with pytest.raises(OSError, match="No space left"):
        (small_disk / "film").write_bytes(bytes(300_000))
    with pytest.raises(StoreFault) as caught:
        opened(small_disk / "progress.sqlite3")
    assert caught.value.kind is FaultKind.FULL
    (small_disk / "film").unlink()
    keep(opened(small_disk / "progress.sqlite3"), a_sitting())
    assert progress_in(small_disk / "progress.sqlite3") == fold(a_sitting())


def test_a_quota_refuses_more_and_keeps_what_it_has(path: Path) -> None:
    keep_a_sitting(path)

    def work() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, path.stat().st_size))
        store = EventStore(path, clock())
        kept, refused = fill(store)
        return f"{refused}, {len(a_sitting()) + kept - len(store.events(NARU, LESSON))} lost"

    assert apart(work) == "unavailable, 0 lost"
    assert_in_order(path)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_disk_or_a_share_of_it_that_is_full_is_told_as_that(number: int) -> None:
    assert fault_of_system(OSError(number, "")).kind is FaultKind.FULL
