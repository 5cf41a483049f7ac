"""`safeclass check`: every fault of every file, with its place and how to mend it."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from safeclass.commands.opening import Refused, open_course, printable, refuse
from safeclass.course.course import Course
from safeclass.course.fault import Fault, Severity
from safeclass.language import _, ngettext, words


def run(arguments: Namespace) -> int:
    """Check a course; 0 where it is clean, 1 where anything is wrong, 2 where there is no course or no such file.

    With paths only their faults are told, and the course is the one they lie in.
    """
    paths = [Path(path) for path in arguments.paths]
    try:
        arguments.course = arguments.course or (course_around(paths[0]) if paths else None)
        course = open_course(arguments)
        folder = Path(str(course.folder)).resolve()
        wanted = [inside(path, folder) for path in paths]
    except Refused as refused:
        return refuse(refused)
    faults = sorted(set_of_faults(course), key=lambda fault: fault.place)
    if wanted:
        faults = [fault for fault in faults if any(Path(fault.place.path).is_relative_to(path) for path in wanted)]
    if arguments.json:
        print(json.dumps([as_json(fault, course.languages) for fault in faults], ensure_ascii=False, indent=2))
    else:
        language = words().main
        for fault in faults:
            print(f"{fault.place}: {fault.rule}: {fault.say(language)} {fault.say_mend(language)}")
        count = len(faults)
        print(ngettext("{n} fault", "{n} faults", count).format(n=count) if faults else _("Nothing is wrong."))
    return 1 if any(fault.severity is not Severity.ADVICE for fault in faults) else 0


def course_around(path: Path) -> str | None:
    """The nearest folder around a path that holds a course."""
    return next((str(folder) for folder in (path.resolve(), *path.resolve().parents) if (folder / "course.yaml").is_file()), None)


def inside(path: Path, folder: Path) -> Path:
    """A path as the course names it. Raises `Refused` where it is not there, or not in the course."""
    found = path.resolve()
    if not found.exists() or not found.is_relative_to(folder):
        raise Refused(_("There is no file {path} in this course.").format(path=printable(str(path))))
    return found.relative_to(folder)


def set_of_faults(course: Course) -> Iterable[Fault]:
    """Everything that is wrong with a course."""
    from safeclass.course.rules.registries import check_registries

    known = course.registry
    yield from course.faults
    yield from check_registries(known)
    listed = {f"lessons/{lesson}.yaml" for lesson in course.lesson_ids}
    for path in sorted(listed | set(course.files())):
        yield from course.lesson(path.removeprefix("lessons/").removesuffix(".yaml"))[1]


def as_json(fault: Fault, languages: Iterable[str]) -> dict[str, object]:
    """A fault as programs read it."""
    return {
        "path": fault.place.path,
        "line": fault.place.line,
        "column": fault.place.column,
        "rule": fault.rule,
        "severity": fault.severity.value,
        "message": {language: fault.say(language) for language in languages},
        "mend": {language: fault.say_mend(language) for language in languages},
    }
