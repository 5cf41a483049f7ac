"""The store on the disk: an append-only list of events, and what they add up to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from safeclass.course.text import Id
from safeclass.session.event import Event
from safeclass.session.progress import LessonProgress, fold
from safeclass.store.encoding import decode, encode, event_of, name, normal, row_of
from safeclass.store.fault import FaultKind, StoreFault
from safeclass.store.store import PATIENCE

if TYPE_CHECKING:
    import sqlite3

EVENT = "SELECT lesson, happened, card, answer, right, sure FROM event WHERE profile = :profile AND lesson = :lesson"

SITTING = f"""{EVENT} AND id >= coalesce((
    SELECT max(id) FROM event WHERE profile = :profile AND lesson = :lesson AND happened = 'started'
), 0) ORDER BY id"""

ADD = "INSERT INTO event (at, profile, lesson, happened, card, answer, right, sure) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"

KEEP = """INSERT INTO lesson_progress (profile, lesson, state) VALUES (?, ?, ?)
    ON CONFLICT (profile, lesson) DO UPDATE SET state = excluded.state"""


class EventStore:
    """Keeps events in one SQLite file; several processes may use the same file at once."""

    def __init__(self, path: Path, now: Callable[[], datetime], patience: float = PATIENCE, *, opens_later: bool = False) -> None:
        """Open the file, making it, mending it or bringing it up to date where needed; raises `StoreFault`.

        Where it ``opens_later``, trouble that may pass is not raised but noted: the next use tries again.

        Another program's lock is waited for twice, ``patience`` seconds each; after that in vain, hardly at all until it is gone.
        """
        try:
            # Only here: a guest, and a Python that was built without SQLite, must do without it.
            from safeclass.store.file import StoreFile
        except ImportError as error:
            raise StoreFault(FaultKind.UNAVAILABLE) from error
        self._now = now
        # What was written last is mostly what is read next; decoding it would be a third of the cost besides the disk.
        self._last = "", LessonProgress()
        self._file = StoreFile(path, now, patience, opens_later=opens_later)

    @property
    def notice(self) -> str | None:
        """What the learner should be told about how the file was opened, as an English msgid; None where nothing."""
        return self._file.notice

    @property
    def late(self) -> StoreFault | None:
        """Why the file could not be opened at the start; None where it was."""
        return self._file.late

    def append(self, profile: str, event: Event) -> None:
        """Keep an event and what it leads to, on the disk before this returns; raises `StoreFault`, and then keeps neither."""
        profile, event = name(profile), normal(event)
        row = (int(self._now().timestamp()), profile, *row_of(event))

        def add(connection: sqlite3.Connection) -> None:
            progress = _kept(connection, profile, event.lesson, self._last).after(event)
            state = encode(progress)
            connection.execute(ADD, row)
            connection.execute(KEEP, (profile, event.lesson, state))
            self._last = state, progress

        self._file.write(add)

    def events(self, profile: str, lesson: Id) -> tuple[Event, ...]:
        """What happened in a lesson since it was last started, in order; raises `StoreFault`."""
        which = {"profile": name(profile), "lesson": name(lesson)}
        rows = self._file.read(lambda connection: connection.execute(SITTING, which).fetchall())
        return tuple(event for row in rows if (event := event_of(row)) is not None)

    def progress(self, profile: str) -> Mapping[Id, LessonProgress]:
        """What was done in each lesson that was ever begun; raises `StoreFault`."""
        profile = name(profile)
        query = "SELECT lesson, state FROM lesson_progress WHERE profile = ? ORDER BY lesson"
        rows = self._file.read(lambda connection: connection.execute(query, (profile,)).fetchall())
        return {Id(lesson): decode(state) or self._rebuilt(profile, lesson) for lesson, state in rows}

    def forget(self, profile: str | None, lesson: Id | None = None) -> None:
        """Delete what is kept of one learner, or of everybody; in one lesson, or in all. Raises `StoreFault`.

        It goes from the file and from its copies. Damaged files that were set aside go too, whatever they hold of others: nobody
        can be forgotten in them alone, and what could be saved of them is in the file.
        """
        which = {"profile": None if profile is None else name(profile), "lesson": None if lesson is None else name(lesson)}
        where = "profile = coalesce(:profile, profile) AND lesson = coalesce(:lesson, lesson)"

        def delete(connection: sqlite3.Connection) -> None:
            connection.execute(f"DELETE FROM event WHERE {where}", which)
            connection.execute(f"DELETE FROM lesson_progress WHERE {where}", which)

        is_done = False
        try:
            # Before, to make room for the change on a full disk; and again after, for a copy made meanwhile elsewhere.
            self._file.drop_copies(and_asides=False)
            try:
                self._file.write(delete)
                self._file.clean()
                is_done = True
            finally:
                self._file.drop_copies(and_asides=is_done)
        except StoreFault as fault:
            raise StoreFault(fault.kind, is_forgetting=True) from fault

    def wait(self, patience: float) -> None:
        """From now on, wait so many seconds for another program's lock, also where that was in vain before."""
        self._file.wait(patience)

    def close(self) -> None:
        """Let the file go, never with a fault, after a safe copy of what was written; nothing can be kept or read afterwards."""
        self._file.close()

    def _rebuilt(self, profile: str, lesson: str) -> LessonProgress:
        def rebuild(connection: sqlite3.Connection) -> LessonProgress:
            progress = _kept(connection, profile, lesson)
            connection.execute(KEEP, (profile, lesson, encode(progress)))
            return progress

        try:
            return self._file.write(rebuild)
        except StoreFault:
            # It cannot be kept anew, but it can still be told.
            return self._file.read(lambda connection: _kept(connection, profile, lesson))


def _kept(
    connection: sqlite3.Connection, profile: str, lesson: str, last: tuple[str, LessonProgress] | None = None
) -> LessonProgress:
    """What was done in a lesson: as it was kept, or folded from all its events where that is missing or unreadable."""
    which = {"profile": profile, "lesson": lesson}
    query = "SELECT state FROM lesson_progress WHERE profile = :profile AND lesson = :lesson"
    row = connection.execute(query, which).fetchone()
    if row and last and row[0] == last[0]:
        return last[1]
    return (row and decode(row[0])) or fold(_history(connection, which))


def _history(connection: sqlite3.Connection, which: Mapping[str, str]) -> Iterator[Event]:
    for row in connection.execute(f"{EVENT} ORDER BY id", which):
        event = event_of(row)
        if event is not None:
            yield event
