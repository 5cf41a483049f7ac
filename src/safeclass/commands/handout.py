"""`safeclass handout`: a lesson on paper, as an HTML file that a browser prints."""

from __future__ import annotations

import errno
import os
import sys
from argparse import Namespace
from datetime import date
from pathlib import Path

from safeclass.commands.left_out import tell_left_out, tell_set_aside
from safeclass.commands.opening import Refused, course_around, is_file_of_lesson, open_course_here, refuse, require_lesson
from safeclass.course.course import Course
from safeclass.course.wording import Wording
from safeclass.handout.document import handout, is_as_made
from safeclass.language import N_, _, words
from safeclass.language.cells import printable
from safeclass.paths import replace_file

TO_STDOUT = "-"
"""What is given as the file for a handout that is written to the standard output."""

HOW_TO_PRINT = N_("Open it in a browser and print it. Pages marked 'for the teacher' are not handed out.")
"""What is said after the names of the files."""

LARGEST = 1_000_000
"""A file with more bytes is no handout."""

MOST_LINKS = 40
"""How many links are followed one after the other: as many as Linux follows."""


def run(arguments: Namespace) -> int:
    """Write the handout of a lesson, or of each; 1 where one of several was not written, 2 where nothing was written.

    A file that is there already is only replaced where it is a handout that nobody has changed.
    """
    try:
        if is_file_of_lesson(arguments.lesson):
            arguments.course = arguments.course or course_around(Path(arguments.lesson))
        course = open_course_here(arguments)
        if arguments.all == bool(arguments.lesson):
            raise Refused(_("Name a lesson, or use --all."))
        wording = Wording(course.registry, arguments.today or date.today())
        tell_left_out(course, "facts.yaml", "sources.yaml", "channels.yaml", "terms.yaml")
        if arguments.all:
            return _write_all(course, wording, arguments.output)
        name = require_lesson(course, arguments.lesson)
        written = _handout(course, name, wording)
        if arguments.output == TO_STDOUT:
            sys.stdout.buffer.write(written.encode())
            return 0
        _write(written, _file_for(name, arguments.output))
    except Refused as refused:
        return refuse(refused)
    print(_(HOW_TO_PRINT))
    return 0


def _write_all(course: Course, wording: Wording, output: str | None) -> int:
    folder = Path(output or ".")
    if output == TO_STDOUT:
        raise Refused(_("Name a folder with --output."))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Refused(_("{file} cannot be written.").format(file=printable(str(folder)))) from None
    left_out = 0
    for name in course.lesson_ids:
        try:
            _write(_handout(course, name, wording), folder / _file_name(name))
        except Refused as refused:
            refuse(refused)
            left_out += 1
    if left_out == len(course.lesson_ids):
        return 2
    print(_(HOW_TO_PRINT))
    return 1 if left_out else 0


def _handout(course: Course, name: str, wording: Wording) -> str:
    lesson, faults = course.lesson(name)
    if lesson is None:
        raise Refused(f"{faults[0].place}: {faults[0].say(words().main)}")
    tell_set_aside(f"lessons/{name}.yaml", lesson, faults)
    return handout(lesson, course.unit_of(name), wording, words().shown)


def _file_name(lesson: str) -> str:
    return f"{lesson}.{words().choice}.html"


def _file_for(lesson: str, output: str | None) -> Path:
    """The file that was asked for; in a folder, and where none was asked for, it is called after the lesson."""
    file = Path(output or ".")
    return file / _file_name(lesson) if file.is_dir() or (output or "").endswith("/") else file


def _write(written: str, file: Path) -> None:
    """Write a file and tell its name. Raises `Refused` where it cannot be written, or another one is there already."""
    try:
        if file.exists():
            if not _is_replaceable(file):
                message = _("{file} is not as SafeClass made it, so it stays as it is. Name another file with --output.")
                raise Refused(message.format(file=printable(str(file))))
            file.open("r+b").close()  # one that is kept from being written must not be replaced either
        replace_file(_end_of(file), written.encode())
    except OSError:
        raise Refused(_("{file} cannot be written.").format(file=printable(str(file)))) from None
    print(printable(str(file)))


def _is_replaceable(file: Path) -> bool:
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return is_as_made(opened.read(LARGEST).decode(errors="replace"))


def _end_of(file: Path) -> Path:
    """The file that a link leads to in the end, be it there or not; any other file itself. Raises OSError where it has none."""
    # One by one, as the system follows them: a path made shorter may lead to a file that this one does not.
    for _followed in range(MOST_LINKS):
        if not file.is_symlink():
            return file
        file = file.parent / file.readlink()
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(file))
