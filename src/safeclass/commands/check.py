"""`safeclass check`: every fault of every file, with its place and how to mend it."""

from __future__ import annotations

import gc
import json
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from safeclass.commands.opening import Refused, open_course, printable, refuse
from safeclass.course.course import Course
from safeclass.course.fault import Fault, Severity
from safeclass.language import N_, _, ngettext, words

if TYPE_CHECKING:
    from safeclass.course.rules.checking import CourseRules


def run(arguments: Namespace) -> int:
    """Check a course; 0 where it is clean but for advice, 1 where anything is wrong, 2 where there is no course or no such file.

    With paths only their faults are told, and the course is the one they lie in. Advice is told with `--all`, else counted.
    """
    paths = [Path(path) for path in arguments.paths]
    try:
        arguments.course = arguments.course or (course_around(paths[0]) if paths else None)
        course = open_course(arguments)
        folder = Path(str(course.folder)).resolve()
        wanted = [inside(path, folder) for path in paths]
    except Refused as refused:
        return refuse(refused)
    today = getattr(arguments, "today", None) or date.today()
    with without_collecting():
        faults = sorted(set_of_faults(course, today, wanted), key=lambda fault: fault.place)
    if wanted:
        faults = [fault for fault in faults if is_wanted(fault.place.path, wanted)]
    weighty = [fault for fault in faults if fault.severity is not Severity.ADVICE]
    shown = faults if getattr(arguments, "all", False) else weighty
    form = "json" if arguments.json else getattr(arguments, "format", "text")
    if form == "json":
        print(json.dumps([as_json(fault, course.languages) for fault in shown], ensure_ascii=False, indent=2))
    elif form == "sarif":
        from safeclass.commands.sarif import as_sarif

        print(json.dumps(as_sarif(shown, words().main, f"{folder.as_uri()}/"), ensure_ascii=False, indent=2))
    else:
        tell(shown, advice_untold=len(faults) - len(shown))
    return 1 if weighty else 0


@contextmanager
def without_collecting() -> Iterator[None]:
    """Leave rings of objects uncollected: a check makes hardly any, and looking for them would take a third of its time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


SEVERITIES = {Severity.WARNING: N_("warning"), Severity.ADVICE: N_("advice")}
"""What is told of a fault that is no error."""


def tell(faults: Sequence[Fault], advice_untold: int) -> None:
    """Tell faults a line each, and how many there are."""
    language = words().main
    for fault in faults:
        weight = f" [{_(SEVERITIES[fault.severity])}]" if fault.severity in SEVERITIES else ""
        print(f"{fault.place}: {fault.rule}: {fault.say(language)} {fault.say_mend(language)}{weight}")
    advice = sum(fault.severity is Severity.ADVICE for fault in faults)
    count = len(faults) - advice
    print(ngettext("{n} fault", "{n} faults", count).format(n=count) if count else _("Nothing is wrong."))
    if advice:
        print(ngettext("{n} piece of advice", "{n} pieces of advice", advice).format(n=advice))
    if advice_untold:
        words_of_it = ngettext("{n} advice: see it with --all.", "{n} pieces of advice: see them with --all.", advice_untold)
        print(words_of_it.format(n=advice_untold))


def course_around(path: Path) -> str | None:
    """The nearest folder around a path that holds a course."""
    return next((str(folder) for folder in (path.resolve(), *path.resolve().parents) if (folder / "course.yaml").is_file()), None)


def inside(path: Path, folder: Path) -> Path:
    """A path as the course names it. Raises `Refused` where it is not there, or not in the course."""
    found = path.resolve()
    if not found.exists() or not found.is_relative_to(folder):
        raise Refused(_("There is no file {path} in this course.").format(path=printable(str(path))))
    return found.relative_to(folder)


def rules_for(course: Course) -> CourseRules:
    """Every rule of a course."""
    from safeclass.course.rules.checking import CourseRules
    from safeclass.session.playing_through import play_through

    return CourseRules(course, play_through)


def set_of_faults(course: Course, today: date | None = None, wanted: Sequence[Path] = ()) -> Iterable[Fault]:
    """Everything that is wrong with a course; what is due on a day only where a day is given.

    Where some paths are wanted, what costs time and tells nothing of these is left out.
    """
    from safeclass.commands.at_once import check_files
    from safeclass.course.rules.registries import check_registries

    course.readings = {}
    known = course.registry
    rules = rules_for(course)
    yield from course.faults
    only_lessons = bool(wanted) and all(path.parts[:1] == ("lessons",) for path in wanted)
    if not only_lessons:
        yield from check_registries(known)
    paths = sorted({f"lessons/{lesson}.yaml" for lesson in course.lesson_ids} | set(course.files()))
    if only_lessons:
        paths = [path for path in paths if is_wanted(path, wanted)]
    yield from check_files(course, rules_for, rules, paths)
    if not only_lessons:
        yield from rules.check_registries(today)


def is_wanted(path: str, wanted: Sequence[Path]) -> bool:
    """Whether a file of the course is among the wanted ones or inside one of them."""
    return any(Path(path).is_relative_to(inside) for inside in wanted)


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
