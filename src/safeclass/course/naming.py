"""The lessons that ``course.yaml`` names, where it names them: what is told of one named twice, and of one without a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from safeclass.course.fault import Fault, Place
from safeclass.course.folder import bytes_of, names_in
from safeclass.course.unknown import nearest_to
from safeclass.course.yaml_file import Unreadable, compose, decode
from safeclass.language import N_

if TYPE_CHECKING:
    from safeclass.course.course import Course

PATH = "course.yaml"
"""The file that names the lessons."""

NO_FILE = N_("course.yaml names the lesson '{lesson}', and there is no file {file}.")
WRITE_IT = N_("Delete the name here, or write the lesson: safeclass new {lesson}")


def named_twice(course: Course, lesson: str) -> Iterator[Fault]:
    """That ``course.yaml`` names a lesson more than once, at each place but the first."""
    first, *others = places_of(course, lesson) or [Place(PATH), Place(PATH)]
    for place in others:
        wrong = N_("The lesson '{name}' is named here once more; it stands in line {line} already.")
        mend = N_("Delete it in one of the two places. Its file stays as it is.")
        yield Fault(place, "duplicate-id", wrong, mend, {"name": lesson, "line": str(first.line)})


def without_file(course: Course, lesson: str) -> Fault | None:
    """That ``course.yaml`` names a lesson that has no file, and which is probably meant; None where it does not name it."""
    places = places_of(course, lesson)
    if not places:
        return None
    mend, near = _mend_for(course, lesson, _files_named_nowhere(course))
    return Fault(places[0], "unreadable", NO_FILE, mend, {"lesson": lesson, "file": f"lessons/{lesson}.yaml", "near": near})


def _mend_for(course: Course, lesson: str, files: list[str]) -> tuple[str, str]:
    """How to mend it as a msgid, and what is named in it: the file that is probably meant, or its name without the ending."""
    for file in files:
        if not file.endswith(".yaml") and file.partition(".")[0].lower() == lesson:
            return N_("Call the file lessons/{near} {file}. It has another ending now."), file
    lessons = [PurePosixPath(file).stem for file in files if file.endswith(".yaml")]
    itself = (name for name in lessons if _calls_itself(course, name, lesson))
    near = next(itself, "") or nearest_to(lesson, lessons)
    if near:
        return N_("lessons/{near}.yaml is named nowhere: write '{near}' here, or call that file {file}."), near
    if len(lessons) == 1:
        # What is there alone may be the lesson under another name, but need not be.
        return N_("Was it called lessons/{near}.yaml? Then write '{near}' here. Or write it: safeclass new {lesson}"), lessons[0]
    return WRITE_IT, ""


def _calls_itself(course: Course, name: str, lesson: str) -> bool:
    """Whether the file of one lesson says that it is another: its name was changed, and not what stands in it."""
    data = bytes_of(course.folder, f"lessons/{name}.yaml") or b""
    return re.search(rf"^lesson: *{re.escape(lesson)} *\r?$".encode(), data, re.MULTILINE) is not None


def _files_named_nowhere(course: Course) -> list[str]:
    """The names of the files among the lessons that ``course.yaml`` does not name."""
    named = {f"{lesson}.yaml" for lesson in course.ids}
    return [name for name in names_in(course.folder, "lessons") if name not in named]


def places_of(course: Course, lesson: str) -> list[Place]:
    """Where ``course.yaml`` names a lesson, in the order of its lines; nowhere where the file cannot be read any more."""
    try:
        root: Any = compose(decode(bytes_of(course.folder, PATH) or b"", PATH), PATH)
    except Unreadable:
        return []
    marks = [node.start_mark for node in _named_in(root) if node.id == "scalar" and node.value.strip() == lesson]
    return [Place(PATH, mark.line + 1, mark.column + 1) for mark in sorted(marks, key=lambda mark: mark.index)]


def _named_in(root: Any) -> Iterator[Any]:
    """Every node that names a lesson."""
    for key, value in root.value if root.id == "mapping" else ():
        if key.value in ("opening", "closing"):
            yield value
        elif key.value == "units" and value.id == "sequence":
            for unit in value.value:
                for name, lessons in unit.value if unit.id == "mapping" else ():
                    if name.value == "lessons" and lessons.id == "sequence":
                        yield from lessons.value
