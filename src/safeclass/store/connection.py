"""Talking to SQLite: how a file is opened, and what its errors mean."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from safeclass.store.fault import FaultKind, StoreFault, fault_of_system

# EXTRA also makes the end of a commit survive a power cut where there is no WAL; a WAL fails on network homes.
PRAGMAS = ("synchronous = EXTRA", "secure_delete = ON", "temp_store = MEMORY", "trusted_schema = OFF")
"""How every connection is set."""

KINDS = {
    sqlite3.SQLITE_READONLY: FaultKind.READ_ONLY,
    sqlite3.SQLITE_PERM: FaultKind.READ_ONLY,
    sqlite3.SQLITE_FULL: FaultKind.FULL,
    sqlite3.SQLITE_BUSY: FaultKind.LOCKED,
    sqlite3.SQLITE_LOCKED: FaultKind.LOCKED,
    sqlite3.SQLITE_PROTOCOL: FaultKind.LOCKED,
    sqlite3.SQLITE_CORRUPT: FaultKind.CORRUPT,
    sqlite3.SQLITE_NOTADB: FaultKind.CORRUPT,
}
"""What SQLite's primary result codes come down to."""


def create(path: Path) -> None:
    """Make an empty file that only its owner can read, where there is none; journals later inherit this."""
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError:
        if not path.exists():
            raise
        if os.name == "posix" and path.stat().st_mode & 0o077:
            # Someone else's file stays as it is, and so does one that can only be read.
            with suppress(OSError):
                path.chmod(0o600)


def connect(path: Path, patience: float) -> sqlite3.Connection:
    """Open a file; locks are waited for up to ``patience`` seconds, transactions begun by the caller. Raises sqlite3.Error."""
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    # A row with broken bytes is one row that cannot be read, not a whole summary.
    connection.text_factory = _text
    try:
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


ERRORS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; the second where the words of its error quote broken bytes of a damaged file."""


def fault_of(error: Exception) -> StoreFault:
    """The fault that one of SQLite's errors comes down to."""
    if isinstance(error, UnicodeDecodeError):
        return StoreFault(FaultKind.CORRUPT)
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    return StoreFault(KINDS.get(code, FaultKind.UNAVAILABLE))


@contextmanager
def faults() -> Iterator[None]:
    """Turn every error of SQLite and of the file system into a `StoreFault`."""
    try:
        yield
    except ERRORS as error:
        raise fault_of(error) from error
    except OSError as error:
        raise fault_of_system(error) from error


def is_sound(connection: sqlite3.Connection) -> bool:
    """Whether every page of the file can be read and makes sense: 0.16 s for a million rows."""
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")
