"""Whatever becomes of the disk, the lesson goes on, and what could not be kept is kept as soon as it can be."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest
from sitting import LESSON, NARU, a_sitting, answered, answers_in, assert_in_order, finished, let_go, locked, process, started

from safeclass.session.event import Event
from safeclass.store.events import EventStore
from safeclass.store.fault import FaultKind, StoreFault
from safeclass.store.recorder import Recorder

Opened = Callable[..., EventStore]


@pytest.fixture
def told() -> list[StoreFault]:
    return []


@pytest.fixture
def recorder(opened: Opened, told: list[StoreFault]) -> Recorder:
    return Recorder(opened(patience=0.05), NARU, told.append)


def test_what_is_recorded_is_on_the_disk_when_the_call_returns(recorder: Recorder, path: Path, told: list[StoreFault]) -> None:
    for number, event in enumerate(a_sitting(), 1):
        recorder.record(event)
        with closing(sqlite3.connect(path)) as other:
            assert other.execute("SELECT count(*) FROM event").fetchone() == (number,)
    assert (recorder.waiting, recorder.fault, told) == ((), None, [])


def test_what_could_not_be_kept_is_kept_later_in_order(
    recorder: Recorder, opened: Opened, path: Path, told: list[StoreFault]
) -> None:
    lesson = [started(), *(answered(f"card-{number}", f"{number}") for number in range(6)), finished()]
    recorder.record(lesson[0])
    with locked(path):
        for event in lesson[1:5]:
            recorder.record(event)
        assert recorder.waiting == tuple(lesson[1:5])
        assert [fault.kind for fault in told] == [FaultKind.LOCKED]
        assert recorder.fault is not None
    for event in lesson[5:]:
        recorder.record(event)
    assert not recorder.waiting
    assert not recorder.fault
    assert list(opened().events(NARU, LESSON)) == lesson
    assert len(told) == 1
    assert_in_order(path)


def test_what_waits_at_the_end_can_be_kept_before_leaving(recorder: Recorder, path: Path, told: list[StoreFault]) -> None:
    with locked(path):
        recorder.record(answered("one", "a"))
        assert not recorder.settle()
    assert recorder.settle()
    assert answers_in(path) == ["a"]
    assert len(told) == 1


def test_a_second_trouble_is_told_again_once_the_first_was_over(recorder: Recorder, path: Path, told: list[StoreFault]) -> None:
    for spell in range(2):
        with locked(path):
            recorder.record(answered("one", f"{spell}"))
            recorder.record(answered("two", f"{spell}"))
        recorder.record(answered("three", f"{spell}"))
    assert [fault.kind for fault in told] == [FaultKind.LOCKED] * 2
    assert answers_in(path) == ["0", "0", "0", "1", "1", "1"]


def test_waiting_for_a_lock_in_vain_is_not_repeated_at_every_answer(opened: Opened, path: Path, told: list[StoreFault]) -> None:
    recorder = Recorder(opened(patience=0.6), NARU, told.append)
    with locked(path):
        begun = monotonic()
        recorder.record(answered("one", "a"))
        first, begun = monotonic() - begun, monotonic()
        recorder.record(answered("two", "b"))
        second = monotonic() - begun
    assert first > 1, "it waits, and then once more"
    assert second < first / 2
    recorder.record(answered("three", "c"))
    assert answers_in(path) == ["a", "b", "c"]
    with locked(path):
        begun = monotonic()
        recorder.record(answered("four", "d"))
        third = monotonic() - begun
    assert third > 1, "once the lock was gone, the next one is worth waiting for again"


IN_FRONT = """
from safeclass.store.recorder import Recorder
from safeclass.store.store import BRIEFLY, PATIENCE
name = sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
store = EventStore(path, lambda: datetime.now(UTC), BRIEFLY, opens_later=True)
recorder = Recorder(store, name, lambda fault: None)
for count in range(30):
    recorder.record(Event(Happened.ANSWERED, "one-lesson", f"card-{count % 7}", (f"{count}",), True))
store.wait(PATIENCE)
print(recorder.settle(), flush=True)
store.close()
"""


def test_windows_that_wait_only_briefly_for_each_other_lose_nothing(path: Path) -> None:
    others = [process(IN_FRONT, path, name) for name in "abcd"]
    let_go(others)
    assert [other.communicate(timeout=60) for other in others] == [("True\n", "")] * 4
    for name in "abcd":
        assert answers_in(path, name) == [f"{count}" for count in range(30)]
    assert_in_order(path)


def test_an_interrupt_in_the_middle_keeps_an_event_once_or_not_at_all(opened: Opened, path: Path) -> None:
    store = opened()

    class Interrupting:
        """The learner presses Ctrl+C just after the answer was kept."""

        notice = None

        def append(self, profile: str, event: Event) -> None:
            store.append(profile, event)
            raise KeyboardInterrupt

    recorder = Recorder(Interrupting(), NARU, lambda fault: None)
    with pytest.raises(KeyboardInterrupt):
        recorder.record(answered("one", "a"))
    assert recorder.settle()
    assert answers_in(path) == ["a"]
