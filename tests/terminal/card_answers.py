"""What a test knows of a card beforehand: its first words, and answers to it that are right and that are not."""

from __future__ import annotations

from collections.abc import Sequence

from safeclass.course.card import Card, identity
from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.course.page import Help, Page
from safeclass.course.picking import OX, Attitude, Choice, Several, Think
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.scene import Scene
from safeclass.course.text import Id, Text
from safeclass.course.wording import BLANK
from safeclass.session.judging import Answer, key_of, shuffled


def first_with(course: Course, kind: type[Card]) -> tuple[Lesson, Id]:
    """The first lesson with a card of a kind among those that are neither opening nor closing questions, and the card's id."""
    for name in course.lesson_ids:
        lesson, _faults = course.lesson(name)
        for card in lesson.cards if lesson else ():
            if isinstance(card, kind):
                assert lesson is not None
                return lesson, identity(card)
    raise AssertionError(f"no lesson has a card that is a {kind.__name__}")


def first_words(card: Card) -> Text:
    """What a card begins with."""
    match card:
        case Page():
            return card.title
        case OX() | Help():
            return card.say
        case Scene():
            return card.intro
        case Choice() | Several() | Order() | Match() | Sort() | Fill() | Attitude() | Think():
            return card.ask
    raise AssertionError(f"a {type(card).__name__} in a course that is shipped")


def right_answer(card: Card) -> Answer:
    """The key of a question, in the order in which things stand on the screen."""
    key = key_of(card)
    assert key is not None, "only a question has a key"
    if isinstance(card, Match | Sort | Fill):
        things = list(board(card)[0])
        return tuple(sorted(key, key=lambda pair: things.index(pair.partition("=")[0])))
    return key


def wrong_answer(card: Card) -> Answer:
    """An answer that is possible and not right, its parts in the order in which they stand on the screen."""
    key = right_answer(card)
    match card:
        case Choice() | OX() | Several():
            return (next(option.id for option in card.options if not option.right),)
        case Order():
            return (key[1], key[0], *key[2:])
        case Sort():
            thing, _, group = key[0].partition("=")
            return (f"{thing}={next(other.id for other in card.groups if other.id != group)}", *key[1:])
        case Match():
            (one, _, first), (two, _, second) = (pair.partition("=") for pair in key[:2])
            return (f"{one}={second}", f"{two}={first}", *key[2:])
        case Fill():
            used = {pair.partition("=")[2] for pair in key}
            spare = next(word.id for word in card.bank if word.id not in used)
            return (f"{key[0].partition('=')[0]}={spare}", *key[1:])
    raise AssertionError(f"a {type(card).__name__} cannot be answered wrongly")


def board(card: Match | Sort | Fill) -> tuple[dict[str, Text | None], list[str]]:
    """The things that are given places, with their words where they have some, and the places in the order of their numbers."""
    match card:
        case Match():
            return {pair.id: pair.left for pair in card.pairs}, [pair.id for pair in shuffled(card.match, card.pairs)]
        case Sort():
            return {item.id: item.text for item in shuffled(card.sort, card.items)}, [group.id for group in card.groups]
        case Fill():
            blanks = BLANK.findall(next(iter(card.text.values())))
            return dict.fromkeys(blanks), [word.id for word in card.bank]


def place_of(name: str, things: Sequence[object]) -> int:
    """At which place, from 0, something with an id stands."""
    return [getattr(thing, "id", None) for thing in things].index(name)
