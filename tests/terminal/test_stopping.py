"""Stopped and brought back: with Ctrl+Z, by a signal, at any moment; and where a shell belongs to somebody else, not at all."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from drawn_screen import ALTERNATE
from lesson_start import is_kept
from lesson_walk import Walk
from program_start import Start, environment_of
from pty_program import PtyProgram

from safeclass.language import translate

PATIENT = 20.0
"""How long an end may take on a loaded machine, in seconds."""

HANGUL = re.compile("[가-힣]")


@contextmanager
def a_shell(home: Path) -> Iterator[PtyProgram]:
    """A shell that has asked what to do."""
    with PtyProgram(["bash", "--norc", "-im"], environment_of(home) | {"PS1": "here> "}) as shell:
        shell.wait_for("here>")
        yield shell


def wait_for_the_shell(shell: PtyProgram) -> None:
    """Wait until a program in it has ended, and it asks anew."""
    shell.wait_until(lambda: not shell.is_alternate and shell.text.rstrip().endswith("here>"), "the shell did not ask again")


@pytest.mark.parametrize("name", ["SIGTSTP", "SIGSTOP"])
def test_stopped_and_brought_back_it_shows_what_it_showed(name: str, answered: Walk, home: Path) -> None:
    program = answered.program
    program.wait_for_quiet()
    before = program.text
    os.kill(program.process, getattr(signal, name))
    os.waitid(os.P_PID, program.process, os.WSTOPPED)
    program.wait_for_quiet()
    if name == "SIGTSTP":
        assert program.is_left_tidy
        assert "SafeClass" not in program.text
    written = len(program.output)
    os.kill(program.process, signal.SIGCONT)
    # What is pressed before the screen is entered anew is thrown away.
    program.wait_until(lambda: ALTERNATE in program.output[written:], "the screen was not entered anew")
    program.wait_until(lambda: program.is_alternate and program.text == before, "it does not look as before")
    program.press("ctrl+q")
    assert program.wait_for_end(PATIENT) == 0
    assert program.is_restored
    assert is_kept(answered, home)


def test_ctrl_z_goes_to_the_shell_and_fg_comes_back(home: Path) -> None:
    with a_shell(home) as shell:
        shell.press(f"{sys.executable} -m safeclass --language ko", "enter")
        shell.wait_for("1366")
        shell.wait_for_quiet()
        before = shell.text
        shell.press("\x1a")
        shell.wait_until(lambda: not shell.is_alternate and "Stopped" in shell.text, "it was not stopped")
        shell.wait_for_quiet()
        shell.press("fg", "enter")
        shell.wait_until(lambda: shell.is_alternate and shell.text == before, "it does not look as before")
        shell.press("ctrl+q")
        # What is typed before the shell asks again is thrown away with what the program has not read.
        wait_for_the_shell(shell)
        shell.press("exit", "enter")
        assert shell.wait_for_end() == 0


@pytest.mark.parametrize(("how", "status"), [("kill %1", 143), ("kill -HUP %1", 129)])
def test_what_was_stopped_ends_where_the_shell_asks_for_it(how: str, status: int, home: Path) -> None:
    with a_shell(home) as shell:
        shell.press(f"{sys.executable} -m safeclass --language ko", "enter")
        shell.wait_for("1366")
        shell.press("\x1a")
        shell.wait_until(lambda: not shell.is_alternate and "Stopped" in shell.text, "it was not stopped")
        shell.wait_for_quiet()
        shell.press(how, "enter")
        shell.wait_for_quiet(0.5)
        shell.press("jobs", "enter")
        shell.wait_for(f"Exit {status}")
        assert not shell.is_alternate
        assert "Traceback" not in shell.output


STOPPED_WHILE_WRITING = """
import os, queue, signal, sys
from textual.drivers import _writer_thread

class Queue(queue.Queue):
    puts = 0

    def _put(self, item):  # its lock is held here
        super()._put(item)
        Queue.puts += 1
        if Queue.puts == {put}:
            os.kill(os.getpid(), signal.{name})

