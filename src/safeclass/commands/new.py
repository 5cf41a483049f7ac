"""`safeclass new`: a lesson to start from, with notes that teach and reminders of what is to be written."""

from __future__ import annotations

import os
from argparse import Namespace
from pathlib import Path

from safeclass.commands.opening import Refused, open_course_here, refuse
from safeclass.course.course import Course
from safeclass.course.listing import with_lesson
from safeclass.course.straight import ID
from safeclass.course.template import lesson_template
from safeclass.language import _
from safeclass.language.cells import printable
from safeclass.paths import create_file, is_installed, replace_file


def run(arguments: Namespace) -> int:
    """Write a new lesson into the course around the working folder, or into the one that is named; never over another.

    With a unit it is put into ``course.yaml`` too; without, or where that is not safe, the line to add is told.
    """
    lesson: str = arguments.lesson
    try:
        course = open_course_here(arguments)
        if not arguments.course and is_installed():
            raise Refused(_("Say where the course lies: --course FOLDER"))
        if not Path(str(course.folder)).is_dir():
            raise Refused(_("Nothing is written into a zip. Unpack it, and name its folder."))
        if not ID.fullmatch(lesson):
            raise Refused(_("'{id}' is no id: use lower-case letters a-z, digits and hyphens.").format(id=printable(lesson)))
        _require_unit(course, arguments.unit)
        file = Path(str(course.folder)) / "lessons" / f"{lesson}.yaml"
        text = lesson_template(lesson, course.languages, tuple(course.channels), is_sensitive=arguments.sensitive)
        _write_new(file, text)
        print(_shown(file))
        is_listed = lesson in course.lesson_ids or (arguments.unit and _list(course, arguments.unit, lesson))
    except Refused as refused:
        return refuse(refused)
    print(_("Write over what begins with 'TODO:', then: {command}").format(command=f"safeclass check {_shown(file)}"))
    if not is_listed:
        line = f"lessons: [..., {lesson}]"
        print(_("To show it in the list, add it to a unit in course.yaml: {line}").format(line=line))
    return 0


def _require_unit(course: Course, unit: str | None) -> None:
    """Raises `Refused` where a unit is named that is not there."""
    units = [known.unit for known in course.units]
    if unit and unit not in units:
        raise Refused(_("There is no unit '{unit}'. Units: {units}").format(unit=printable(unit), units=", ".join(units)))


def _write_new(file: Path, text: str) -> None:
    """Write a file that is not there yet. Raises `Refused` where it is, or cannot be written."""
    try:
        file.parent.mkdir(exist_ok=True)
        create_file(file, text.encode())
    except FileExistsError as there:
        wrong = _("{file} is there already.") if there.filename == str(file) else _("{file} cannot be written.")
        raise Refused(wrong.format(file=_shown(file))) from None
    except OSError:
        raise Refused(_("{file} cannot be written.").format(file=_shown(file))) from None


def _list(course: Course, unit: str, lesson: str) -> bool:
    """Put a lesson into ``course.yaml``; false where its author had better do it."""
    file = Path(str(course.folder)) / "course.yaml"
    try:
        written = with_lesson(file.read_bytes(), unit, lesson)
        if written is None:
            return False
        replace_file(file, written)
    except OSError:
        return False
    print(_shown(file))
    return True


def _shown(file: Path) -> str:
    """A path as short as it can be typed here."""
    try:
        relative = os.path.relpath(file)
    except (OSError, ValueError):  # there is no working folder, or it lies on another drive
        relative = str(file)
    return printable(str(file) if relative.startswith("..") else relative)
