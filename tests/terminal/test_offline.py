"""A whole lesson with the network shut: nothing is asked of it, so nothing is missing."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from card_answers import first_with
from lesson_start import begin
from program_start import Start, kept_in

from safeclass.course.course import Course
from safeclass.course.scene import Scene

SHUT = """
import socket, sys

class Shut(Exception):
    pass

def shut(*arguments, **names):
    with open({tried!r}, "a") as tried:
        print(arguments, file=tried)
    raise Shut

# A pair of sockets inside one process is how asyncio wakes itself up; nothing leaves the machine by it.
for name in ("connect", "connect_ex", "bind", "listen", "sendto"):
    setattr(socket.socket, name, shut) if hasattr(socket.socket, name) else None
for name in ("create_connection", "create_server", "getaddrinfo", "gethostbyname"):
    setattr(socket, name, shut)

from safeclass.cli import main
sys.exit(main())
"""


def test_a_lesson_reaches_its_end_without_a_network(start: Start, course: Course, tmp_path: Path, home: Path) -> None:
    tried = tmp_path / "tried"
    script = tmp_path / "offline.py"
    script.write_text(SHUT.format(tried=str(tried)), encoding="utf-8")
    lesson, _card = first_with(course, Scene)
    walk = begin(partial(start, script=script), course, lesson)
    walk.to_the_end()
    walk.program.press("f1", "f3", "escape", "enter", "f5", "escape", "ctrl+q")
    assert walk.program.wait_for_end() == 0
    assert not tried.exists(), tried.read_text(encoding="utf-8")
    assert kept_in(home)[lesson.lesson].finished == 1
