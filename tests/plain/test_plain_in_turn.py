"""Plain lines at a shared terminal: one learner after the other, and the terminal is cleared in between."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playing import environment, run_command

CLEARED = "\x1b[H\x1b[2J\x1b[3J"
GREETING = "You are a guest: nothing is kept when you leave."


class SharedTerminal:
    """The real command at a terminal that understands escape sequences, or one that does not."""

    def __init__(self, home: Path, *arguments: str, term: str) -> None:
        self._leader, follower = pty.openpty()
        command = [sys.executable, "-m", "safeclass", "--plain", "--classroom", "--language", "en", *arguments]
        self.process = subprocess.Popen(
            command, stdin=follower, stdout=follower, stderr=follower, env=environment(home) | {"TERM": term}
        )
        os.close(follower)
        self._decode = codecs.getincrementaldecoder("utf-8")().decode
        self.text = ""

    def wait_for(self, words: str, times: int = 1) -> None:
        """Read until words have been written so many times."""
        until = time.monotonic() + 20
        while self.text.count(words) < times:
            assert time.monotonic() < until, f"never saw {words!r} {times} times in {self.text}"
            if select.select([self._leader], [], [], 1)[0]:
                self.text += self._decode(os.read(self._leader, 65536))

    def type(self, words: str) -> None:
        """Type as a learner does."""
        os.write(self._leader, words.encode())

    def hand_over_every_key(self) -> None:
        """Let the program have what is typed at once, not a line at a time, as `stty -icanon` does."""
        settings = termios.tcgetattr(self._leader)
        settings[3] &= ~termios.ICANON
        termios.tcsetattr(self._leader, termios.TCSANOW, settings)

    def close(self) -> None:
        """Leave nothing behind."""
        self.process.kill()
        self.process.wait()
        os.close(self._leader)


@pytest.fixture
def terminal(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[SharedTerminal]:
    """A shared terminal; its kind and its arguments come with the test."""
    term, *arguments = request.param
    shared = SharedTerminal(tmp_path / "home", *arguments, term=term)
    yield shared
    shared.close()
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("terminal", [["xterm"]], indirect=True)
def test_whoever_leaves_is_followed_by_another_one_who_finds_nothing(terminal: SharedTerminal) -> None:
    terminal.wait_for(": Open")
    terminal.type("4\n1\n")
    terminal.wait_for("Sources")
    terminal.type("q\n")
    terminal.wait_for(CLEARED)
    terminal.wait_for(GREETING, 2)
    terminal.wait_for(": Open", 2)
    again = terminal.text.rpartition(CLEARED)[2]
    assert "Back to where you stopped" not in again
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.process.wait(10) == 143


@pytest.mark.parametrize("terminal", [["xterm"]], indirect=True)
def test_whoever_comes_next_reads_the_first_language_whatever_was_chosen_before(terminal: SharedTerminal) -> None:
    terminal.wait_for(": Open")
    terminal.type("l\nl\n")
    terminal.wait_for(": 열기")
    terminal.type("q\n")
    terminal.wait_for(GREETING, 2)
    terminal.wait_for(": Open", 2)


@pytest.mark.parametrize("terminal", [["xterm", "--wipe-after", "1.5"]], indirect=True)
def test_after_a_long_while_without_a_line_it_begins_anew(terminal: SharedTerminal) -> None:
    terminal.wait_for(": Open")
    terminal.type("4\n")
    terminal.wait_for(GREETING, 3)
    assert "Back to where you stopped" not in terminal.text


@pytest.mark.parametrize("terminal", [["xterm", "--wipe-after", "1.5"]], indirect=True)
@pytest.mark.parametrize("typed", ["abc", "abc\x04", "q\x04"])
def test_a_line_that_was_never_finished_keeps_nothing_on_the_screen(terminal: SharedTerminal, typed: str) -> None:
    terminal.wait_for(": Open")
    terminal.type(typed)
    terminal.wait_for(GREETING, 2)


@pytest.mark.parametrize("terminal", [["xterm"]], indirect=True)
def test_lines_that_come_at_once_are_taken_one_after_the_other(terminal: SharedTerminal) -> None:
    terminal.wait_for(": Open")
    terminal.hand_over_every_key()
    terminal.type("4\n1\nq\n")
    terminal.wait_for(CLEARED)
    assert "Sources" in terminal.text


SIGNALLED = """\
import ctypes, os, signal, sys
from functools import partial
from safeclass.__main__ import run
sys.stdin.fileno = partial(ctypes.CDLL(None).kill, os.getpid(), signal.SIGTERM)
sys.argv[0] = "safeclass"
sys.exit(run())
"""
"""Runs the program, and ends it in the last step before it waits for a line: where it asks which stream to wait for.

