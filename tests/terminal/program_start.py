"""Starting SafeClass itself in a terminal, with a home of its own, and what it keeps there."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

from pty_program import PtyProgram

import safeclass
from safeclass.course.text import Id
from safeclass.session.progress import LessonProgress
from safeclass.store.events import EventStore

SOURCE = Path(safeclass.__file__).parents[1]
"""Where the program under test is imported from, in this process and in its own."""

OURS = ("NO_COLOR", "COLUMNS", "LINES", "PYTHONDONTWRITEBYTECODE", "LANG", "LC_MESSAGES")
"""What whoever runs the tests may have set for themselves, and what would change what is seen or how soon."""


class Start(Protocol):
    """Starts the program with arguments, as `start_program` does, in the home of the test."""

    def __call__(
        self,
        *arguments: str,
        script: Path | None = None,
        columns: int = 80,
        rows: int = 24,
        encoding: str = "utf-8",
        **environment: str,
    ) -> PtyProgram:
        """The program, running."""


def environment_of(home: Path) -> dict[str, str]:
    """The environment of a modern terminal."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    return kept | terminal | {"PYTHONPATH": str(SOURCE), "SAFECLASS_HOME": str(home)}


def start_program(
    home: Path,
    *arguments: str,
    script: Path | None = None,
    columns: int = 80,
    rows: int = 24,
    encoding: str = "utf-8",
    **environment: str,
) -> PtyProgram:
    """The program with its settings and progress in a folder; or a script that runs it, with the same arguments."""
    run = [str(script)] if script else ["-m", "safeclass"]
    return PtyProgram([sys.executable, *run, *arguments], environment_of(home) | environment, columns, rows, encoding)


def kept_in(home: Path) -> Mapping[Id, LessonProgress]:
    """What the program has kept of whoever uses it without a nickname."""
    store = EventStore(home / "progress.sqlite3", lambda: datetime.now(UTC))
    try:
        return store.progress("me")
    finally:
        store.close()
