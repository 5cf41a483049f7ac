"""Plain mode in a real terminal."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from playing import TODAY, environment

from safeclass.course.course import Course
from safeclass.language.cells import width
from safeclass.paths import shipped

LESSON = Course(shipped()).lesson_ids[0]
GUEST = ("--plain", "--guest", "--today", TODAY.isoformat())


@pytest.mark.parametrize(("columns", "language"), [(40, "ko"), (80, "both"), (100, "en")])
def test_a_terminal_is_filled_to_its_width_and_gets_no_escape_code(columns: int, language: str, tmp_path: Path) -> None:
    text = on_terminal(tmp_path, columns, "1\n?\ns\nq\n", language)
    assert "\x1b" not in text
    lines = text.replace("\r", "").split("\n")
    assert max(map(width, lines)) < columns
    assert max(map(width, lines)) > columns * 0.8
    # What was told is moved out of sight before the last words.
    assert "\n" * 24 in text.replace("\r", "")


def on_terminal(home: Path, columns: int, typed: str, language: str) -> str:
    """The real command in a real terminal; the terminal shows what is typed too."""
    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    program = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "safeclass",
            "learn",
            LESSON,
            "--plain",
            "--guest",
            "--today",
            TODAY.isoformat(),
            "--language",
            language,
        ],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env={**environment(home), "TERM": "dumb"},
        close_fds=True,
    )
    os.close(follower)
    os.write(leader, typed.encode())
    text = b""
    try:
        while piece := os.read(leader, 65536):
            text += piece
    except OSError:
        pass  # a terminal whose last program has ended reads as an error
    os.close(leader)
    assert program.wait(timeout=60) == 0
    return text.decode()


def test_a_dumb_terminal_gets_plain_lines_without_asking(tmp_path: Path) -> None:
    leader, follower = pty.openpty()
    program = subprocess.Popen(
        [sys.executable, "-m", "safeclass", "learn", "--guest", "--language", "en"],
        stdin=follower,
        stdout=subprocess.PIPE,
        env={**environment(tmp_path), "TERM": "dumb"},
    )
    os.close(follower)
    os.write(leader, b"q\n")
    out, _ = program.communicate(timeout=60)
    os.close(leader)
    assert program.returncode == 0
    assert b"Numbers answer" in out
