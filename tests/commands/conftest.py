"""What the tests of commands share: a home with nothing in it, and a copy of the shipped course."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from safeclass.paths import shipped


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where settings and progress are kept, with nothing in it yet; the machine speaks no language."""
    monkeypatch.setenv("SAFECLASS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path / "home"


@pytest.fixture
def shipped_folder(tmp_path: Path) -> Path:
    """A copy of the shipped course, to be broken at will."""
    return Path(shutil.copytree(shipped(), tmp_path / "course"))
