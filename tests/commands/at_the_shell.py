"""What is typed at the shell, in this process: how it ended, and what was said.

Names of commands, JSON keys and exit statuses are a promise to scripts.
"""

from __future__ import annotations

import pytest

from safeclass.cli import main


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """The exit status, the output and the errors of a command."""
    try:
        status = main(list(words))
    except SystemExit as end:
        status = int(end.code or 0)
    told = capsys.readouterr()
    return status, told.out, told.err
