"""The file ``course.yaml``: what a course is called, its languages, its units, and the lessons in their order."""

from __future__ import annotations

from collections.abc import Mapping

from safeclass.course.frozen import frozen, hint
from safeclass.course.text import Id, Text


@frozen
class Unit:
    """A few lessons that belong together."""

    unit: Id = hint("Stable name.")
    title: Text = hint("One word for the list of units.")
    lessons: tuple[Id, ...] = hint("The lessons in order; each is the file lessons/<id>.yaml.")


@frozen
class Minutes:
    """How long a lesson of a course is to take alone."""

    least: int = hint("The fewest minutes.")
    most: int = hint("The most minutes.")


@frozen
class CourseFile:
    """The file ``course.yaml``: the order of the course."""

    course: Id = hint("Stable name.")
    title: Text = hint("What the course is called.")
    languages: Mapping[str, str] = hint("Each language and its own name for itself, the primary one first.")
    minutes: Minutes = hint("How many minutes a lesson is to take; 8 to 12 if absent.", default=Minutes(least=8, most=12))
    units: tuple[Unit, ...] = hint("The units in order.")
    opening: Id | None = hint("Questions to meet before the course: a lesson in no unit, all of it `opening`.", default=None)
    closing: Id | None = hint("Questions parallel to these, for after the course: all of it `closing`.", default=None)