No handler runs there any more, as no step of Python is taken; what is asked for is told all the same, as `kill` answers 0.
"""


@pytest.mark.parametrize("where", ["--classroom", "--guest"])
def test_a_signal_just_before_a_line_is_waited_for_is_not_lost(where: str, tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-c", SIGNALLED, "--plain", where, "--language", "en"],
        stdin=follower,
        stdout=subprocess.PIPE,
        env=environment(tmp_path),
        text=True,
    )
    os.close(follower)
    try:
        told, _ = program.communicate(timeout=20)
    finally:
        program.kill()
        os.close(leader)
    assert program.returncode == 128 + signal.SIGTERM
    assert GREETING in told


STUCK = """\
import sys
from safeclass.__main__ import run
from safeclass.commands import ending
ending.LONGEST_END = 0.5
sys.argv[0] = "safeclass"
sys.exit(run())
"""
"""Runs the program, with little patience for an end."""


def test_a_terminal_that_takes_no_more_output_does_not_hold_up_the_end(tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    reader, writer = os.pipe()
    fcntl.fcntl(writer, fcntl.F_SETPIPE_SZ, 4096)
    program = subprocess.Popen(
        [sys.executable, "-c", STUCK, "--plain", "--guest", "--language", "both"],
        stdin=follower,
        stdout=writer,
        env=environment(tmp_path),
    )
    os.close(writer)
    try:
        os.write(leader, b"?\n" * 20)  # much to tell, and nobody takes it
        until = time.monotonic() + 20
        while "pipe_write" not in Path(f"/proc/{program.pid}/wchan").read_text():
            assert time.monotonic() < until, "it never had too much to tell"
        program.send_signal(signal.SIGTERM)
        assert program.wait(20) == 143
    finally:
        program.kill()
        for end in (leader, follower, reader):
            os.close(end)


@pytest.mark.parametrize("terminal", [["dumb"]], indirect=True)
def test_a_dumb_terminal_gets_no_escape_code_and_everything_is_moved_out_of_sight(terminal: SharedTerminal) -> None:
    terminal.wait_for(": Open")
    terminal.type("q\n")
    terminal.wait_for(GREETING, 2)
    assert "\x1b" not in terminal.text
    assert "\n" * 24 in terminal.text.replace("\r", "")


@pytest.mark.parametrize("terminal", [["xterm"]], indirect=True)
def test_the_end_of_input_twice_in_a_row_ends_it(terminal: SharedTerminal) -> None:
    terminal.wait_for(": Open")
    terminal.type("\x04")
    terminal.wait_for(": Open", 2)
    terminal.type("\x04")
    assert terminal.process.wait(10) == 0


def test_lines_from_a_file_are_one_sitting(tmp_path: Path) -> None:
    done = run_command(tmp_path / "home", "--plain", "--classroom", "--language", "en", typed="q\n")
    assert done.returncode == 0
    assert done.stdout.count(GREETING) == 1
    assert "\x1b" not in done.stdout
    assert not (tmp_path / "home").exists()
