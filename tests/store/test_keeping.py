"""What is appended is there again, and adds up to what the domain says."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
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
    progress_in,
    reached,
    started,
    undone,
)

from safeclass.course.text import Id
from safeclass.session.event import Event, Happened
from safeclass.session.progress import fold
from safeclass.store.events import EventStore
from safeclass.store.memory import GuestStore
from safeclass.store.store import Store

Opened = Callable[..., EventStore]

DECOMPOSED = unicodedata.normalize("NFD", NARU)
IDS = st.sampled_from([Id("one"), Id("two"), Id("셋"), Id(unicodedata.normalize("NFD", "셋"))])
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=6).map(lambda text: unicodedata.normalize("NFC", text))
EVENTS = st.builds(
    Event,
    st.sampled_from(Happened),
    IDS,
    st.none() | IDS,
    st.lists(WORDS, max_size=3).map(tuple),
    st.none() | st.booleans(),
    st.none() | st.integers(1, 3),
)


def test_a_sitting_is_read_back_and_resumed(opened: Opened) -> None:
    sitting = a_sitting()
    first = opened()
    keep(first, sitting)
    first.close()
    again = opened()
    assert list(again.events(NARU, LESSON)) == sitting
    assert again.progress(NARU) == {LESSON: fold(sitting)}
    assert again.progress(NARU)[LESSON].at == "sports-day"
    assert again.notice is None


def test_only_what_happened_since_the_last_start_is_resumed(opened: Opened) -> None:
    store = opened()
    keep(store, [*a_sitting(), finished(), *a_sitting(Id("other")), started(), answered("only-looked", "crime")])
    assert store.events(NARU, LESSON) == (started(), answered("only-looked", "crime"))
    kept = store.progress(NARU)[LESSON]
    assert (kept.finished, kept.is_begun, kept.right_first) == (1, True, 1)
    assert list(store.events(NARU, Id("other"))) == a_sitting(Id("other"))
    assert store.events(NARU, Id("never-begun")) == ()


def test_an_answer_taken_back_stays_taken_back(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, [started(), answered("one", "a", right=False), undone("one"), answered("one", "b")])
    store.close()
    kept = progress_in(path)
    assert [given.answer for given in kept.card(Id("one")).given] == [("b",)]
    assert kept.right_first == 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from([NARU, DECOMPOSED, "Daon"]), EVENTS), max_size=25))
def test_disk_and_memory_keep_the_same(tmp_path: Path, happened: list[tuple[str, Event]]) -> None:
    path = tmp_path / "progress.sqlite3"
    for old in tmp_path.glob("progress*"):
        old.unlink()
    disk, memory = EventStore(path, clock()), GuestStore()
    stores: tuple[Store, Store] = (disk, memory)
    for profile, event in happened:
        for store in stores:
            store.append(profile, event)
    for profile in (NARU, DECOMPOSED, "Daon"):
        assert disk.progress(profile) == memory.progress(profile)
        for lesson in disk.progress(profile):
            assert disk.events(profile, lesson) == memory.events(profile, lesson)
    disk.close()
    assert_in_order(path)


def test_a_name_is_the_same_however_it_was_typed(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, a_sitting(), DECOMPOSED)
    keep(store, a_sitting(Id("other")), NARU)
    for name in (NARU, DECOMPOSED):
        assert store.progress(name) == {LESSON: fold(a_sitting()), Id("other"): fold(a_sitting(Id("other")))}
    store.close()
    assert answers_in(path, DECOMPOSED) == []
    assert_in_order(path)


def test_no_name_can_break_the_file(opened: Opened, path: Path) -> None:
    names = ["'; DROP TABLE event; --", "", "a\x00b", "🙂", "\udcff from the shell", "x" * 10_000]
    store = opened()
    for name in names:
        keep(store, [started(), answered("one", name, name)], name)
    for name in names:
        assert store.progress(name)[LESSON].answered == 1
    assert len({store.events(name, LESSON)[1].answer for name in names}) == len(names), "each has an answer of their own"
    store.close()
    assert_in_order(path)


def test_a_progress_that_cannot_be_read_is_folded_again(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, [*a_sitting(), finished(), *a_sitting()])
    for broken in (b"", b"{", b"[]", b"7", b'{"format":2}', b'{"format":1}', b"\xff"):
        spoil_progress(path, broken)
        assert store.progress(NARU)[LESSON] == fold([*a_sitting(), finished(), *a_sitting()])
        assert_in_order(path)
    spoil_progress(path, b"broken")
    keep(store, [reached("next")])
    assert_in_order(path)
    assert store.progress(NARU)[LESSON].finished == 1


def spoil_progress(path: Path, state: bytes) -> None:
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("UPDATE lesson_progress SET state = CAST(? AS TEXT)", (state,))


def test_an_event_of_an_unknown_kind_is_passed_over(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, a_sitting())
    with closing(sqlite3.connect(path)) as other, other:
        other.execute(
            "INSERT INTO event SELECT NULL, at, profile, lesson, 'dreamt', card, answer, right, sure FROM event LIMIT 1"
        )
        other.execute(
            "INSERT INTO event SELECT NULL, at, profile, lesson, 'answered', card, 'no list', right, sure FROM event LIMIT 1"
        )
    assert list(store.events(NARU, LESSON)) == a_sitting()
    keep(store, [answered("last", "a")])
    assert store.progress(NARU)[LESSON] == fold([*a_sitting(), answered("last", "a")])


def test_each_event_has_the_time_of_the_clock_it_was_given(opened: Opened, path: Path) -> None:
    keep(opened(), [started(), finished()])
    with closing(sqlite3.connect(path)) as other:
        times = other.execute("SELECT datetime(at, 'unixepoch') FROM event ORDER BY id").fetchall()
    assert times == [("2026-11-22 05:00:01",), ("2026-11-22 05:00:02",)]


def test_the_file_survives_a_power_cut_by_its_settings(opened: Opened) -> None:
    # A power cut cannot be had here; what SQLite promises one is bound to these settings.
    connection = opened()._file._connected()
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (3,)
    assert connection.execute("PRAGMA secure_delete").fetchone() == (1,)


def test_a_lesson_is_found_without_reading_the_others(opened: Opened) -> None:
    from safeclass.store.events import SITTING

    plan = opened()._file._connected().execute(f"EXPLAIN QUERY PLAN {SITTING}", {"profile": "", "lesson": ""}).fetchall()
    steps = [row[3] for row in plan]
    assert not [step for step in steps if "SCAN" in step or "TEMP" in step]
    assert sum("USING INDEX event_of_lesson" in step for step in steps) == 2
