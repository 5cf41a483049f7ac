"""Where nothing can be kept, the fault says which trouble it is, and what was kept before can still be read."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sitting import (
    LESSON,
    NARU,
    SOURCE,
    a_sitting,
    apart,
    clock,
    keep,
    keep_a_sitting,
    progress_in,
    started,
)

from safeclass.session.progress import fold
from safeclass.store.events import EventStore
from safeclass.store.fault import MESSAGES, NOT_FORGOTTEN, FaultKind, StoreFault
from safeclass.store.mending import NOTICES, backup_of

Opened = Callable[..., EventStore]


def attempt(path: Path) -> str:
    """Open, read and append, as far as it goes."""
    said = []
    try:
        with closing(EventStore(path, clock(), patience=0.05)) as store:
            said.append(f"opened {store.notice}")
            said.append(f"{store.progress(NARU)[LESSON].answered} answered")
            store.append(NARU, started())
            said.append("appended")
    except StoreFault as fault:
        said.append(fault.kind.name)
    return ", ".join(said)


def test_a_new_file_in_a_folder_that_can_only_be_read(someones: Path) -> None:
    someones.chmod(0o500)
    assert apart(lambda: attempt(someones / "progress.sqlite3"), as_someone=True) == "READ_ONLY"
    assert apart(lambda: attempt(someones / "deeper" / "progress.sqlite3"), as_someone=True) == "READ_ONLY"


@pytest.mark.parametrize("is_spoiled", [False, True])
@pytest.mark.parametrize("mode", [0o400, 0o600])
def test_a_file_in_a_folder_that_can_only_be_read_is_still_read(someones: Path, mode: int, is_spoiled: bool) -> None:
    path = someones / "progress.sqlite3"
    assert apart(lambda: keep_a_sitting(path), as_someone=True) == "kept"
    if is_spoiled:
        with closing(sqlite3.connect(path)) as other, other:
            other.execute("UPDATE lesson_progress SET state = 'spoiled'")
    path.chmod(mode)
    someones.chmod(0o500)
    assert apart(lambda: attempt(path), as_someone=True) == "opened None, 1 answered, READ_ONLY"
    someones.chmod(0o700)
    path.chmod(0o600)
    assert apart(lambda: attempt(path), as_someone=True) == "opened None, 1 answered, appended"


def test_a_damaged_file_that_cannot_be_set_aside_is_left_as_it_is(someones: Path) -> None:
    path = someones / "progress.sqlite3"
    path.write_bytes(b"damaged")
    someones.chmod(0o500)
    assert apart(lambda: attempt(path), as_someone=True) == "CORRUPT"
    assert path.read_bytes() == b"damaged"


def test_another_programs_file_that_cannot_be_set_aside_is_left_as_it_is(someones: Path) -> None:
    path = someones / "progress.sqlite3"
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("CREATE TABLE bookmark (address)")
    path.chmod(0o644)
    someones.chmod(0o500)
    before = path.read_bytes()
    assert apart(lambda: attempt(path), as_someone=True) == "FOREIGN"
    assert path.read_bytes() == before


def test_a_folder_in_the_place_of_the_file(path: Path) -> None:
    path.mkdir(parents=True)
    assert attempt(path) == "UNAVAILABLE"


def test_a_file_in_the_place_of_the_folder(path: Path) -> None:
    path.parent.write_text("a note")
    assert attempt(path) == "UNAVAILABLE"
    assert path.parent.read_text() == "a note"


def test_python_without_sqlite(tmp_path: Path) -> None:
    code = f"""
import sys
sys.modules["_sqlite3"] = None
from pathlib import Path
from time import monotonic
from safeclass.store.events import EventStore
from safeclass.store.fault import StoreFault
try:
    EventStore(Path({str(tmp_path / "progress.sqlite3")!r}), None)
except StoreFault as fault:
    print(fault.kind.name)
"""
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    result = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=60)
    assert (result.stdout, result.stderr) == ("UNAVAILABLE\n", "")


def test_a_backup_that_cannot_be_made_does_not_keep_from_leaving(opened: Opened, path: Path) -> None:
    store = opened()
    keep(store, a_sitting())
    backup_of(path).mkdir()
    store.close()
    with pytest.raises(StoreFault) as caught:
        store.append(NARU, started())
    assert caught.value.kind is FaultKind.UNAVAILABLE, "it was let go all the same"
    backup_of(path).rmdir()
    assert progress_in(path) == fold(a_sitting())


@pytest.mark.parametrize("message", [*MESSAGES.values(), *NOT_FORGOTTEN.values(), *NOTICES.values()])
def test_what_the_learner_is_told_is_said_plainly(message: str) -> None:
    assert set(MESSAGES) == set(FaultKind)
    sentences = re.findall(r"[^.]+\.", message)
    assert "".join(sentences) == message
    assert all(len(sentence.split()) <= 16 for sentence in sentences), "one idea a sentence"
    assert not re.search(r"please|error|fail|wrong|warning|invalid|sqlite|database|!|[^ -~]", message, re.IGNORECASE)
    assert len(sentences) >= 2, "what happened, then what can be done"


def test_a_disk_that_can_only_be_read_is_still_read(opened: Opened, small_disk: Path) -> None:
    path = small_disk / "progress.sqlite3"
    keep_a_sitting(path)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert attempt(path) == "opened None, 1 answered, READ_ONLY"
    assert attempt(small_disk / "new.sqlite3") == "READ_ONLY"
