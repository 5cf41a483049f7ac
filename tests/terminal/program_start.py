"""Starting SafeClass itself in a terminal, with a home of its own."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Protocol

from pty_program import PtyProgram

import safeclass

SOURCE = Path(safeclass.__file__).parents[1]
"""Where the program under test is imported from, in this process and in its own."""

OURS = ("NO_COLOR", "PYTHONDONTWRITEBYTECODE", "LANG", "LC_MESSAGES", "TEXTUAL_ANIMATIONS", "TEXTUAL_THEME")
"""What whoever runs the tests may have set for themselves, and what would change what is seen or how soon."""


class Start(Protocol):
    """Starts the program with arguments, as `start_program` does, in the home of the test."""

    def __call__(
        self, *arguments: str, script: Path | None = None, columns: int = 80, rows: int = 24, **environment: str
    ) -> PtyProgram:
        """The program, running."""


def environment_of(home: Path) -> dict[str, str]:
    """The environment of a modern terminal."""
    kept = {name: value for name, value in os.environ.items() if name not in OURS}
    terminal = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    return kept | terminal | {"PYTHONPATH": str(SOURCE), "SAFECLASS_HOME": str(home)}


def start_program(
    home: Path, *arguments: str, script: Path | None = None, columns: int = 80, rows: int = 24, **environment: str
) -> PtyProgram:
    """The program with its settings and progress in a folder; or a script that runs it, with the same arguments."""
    run = [str(script)] if script else ["-m", "safeclass"]
    return PtyProgram([sys.executable, *run, *arguments], environment_of(home) | environment, columns, rows)
