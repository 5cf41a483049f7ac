"""What a guest leaves on a machine: nothing, not even what Python and the system would leave by themselves."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from safeclass.commands.crash import LARGEST, note_crash
from safeclass.settings import Settings

PROJECT = Path(__file__).parents[2]
ONCE_STARTED = "OK to take it?"
"""What the first page of the small course shows."""

GUESTS = ["--guest", "--classroom"]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of the program in which nothing is compiled yet, as after an installation that compiles nothing."""
    package = tmp_path / "program" / "safeclass"
    shutil.copytree(PROJECT / "src" / "safeclass", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PROJECT / "content", package / "content", ignore=shutil.ignore_patterns("reviewed"))
    return package.parent


def started(program: Path, how: str, home: Path, *, before: str = "") -> subprocess.Popen[str]:
    """The program as a guest takes it, in plain lines, waiting for the first of them; started by a shell that did `before`."""
    unwanted = ("PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX")
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    environment |= {"PYTHONPATH": str(program), "SAFECLASS_HOME": str(home), "PYTHONUNBUFFERED": "1"}
    typed = [sys.executable, "-m", "safeclass", "learn", how, "--plain", "--language", "en"]
    if before:
        typed = ["sh", "-c", f'{before}; exec "$@"', "sh", *typed]
    course = PROJECT / "tests" / "course" / "small_course"
    return subprocess.Popen(
        [*typed, "--course", str(course)], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def lines_until(process: subprocess.Popen[str], words: str) -> Iterator[str]:
    """What it says, until it says these words."""
    assert process.stdout is not None
    for line in process.stdout:
        yield line
        if words in line:
            return


@pytest.mark.parametrize("how", GUESTS)
def test_a_guest_leaves_no_compiled_module_behind(how: str, program: Path, tmp_path: Path) -> None:
    before = {file for file in program.rglob("*") if file.is_file()}
    with started(program, how, tmp_path / "home") as process:
        out, _ = process.communicate("1\nq\n", timeout=60)
    assert ONCE_STARTED in out
    left = {str(file.relative_to(program)) for file in program.rglob("*") if file.is_file() and file not in before}
    # What is read before it is known that it is a guest who comes may be compiled: it tells that the program was started.
    assert {name for name in left if name.startswith(("safeclass/plain", "safeclass/tui", "safeclass/handout"))} == set()
    assert not (tmp_path / "home").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells the limits of a process")
@pytest.mark.parametrize("how", GUESTS)
def test_no_picture_of_a_guests_memory_is_left_after_a_crash(how: str, program: Path, tmp_path: Path) -> None:
    with started(program, how, tmp_path / "home", before='ulimit -c "$(ulimit -Hc)"') as process:
        assert ONCE_STARTED in "".join(lines_until(process, ONCE_STARTED))
        limits = Path(f"/proc/{process.pid}/limits").read_text(encoding="utf-8")
        process.communicate("q\n", timeout=60)
    found = re.search(r"^Max core file size +(\S+)", limits, re.MULTILINE)
    assert found is not None
    assert found[1] == "0"


def test_a_shared_terminal_is_covered_and_wiped_when_the_guides_say_so() -> None:
    for guide, minute, second in (("README.md", "minutes", "seconds"), ("README.ko.md", "분", "초")):
        words = (PROJECT / guide).read_text(encoding="utf-8")
        covers, wipes = f"{Settings().cover_after:g} ?{second}", f"{Settings().wipe_after / 60:g} ?{minute}"
        assert re.search(covers, words), covers
        assert re.search(wipes, words), wipes


def test_a_note_of_a_fault_is_begun_anew_once_it_is_long(tmp_path: Path) -> None:
    note = tmp_path / "home" / "crash.log"
    note_crash(ValueError("what somebody answered"), note)
    assert note.read_text(encoding="utf-8") == "ValueError\n"
    note_crash(KeyError("more"), note)
    assert note.read_text(encoding="utf-8") == "ValueError\nKeyError\n"
    note.write_bytes(b"x" * (LARGEST + 1))
    note_crash(ValueError(), note)
    assert note.read_text(encoding="utf-8") == "ValueError\n"


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signal")
def test_a_signal_that_whoever_started_it_wants_ignored_is_ignored(program: Path, tmp_path: Path) -> None:
    with started(program, "--guest", tmp_path / "home", before="trap '' HUP") as process:
        assert ONCE_STARTED in "".join(lines_until(process, ONCE_STARTED))
        process.send_signal(signal.SIGHUP)
        out, _ = process.communicate("1\nq\n", timeout=60)
    assert process.returncode == 0
    assert "Before you start" in out
