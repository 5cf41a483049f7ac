"""`safeclass check`: every fault of every file, with its place and how to mend it."""

from __future__ import annotations

import os
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from safeclass.commands.opening import KNOWN_LANGUAGES, Refused, course_around, course_here, inside, open_course, refuse
from safeclass.commands.saying import print_json
from safeclass.course.course import Course
from safeclass.course.fault import SEVERITIES, Fault, Severity
from safeclass.course.folder import COURSE_FILES
from safeclass.course.rules.review import Review, read_review
from safeclass.language import _, ngettext, words
from safeclass.language.cells import printable
from safeclass.paths import checked_file, registries_file, shipped

if TYPE_CHECKING:
    from safeclass.commands.last_check import Found, LastCheck
    from safeclass.course.rules.checking import CourseRules


def run(arguments: Namespace) -> int:
    """Check a course; 0 where it is clean but for advice, 1 where anything is wrong, 2 where there is no course or no such file.

    With paths only their faults are told. The course is the one that they lie in, or without paths the working folder; a zip
    among them first is the course. Advice is told with `--all`, else counted. With `--accept` it is recorded that the languages
    were read side by side, unless there is an error.
    """
    paths = [Path(path) for path in arguments.paths]
    if not arguments.course:
        arguments.course = course_around(paths[0]) if paths else course_here()
        paths = [path for path in paths if os.path.realpath(path) != os.path.realpath(arguments.course or "")]
    languages: Sequence[str] = KNOWN_LANGUAGES
    try:
        course = open_course(arguments)
        languages = course.languages
        wanted = [inside(path, course) for path in paths]
        require_read(course, wanted)
        today = arguments.today or date.today()
        review = read_review(course.folder, is_begun=arguments.accept)
        faults = sorted(set_of_faults(course, today, wanted, review, checked_file()), key=lambda fault: fault.place)
        if arguments.accept:
            from safeclass.commands.accept import accept

            faults = accept(review, faults, Path(os.path.realpath(str(course.folder))), wanted)
    except Refused as refused:
        if not is_there(arguments.course, refused.faults):
            return refuse(refused)
        faults = list(refused.faults)
    weighty = [fault for fault in faults if fault.severity is not Severity.ADVICE]
    shown = faults if arguments.all else weighty
    with suppress(BrokenPipeError):  # as with `| head`: the status tells all the same
        _show(shown, len(faults) - len(shown), arguments, languages)
    return 1 if weighty else 0


def _show(shown: Sequence[Fault], advice_untold: int, arguments: Namespace, languages: Sequence[str]) -> None:
    """Print faults in the form that was asked for."""
    form = "json" if arguments.json else arguments.format
    if form == "json":
        print_json([as_json(fault, languages) for fault in shown])
    elif form == "sarif":
        from safeclass.commands.sarif import as_sarif

        print_json(as_sarif(shown, words().main, address_of(arguments.course)))
    else:
        tell([as_typed_here(fault, arguments.course) for fault in shown], advice_untold)


def require_read(course: Course, wanted: Sequence[Path]) -> None:
    """Raises `Refused` for a path that no part of a course is read from, so that it is never taken to be in order."""
    read = (*(f"lessons/{lesson}.yaml" for lesson in course.ids), *course.files(), *COURSE_FILES) if wanted else ()
    for path in wanted:
        name = path.as_posix()
        if name != "." and not any(file == name or file.startswith(f"{name}/") for file in read):
            raise Refused(_("{path} is not read: a lesson is a file lessons/<id>.yaml.").format(path=printable(name)))


def as_typed_here(fault: Fault, course: str | None) -> Fault:
    """A fault whose mend names the file as it is typed where we stand, if it is a command that names one."""
    if course is None or "path" not in fault.names or "safeclass check" not in fault.mend or not os.path.isdir(course):
        return fault
    path = os.path.relpath(os.path.realpath(os.path.join(course, fault.names["path"])))
    return replace(fault, names={**fault.names, "path": path})


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


def rules_for(course: Course, review: Review | None = None, *, is_reviewed: bool = False) -> CourseRules:
    """Every rule of a course.

    What was recorded of reviews is read from its folder where no `review` is given; with `is_reviewed` one is begun.
    """
    from safeclass.commands.trying import trying
    from safeclass.course.rules.checking import CourseRules

    return CourseRules(course, trying(course), review or read_review(course.folder, is_begun=is_reviewed))


