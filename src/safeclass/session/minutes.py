"""About how many minutes a lesson takes alone: its words at a reading pace, and a moment for each question."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from safeclass.course.card import Card, SetAside
from safeclass.course.course_file import Minutes
from safeclass.course.fault import Fault, Place, Severity, TopKey
from safeclass.course.lesson import Lesson
from safeclass.course.page import Help, Page
from safeclass.course.picking import OX, Attitude, Choice, Several, Think
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.registry import Registry
from safeclass.course.rules.rule import Rule
from safeclass.course.rules.todo import is_written
from safeclass.course.scene import Scene
from safeclass.course.text import Id, Text
from safeclass.course.wording import BLANK, CITATION, resolved
from safeclass.language import N_
from safeclass.session.judging import key_of
from safeclass.session.scene import open_ways, shown_lines

PACE = {"ko": 120, "en": 160}
"""Words that are read in a minute; in another language nothing is estimated."""
MOMENT = 1 / 3
"""Minutes of thought that a question takes."""
MOST_WALKS = 200
"""Walks through a scene after which no further ones are looked for."""

MINUTES = Rule(
    "lesson-minutes",
    Severity.WARNING,
    N_("By the length of its texts this lesson takes about {estimated} minutes in '{language}'; {least} to {most} are due."),
    N_("Shorten it, or add to it. `minutes` says {minutes}. A course may ask for other minutes in course.yaml."),
)
TOLD = MINUTES._replace(
    wrong=N_("`minutes` says {minutes}, and {least} to {most} are due. By the length of the texts it is about: {estimated}."),
    mend=N_("Write about how many minutes it takes alone. A course may ask for other minutes in course.yaml."),
)
"""The same of the minutes that the list of lessons tells."""

Count = Callable[[Iterable[Text]], int]
"""How many words texts have in one language."""


def check_minutes(lesson: Lesson, due: Minutes, pace: Pace, place: Callable[[object], Place]) -> Iterator[Fault]:
    """Whether a lesson takes longer or shorter than its course wants, or says so; one that is still written is let be."""
    if any(isinstance(card, SetAside) for card in lesson.deck):
        return
    wanted = {"least": str(due.least), "most": str(due.most)}
    wanted["minutes"] = str(lesson.minutes)
    found = []
    estimated = {language: f"{minutes:g}" for language, minutes in pace.estimate(lesson).items()}
    if not due.least <= lesson.minutes <= due.most:
        by_language = ", ".join(f"{language} {minutes}" for language, minutes in estimated.items())
        found.append(TOLD.broken(place(TopKey("minutes")), estimated=by_language or "-", **wanted))
    for language, minutes in estimated.items():
        if not due.least <= float(minutes) <= due.most:
            found.append(MINUTES.broken(place(lesson.title), language=language, estimated=minutes, **wanted))
    if found and is_written(lesson):
        yield from found


class Pace:
    """How long the texts of one course take to read; what a citation comes to is counted once."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._counts = {language: _counting(language, registry) for language in PACE}

    def estimate(self, lesson: Lesson) -> dict[str, float]:
        """About how many minutes a lesson takes in each language, to a tenth.

        Counted is what a learner meets once who answers rightly: of the reasons of a card the one shown first, or where that
        hangs on chance one of middling length; of a scene a way of middling length. Teacher's notes are not among it.
        """
        moments = MOMENT * sum(key_of(card) is not None for card in lesson.deck)
        texts = [*lesson.can_do, *(text for card in lesson.deck for text in _texts_met(card, self._registry))]
        scenes = [card for card in lesson.deck if isinstance(card, Scene)]
        found = {}
        for language in lesson.title:
            if pace := PACE.get(language):
                count = self._counts[language]
                words = count(texts) + sum(_usual_walk(scene, count) for scene in scenes)
                found[language] = round(words / pace + moments, 1)
        return found


def _texts_met(card: Card, registry: Registry) -> Iterator[Text]:
    match card:
        case Page():
            yield from (card.title, card.text)
            for line in next(iter(card.text.values())).splitlines():
                found = CITATION.fullmatch(line.strip())
                if found and found[1] in registry.facts and not found[2]:  # it is drawn with what it is about
                    yield registry.facts[found[1]].about
        case Choice() | Several():
            yield card.ask
            yield from (option.text for option in card.options)
            yield from [option.why for option in card.options if option.right][:1]
        case OX():
            yield card.say
            yield from [verdict.why for verdict in card.options if verdict.right][:1]
        case Order():
            yield card.ask
            yield from (step.text for step in card.items)
            yield card.items[0].why
        case Match():
            yield card.ask
            yield from (side for pair in card.pairs for side in (pair.left, pair.right))
            yield card.pairs[0].why
        case Sort():
            yield card.ask
            yield from (group.text for group in card.groups)
            yield from (item.text for item in card.items)
            yield _middling([item.why for item in card.items])  # they are shown in an order of their own
        case Fill():
            yield from (card.ask, card.text)
            yield from (word.text for word in card.bank)
            first = BLANK.search(next(iter(card.text.values())))
            yield from [word.why for word in card.bank if first and word.fills == first[1]]
        case Attitude():
            yield card.ask
            yield from (view.text for view in card.options)
            yield card.options[0].reply
        case Think():
            yield card.ask
            yield from (line.text for line in card.lines)
        case Scene():
            yield card.intro
        case Help():
            yield card.say
            for turn in card.channels:
                yield from (registry.channels[turn.id].name, turn.here)


def _middling(texts: Sequence[Text]) -> Text:
    """Of some texts one that is neither among the longer ones nor among the shorter."""
    return sorted(texts, key=lambda text: sum(map(len, text.values())))[len(texts) // 2]


def _usual_walk(scene: Scene, count: Count) -> int:
    """The words on the way through a scene that is neither among its longer ones nor among its shorter."""
    nodes = {node.node: node for node in scene.nodes}

    @cache
    def meet(name: str, marks: frozenset[str]) -> tuple[int, list[tuple[str, frozenset[str]]]]:
        """The words met at a node, and where its ways lead with which marks."""
        node = nodes[Id(name)]
        ways = open_ways(node, marks)
        texts = [line.text for line in shown_lines(node, marks)] + [way.text for way in ways] + ([node.ask] if node.ask else [])
        return count(texts), [(way.to, marks | {way.marks} if way.marks else marks) for way in ways]

    left: list[tuple[str, frozenset[str], tuple[str, ...], int]] = [(scene.start, frozenset(), (), 0)]
    walks: list[int] = []
    while left and len(walks) < MOST_WALKS:
        name, marks, behind, before = left.pop()
        length, ways = meet(name, marks)
        onward = [(to, left_marks, (*behind, name), before + length) for to, left_marks in ways if to not in behind]
        left += onward
        if not onward:
            walks.append(before + length)
    return sorted(walks)[len(walks) // 2]


def _counting(language: str, registry: Registry) -> Count:
    @cache
    def words_of(citation: str) -> int:
        return len(resolved(citation, language, registry).split())

    def count(texts: Iterable[Text]) -> int:
        words = "\n".join([text[language] for text in texts])
        cited = CITATION.finditer(words) if "{" in words else ()
        return len(words.split()) + sum(words_of(found[0]) - 1 for found in cited)

    return count
