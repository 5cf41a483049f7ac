"""One lesson as it is taught: what the list shows of it, its cards in three decks, and what a teacher reads beforehand."""

from __future__ import annotations

from safeclass.course.card import Card
from safeclass.course.frozen import frozen, hint
from safeclass.course.head import LessonHead
from safeclass.course.text import Id, Text


@frozen
class TeacherNotes:
    """What a teacher reads beforehand."""

    purpose: Text = hint("What the lesson is for.")
    time: Text = hint("Minutes alone and minutes of talk; face-to-face teaching cannot be replaced.")
    before: Text = hint("What to say and not to ask before starting.")
    prompts: tuple[Text, ...] = hint("Questions for the talk afterwards.")
    if_told: Text = hint("What to do when a pupil tells you something.")
    if_they_did_it: Text | None = hint("What to do when a pupil says they did it.", default=None)
    avoid: Text | None = hint("What not to say or do.", default=None)


@frozen
class Silence:
    """One rule that is not told on one card, and why."""

    card: Id = hint("The card it is for.")
    rule: Id = hint("The rule, as `safeclass check` names it.")
    because: Text = hint("Why the card is right as it is.")


@frozen
class Lesson(LessonHead):
    """One lesson, all languages side by side."""

    summary: Text | None = hint("The lesson in a few sentences, for who would rather not take it; due with `note`.", default=None)
    can_do: tuple[Text, ...] = hint("What the learner can do now: three lines for the end.")
    turn_to: tuple[Id, ...] = hint("Two channels that fit this lesson, shown at its end.")
    opening: tuple[Card, ...] = hint("Three unscored questions to begin with, tried once each.", apart=True, default=())
    cards: tuple[Card, ...] = hint("The lesson itself.", apart=True)
    closing: tuple[Card, ...] = hint("Three questions parallel to the opening ones.", apart=True, default=())
    teacher: TeacherNotes | None = hint("Notes for a teacher.", default=None, apart=True)
    silence: tuple[Silence, ...] = hint(
        "Rules of `safeclass check` that are broken on purpose, each with a reason.", default=(), apart=True
    )

    @property
    def deck(self) -> tuple[Card, ...]:
        """Every card in the order it is met: opening, cards, closing."""
        return self.opening + self.cards + self.closing
