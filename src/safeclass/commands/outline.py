"""`safeclass outline`: units, lessons, and how many questions of which kind."""

from __future__ import annotations

import json
from argparse import Namespace
from collections import Counter

from safeclass.commands.opening import Refused, open_course, refuse
from safeclass.course.course import Course
from safeclass.course.model import Lesson, SetAside, kind
from safeclass.language import _, ngettext, words
from safeclass.session.judging import key_of
from safeclass.session.minutes import estimate


def run(arguments: Namespace) -> int:
    """List the course."""
    try:
        course = open_course(arguments)
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
    if arguments.json:
        print(json.dumps({"languages": list(course.languages), "units": units}, ensure_ascii=False, indent=2))
        return 0
    shown = words().shown
    for unit in course.units:
        print(" / ".join(unit.title[language] for language in shown))
        for name in unit.lessons:
            lesson, faults = course.lesson(name)
            if lesson is None:
                print(f"  {name}: {_('This lesson did not open. The others still work.')} ({faults[0].place})")
                continue
            title = " / ".join(lesson.title[language] for language in shown)
            count = sum(questions(lesson).values())
            minutes = ngettext("{n} min", "{n} min", lesson.minutes).format(n=lesson.minutes)
            asked = ngettext("{n} question", "{n} questions", count).format(n=count)
            told = " ".join(f"{language} {found:g}" for language, found in estimate(lesson, course.registry).items())
            estimated = [_("estimate {minutes}").format(minutes=told)] if told else []
            print(f"  {name}: {title} ({', '.join([minutes, *estimated, asked])})")
    return 0


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
        "estimate": estimate(lesson, course.registry),
        "sensitive": lesson.note is not None,
        "questions": sum(questions(lesson).values()),
        "kinds": dict(sorted(kinds.items())),
    }