def set_of_faults(
    course: Course,
    today: date | None = None,
    wanted: Sequence[Path] = (),
    review: Review | None = None,
    memory: Path | None = None,
) -> list[Fault]:
    """Everything that is wrong with a course, or with some wanted files; what is due on a day only where a day is given.

    Where some paths are wanted, what costs time and tells nothing of these is left out. A `memory` is a file that remembers
    what the last check found: lessons in which nothing changed since then are not looked at again; and for lessons alone,
    registries in which nothing changed are not read again. What only follows from something in the registries that could not
    be read is not told: its cause is. A language that is missing all over a file is told once, but where that file is wanted.
    """
    from safeclass.course.rules.consequences import folded, without_consequences

    found = list(_every_fault(course, today, wanted, review, memory))  # it is not known before what could not be read
    told, following = without_consequences(found, course.registries.unread)
    if not wanted:
        return folded(told)
    # Where the cause stands in another file than those that were asked for, it is told all the same.
    causes = course.faults if any(is_wanted(fault.place.path, wanted) for fault in following) else ()
    return [fault for fault in told if _is_of(fault, wanted) or fault in causes]


def _every_fault(
    course: Course, today: date | None, wanted: Sequence[Path], review: Review | None, memory: Path | None
) -> Iterator[Fault]:
    from safeclass.commands.at_once import check_file
    from safeclass.commands.last_check import LastCheck, keep_registries, known_registries
    from safeclass.course.rules.registries import check_registries

    review = review or read_review(course.folder)
    last = LastCheck(memory, course, review)  # before anything is read, so that what is edited meanwhile counts as changed
    only_lessons = bool(wanted) and all(path.parts[:1] == ("lessons",) for path in wanted)
    registries = memory and memory.with_name(registries_file().name)
    if only_lessons and registries:
        course.known.index = known_registries(registries)
    else:
        course.registries.readings = {}
    known = course.registry
    if registries:
        keep_registries(registries, course)
    rules = rules_for(course, review)
    yield from course.faults
    if not only_lessons:
        yield from check_registries(known, course.registries.place_in)
        yield from review.broken()  # before further processes are started, which then find every record read
    around = {f"lessons/{name}.yaml" for name in (course.opening, course.closing) if name is not None}
    paths = sorted({f"lessons/{lesson}.yaml" for lesson in course.ids} | set(course.files()))
    asked = {path for path in paths if is_wanted(path, wanted)} if only_lessons else set(paths)
    for found in looked_at(course, rules, [path for path in paths if path in asked - around], last):
        yield from found.faults
        rules.cited |= found.cited
        review.add(found.noted)
    # These two are held against each other, so the same process looks at both.
    yield from chain.from_iterable(check_file(course, rules, path) for path in paths if path in around and asked & around)
    yield from rules.check_around()
    if not only_lessons:
        yield from rules.check_registries(today)
    yield from review.faults(is_whole=not only_lessons)


def looked_at(course: Course, rules: CourseRules, paths: Sequence[str], last: LastCheck) -> Iterator[Found]:
    """What is found in lesson files, in their order; where nothing changed since the last check, from memory."""
    from safeclass.commands.at_once import check_files

    found = {path: known for path in paths if (known := last.find(path))}
    anew = [path for path in paths if path not in found]
    again = partial(rules_for, is_reviewed=rules.review.is_kept)
    looked = dict(zip(anew, check_files(course, again, rules, anew), strict=True))
    last.keep(looked)
    found |= looked
    yield from (found[path] for path in paths)


def is_wanted(path: str, wanted: Sequence[Path]) -> bool:
    """Whether a file of the course is among the wanted ones or inside one of them."""
    return any(Path(path).is_relative_to(inside) for inside in wanted)


def _is_of(fault: Fault, wanted: Sequence[Path]) -> bool:
    """Whether a fault stands in a wanted file, or tells that one is not there."""
    return is_wanted(fault.place.path, wanted) or is_wanted(fault.names.get("file", fault.place.path), wanted)


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
