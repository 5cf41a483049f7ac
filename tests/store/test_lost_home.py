"""A home that can no longer be looked into costs no answer: each waits, and is kept once there is a way again."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sitting import LESSON, NARU, answered, answers_in, apart, assert_in_order, clock, started

from safeclass.session.event import Event
from safeclass.store.events import EventStore
from safeclass.store.fault import FaultKind, StoreFault
from safeclass.store.recorder import Recorder


def close_the_way(home: Path) -> Callable[[], None]:
    home.parent.chmod(0)
    return lambda: home.parent.chmod(0o700)


def put_a_file_there(home: Path) -> Callable[[], None]:
    home.rename(home.with_name("taken"))
    home.write_text("a note")
    return lambda: give_back(home)


def lead_in_a_circle(home: Path) -> Callable[[], None]:
    home.rename(home.with_name("taken"))
    home.symlink_to(home)
    return lambda: give_back(home)


def give_back(home: Path) -> None:
    home.unlink()
    home.with_name("taken").rename(home)


@pytest.mark.parametrize(
    ("lose", "kind"),
    [
        (close_the_way, FaultKind.READ_ONLY),
        (put_a_file_there, FaultKind.UNAVAILABLE),
        (lead_in_a_circle, FaultKind.UNAVAILABLE),
    ],
)
def test_answers_wait_while_the_home_is_lost(lose: Callable[[Path], Callable[[], None]], kind: FaultKind, someones: Path) -> None:
    path = someones / "home" / "progress.sqlite3"

    def work() -> str:
        told: list[StoreFault] = []
        with closing(EventStore(path, clock(), patience=0.05)) as store:
            recorder = Recorder(store, NARU, told.append)
            recorder.record(started())
            recorder.record(answered("one", "a"))
            open_the_way = lose(path.parent)
            recorder.record(answered("two", "b"))
            recorder.record(answered("three", "c"))
            said = [f"{len(recorder.waiting)} wait", *(fault.kind for fault in told), f"settled {recorder.settle()}"]
            with pytest.raises(StoreFault):
                store.events(NARU, LESSON)
            open_the_way()
            recorder.record(answered("four", "d"))
            said.append(f"{len(recorder.waiting)} wait")
        return ", ".join(said)

    assert apart(work, as_someone=True) == f"2 wait, {kind}, settled False, 0 wait"
    assert answers_in(path) == ["a", "b", "c", "d"]
    assert_in_order(path)


def test_no_event_is_lost_whatever_is_raised(path: Path) -> None:
    class Faulty(EventStore):
        """A store with a slip of the programmer's in it."""

        is_faulty = True

        def append(self, profile: str, event: Event) -> None:
            if self.is_faulty:
                raise RuntimeError
            super().append(profile, event)

    with closing(Faulty(path, clock())) as store:
        recorder = Recorder(store, NARU, lambda fault: None)
        for doing in (lambda: recorder.record(answered("one", "a")), recorder.settle):
            with pytest.raises(RuntimeError):
                doing()
            assert recorder.waiting == (answered("one", "a"),)
        store.is_faulty = False
        assert recorder.settle()
    assert answers_in(path) == ["a"]
