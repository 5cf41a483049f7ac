"""What every command begins with: the language to speak, the course to open, and one line for what is wrong."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from safeclass.course.course import Course, NoCourse, found_at, shipped
from safeclass.course.fault import Fault
from safeclass.course.index import read_index
from safeclass.language import Words, _, speak, words
from safeclass.language.cells import printable
from safeclass.paths import settings_file
from safeclass.settings import read_settings

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
    for choice in (asked, read_settings(settings_file()).language, machine[:2]):
        if choice in spoken.choices:
            spoken.choose(choice)
            break
    return speak(spoken)


def open_course(arguments: Namespace) -> Course:
    """The course that was asked for, and the language it is asked for in. Raises `Refused`."""
    lies_at = Path(arguments.course) if arguments.course else shipped()
    try:
        course = Course(found_at(lies_at)) if arguments.course else Course(lies_at, read_index())
    except NoCourse as no_course:
        fault = no_course.faults[0]
        raise Refused(
            _("There is no course that can be opened in {folder}: {wrong}").format(
                folder=printable(str(lies_at)), wrong=f"{fault.place}: {fault.say(words().main)}"
            ),
            no_course.faults,
        ) from None
    spoken = words()
    choice = arguments.language or spoken.choice
    spoken.languages = course.languages
    check_language(arguments)
    spoken.choose(choice if choice in spoken.choices else course.languages[0])
    return course


def check_language(arguments: Namespace) -> None:
    """Raises `Refused` where a language was typed that is not spoken here."""
    choices = words().choices
    if arguments.language and arguments.language not in choices:
        raise Refused(
            _("'{language}' is not a language of this course. Languages: {languages}").format(
                language=printable(arguments.language), languages=", ".join(choices)
            )
        )


def require_lesson(course: Course, lesson: str) -> str:
    """The id of a lesson of the course. Raises `Refused` with the lessons there are."""
    if lesson not in course.ids:
        raise Refused(
            _("There is no lesson '{lesson}'. Lessons: {lessons}").format(lesson=printable(lesson), lessons=", ".join(course.ids))
        )
    return lesson


def refuse(refused: Refused) -> int:
    """Say in one line why it cannot be done; answers the exit status."""
    print(_("safeclass: {wrong}").format(wrong=printable(str(refused), MOST_SAID)), file=sys.stderr)
    return 2
