"""`safeclass outline`: units, lessons, and how many questions of which kind."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter

from safeclass.commands.opening import Refused, open_course_here, refuse
from safeclass.commands.saying import print_json
from safeclass.course.card import SetAside, kind
from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.language import _, ngettext, words
from safeclass.session.judging import key_of
from safeclass.session.minutes import Pace


def run(arguments: Namespace) -> int:
    """List the course."""
    try:
        course = open_course_here(arguments)
    except Refused as refused:
        return refuse(refused)
    units = [
        {
            "id": unit.unit,
            "title": dict(unit.title),
            "lessons": [_lesson(course, lesson) for lesson in unit.lessons],
        }
        for unit in course.units
    ]
    named = {"opening": course.opening, "closing": course.closing}
    around = {key: None if name is None else _lesson(course, name) for key, name in named.items()}
    if arguments.json:
        print_json({"languages": list(course.languages), "units": units, **around})
        return 0
    if course.opening is not None:
        _tell(course, course.opening)
    for unit in course.units:
        print(" / ".join(unit.title[language] for language in words().shown))
        for name in unit.lessons:
            _tell(course, name, "  ")
    if course.closing is not None:
        _tell(course, course.closing)
    return 0


def _tell(course: Course, name: str, indent: str = "") -> None:
    """A lesson on one line."""
    lesson, faults = course.lesson(name)
    if lesson is None:
        print(f"{indent}{name}: {_('This lesson did not open. The others still work.')} ({faults[0].place})")
        return
    title = " / ".join(lesson.title[language] for language in words().shown)
    count = sum(questions(lesson).values())
    minutes = ngettext("{n} min", "{n} min", lesson.minutes).format(n=lesson.minutes)
    asked = ngettext("{n} question", "{n} questions", count).format(n=count)
    told = " ".join(f"{language} {found:g}" for language, found in Pace(course.registry).estimate(lesson).items())
    estimated = [_("estimate {minutes}").format(minutes=told)] if told else []
    print(f"{indent}{name}: {title} ({', '.join([minutes, *estimated, asked])})")


def questions(lesson: Lesson) -> Counter[str]:
    """How many questions of each kind a lesson has; a question is a card that can be answered rightly."""
    return Counter(kind(card) for card in lesson.deck if key_of(card) is not None)


def _lesson(course: Course, name: str) -> dict[str, object]:
    lesson, _faults = course.lesson(name)
    if lesson is None:
        return {"id": name, "title": {}, "minutes": 0, "estimate": {}, "sensitive": False, "questions": 0, "kinds": {}}
    kinds = Counter(kind(card) for card in lesson.deck if not isinstance(card, SetAside))
    return {
        "id": name,
        "title": dict(lesson.title),
        "minutes": lesson.minutes,
        "estimate": Pace(course.registry).estimate(lesson),
        "sensitive": lesson.note is not None,
        "questions": sum(questions(lesson).values()),
        "kinds": dict(sorted(kinds.items())),
    }
