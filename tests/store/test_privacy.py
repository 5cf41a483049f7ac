"""Only the learner can read what is kept, whatever the system's habits."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from sitting import (
    a_sitting,
    keep,
    keep_a_sitting,
)

from safeclass.store.events import EventStore

Opened = Callable[..., EventStore]


@pytest.mark.parametrize("umask", [0, 0o077])
def test_only_the_learner_can_read_what_is_kept(opened: Opened, path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        store = opened()
        keep(store, a_sitting())
        connection = store._file._connected()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM event")
        modes = {file.name: oct(file.stat().st_mode & 0o777) for file in path.parent.iterdir()}
        assert modes["progress.sqlite3-journal"] == "0o600"
        connection.execute("ROLLBACK")
        store.close()
        path.write_bytes(b"damaged")
        opened().close()
    finally:
        os.umask(before)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    files = list(path.parent.iterdir())
    assert len(files) == 4, "the file, its backup, its lock, and the one set aside"
    assert {oct(file.stat().st_mode & 0o777) for file in files} == {"0o600"}


def test_a_file_that_others_could_read_is_closed_to_them(opened: Opened, path: Path) -> None:
    keep_a_sitting(path)
    path.chmod(0o644)
    path.parent.chmod(0o755)
    opened()
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o755, "a folder that was there before is its owner's affair"


def test_nothing_kept_passes_through_files_elsewhere_and_no_file_is_trusted_to_run_anything(opened: Opened) -> None:
    store = opened()
    keep(store, a_sitting())
    connection = store._file._connected()
    told = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("temp_store", "trusted_schema", "secure_delete")
    }
    assert told == {"temp_store": 2, "trusted_schema": 0, "secure_delete": 1}
