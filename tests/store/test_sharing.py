"""Two windows, one profile: every answer of both is kept, whoever opens, mends or forgets meanwhile."""

from __future__ import annotations

import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sitting import LESSON, NARU, a_sitting, answered, answers_in, assert_in_order, keep, let_go, process, reached, undone

from safeclass.session.progress import fold
from safeclass.store.events import EventStore
from safeclass.store.fault import FaultKind, StoreFault
from safeclass.store.mending import copy, mend
from safeclass.store.migrations import MIGRATIONS

Opened = Callable[..., EventStore]

ANSWER = """
print("ready", flush=True)
sys.stdin.readline()
name, profile, lesson, number = sys.argv[2], sys.argv[3], sys.argv[4], int(sys.argv[5])
store = EventStore(path, lambda: datetime.now(UTC))
for count in range(number):
    store.append(profile, Event(Happened.ANSWERED, lesson, f"card-{count % 7}", (f"{name}-{count}",), count % 2 == 0))
if len(sys.argv) > 6:
    store.close()
print(store.notice, flush=True)
"""


def at_once(path: Path, number: int, *, closing_too: bool = True) -> list[str]:
    """Four processes open the file in the same moment, and each gives answers; what each was told."""
    names = ["a", "b", "c", "d"]
    ends = ["close"] if closing_too else []
    others = [process(ANSWER, path, name, NARU, LESSON, str(number), *ends) for name in names]
    let_go(others)
    told = []
    for other in others:
        try:
            out, errors = other.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            other.kill()
            raise
        assert not errors
        assert other.returncode == 0
        told.append(out.strip())
    return told


def assert_all_there(path: Path, number: int) -> None:
    answers = answers_in(path)
    for name in "abcd":
        mine = [answer for answer in answers if answer.startswith(f"{name}-")]
        assert mine == [f"{name}-{count}" for count in range(number)]
    assert_in_order(path)


def test_four_windows_begin_on_a_new_file_at_once(path: Path) -> None:
    assert at_once(path, 40) == ["None"] * 4
    assert_all_there(path, 40)
    assert len(answers_in(path)) == 160


RACE = """
for line in sys.stdin:
    store = EventStore(path / line.strip(), lambda: datetime.now(UTC))
    store.append("", Event(Happened.STARTED, sys.argv[2]))
    assert store.notice is None
    print("opened", flush=True)
    for card in ("one", "two"):
        store.close()
        store = EventStore(path / line.strip(), lambda: datetime.now(UTC))
        store.append("", Event(Happened.REACHED, sys.argv[2], card))
        assert store.notice is None
    store.close()
    print("backed up", flush=True)
"""


def test_many_new_files_are_each_begun_and_backed_up_by_four_windows_at_once(path: Path) -> None:
    others = [process(RACE, path.parent, name) for name in "abcd"]
    for number in range(25):
        for other in others:
            assert other.stdin is not None
            other.stdin.write(f"{number}\n")
            other.stdin.flush()
        for other in others:
            assert other.stdout is not None
            assert (other.stdout.readline(), other.stdout.readline()) == ("opened\n", "backed up\n")
    for other in others:
        assert other.communicate(timeout=60) == ("", "")
    for number in range(25):
        for file in (path.with_name(f"{number}"), path.with_name(f"{number}.backup")):
            assert_in_order(file)
        with closing(sqlite3.connect(path.with_name(f"{number}"))) as raw:
            assert raw.execute("SELECT group_concat(lesson, '') FROM (SELECT lesson FROM event ORDER BY lesson)").fetchone() == (
                "aaabbbcccddd",
            )


@pytest.mark.parametrize("damage", [b"damaged", b"", None])
def test_four_windows_open_a_damaged_file_at_once(opened: Opened, path: Path, damage: bytes | None) -> None:
    store = opened()
    keep(store, [answered("before", "before")])
    store.close()
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    told = at_once(path, 10, closing_too=False)
    assert_all_there(path, 10)
    assert answers_in(path)[0] == "before"
    assert len([notice for notice in told if notice != "None"]) == 1
    assert len([file for file in path.parent.iterdir() if ".aside-" in file.name]) == (damage is not None)


