"""What a learner takes from lessons: the words they chose, and what is worth meeting again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import timedelta

from safeclass.course.card import SetAside, identity
from safeclass.course.lesson import Lesson
from safeclass.course.picking import Think
from safeclass.course.text import Id, Text
from safeclass.language import ngettext
from safeclass.session.progress import LessonProgress

SHORT_RETURN = timedelta(weeks=2)
"""After how long a short look back is suggested."""


def chosen_words(lesson: Lesson, progress: LessonProgress) -> list[Text]:
    """The lines picked on think cards."""
    chosen = []
    for card in lesson.deck:
        given = progress.card(identity(card)).given
        if isinstance(card, Think) and given:
            chosen += [line.text for line in card.lines if line.id in given[-1].answer]
    return chosen


def surprises(lessons: Iterable[Id], progress: Mapping[str, LessonProgress]) -> dict[Id, frozenset[Id]]:
    """By lesson the questions that a learner was sure of and saw differently; lessons without any are left out."""
    found = {
        lesson: frozenset(card for card, done in progress[lesson].cards.items() if done.is_surprise)
        for lesson in lessons
        if lesson in progress
    }
    return {lesson: cards for lesson, cards in found.items() if cards}


def told_surprises(count: int, language: str) -> str:
    """The offer to meet so many of them again."""
    return ngettext(
        "Meet {n} question again that you were sure of and saw differently",
        "Meet {n} questions again that you were sure of and saw differently",
        count,
        language,
    ).format(n=count)


def only(lesson: Lesson, cards: Collection[Id]) -> Lesson | None:
    """A lesson of some of its cards, for meeting them again; None where it holds none of them any more."""
    found = tuple(card for card in lesson.deck if identity(card) in cards and not isinstance(card, SetAside))
    return replace(lesson, opening=(), cards=found, closing=()) if found else None
