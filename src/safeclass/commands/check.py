"""`safeclass check`: every fault of every file, with its place and how to mend it."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterable

from safeclass.commands.opening import Refused, open_course, refuse
from safeclass.course.course import Course
from safeclass.course.fault import Fault, Severity
from safeclass.language import _, ngettext, words


def run(arguments: Namespace) -> int:
    """Check a course; 0 where it is clean, 1 where anything is wrong, 2 where there is no course."""
    try:
        course = open_course(arguments)
    except Refused as refused:
        return refuse(refused)
    faults = sorted(set_of_faults(course), key=lambda fault: fault.place)
    if arguments.paths:
        faults = [fault for fault in faults if any(path.endswith(fault.place.path) for path in arguments.paths)]
    if arguments.json:
        print(json.dumps([as_json(fault, course.languages) for fault in faults], ensure_ascii=False, indent=2))
    else:
        language = words().main
        for fault in faults:
            print(f"{fault.place}: {fault.rule}: {fault.say(language)} {fault.say_mend(language)}")
        count = len(faults)
        print(ngettext("{n} fault", "{n} faults", count).format(n=count) if faults else _("Nothing is wrong."))
    return 1 if any(fault.severity is not Severity.ADVICE for fault in faults) else 0


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
