"""A lesson put into a unit of ``course.yaml``, with everything else in the file left as its author wrote it."""

from __future__ import annotations

from typing import Any

from safeclass.course.course_file import CourseFile
from safeclass.course.reading import Reading
from safeclass.course.yaml_file import Unreadable, compose, decode

PATH = "course.yaml"
"""The file that lists the lessons."""


def with_lesson(data: bytes, unit: str, lesson: str) -> bytes | None:
    """The bytes of ``course.yaml`` with a lesson at the end of a unit; None where that cannot be done safely.

    It is safe where the file, read again, lists that lesson there and nothing else has changed.
    """
    try:
        text = data.decode("utf-8")
        lessons = _lessons_of(compose(decode(data, PATH), PATH), unit)
    except (UnicodeDecodeError, Unreadable):
        return None
    if lessons is None or not lessons.value:
        return None
    lines = text.splitlines(keepends=True)
    last = lessons.value[-1]
    at, column = last.end_mark.line, last.end_mark.column
    if lessons.flow_style:
        lines[at] = f"{lines[at][:column]}, {lesson}{lines[at][column:]}"
    else:
        end = "\r\n" if "\r\n" in text else "\n"
        lines[at] = f"{lines[at].rstrip()}{end}{' ' * lessons.start_mark.column}- {lesson}{end}"
    written = "".join(lines).encode()
    before = _listed(data)
    due = [(name, [*ids, lesson] if name == unit else ids) for name, ids in before]
    return written if due != before and _listed(written) == due else None


def _lessons_of(root: Any, unit: str) -> Any:
    """The node of a unit's lessons, or None."""
    for units in _values(root, "units"):
        for node in units.value if units.id == "sequence" else ():
            named = next(iter(_values(node, "unit")), None)
            lessons = next(iter(_values(node, "lessons")), None)
            if named is not None and named.value == unit and lessons is not None and lessons.id == "sequence":
                return lessons
    return None


def _values(node: Any, key: str) -> list[Any]:
    return [value for name, value in node.value if name.value == key] if node.id == "mapping" else []


def _listed(data: bytes) -> list[tuple[str, list[str]]]:
    """Every unit and its lessons; none where the file cannot be read."""
    found = Reading(PATH).read(data, CourseFile)
    return [(unit.unit, list(unit.lessons)) for unit in found.units] if found else []
