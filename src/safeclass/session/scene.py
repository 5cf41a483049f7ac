"""A branching scene: where it stands after the choices made so far."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from safeclass.course.scene import Message, Node, Scene, Way


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a scene stands."""

    node: Node
    """The node reached."""
    ways: tuple[Way, ...]
    """What can be done now; none at an ending."""
    told: tuple[Message, ...]
    """Everything said and told on the way here, oldest first; what was chosen is not among it."""
    new: int
    """How many messages at the end of `told` belong to the node reached."""
    stood: tuple[int, ...] = ()
    """Which of the choices still fit the scene, by their place."""


def moment_of(scene: Scene, choices: Sequence[tuple[str, ...]]) -> Moment:
    """The moment that choices, each ``(node, to)``, lead to. A choice that the scene no longer offers is passed over."""
    nodes = {node.node: node for node in scene.nodes}
    node, marks = nodes[scene.start], set[str]()
    told = list(shown_lines(node, marks))
    new = len(told)
    stood: list[int] = []
    for place, choice in enumerate(choices):
        way = next((way for way in open_ways(node, marks) if choice == (node.node, way.to)), None)
        if way is None:
            continue
        stood.append(place)
        if way.marks:
            marks.add(way.marks)
        node = nodes[way.to]
        shown = shown_lines(node, marks)
        told += shown
        new = len(shown)
    return Moment(node, open_ways(node, marks), tuple(told), new, tuple(stood))


def shown_lines(node: Node, marks: AbstractSet[str]) -> list[Message]:
    """What is said and told at a node once these marks were left."""
    return [line for line in node.lines if _holds(line, marks)]


def open_ways(node: Node, marks: AbstractSet[str]) -> tuple[Way, ...]:
    """What can be done at a node once these marks were left."""
    return tuple(way for way in node.ways if _holds(way, marks))


def _holds(thing: Message | Way, marks: AbstractSet[str]) -> bool:
    return (thing.if_ is None or thing.if_ in marks) and (thing.unless is None or thing.unless not in marks)
