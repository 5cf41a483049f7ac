"""A scene as it is written: a branching chat with its people, its nodes, and the ways between them."""

from __future__ import annotations

from safeclass.course.frozen import frozen, hint
from safeclass.course.text import Id, Text


@frozen
class Person:
    """Someone who speaks in a scene."""

    id: Id = hint("Stable name, used by `who`.")
    name: Text = hint("The name as it stands over the bubble.")


@frozen
class Message:
    """One line of a scene: somebody says something, or the narrator tells."""

    who: Id | None = hint("Who says it, from the scene's people; absent for narration.", default=None)
    text: Text = hint("The words.")
    if_: Id | None = hint("Only shown when this mark was set on the way here.", default=None)
    unless: Id | None = hint("Not shown when this mark was set on the way here.", default=None)


@frozen
class Way:
    """One way on from a node of a scene."""

    to: Id = hint("The node it leads to; within one node each way leads somewhere else.")
    text: Text = hint("What the person we follow does or says.")
    marks: Id | None = hint("A mark this choice leaves, for later lines and ways.", default=None)
    if_: Id | None = hint("Only offered when this mark was set.", default=None)
    unless: Id | None = hint("Not offered when this mark was set.", default=None)


@frozen
class Node:
    """One moment of a scene; a node without ways is an ending, and all endings are of equal standing."""

    node: Id = hint("Stable name of the node.")
    lines: tuple[Message, ...] = hint("What is said and told, in order.")
    ask: Text | None = hint("The question above the choices; absent means 'What could they do?'.", default=None)
    ways: tuple[Way, ...] = hint("What can be done next; none at an ending.", default=())


@frozen
class Scene:
    """A branching chat. No path wins or loses, every node can be taken back, and none shows what was passed on."""

    scene: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    room: Text = hint("What the chat room is called.")
    intro: Text = hint("Two or three sentences before it starts.")
    people: tuple[Person, ...] = hint("Who speaks.")
    follows: Id = hint("The person whose choices the learner makes.")
    start: Id = hint("The first node.")
    nodes: tuple[Node, ...] = hint("All nodes.")
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())
