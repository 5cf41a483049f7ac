"""What a command says of a file of which something could not be read: what is missing must not look as if there were nothing."""

from __future__ import annotations

from safeclass.commands.saying import say_wrong
from safeclass.course.card import SetAside
from safeclass.course.course import Course
from safeclass.course.fault import Fault, Severity
from safeclass.course.lesson import Lesson
from safeclass.course.text import EVERYTHING
from safeclass.language import _, ngettext
from safeclass.language.cells import printable


def tell_left_out(course: Course, *files: str) -> None:
    """Say on standard error of which registries, read by now, not everything could be read; a line each."""
    left_out = course.registries.left_out
    for file in files:
        if file in left_out:
            say_wrong(why_whole(file) if EVERYTHING in left_out[file] else _why_part(file))


def tell_set_aside(path: str, lesson: Lesson, faults: list[Fault]) -> None:
    """Say on standard error what is missing of a lesson that was read from a file with these faults."""
    path = printable(path)
    count = sum(isinstance(card, SetAside) for card in lesson.deck)
    if count:
        said = ngettext(
            "{file}: {n} card has a fault and is left out. To see which: safeclass check",
            "{file}: {n} cards have a fault and are left out. To see which: safeclass check",
            count,
        )
        say_wrong(said.format(file=path, n=count))
    elif lesson.teacher is None and any(fault.severity is Severity.ERROR for fault in faults):
        say_wrong(_why_part(path))


def why_whole(file: str) -> str:
    """That nothing in a file could be read."""
    return _("{file} could not be read. To see why: safeclass check").format(file=file)


def _why_part(file: str) -> str:
    return _("Something in {file} could not be read and is left out. To see what: safeclass check").format(file=file)
