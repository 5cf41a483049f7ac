"""The course that comes with the program, opened once, and ways to look at its lessons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest

from safeclass.course.card import Card
from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.course.picking import OX
from safeclass.course.scene import Scene
from safeclass.course.text import Text, texts
from safeclass.course.wording import Wording
from safeclass.paths import shipped

CONTENT = shipped()
COURSE = Course(CONTENT)
WRITTEN_ON = date(2026, 11, 22)
WORDING = Wording(COURSE.registry, WRITTEN_ON)
LANGUAGES = ("ko", "en")


@cache
def lesson(name: str) -> Lesson:
    found, _ = COURSE.lesson(name)
    assert found is not None
    return found


def words_of(name: str) -> Iterator[tuple[str, str]]:
    """Every wording of a lesson with its language."""
    for text in texts(lesson(name)):
        yield from text.items()


def scenes() -> list[Scene]:
    return [card for name in COURSE.lesson_ids for card in lesson(name).deck if isinstance(card, Scene)]


every_lesson = pytest.mark.parametrize("name", COURSE.lesson_ids)
every_file = pytest.mark.parametrize("name", COURSE.ids)
"""The lessons, and the questions before and after them."""


def asks(card: Card) -> Text:
    return card.say if isinstance(card, OX) else card.ask  # every question has one
