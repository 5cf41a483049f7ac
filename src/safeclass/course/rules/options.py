"""What keeps a question fair: options that differ, and none that stands out by its length."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from safeclass.course.card import Card
from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.lesson import Lesson
from safeclass.course.picking import Attitude, Choice, Several
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.registry import Registry
from safeclass.course.rules.rule import Rule
from safeclass.course.text import Text
from safeclass.course.wording import resolved
from safeclass.language import N_
from safeclass.language.cells import width

SAME_WORDS = Rule(
    "same-words",
    Severity.ERROR,
    N_("In '{language}' two things to choose from read the same: '{words}'."),
    N_("Let them differ, or a learner cannot tell which is meant."),
)
UNEVEN = Rule(
    "uneven-options",
    Severity.ADVICE,
    N_("In '{language}' one option is more than twice as long as another."),
    N_("Write options of like length, or the length gives the answer away."),
)
LONGEST_IS_RIGHT = Rule(
    "longest-is-right",
    Severity.ADVICE,
    N_("In '{language}' the right option is the longest in {count} of {total} questions."),
    N_("Shorten some of the right options: one in three at most should be the longest."),
)

SHORT = 16
"""Cells below which an option's length tells nothing."""


def check_options(card: Card, registry: Registry, place: Callable[[object], Place]) -> Iterator[Fault]:
    """Options of one card that cannot be told apart, or that stand out."""
    for side in _sides(card):
        for language in side[0][1] if side else ():
            read = [_as_read(text[language], language, registry) for _, text in side]
            if len(different := set(read)) < len(read):
                for number, (thing, _) in enumerate(side):
                    if read[number] in read[:number]:
                        yield SAME_WORDS.broken(place(thing), language=language, words=read[number])
            if isinstance(card, Choice | Several):
                lengths = [width(words) for words in different]
                if max(lengths) > max(2 * min(lengths), SHORT):
                    yield UNEVEN.broken(place(card), language=language)


def _as_read(words: str, language: str, registry: Registry) -> str:
    """What a learner reads, on one line."""
    read = resolved(words, language, registry)
    return read.strip() if read.isprintable() and "  " not in read else " ".join(read.split())


def check_lengths(lesson: Lesson, registry: Registry, place: Callable[[object], Place]) -> Iterator[Fault]:
    """Whether a lesson's right options give themselves away by their length."""
    choices = [card for card in lesson.deck if isinstance(card, Choice) and sum(option.right for option in card.options) == 1]
    for language in lesson.title if len(choices) > 2 else ():
        longest = 0
        for card in choices:
            lengths = [(width(resolved(option.text[language], language, registry)), option.right) for option in card.options]
            longest += next(length for length, right in lengths if right) > max(
                (length for length, right in lengths if not right), default=0
            )
        if longest * 3 > len(choices):
            yield LONGEST_IS_RIGHT.broken(place(lesson), language=language, count=str(longest), total=str(len(choices)))


def _sides(card: Card) -> Iterator[Sequence[tuple[Any, Text]]]:
    """The lists of things of a card among which a learner chooses."""
    match card:
        case Choice() | Several() | Attitude():
            yield [(option, option.text) for option in card.options]
        case Order():
            yield [(step, step.text) for step in card.items]
        case Match():
            yield [(pair, pair.left) for pair in card.pairs]
            yield [(pair, pair.right) for pair in card.pairs]
        case Sort():
            yield [(item, item.text) for item in card.items]
            yield [(group, group.text) for group in card.groups]
        case Fill():
            yield [(word, word.text) for word in card.bank]