def test_no_window_looks_into_the_file_while_another_may_be_replacing_it(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    # SQLite would take the journal of the new file for a left-over of the one set aside, and delete it in mid-commit.
    def mend_meanwhile(path: Path, *how: Any, **more: Any) -> str | None:
        monkeypatch.undo()
        with pytest.raises(StoreFault) as caught:
            opened(patience=0.05)
        assert caught.value.kind is FaultKind.LOCKED
        return mend(path, *how, **more)

    monkeypatch.setattr("safeclass.store.file.mend", mend_meanwhile)
    keep(opened(), a_sitting())
    assert list(opened().events(NARU, LESSON)) == a_sitting()


def test_four_windows_close_and_back_up_at_once(opened: Opened, path: Path) -> None:
    for _ in range(3):
        at_once(path, 2)
    path.unlink()
    store = opened()
    store.close()
    assert len(answers_in(path)) == 24
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "progress.sqlite3",
        "progress.sqlite3.backup",
        "progress.sqlite3.lock",
    ]


def test_each_window_sees_what_the_other_did(opened: Opened, path: Path) -> None:
    one, other = opened(), opened()
    keep(one, [answered("card", "a", right=False)])
    keep(other, [undone("card")])
    keep(one, [answered("card", "b")])
    expected = [answered("card", "a", right=False), undone("card"), answered("card", "b")]
    for store in (one, other):
        assert list(store.events(NARU, LESSON)) == expected
        assert store.progress(NARU) == {LESSON: fold(expected)}


def test_what_one_window_forgets_the_other_does_not_bring_back(opened: Opened, path: Path) -> None:
    one, other = opened(), opened()
    keep(one, a_sitting())
    assert other.progress(NARU)[LESSON] == fold(a_sitting())
    one.forget(NARU)
    keep(other, [reached("later")])
    assert one.progress(NARU) == {LESSON: fold([reached("later")])}
    other.close()
    one.close()
    assert not [file for file in path.parent.iterdir() if b"only-looked" in file.read_bytes()]


def test_forgetting_waits_for_a_copy_that_another_window_is_making(
    opened: Opened, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, other = opened(), opened(patience=0.05)
    keep(one, a_sitting())
    copies = []

    def copy_meanwhile(source: sqlite3.Connection, target: Path) -> bool:
        is_sound = copy(source, target)
        copies.append(target)
        with pytest.raises(StoreFault) as caught:
            other.forget(NARU)
        assert caught.value.kind is FaultKind.LOCKED
        return is_sound

    monkeypatch.setattr("safeclass.store.file.copy", copy_meanwhile)
    one.close()
    monkeypatch.undo()
    assert copies
    other.forget(NARU)
    assert not [file for file in path.parent.iterdir() if b"only-looked" in file.read_bytes()]


def test_a_migration_that_breaks_off_leaves_the_file_as_it_was(
    opened: Opened, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened()
    keep(store, a_sitting())
    store.close()
    before = path.read_bytes()

    def add_badges(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE badge (a)")
        connection.execute("SELECT no_such_column FROM badge")

    monkeypatch.setattr("safeclass.store.migrations.MIGRATIONS", [*MIGRATIONS, add_badges])
    monkeypatch.setattr("safeclass.store.mending.MIGRATIONS", [*MIGRATIONS, add_badges])
    with pytest.raises(StoreFault) as caught:
        opened()
    assert caught.value.kind is FaultKind.UNAVAILABLE
    assert path.read_bytes() == before


def test_a_migration_keeps_everything(opened: Opened, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = opened()
    keep(store, a_sitting())
    store.close()

    def add_badges(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE badge (a)")

    monkeypatch.setattr("safeclass.store.migrations.MIGRATIONS", [*MIGRATIONS, add_badges])
    monkeypatch.setattr("safeclass.store.mending.MIGRATIONS", [*MIGRATIONS, add_badges])
    store = opened()
    assert store.progress(NARU) == {LESSON: fold(a_sitting())}
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (2,)
        assert raw.execute("SELECT count(*) FROM badge").fetchone() == (0,)
    monkeypatch.undo()
    with pytest.raises(StoreFault) as caught:
        opened()
    assert caught.value.kind is FaultKind.NEWER
