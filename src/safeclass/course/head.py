"""The head of a lesson: what the list of lessons shows, read without its cards."""

from __future__ import annotations

from dataclasses import dataclass

from safeclass.course.shape import hint
from safeclass.course.text import Id, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonHead:
    """The keys of a lesson that stand above its cards."""

    lesson: Id = hint("The lesson's id, which is also the file's name.")
    title: Text = hint("The title.")
    aim: Text = hint("One line for the list of lessons: what one will be able to do.")
    minutes: int = hint("About how many minutes it takes alone: 8 to 12.")
    note: Text | None = hint("The one calm line of a sensitive lesson: its topic. Absent where not sensitive.", default=None)
