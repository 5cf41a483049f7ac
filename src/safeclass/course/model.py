"""What is taught: a lesson and the twelve kinds of card it is made of.

These dataclasses are the one declaration of a lesson's shape. The reader, its faults and ``lesson.schema.json`` are all
made from the annotations and field documentation here (`safeclass.course.shape`). A field's name is the key in the
YAML; a trailing underscore (``in_``) only keeps Python content. A field without a default must be written.
"""

from __future__ import annotations

from safeclass.course.fault import Fault, Place
from safeclass.course.frozen import frozen, hint
from safeclass.course.head import LessonHead
from safeclass.course.shape import FixedWord
from safeclass.course.text import Id, Text


class Topic(FixedWord):
    """What a question tests, where that matters to how it is asked: both kinds also ask how sure one is."""

    LAW = "law", "The question is about what the law says."
    MYTH = "myth", "The question is about something that many believe and that is not so."


@frozen
class Option:
    """One thing a learner may pick, and what picking it teaches."""

    id: Id = hint("Stable name; answers are kept by it, never by the words.")
    text: Text = hint("The words of the option.")
    right: bool = hint("Whether this option is a right one.", default=False)
    why: Text = hint("The reason: what is reasonable in it, the fact, the better move. 2 to 4 short sentences.")


@frozen
class Verdict:
    """O or X of an O/X question."""

    id: Id = hint("``o`` for true, ``x`` for not true.")
    right: bool = hint("Whether this is the right verdict.", default=False)
    why: Text = hint("The reason a learner reads after choosing it.")


@frozen
class Step:
    """One item of an order question; items are written in their right order."""

    id: Id = hint("Stable name of the item.")
    text: Text = hint("What happens in this step.")
    why: Text = hint("When or why it comes at this place.")


@frozen
class Pair:
    """Two things that belong together."""

    id: Id = hint("Stable name of the pair.")
    left: Text = hint("The situation, shown on the left.")
    right: Text = hint("What belongs to it, shown as the numbered legend.")
    why: Text = hint("Why the two belong together.")


@frozen
class Sorted:
    """One item to put into a group."""

    id: Id = hint("Stable name of the item.")
    in_: Id = hint("The group it belongs in.")
    text: Text = hint("The words of the item.")
    why: Text = hint("Why it belongs there, starting from what is reasonable in the other answer.")


@frozen
class BankWord:
    """One word of a fill question's bank."""

    id: Id = hint("Stable name of the word.")
    fills: Id | None = hint("The blank it belongs in; a distractor fills none.", default=None)
    text: Text = hint("The word or words.")
    why: Text = hint("Why it fits, or what it would mean instead.")


@frozen
class View:
    """One answer of an attitude question. It holds no key: there is nothing to get right."""

    id: Id = hint("Stable name of the answer.")
    text: Text = hint("The words of the answer.")
    reply: Text = hint("What the learner reads after choosing it; never a judgement.")


@frozen
class Line:
    """One thing that someone could say."""

    id: Id = hint("Stable name of the line.")
    text: Text = hint("The words, as one would say them.")


@frozen
class Turn:
    """A channel offered on a help card, and when it is the one to try."""

    id: Id = hint("The channel's id in channels.yaml.")
    here: Text = hint("When to turn here, in this situation.")


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
class Person:
    """Someone who speaks in a scene."""

    id: Id = hint("Stable name, used by `who`.")
    name: Text = hint("The name as it stands over the bubble.")


@frozen
class Page:
    """A read card: one thought, at most nine lines at 80 columns.

    A paragraph that is only a citation of a fact is drawn as a framed block with value, law and date; a paragraph that
    is only a fixed sentence stands alone in its own ink.
    """

    page: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    title: Text = hint("The heading.")
    text: Text = hint("The words; a blank line parts paragraphs.")
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Choice:
    """A question with exactly one right option; three options are enough."""

    choice: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("A small situation in the third person, then one question.")
    options: tuple[Option, ...] = hint("The options, one of them right.", some=3)
    about: Topic | None = hint("What the question is about; with it the learner is also asked how sure they are.", default=None)
    parallel: Id | None = hint("In `closing`: the opening question this one is parallel to.", default=None)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Several:
    """A question with one or more right options, all of which are to be picked."""

    several: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("The situation, then 'choose everything that ...'.")
    options: tuple[Option, ...] = hint("The options; at least one right and one not.", some=3)
    about: Topic | None = hint("What the question is about; with it the learner is also asked how sure they are.", default=None)
    parallel: Id | None = hint("In `closing`: the opening question this one is parallel to.", default=None)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class OX:
    """A statement to call true (O) or not true (X)."""

    ox: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    say: Text = hint("The statement.")
    options: tuple[Verdict, ...] = hint("``o`` and ``x``, one of them right.")
    about: Topic | None = hint("What the question is about; with it the learner is also asked how sure they are.", default=None)
    parallel: Id | None = hint("In `closing`: the opening question this one is parallel to.", default=None)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Order:
    """Items to put in order."""

    order: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("What to put in order.")
    items: tuple[Step, ...] = hint("The items in their right order; they are shown in another one.", some=3)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Match:
    """Situations to match with what belongs to them."""

    match: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("What to match.")
    pairs: tuple[Pair, ...] = hint("The pairs, matched; the right sides are shown in another order.", some=3)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Group:
    """A place to sort into."""

    id: Id = hint("Stable name of the group.")
    text: Text = hint("What the group is called.")


@frozen
class Sort:
    """Items to sort into groups."""

    sort: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("What to sort by.")
    groups: tuple[Group, ...] = hint("The groups, two or three.")
    items: tuple[Sorted, ...] = hint("The items, each with the group it belongs in.", some=3)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Fill:
    """A sentence with blanks, filled from a bank of words: no typing."""

    fill: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("What to do.")
    text: Text = hint("The sentence; a blank is written ``__a__``.")
    bank: tuple[BankWord, ...] = hint("The words, in the order they are shown.", some=3)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


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


@frozen
class Attitude:
    """A question about oneself. It cannot hold a key and is never shown as right or wrong."""

    attitude: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("The question.")
    options: tuple[View, ...] = hint("The answers, each with a reply.", some=3)
    parallel: Id | None = hint("In `closing`: the opening question this one is parallel to.", default=None)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Think:
    """A prompt to answer in one's head, with lines one could use; picking a line is free."""

    think: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("The prompt.")
    lines: tuple[Line, ...] = hint("Words one could use.")
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Help:
    """Where to turn in one situation."""

    help: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    say: Text = hint("The situation and the first thing to hear.")
    channels: tuple[Turn, ...] = hint("Two to four channels, the one to try first at the top.")
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


Question = Choice | Several | OX | Order | Match | Sort | Fill
"""A card that can be answered rightly."""


@frozen
class SetAside:
    """What stands in the place of a card that has a fault: a notice that says where it is. It is not written in YAML."""

    id: Id
    fault: Fault
    place: Place
    """Where the card begins."""


Card = Page | Question | Scene | Attitude | Think | Help | SetAside
"""Anything a lesson is made of. Its kind is the name of its first key."""


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


def identity(card: Card) -> Id:
    """The card's id: the value of its first key."""
    return card.id if isinstance(card, SetAside) else Id(getattr(card, kind(card)))


def kind(card: Card) -> str:
    """The card's kind as it is written in content: ``page``, ``choice``, ``ox`` …"""
    return type(card).__name__.lower()
