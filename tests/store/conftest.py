"""What the store's tests share: a place, a clock, and stores that are always closed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sitting import NOBODY, clock

from safeclass.store.events import EventStore


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "progress.sqlite3"


@pytest.fixture
def someones() -> Iterator[Path]:
    """A folder that belongs to someone who is not root."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if os.getuid() == 0:
            os.chown(folder, NOBODY, NOBODY)
        yield folder
        folder.chmod(0o700)


@pytest.fixture
def opened(path: Path) -> Iterator[Callable[..., EventStore]]:
    """Opens stores on the test's own file."""
    stores: list[EventStore] = []

    def open_one(at: Path = path, patience: float = 5.0) -> EventStore:
        stores.append(EventStore(at, clock(), patience))
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k,mode=700", "none", str(disk)]
    if os.getuid() or not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("only root can make a small disk; the test of a full file goes without")
    yield disk
    subprocess.run(["umount", "--lazy", str(disk)], check=True)
