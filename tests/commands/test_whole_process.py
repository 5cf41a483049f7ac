"""What the start and the end of a whole process do not spend time on, and a long sitting does."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """\
import gc, sys
from safeclass.__main__ import run
sys.argv = ["safeclass", *sys.argv[1:]]
status = run()
print(status, gc.isenabled(), gc.get_freeze_count() > 0, file=sys.stderr)
"""

INTERRUPTED = """\
import os, signal, sys
from importlib.abc import MetaPathFinder

class Interrupt(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
from safeclass.__main__ import run
status = run()
sys.exit(status)
"""
"""Runs the program, and interrupts it when it comes to import a module."""


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


@pytest.mark.parametrize("module", ["safeclass.cli", "argparse", "safeclass.commands", "safeclass.commands.learn"])
def test_an_interrupt_at_any_moment_of_the_start_ends_it_in_silence(module: str, tmp_path: Path) -> None:
    environment = os.environ | {"SAFECLASS_HOME": str(tmp_path)}
    told = subprocess.run([sys.executable, "-c", INTERRUPTED, module], capture_output=True, text=True, env=environment)
    assert (told.returncode, told.stdout, told.stderr) == (130, "", "")


@pytest.mark.parametrize(
    ("typed", "status"),
    [("nope", 2), ("--nope", 2), ("outline --json --course /nope", 2), ("forget", 2), ("check nope.yaml", 2)],
)
@pytest.mark.parametrize("errors", ["2>&-", "2>/dev/full"])
def test_where_nobody_can_be_told_the_status_tells(typed: str, status: int, errors: str, tmp_path: Path) -> None:
    command = f"{sys.executable} -W error -m safeclass --language en {typed} {errors}"
    environment = os.environ | {"SAFECLASS_HOME": str(tmp_path)}
    told = subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=environment)
    assert (told.returncode, told.stdout, told.stderr) == (status, "", "")


def test_a_reader_that_has_gone_is_no_fault_where_errors_have_nowhere_to_go(tmp_path: Path) -> None:
    command = f"set -o pipefail; {sys.executable} -m safeclass channels 2>&- | true"
    told = subprocess.run(["bash", "-c", command], capture_output=True, env=os.environ | {"SAFECLASS_HOME": str(tmp_path)})
    assert told.returncode == 0


def test_that_something_is_wrong_is_told_by_the_status_where_the_reader_has_gone(course_folder: Path, tmp_path: Path) -> None:
    lesson = course_folder / "lessons" / "every-kind.yaml"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace('."', '!"'), encoding="utf-8")
    for reader in ("true", "head -n 1 >/dev/null", "cat >/dev/null"):
        command = f"set -o pipefail; {sys.executable} -m safeclass check {course_folder} | {reader}"
        told = subprocess.run(["bash", "-c", command], capture_output=True, env=os.environ | {"SAFECLASS_HOME": str(tmp_path)})
        assert (told.returncode, told.stderr) == (1, b""), reader


def test_a_stream_that_knows_no_space_that_does_not_break_gets_a_plain_one(home: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "euc-kr"}
    typed = [sys.executable, "-m", "safeclass", "channels", "--language", "en"]
    out = subprocess.run(typed, env=environment, capture_output=True, timeout=60, check=True).stdout.decode("euc-kr")
    assert "112  Police (24 hours)" in out
    assert "24?hours" not in out
