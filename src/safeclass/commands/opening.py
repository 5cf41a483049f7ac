"""What every command begins with: the language to speak, the course to open, and one line for what is wrong."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from safeclass.commands import COMMANDS
from safeclass.commands.saying import say_wrong
from safeclass.course.course import Course
from safeclass.course.fault import Fault, NoCourse
from safeclass.course.folder import found_at
from safeclass.course.index import REGISTRIES, read_index
from safeclass.language import Words, _, speak, words
from safeclass.language.cells import printable
from safeclass.paths import school_file, settings_file, shipped
from safeclass.settings import Settings, read_school, read_settings

KNOWN_LANGUAGES = ("ko", "en")
"""What the interface itself is written in; a course may bring more."""

MOST_SAID = 1000
"""The most signs of the line that says why something cannot be done."""


class Refused(Exception):
    """Something that was typed cannot be done; its words are one line for the user."""

    def __init__(self, wording: str, faults: Sequence[Fault] = ()) -> None:
        super().__init__(wording)
        self.faults = faults
        """What is wrong with the course, where that is why."""


def speak_for(typed: Sequence[str]) -> Words:
    """Speak the language that was typed, else the one chosen last, else the machine's, else Korean."""
    asked = ""
    for before, word in zip(["", *typed], typed, strict=False):
        if word.startswith("--language="):
            asked = word.partition("=")[2]
        elif before == "--language":
            asked = word
    spoken = Words(KNOWN_LANGUAGES)
    machine = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    legible = "" if _writes_hangul() else "en"
    for choice in (_language_of_school(), asked, legible, read_settings(settings_file()).language, machine[:2]):
        if choice in spoken.choices:
            spoken.choose(choice)
            break
    return speak(spoken)


def _language_of_school() -> str:
    """The language a school has set for this machine; nothing where it has set none."""
    return str(read_school(school_file()).get("language", ""))


def _writes_hangul() -> bool:
    """Whether the standard output has an encoding with Hangul in it."""
    try:
        "가".encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def settings_for(arguments: Namespace) -> Settings:
    """What holds now: what the person has chosen, over it what was typed, and over both what the school has written."""
    typed = {name: value for name in ("classroom", "cover_after", "wipe_after") if (value := getattr(arguments, name, None))}
    return replace(read_settings(settings_file()), **(typed | read_school(school_file())))


def open_course(arguments: Namespace) -> Course:
    """The course that was asked for, and the language it is asked for in. Raises `Refused`."""
    lies_at = Path(arguments.course) if arguments.course else shipped()
    try:
        course = _other_course(lies_at) if arguments.course else Course(lies_at, read_index(beyond=REGISTRIES))
    except NoCourse as no_course:
        fault = no_course.faults[0]
        raise Refused(
            _("There is no course that can be opened in {folder}: {wrong}").format(
                folder=printable(str(lies_at)), wrong=f"{fault.place}: {fault.say(words().main)}"
            ),
            no_course.faults,
        ) from None
    spoken = words()
    choice = _language_of_school() or arguments.language or spoken.choice
    spoken.languages = course.languages
    check_language(arguments)
    spoken.choose(choice if choice in spoken.choices else course.languages[0])
    return course


def open_course_here(arguments: Namespace) -> Course:
    """The same for those who write courses: where none was asked for, the one that the working folder lies in."""
    arguments.course = arguments.course or course_here()
    return open_course(arguments)


def _other_course(lies_at: Path) -> Course:
    from safeclass.commands.known_course import known_index  # the course that is shipped starts without it

    return Course(found_at(lies_at), known_index())


def course_around(path: Path) -> str | None:
    """The nearest folder around a path that holds a course; a zip is its own."""
    if path.suffix == ".zip" and os.path.isfile(path):
        return str(path)
    real = Path(os.path.realpath(path))
    return next((str(folder) for folder in (real, *real.parents) if os.path.isfile(folder / "course.yaml")), None)


def course_here() -> str | None:
    """The course that the working folder lies in, or None."""
    try:
        return course_around(Path.cwd())
    except OSError:  # somebody deleted the folder
        return None


def inside(path: Path, course: Course) -> Path:
    """A path as the course names it; where nothing is there, the id of a lesson stands for its file.

    Raises `Refused` where there is neither, or the path leads out of the course.
    """
    folder, found = Path(os.path.realpath(str(course.folder))), Path(os.path.realpath(path))
    if folder.is_dir() and os.path.exists(found) and found.is_relative_to(folder):
        return Path(printable(str(found.relative_to(folder))))
    member = course.folder.joinpath(str(path))
    if folder.is_file() and (member.is_file() or member.is_dir()):
        return path
    if len(path.parts) == 1 and not os.path.lexists(path) and course.folder.joinpath("lessons", f"{path}.yaml").is_file():
        return Path("lessons", f"{printable(str(path))}.yaml")
    names = {"path": printable(str(path)), "folder": printable(str(course.folder))}
    raise Refused(_("There is no file {path} in the course {folder}. Another course: --course FOLDER").format(**names))


def check_language(arguments: Namespace) -> None:
    """Raises `Refused` where a language was typed that is not spoken here."""
    choices = words().choices
    if arguments.language and arguments.language not in choices:
        raise Refused(
            _("'{language}' is not a language of this course. Languages: {languages}").format(
                language=printable(arguments.language), languages=", ".join(choices)
            )
        )


def is_file_of_lesson(typed: str | None) -> bool:
    """Whether what was typed for a lesson is the path of its file."""
    return typed is not None and typed.endswith(".yaml")


def lesson_in(path: Path, course: Course) -> str:
    """The lesson that a file of the course holds. Raises `Refused`."""
    folder, _slash, file = inside(path, course).as_posix().rpartition("/")
    if folder != "lessons" or not file.endswith(".yaml"):
        raise Refused(_("{path} is no lesson. A lesson is a file lessons/<id>.yaml.").format(path=printable(str(path))))
    return file.removesuffix(".yaml")


def require_lesson(course: Course, typed: str) -> str:
    """The id of a lesson of the course, given as such or as the path of its file.

    Raises `Refused` with the lessons there are, and what was probably meant.
    """
    lesson = typed
    if is_file_of_lesson(typed):
        lesson = lesson_in(Path(typed), course)
        if lesson not in course.ids:
            wrong = _("course.yaml does not name the lesson '{lesson}' yet. You can see it with: safeclass preview {path}")
            raise Refused(wrong.format(lesson=lesson, path=printable(typed)))
    if lesson not in course.ids:
        from safeclass.course.unknown import nearest_to

        near = nearest_to(lesson, (*COMMANDS, *course.ids))
        wrong = _("There is no lesson '{lesson}'. Commands: safeclass --help. Lessons: {lessons}")
        if near:
            wrong = _("There is no lesson '{lesson}'. Is '{near}' meant? Commands: safeclass --help. Lessons: {lessons}")
        raise Refused(wrong.format(lesson=printable(lesson), near=near, lessons=", ".join(course.ids)))
    return lesson


def refuse(refused: Refused) -> int:
    """Say in one line why it cannot be done; answers the exit status."""
    say_wrong(printable(str(refused), MOST_SAID))
    return 2
