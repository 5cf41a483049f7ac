"""The file progress is kept in: opened in good order, written in whole transactions, copied, and kept private."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from safeclass.store.connection import connect, create, faults
from safeclass.store.fault import PASSING, FaultKind, StoreFault
from safeclass.store.mending import backup_of, beside, copy, is_foreign, mend, only_one, sync_folder
from safeclass.store.migrations import migrate

T = TypeVar("T")

IMPATIENCE = 0.05
"""How long, in seconds, a lock is waited for once waiting was in vain: a lesson must not stop at every answer."""


class StoreFile:
    """One SQLite file of ours, connected."""

    def __init__(self, path: Path, now: Callable[[], datetime], patience: float, *, opens_later: bool) -> None:
        """Open the file, or make it; raises `StoreFault`, but where it ``opens_later`` and the trouble may pass."""
        self.path = path.absolute()
        """Where it lies."""
        self.notice: str | None = None
        """What had to be done to open it, as a msgid; None where nothing had."""
        self.late: StoreFault | None = None
        """Why it could not be opened at the start; None where it was."""
        self._now = now
        self._patience = self._waits = patience
        self._is_written = False
        self._connection: sqlite3.Connection | None = None
        self._opened: tuple[int, int] | None = None
        self._is_closed = False
        try:
            with faults():
                self._open()
        except StoreFault as fault:
            if not opens_later or fault.kind not in PASSING:
                raise
            self.late = fault
            self._wait_for(IMPATIENCE)

    def read(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Read something in one statement. Raises `StoreFault`."""
        return self._attempt(work)

    def write(self, work: Callable[[sqlite3.Connection], T]) -> T:
        """Do something in one transaction, on the disk before this returns. Raises `StoreFault`; then nothing was done."""

        def transaction(connection: sqlite3.Connection) -> T:
            # IMMEDIATE: begun as a reader, a second process would be refused at once instead of waiting.
            connection.execute("BEGIN IMMEDIATE")
            try:
                result = work(connection)
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            self._is_written = True
            return result

        result = self._attempt(transaction)
        # Kept, but in a file that was set aside in that moment: once more, into the one in its place.
        return self._attempt(transaction) if self._is_moved() else result

    def clean(self) -> None:
        """Leave no trace in the file of what was deleted from it. Raises `StoreFault`."""
        # Deleted rows are overwritten, but rows that once moved between pages may have left copies behind.
        self._attempt(lambda connection: connection.execute("VACUUM"))

    def drop_copies(self, *, and_asides: bool) -> None:
        """Delete every safe copy, and if asked, the files of ours that were set aside. Raises `StoreFault`."""
        self._is_written = True
        # A copy under way in another process is waited for, and then deleted too.
        with faults(), only_one(self.path, self._waits):
            aside = beside(self.path, ".aside-") if and_asides else []
            for file in (*beside(self.path, ".backup"), *beside(self.path, ".restored"), *aside):
                if file not in aside or not is_foreign(file):
                    file.unlink(missing_ok=True)
            sync_folder(self.path)

    def wait(self, patience: float) -> None:
        """From now on, wait so many seconds for another program's lock, also where that was in vain before."""
        self._patience = patience
        self._wait_for(patience)

    def close(self) -> None:
        """Let the file go, after a safe copy of what was written unless that is damaged; and go where none can be made, too."""
        if self._connection is not None and self._is_written:
            with suppress(StoreFault), faults():
                self._wait_for(IMPATIENCE)
                self._attempt(self._copy)
        self._is_closed = True
        self._let_go()

    def _copy(self, connection: sqlite3.Connection) -> None:
        backup = backup_of(self.path)
        new = backup.with_name(f"{backup.name}-new")
        with only_one(self.path, self._waits):
            if copy(connection, new):
                os.replace(new, backup)
                sync_folder(backup)
            else:
                new.unlink()

    def _attempt(self, work: Callable[[sqlite3.Connection], T]) -> T:
        try:
            return self._try(work)
        except StoreFault as fault:
            if fault.kind is FaultKind.CORRUPT:
                with faults():
                    self._open(thoroughly=True)
            elif not self._is_moved() and (fault.kind is not FaultKind.LOCKED or self._waits < self._patience):
                raise
        return self._try(work, is_last=True)

    def _try(self, work: Callable[[sqlite3.Connection], T], is_last: bool = False) -> T:
        try:
            with faults():
                result = work(self._connected())
        except StoreFault as fault:
            if fault.kind is FaultKind.LOCKED and is_last:
                self._wait_for(IMPATIENCE)
            raise
        if self._waits < self._patience:
            self._wait_for(self._patience)
        return result

    def _wait_for(self, seconds: float) -> None:
        self._waits = min(seconds, self._patience)
        if self._connection is not None:
            self._connection.execute(f"PRAGMA busy_timeout = {round(self._waits * 1000)}")

    def _connected(self) -> sqlite3.Connection:
        if self._is_closed:
            raise StoreFault(FaultKind.UNAVAILABLE)
        # Writing to a file that was deleted or set aside meanwhile would succeed, and be lost.
        if self._connection is None or self._is_moved():
            return self._open()
        return self._connection

    def _open(self, thoroughly: bool = False) -> sqlite3.Connection:
        self._let_go()
        if not self.path.parent.is_dir():
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with self._alone():
            self.notice = mend(self.path, self._now, self._waits, thoroughly=thoroughly) or self.notice
            create(self.path)
            self._opened = self._identity()
            connection = connect(self.path, self._waits)
            try:
                migrate(connection)
                connection.execute("PRAGMA journal_mode = DELETE")
            except BaseException:
                connection.close()
                raise
        self._connection = connection
        return connection

    @contextmanager
    def _alone(self) -> Iterator[None]:
        with ExitStack() as stack:
            try:
                with faults():
                    stack.enter_context(only_one(self.path, self._waits))
            except StoreFault as fault:
                # Where the lock cannot be had because nothing can be written, nobody can replace the file either.
                if fault.kind is FaultKind.LOCKED:
                    raise
            yield

    def _is_moved(self) -> bool:
        return self._connection is not None and self._identity() != self._opened

    def _identity(self) -> tuple[int, int] | None:
        """Which file lies there; None where there is none, or where the way to it is closed: opening it then says why."""
        try:
            status = os.stat(self.path)
        except OSError:
            return None
        return status.st_dev, status.st_ino

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
