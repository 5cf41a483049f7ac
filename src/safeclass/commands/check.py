"""`safeclass check`: every fault of every file, with its place and how to mend it."""

from __future__ import annotations

import json
import os
from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from safeclass.commands.opening import KNOWN_LANGUAGES, Refused, course_around, inside, open_course, refuse
from safeclass.course.course import Course, shipped
from safeclass.course.fault import SEVERITIES, Fault, Severity
from safeclass.language import _, ngettext, words


def run(arguments: Namespace) -> int:
    """Check a course; 0 where it is clean but for advice, 1 where anything is wrong, 2 where there is no course or no such file.

    With paths only their faults are told, and the course is the one they lie in; a zip among them first is the course.
    Advice is told with `--all`, else counted.
    """
    paths = [Path(path) for path in arguments.paths]
    if not arguments.course and paths:
        arguments.course = course_around(paths[0])
        paths = paths[1:] if str(paths[0]) == arguments.course else paths
    languages: Sequence[str] = KNOWN_LANGUAGES
    try:
        course = open_course(arguments)
        languages = course.languages
        wanted = [inside(path, course) for path in paths]
        today = getattr(arguments, "today", None) or date.today()
        faults = sorted(set_of_faults(course, today), key=lambda fault: fault.place)
        if wanted:
            faults = [fault for fault in faults if any(Path(fault.place.path).is_relative_to(path) for path in wanted)]
    except Refused as refused:
        if not is_there(arguments.course, refused.faults):
            return refuse(refused)
        faults = list(refused.faults)
    weighty = [fault for fault in faults if fault.severity is not Severity.ADVICE]
    shown = faults if getattr(arguments, "all", False) else weighty
    form = "json" if arguments.json else getattr(arguments, "format", "text")
    if form == "json":
        print(json.dumps([as_json(fault, languages) for fault in shown], ensure_ascii=False, indent=2))
    elif form == "sarif":
        from safeclass.commands.sarif import as_sarif

        print(json.dumps(as_sarif(shown, words().main, address_of(arguments.course)), ensure_ascii=False, indent=2))
    else:
        tell(shown, advice_untold=len(faults) - len(shown))
    return 1 if weighty else 0


def tell(faults: Sequence[Fault], advice_untold: int) -> None:
    """Tell faults a line each, and how many there are."""
    language = words().main
    for fault in faults:
        weight = "" if fault.severity is Severity.ERROR else f" [{_(SEVERITIES[fault.severity])}]"
        print(f"{fault.place}: {fault.rule}: {fault.say(language)} {fault.say_mend(language)}{weight}")
    advice = sum(fault.severity is Severity.ADVICE for fault in faults)
    count = len(faults) - advice
    print(ngettext("{n} fault", "{n} faults", count).format(n=count) if count else _("Nothing is wrong."))
    if advice:
        print(ngettext("{n} piece of advice", "{n} pieces of advice", advice).format(n=advice))
    if advice_untold:
        words_of_it = ngettext("{n} advice: see it with --all.", "{n} pieces of advice: see them with --all.", advice_untold)
        print(words_of_it.format(n=advice_untold))


def is_there(course: str | None, faults: Sequence[Fault]) -> bool:
    """Whether what has these faults is a course at all, if one that cannot be opened."""
    return any(fault.rule != "unreadable" for fault in faults) or (
        bool(faults) and course is not None and os.path.lexists(Path(course) / "course.yaml")
    )


def address_of(course: str | None) -> str:
    """The address that the places of a course's faults are relative to."""
    return Path(os.path.realpath(course or shipped())).as_uri() + "/"


def set_of_faults(course: Course, today: date | None = None) -> Iterable[Fault]:
    """Everything that is wrong with a course; what is due on a day only where a day is given."""
    from safeclass.course.rules.checking import CourseRules
    from safeclass.course.rules.registries import check_registries
    from safeclass.session.playing_through import play_through

    course.readings = {}
    known = course.registry
    rules = CourseRules(course, play_through)
    yield from course.faults
    yield from check_registries(known)
    listed = {f"lessons/{lesson}.yaml" for lesson in course.lesson_ids}
    for path in sorted(listed | set(course.files())):
        yield from course.lesson(path.removeprefix("lessons/").removesuffix(".yaml"), rules.check_lesson)[1]
    yield from rules.check_registries(today)


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
