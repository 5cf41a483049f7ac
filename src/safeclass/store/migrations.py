"""The steps that bring a store's file to the form this version writes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from safeclass.store.fault import FaultKind, StoreFault


def first_schema(connection: sqlite3.Connection) -> None:
    """Make the tables of a new file."""
    statement = ""
    for line in Path(__file__).with_name("schema.sql").read_text(encoding="utf-8").splitlines(keepends=True):
        statement += line
        # Not executescript: it would commit, and another process could meet half a schema.
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


MIGRATIONS: list[Callable[[sqlite3.Connection], None]] = [first_schema]
"""Every step in order; a file's ``user_version`` says how many it has been through."""


def version_of(connection: sqlite3.Connection) -> int:
    """How many steps a file has been through."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def migrate(connection: sqlite3.Connection) -> None:
    """Take a file through the steps it has not been through. Raises `StoreFault` NEWER where it has been through more.

    All of them or none: where this raises, the connection is to be closed, and with it the steps are undone.
    """
    if version_of(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    # Asked again: another process may have taken the steps while this one waited for its turn.
    version = version_of(connection)
    if version > len(MIGRATIONS):
        raise StoreFault(FaultKind.NEWER)
    for step in MIGRATIONS[version:]:
        step(connection)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    connection.execute("COMMIT")
