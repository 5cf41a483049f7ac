"""What a learner chose in the questions before the course, beside what they chose in those after it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from safeclass.course.card import Card, SetAside, identity
from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.course.picking import OX, Attitude, Choice, Several
from safeclass.course.text import Text
from safeclass.session.progress import UNTOUCHED, CardProgress, LessonProgress


class Chosen(NamedTuple):
    """A question, and what was chosen there in the end."""

    asked: Text
    ids: tuple[str, ...]
    """The names of what was chosen."""
    words: tuple[Text, ...]
    """The words of what was chosen; none where it was passed over."""


class ThenAndNow(NamedTuple):
    """One question from before the course beside the one from after it."""

    then: Chosen | None
    """None where there is no such question."""
    now: Chosen
    stands: tuple[tuple[Text | None, Text], ...]
    """What is so, as words and reason, without the words where it was chosen now; empty where nothing is right or wrong."""
    card: Card
    """The question of now, for its sources."""


def then_and_now(course: Course, closing: Lesson, progress: Mapping[str, LessonProgress]) -> list[ThenAndNow]:
    """Every closing question that was answered, now or as its parallel was asked before, in order."""
    opening = course.lesson(course.opening)[0] if course.opening is not None else None
    before: dict[str, Card] = {identity(card): card for card in opening.deck} if opening is not None else {}
    earlier = progress.get(course.opening or "", UNTOUCHED)
    now = progress.get(closing.lesson, UNTOUCHED)
    found = []
    for card in closing.deck:
        parallel = before.get(getattr(card, "parallel", None) or "")
        chosen = _chosen(card, now.card(identity(card)))
        then = _chosen(parallel, earlier.card(identity(parallel))) if parallel is not None else None
        if chosen is not None and (chosen.words or (then is not None and then.words)):
            found.append(ThenAndNow(then, chosen, _stands(card, chosen), card))
    return found


def _chosen(card: Card, done: CardProgress) -> Chosen | None:
    """What was chosen on a card; None for a kind of card on which nothing is picked from words."""
    if isinstance(card, SetAside):
        return None
    answer = done.given[-1].answer if done.given else ()
    match card:
        case Choice() | Several() | Attitude():
            return Chosen(card.ask, answer, tuple(option.text for option in card.options if option.id in answer))
        case OX():
            return Chosen(card.say, answer, tuple(_letter(card, option.id) for option in card.options if option.id in answer))
    return None


def _stands(card: Card, chosen: Chosen) -> tuple[tuple[Text | None, Text], ...]:
    match card:
        case Choice() | Several():
            rights = [option for option in card.options if option.right]
            return tuple((None if option.id in chosen.ids else option.text, option.why) for option in rights)
        case OX():
            return tuple((None, option.why) for option in card.options if option.right)
    return ()


def _letter(card: OX, verdict: str) -> Text:
    """O or X: the same in every language."""
    return Text(dict.fromkeys(card.say, verdict.upper()))
