"""Safe copies of the file, and what is done when it cannot be used: it is set aside, never deleted, and replaced."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from enum import Enum, auto
from pathlib import Path
from typing import Final

from safeclass.language import N_
from safeclass.store.connection import ERRORS, connect, create, fault_of, faults, is_sound
from safeclass.store.fault import FaultKind, StoreFault
from safeclass.store.migrations import MIGRATIONS, version_of

APPLICATION = 0x53616643
"""The ``application_id`` of a file of ours; schema.sql writes it."""

CHECKED_UP_TO = 2 * 2**20
"""Up to which size, in bytes, every page is checked when a file is opened: some 10 ms; beyond it, damage is met in use."""

COMPANIONS = ("", "-journal", "-wal", "-shm")
"""What SQLite keeps beside a file; a journal left behind would be played into the file that takes its place."""


class Trouble(Enum):
    """Why a file cannot be used as it is."""

    DAMAGED = auto()
    FOREIGN = auto()
    MISSING = auto()
    """There is none, though there is a backup: it was lost, or its replacing was broken off."""


KINDS = {Trouble.DAMAGED: FaultKind.CORRUPT, Trouble.FOREIGN: FaultKind.FOREIGN}
"""The fault that a trouble is, where nothing can be done about it."""

NOTICES: Final = {
    (Trouble.DAMAGED, True): N_(
        "Your progress file was damaged, so the last safe copy is in use. Your latest answers may be missing. "
        "The damaged file is kept beside it."
    ),
    (Trouble.DAMAGED, False): N_(
        "Your progress file was damaged, so a new one is in use. You can start any lesson again. "
        "The damaged file is kept beside it."
    ),
    (Trouble.FOREIGN, True): N_(
        "Another program's file was where your progress is kept. The last safe copy is in use now. "
        "The other file is kept beside it."
    ),
    (Trouble.FOREIGN, False): N_(
        "Another program's file was where your progress is kept. A new one is in use now. The other file is kept beside it."
    ),
    (Trouble.MISSING, True): N_(
        "Your progress file was missing, so the last safe copy is in use. Your latest answers may be missing."
    ),
}
"""What is told of each trouble, by whether a backup took the file's place: English msgids."""


def backup_of(path: Path) -> Path:
    """Where the safe copy of a file lies."""
    return path.with_name(f"{path.name}.backup")


def beside(path: Path, ending: str) -> list[Path]:
    """The files beside a file whose names go on from its own in this way."""
    return sorted(file for file in path.parent.iterdir() if file.name.startswith(path.name + ending))


def is_foreign(aside: Path) -> bool:
    """Whether a file set aside is another program's SQLite file, or belongs to one."""
    main = re.sub("-(journal|wal|shm)$", "", str(aside))
    try:
        with open(main, "rb") as file:
            head = file.read(72)
    except FileNotFoundError:
        return False
    return head.startswith(b"SQLite format 3\0") and int.from_bytes(head[68:72], "big") != APPLICATION


def examine(path: Path, patience: float, *, thoroughly: bool) -> Trouble | None:
    """What keeps a file from being used; None where nothing does. Raises `StoreFault` NEWER, sqlite3.Error, OSError."""
    if not path.exists():
        return Trouble.MISSING if backup_of(path).exists() else None
    try:
        with closing(connect(path, patience)) as connection:
            return _trouble(connection, path, thoroughly)
    except ERRORS as error:
        if fault_of(error).kind is FaultKind.CORRUPT:
            return Trouble.DAMAGED
        raise


def _trouble(connection: sqlite3.Connection, path: Path, thoroughly: bool) -> Trouble | None:
    # SQLite itself is asked, not the first bytes: what a broken-off commit left is put right before it answers.
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    ours = connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION
    if not tables and not ours:
        return Trouble.DAMAGED if backup_of(path).exists() else None
    if not ours:
        return Trouble.FOREIGN
    if version_of(connection) > len(MIGRATIONS):
        raise StoreFault(FaultKind.NEWER)
    if not {"event", "lesson_progress"} <= tables:
        return Trouble.DAMAGED
    is_cheap = path.stat().st_size < CHECKED_UP_TO
    return None if not (is_cheap or thoroughly) or is_sound(connection) else Trouble.DAMAGED


def mend(path: Path, now: Callable[[], datetime], patience: float, *, thoroughly: bool) -> str | None:
    """Make sure that a file can be used; what was done about it, as a msgid. Raises `StoreFault`, sqlite3.Error, OSError.

    To be done within `only_one`.
    """
    trouble = examine(path, patience, thoroughly=thoroughly)
    if trouble is None:
        return None
    try:
        with faults():
            return _replace(path, trouble, now, patience)
    except StoreFault as fault:
        # Where nothing can be put in its place, what is wrong with the file says more than that.
        if fault.kind in (FaultKind.READ_ONLY, FaultKind.UNAVAILABLE) and trouble in KINDS:
            raise StoreFault(KINDS[trouble]) from fault
        raise


def _replace(path: Path, trouble: Trouble, now: Callable[[], datetime], patience: float) -> str | None:
    restored = path.with_name(f"{path.name}.restored")
    is_restored = _restore(backup_of(path), restored, patience)
    stamp = now().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    aside, number = path.with_name(f"{path.name}.aside-{stamp}"), 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.aside-{stamp}-{number}")
    for end in reversed(COMPANIONS):
        with suppress(FileNotFoundError):
            os.rename(f"{path}{end}", f"{aside}{end}")
    if is_restored:
        # Broken off before this, the file is missing, and the next opening restores it.
        os.replace(restored, path)
    sync_folder(path)
    return NOTICES.get((trouble, is_restored))


def _restore(backup: Path, target: Path, patience: float) -> bool:
    if not backup.exists():
        return False
    try:
        with closing(connect(backup, patience)) as connection:
            if _trouble(connection, backup, True) is not None or version_of(connection) == 0:
                return False
            return copy(connection, target)
    except ERRORS as error:
        if fault_of(error).kind is FaultKind.CORRUPT:
            return False
        raise


def copy(source: sqlite3.Connection, target: Path) -> bool:
    """Copy a whole store into a new file, in place of any that is there; whether the copy is sound. Raises sqlite3.Error."""
    with suppress(FileNotFoundError):
        target.unlink()
    create(target)
    with closing(connect(target, patience=0)) as connection:
        connection.execute("PRAGMA journal_mode = MEMORY")
        # Read from beforehand, as `backup` itself would wait for another program's lock without end.
        source.execute("BEGIN")
        try:
            source.execute("SELECT 1 FROM sqlite_master").fetchone()
            source.backup(connection)
        finally:
            if source.in_transaction:
                source.execute("ROLLBACK")
        return is_sound(connection)


@contextmanager
def only_one(path: Path, patience: float) -> Iterator[None]:
    """Let one process at a time open, copy or replace the file. Raises sqlite3.Error, OSError.

    SQLite finds a journal by name: whoever looked into a file while it was set aside would take the journal of the file
    in its place for a left-over, and delete it.
    """
    # An SQLite lock: it works wherever the store does, and ends with its process.
    guard = path.with_name(f"{path.name}.lock")
    create(guard)
    with closing(sqlite3.connect(guard, timeout=patience, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def sync_folder(path: Path) -> None:
    """Make a renaming in a file's folder survive a power cut, where the system can."""
    with suppress(OSError):
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)
