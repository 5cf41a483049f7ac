"""Sittings to keep, a clock to keep them by, and other processes to keep them in."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from safeclass.course.text import Id
from safeclass.session.event import Event, Happened
from safeclass.session.progress import LessonProgress, fold
from safeclass.store.encoding import decode, event_of
from safeclass.store.events import EventStore
from safeclass.store.store import Store

NARU = "나루"
LESSON = Id("looking-and-keeping")
NOBODY = 65534
SOURCE = Path(__file__).parents[2] / "src"

BEGIN = """
import signal
import sys
signal.alarm(60)
from datetime import UTC, datetime
from pathlib import Path
from safeclass.session.event import Event, Happened
from safeclass.store.events import EventStore
from safeclass.store.store import Store
path = Path(sys.argv[1])
"""
"""How every program of a second process begins."""


def clock() -> Callable[[], datetime]:
    """A clock that goes on by a second whenever it is looked at."""
    time = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)

    def now() -> datetime:
        nonlocal time
        time += timedelta(seconds=1)
        return time

    return now


def started(lesson: Id = LESSON) -> Event:
    return Event(Happened.STARTED, lesson)


def reached(card: str, lesson: Id = LESSON) -> Event:
    return Event(Happened.REACHED, lesson, Id(card))


def answered(card: str, *answer: str, right: bool | None = True, lesson: Id = LESSON) -> Event:
    return Event(Happened.ANSWERED, lesson, Id(card), answer, right)


def undone(card: str, lesson: Id = LESSON) -> Event:
    return Event(Happened.UNDONE, lesson, Id(card))


def finished(lesson: Id = LESSON) -> Event:
    return Event(Happened.FINISHED, lesson)


def a_sitting(lesson: Id = LESSON) -> list[Event]:
    """One lesson with everything in it that can happen."""
    return [
        started(lesson),
        reached("only-looked", lesson),
        answered("only-looked", "nothing", right=False, lesson=lesson),
        Event(Happened.RATED, lesson, Id("only-looked"), sure=3),
        answered("only-looked", "crime", lesson=lesson),
        reached("put-in-order", lesson),
        answered("put-in-order", "ask", "stop", "tell", right=False, lesson=lesson),
        undone("put-in-order", lesson),
        reached("how-it-feels", lesson),
        answered("how-it-feels", "4", right=None, lesson=lesson),
        reached("a-hard-one", lesson),
        Event(Happened.SKIPPED, lesson, Id("a-hard-one")),
        reached("sports-day", lesson),
        answered("sports-day", "first", "second", right=None, lesson=lesson),
    ]


def a_long_lesson(name: str, cards: int = 60) -> list[Event]:
    """A lesson that fills many pages of the file."""
    return [started(), *(answered(f"{name}-{number}", *[f"{name}-option"] * 20) for number in range(cards))]


def keep(store: Store, events: list[Event], profile: str = NARU) -> None:
    for event in events:
        store.append(profile, event)


def keep_a_sitting(path: Path) -> str:
    store = EventStore(path, clock())
    keep(store, a_sitting())
    store.close()
    return "kept"


def progress_in(path: Path, profile: str = NARU) -> LessonProgress:
    """What a fresh look at the file says was done in the lesson."""
    store = EventStore(path, clock())
    try:
        return store.progress(profile).get(LESSON, LessonProgress())
    finally:
        store.close()


def answers_in(path: Path, profile: str = NARU) -> list[str]:
    """Every first word that was ever answered, in order, read without any of our code for stores."""
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT json_extract(answer, '$[0]') FROM event WHERE happened = 'answered' AND profile = ? ORDER BY id"
        return [row[0] for row in connection.execute(query, (profile,))]


def assert_in_order(path: Path) -> None:
    """The file is whole, and each kept progress is what the domain makes of all of the lesson's events."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        rows = connection.execute("SELECT profile, lesson, state FROM lesson_progress").fetchall()
        events = "SELECT lesson, happened, card, answer, right, sure FROM event WHERE profile = ? AND lesson = ? ORDER BY id"
        for profile, lesson, state in rows:
            history = [event for row in connection.execute(events, (profile, lesson)) if (event := event_of(row))]
            assert decode(state) == fold(history), f"{profile}, {lesson}"
        everyone = set(connection.execute("SELECT DISTINCT profile, lesson FROM event"))
        assert everyone == {row[:2] for row in rows}


def process(code: str, path: Path, *arguments: str) -> subprocess.Popen[str]:
    """A second process that runs a program on the file; it is talked to in lines."""
    return subprocess.Popen(
        [sys.executable, "-c", BEGIN + code, str(path), *arguments],
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def let_go(others: Sequence[subprocess.Popen[str]]) -> None:
    """Wait until all of some processes have said that they are ready, and let them begin in the same moment."""
    for other in others:
        assert other.stdout is not None
        assert other.stdout.readline() == "ready\n"
    for other in others:
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Another process holds the file for itself."""
    code = """
import sqlite3
connection = sqlite3.connect(path, isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("locked", flush=True)
sys.stdin.read()
"""
    other = process(code, path)
    assert other.stdout is not None
    assert other.stdout.readline() == "locked\n"
    try:
        yield
    finally:
        other.communicate(timeout=20)


def apart(work: Callable[[], str], *, as_someone: bool = False) -> str:
    """What comes of doing something in a process of its own; if asked, without root's rights, to which nothing is read-only."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if as_someone and os.getuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            os.write(theirs, work().encode())
        except BaseException as error:
            os.write(theirs, f"{type(error).__name__}: {error}".encode())
        finally:
            os._exit(0)
    os.close(theirs)
    with open(ours, "rb") as answer:
        said = answer.read().decode()
    os.waitpid(child, 0)
    return said
