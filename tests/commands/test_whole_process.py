"""What the start and the end of a whole process do not spend time on, and a long sitting does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """\
import gc, sys
from safeclass.__main__ import run
sys.argv = ["safeclass", *sys.argv[1:]]
status = run()
print(status, gc.isenabled(), gc.get_freeze_count() > 0, file=sys.stderr)
"""


def ended(home: Path, *typed: str) -> str:
    told = subprocess.run(
        [sys.executable, "-c", PROGRAM, *typed],
        input="q\n",
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"SAFECLASS_HOME": str(home)},
    )
    return told.stderr.strip()


def test_a_command_that_ends_soon_looks_for_nothing_to_drop(tmp_path: Path) -> None:
    assert ended(tmp_path, "channels") == "0 False True"


def test_a_sitting_in_plain_lines_drops_what_it_needs_no_more(tmp_path: Path) -> None:
    assert ended(tmp_path, "learn", "--plain") == "0 True True"
