"""Every card of a lesson judged as in a sitting: keys that are right, wrong answers that are not, scenes that end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from safeclass.course.card import Card, identity
from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.lesson import Lesson
from safeclass.course.picking import OX, Choice, Several
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.rules.rule import Rule
from safeclass.course.scene import Node, Scene
from safeclass.language import N_
from safeclass.session.judging import Answer, is_possible, key_of, off
from safeclass.session.scene import open_ways

KEY_NOT_RIGHT = Rule(
    "key-not-right",
    Severity.ERROR,
    N_("The answer that is marked as right is not taken as right."),
    N_("Compare with another card of its kind."),
)
WRONG_TAKEN_AS_RIGHT = Rule(
    "wrong-taken-as-right",
    Severity.ERROR,
    N_("'{answer}' is taken as right, and is not marked so."),
    N_("Compare with another card of its kind."),
)
STUCK = Rule(
    "scene-stuck",
    Severity.ERROR,
    N_("At '{name}' nothing can be chosen on some way here."),
    N_("Leave one way that is always open."),
)
ENDLESS = Rule(
    "scene-endless",
    Severity.ERROR,
    N_("On some way to '{name}' no choice leads to an end any more."),
    N_("Lead a way that is open then to a node without ways."),
)
NEVER_REACHED = Rule(
    "never-reached",
    Severity.ERROR,
    N_("No choices lead to '{name}'."),
    N_("Look which marks the ways to it depend on."),
)

Where = Callable[[object], Place]
"""Tells where a thing stands."""

State = tuple[str, frozenset[str]]
"""Where a scene stands: the node and the marks left."""

MOST_STATES = 2000
"""Beyond this many states a scene is not followed: with so many marks nobody could keep it in mind either."""


def play_through(lesson: Lesson, place: Where) -> Iterator[tuple[str, Fault]]:
    """Every fault that shows when a lesson is played, with the card it is in; each question is answered in every wrong way."""
    for card in lesson.deck:
        for fault in _play_question(card, place):
            yield identity(card), fault
        if isinstance(card, Scene):
            for fault in follow_scene(card, place):
                yield identity(card), fault


def _play_question(card: Card, place: Where) -> Iterator[Fault]:
    key = key_of(card)
    if key is None:
        return
    for wrong in wrong_answers(card):
        if is_taken_as_right(card, wrong):
            yield WRONG_TAKEN_AS_RIGHT.broken(place(card), answer=", ".join(wrong))
    if not is_taken_as_right(card, key):
        yield KEY_NOT_RIGHT.broken(place(card))


def is_taken_as_right(card: Card, answer: Answer) -> bool:
    """Whether a sitting takes an answer, and takes it as right."""
    return is_possible(card, answer) and not off(card, answer)


def wrong_answers(card: Card) -> Iterator[Answer]:
    """Answers that must not be taken as right: each distractor alone, and things in each other's places."""
    match card:
        case Choice() | Several() | OX():
            for option in card.options:
                if not option.right:
                    yield (option.id,)
        case Order():
            yield tuple(step.id for step in reversed(card.items))
        case Match():
            ids = [pair.id for pair in card.pairs]
            yield tuple(f"{left}={right}" for left, right in zip(ids, ids[1:] + ids[:1], strict=True))
        case Sort():
            for group in card.groups:
                if any(item.in_ != group.id for item in card.items):
                    yield tuple(f"{item.id}={group.id}" for item in card.items)
        case Fill():
            blanks = [word.fills for word in card.bank if word.fills]
            for word in card.bank:
                if word.fills is None:
                    yield tuple(f"{blank}={word.id}" for blank in blanks)


def follow_scene(scene: Scene, place: Where) -> Iterator[Fault]:
    """Every way through a scene, with the marks it leaves: where one is stuck, where no end is left, what is never met."""
    nodes: dict[str, Node] = {node.node: node for node in scene.nodes}
    start: State = (scene.start, frozenset())
    before: dict[State, list[State]] = {start: []}
    ended: list[State] = []
    stuck: set[str] = set()
    left = [start]
    while left and len(before) < MOST_STATES:
        state = left.pop()
        node, marks = nodes[state[0]], state[1]
        ways = open_ways(node, marks)
        if not ways:
            ended.append(state)
            if node.ways:
                stuck.add(node.node)
        for way in ways:
            after = (way.to, marks | {way.marks} if way.marks else marks)
            if after not in before:
                before[after] = []
                left.append(after)
            before[after].append(state)
    if left:
        return
    hopeful, open_ends = set[State](), ended
    while open_ends:
        state = open_ends.pop()
        if state not in hopeful:
            hopeful.add(state)
            open_ends.extend(before[state])
    hopeless = {node for node, _ in before.keys() - hopeful}
    met = {node for node, _ in before}
    for node in scene.nodes:
        for rule, names in ((STUCK, stuck), (ENDLESS, hopeless)):
            if node.node in names:
                yield rule.broken(place(node), name=node.node)
        if node.node not in met:
            yield NEVER_REACHED.broken(place(node), name=node.node)