_writer_thread.Queue = Queue
from safeclass.cli import main
sys.exit(main())
"""
"""Runs the program, and sends it a signal in the middle of writing to the terminal."""


@pytest.mark.parametrize("put", [5, 25], ids=["while it takes the terminal", "while it draws"])
@pytest.mark.parametrize("name", ["SIGTSTP", "SIGSTOP"])
def test_stopped_while_it_writes_it_goes_on(name: str, put: int, start: Start, tmp_path: Path) -> None:
    script = tmp_path / "stopped.py"
    script.write_text(STOPPED_WHILE_WRITING.format(put=put, name=name), encoding="utf-8")
    program = start("--language", "ko", script=script)
    deadline = time.monotonic() + PATIENT
    while not os.waitid(os.P_PID, program.process, os.WSTOPPED | os.WNOHANG):
        assert time.monotonic() < deadline, "it was not stopped"
        program.read(0.02)
    os.kill(program.process, signal.SIGCONT)
    program.wait_until(lambda: program.is_alternate and program.shows("1366"), "it did not go on")
    program.wait_for_quiet()
    program.press("ctrl+q")
    assert program.wait_for_end(PATIENT) == 0
    assert program.is_restored


def test_started_in_the_background_it_waits_until_it_is_called_to_the_front(home: Path) -> None:
    with a_shell(home) as shell:
        shell.press(f"set -b; {sys.executable} -m safeclass --language ko &", "enter")
        shell.wait_for("Stopped")
        shell.press("bg", "enter")
        shell.wait_until(lambda: shell.text.count("Stopped") == 2, "it did not wait any longer")
        shell.press("fg", "enter")
        shell.wait_until(lambda: shell.is_alternate and shell.shows("1366"), "it did not come to the front")
        shell.wait_for_quiet()
        shell.press("ctrl+q")
        wait_for_the_shell(shell)
        assert "SafeClass" not in shell.text


def test_ctrl_z_does_nothing_where_no_shell_waits(answered: Walk) -> None:
    program = answered.program
    program.wait_for_quiet()
    before = program.text
    program.press("\x1a")
    program.change("f1")
    program.press("escape")
    program.wait_until(lambda: program.text == before, "it does not look as before")


def test_in_plain_lines_no_key_leaves_a_lesson_in_front_of_the_shell(home: Path) -> None:
    with a_shell(home) as shell:
        shell.press(f"{sys.executable} -m safeclass --classroom --plain --language ko", "enter")
        shell.wait_for(translate("Exit", "ko"))
        shell.press("2", "enter")
        shell.wait_for(translate("Before you start", "ko"))
        shell.wait_for_quiet()
        # Ctrl+Z: it stays, and the next line is heard.
        shell.press("\x1a")
        shell.wait_for_quiet()
        shell.wait_for_change(lambda: shell.press("?", "enter"))
        shell.wait_for("1366")
        shell.wait_for_quiet()
        assert "Stopped" not in shell.text
        # Ctrl+\
        shell.press("\x1c")
        shell.wait_until(lambda: shell.text.rstrip().endswith("here>"), "it did not end")
        assert not HANGUL.search(shell.text)
        shell.press("echo $?", "enter")
        shell.wait_for("131")


def test_ctrl_z_at_a_shared_terminal_does_not_lead_to_the_shell_behind_it(home: Path) -> None:
    with a_shell(home) as shell:
        shell.press(f"{sys.executable} -m safeclass --classroom --language ko", "enter")
        shell.wait_for("1366")
        shell.wait_for_quiet()
        shell.press("\x1a", "f1")  # once help is seen, Ctrl+Z was heard before it
        shell.wait_for("누가 알게 되나요")
        assert shell.is_alternate
        assert "Stopped" not in shell.output
        shell.press("f1", "f6", "5", "enter")
        wait_for_the_shell(shell)


def test_ctrl_z_does_nothing_where_a_script_waits_that_cannot_bring_it_back(home: Path) -> None:
    command = ["sh", "-c", f"{sys.executable} -m safeclass --language ko; true"]
    with PtyProgram(command, environment_of(home)) as program:
        program.wait_for("1366")
        program.wait_for_quiet()
        before = program.text
        program.press("\x1a", "f1")
        program.wait_for("누가 알게 되나요")
        program.press("f1")
        program.wait_until(lambda: program.text == before, "it does not look as before")
        program.press("ctrl+q")
        assert program.wait_for_end() == 0
