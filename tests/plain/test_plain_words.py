"""Plain mode says every word of every card: compared with what the wording gives, card by card."""

from __future__ import annotations

import re
from collections import deque

import pytest
from playing import TODAY, told

from safeclass.course.card import Card, identity
from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.course.page import Help, Page
from safeclass.course.picking import Attitude
from safeclass.course.placing import Match
from safeclass.course.rules.playable import texts
from safeclass.course.scene import Scene
from safeclass.course.text import Text
from safeclass.course.wording import BLANK, Alone, FactBlock, Wording
from safeclass.paths import shipped
from safeclass.session.scene import moment_of

COURSE = Course(shipped())
LESSONS = {name: lesson for name in COURSE.lesson_ids if (lesson := COURSE.lesson(name)[0])}
CARDS = [(lesson, card) for lesson in LESSONS.values() for card in lesson.deck]
LEAD = re.compile(r"^(\d+\)|[A-Z]+\.) ")
WORDING = Wording(COURSE.registry, TODAY)


def plain(words: str) -> str:
    """Words as a file holds them."""
    return " ".join(words.replace("\u00a0", " ").split())


def pieces(text: Text, language: str, *, is_prose: bool = False) -> list[str]:
    """What has to be read of one text: a sentence between its blanks; of prose each paragraph, a fact line by line."""
    found: list[str] = []
    for paragraph in WORDING.paragraphs(text, language) if is_prose else [WORDING.runs(text[language], language)]:
        match paragraph:
            case FactBlock(fact=fact):
                law = [fact.law] if fact.law else []
                found += [WORDING.plain(part, language) for part in (fact.about, fact.value, *law)]
                found.append(WORDING.as_of(fact, language))
            case Alone(runs=runs) | runs:
                found += BLANK.split("".join(run.words for run in runs))[::2]
    return [plain(piece) for piece in found if piece.strip()]


def ways_to_all_nodes(scene: Scene) -> list[list[str]]:
    """Numbers that lead to each moment that tells something else: every node, with every set of marks it is reached with."""
    numbers: list[list[str]] = []
    seen: set[tuple[object, ...]] = set()
    waiting: deque[tuple[list[str], list[tuple[str, str]]]] = deque([([], [])])
    while waiting:
        typed, choices = waiting.popleft()
        moment = moment_of(scene, choices)
        shape = (moment.node.node, tuple(way.to for way in moment.ways), moment.told[len(moment.told) - moment.new :])
        if shape in seen:
            continue
        seen.add(shape)
        numbers.append(typed)
        for number, way in enumerate(moment.ways, 1):
            waiting.append(([*typed, str(number)], [*choices, (moment.node.node, way.to)]))
    return numbers


def ways_to_type(card: Card) -> list[list[str]]:
    """Lines that between them bring everything a card holds."""
    if isinstance(card, Scene):
        return ways_to_all_nodes(card)
    if isinstance(card, Attitude):
        return [[str(number)] for number in range(1, len(card.options) + 1)]
    return [["1", "", "1"], ["1", "1"]]


@pytest.mark.parametrize("language", COURSE.languages)
@pytest.mark.parametrize(("lesson", "card"), CARDS, ids=[f"{lesson.lesson}-{identity(card)}" for lesson, card in CARDS])
def test_every_word_of_a_card_is_told(lesson: Lesson, card: Card, language: str) -> None:
    said = "\n".join(plain(told(COURSE, lesson, card, typed, language=language)) for typed in ways_to_type(card))
    for text in texts(card):
        for piece in pieces(text, language, is_prose=isinstance(card, Page) and text is card.text):
            assert piece in said
    if isinstance(card, Match):
        for pair in card.pairs:
            assert plain(f"{WORDING.plain(pair.left, language)}: {WORDING.plain(pair.right, language)}") in said
    if isinstance(card, Help):
        for turn in card.channels:
            channel = COURSE.channels[turn.id]
            assert plain(f"{channel.number or ''} {WORDING.plain(channel.name, language)}") in said


@pytest.mark.parametrize(("lesson", "card"), CARDS, ids=[f"{lesson.lesson}-{identity(card)}" for lesson, card in CARDS])
def test_both_languages_say_what_each_says(lesson: Lesson, card: Card) -> None:
    both = plain(told(COURSE, lesson, card, [], language="both"))
    for language in COURSE.languages:
        for line in told(COURSE, lesson, card, [], language=language).splitlines()[3:]:
            assert LEAD.sub("", plain(line)) in both


@pytest.mark.parametrize("language", COURSE.languages)
@pytest.mark.parametrize("lesson", LESSONS.values(), ids=list(LESSONS))
def test_every_fact_of_a_card_has_its_source(lesson: Lesson, language: str) -> None:
    for card in lesson.deck:
        said = plain(told(COURSE, lesson, card, ["s"], language=language))
        for name in card.facts:
            fact = COURSE.registry.facts[name]
            assert plain(WORDING.plain(fact.value, language)) in said
            assert plain(WORDING.plain(fact.says, language)) in said
            for source in fact.sources:
                assert COURSE.registry.sources[source].title[language] in said
