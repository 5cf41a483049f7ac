"""What keeping an answer costs, beside SQLite alone; and telling what was done in a million events."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from safeclass.course.text import Id
from safeclass.session.event import Event, Happened
from safeclass.session.progress import fold
from safeclass.store.connection import PRAGMAS
from safeclass.store.encoding import encode, row_of
from safeclass.store.events import ADD, KEEP, EventStore

LESSONS = 16
CARDS = 19


def now() -> datetime:
    """The time."""
    return datetime.now(UTC)


def answer(number: int) -> Event:
    """One of the answers of a long life of learning."""
    place = number % (LESSONS * CARDS)
    return Event(Happened.ANSWERED, Id(f"lesson-{place // CARDS}"), Id(f"card-{place % CARDS}"), ("an-option",), True)


def time_answers(folder: Path, times: int) -> tuple[list[float], list[float]]:
    """How long keeping an answer takes, ours and SQLite's alone, turn by turn, in seconds."""
    folder.mkdir(parents=True)
    ours, theirs = list[float](), list[float]()
    store = EventStore(folder / "ours.sqlite3", now)
    store.append("me", Event(Happened.STARTED, Id("lesson-0")))
    with closing(bare_file(folder / "theirs.sqlite3")) as bare:
        for number in range(times):
            event = answer(number % CARDS)
            start = time.perf_counter()
            store.append("me", event)
            ours.append(time.perf_counter() - start)
            row = (0, "me", *row_of(event))
            kept = ("me", event.lesson, encode(store.progress("me")[event.lesson]))
            start = time.perf_counter()
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(ADD, row)
            bare.execute(KEEP, kept)
            bare.execute("COMMIT")
            theirs.append(time.perf_counter() - start)
            if number % CARDS == CARDS - 1:
                store.append("me", Event(Happened.STARTED, Id("lesson-0")))
    store.close()
    return ours, theirs


def time_summary(folder: Path, events: int, times: int) -> list[float]:
    """How long telling what was done takes, with so many events in the file, in seconds."""
    folder.mkdir(parents=True)
    path = folder / "many.sqlite3"
    EventStore(path, now).close()
    with closing(bare_file(path)) as bare:
        bare.execute("PRAGMA synchronous = OFF")
        bare.execute("BEGIN")
        bare.executemany(ADD, ((0, "me", *row_of(answer(number))) for number in range(events)))
        for lesson in range(LESSONS):
            name = Id(f"lesson-{lesson}")
            sitting = fold([Event(Happened.STARTED, name), *(answer(lesson * CARDS + card) for card in range(CARDS))])
            bare.execute(KEEP, ("me", name, encode(sitting)))
        bare.execute("COMMIT")
    taken = []
    store = EventStore(path, now)
    for _ in range(times):
        start = time.perf_counter()
        progress = store.progress("me")
        taken.append(time.perf_counter() - start)
        assert len(progress) == LESSONS
    store.close()
    return taken


def bare_file(path: Path) -> sqlite3.Connection:
    """SQLite alone on a file with our tables and our settings."""
    EventStore(path, now).close()
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return connection
