"""What a card must keep to be played at all: a key where one is due, ids that are unique, ways that lead somewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import Any

from safeclass.course.card import Card, SetAside, identity
from safeclass.course.lesson import Lesson
from safeclass.course.page import Help
from safeclass.course.picking import OX, Attitude, Choice, Several, Think
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.registry import Registry
from safeclass.course.scene import Message, Scene, Way
from safeclass.course.text import texts
from safeclass.course.wording import BLANK, CITATION, citations
from safeclass.language import N_
from safeclass.language.josa import is_pair

Tell = Callable[..., object]
"""Tells a fault: the thing it is in, the rule, what is wrong, how to mend it, and the names in these."""

MOST_PLACES = 9
"""The most places that things are given on one card: each has a digit for its key, and 0 passes the card over."""


def check_card(card: Card, registry: Registry, tell: Tell) -> None:
    """Tell every fault that keeps one card from being played, but for what its texts cite."""
    match card:
        case Choice():
            _check_ids(card, card.options, tell)
            _check_keys(card, card.options, 1, tell)
        case Several():
            _check_ids(card, card.options, tell)
            if len({option.right for option in card.options}) != 2:
                mend = N_("Add `right: true` to each right option.")
                tell(card, "no-choice", N_("Some options must be right and some not."), mend)
        case OX():
            if {verdict.id for verdict in card.options} != {"o", "x"} or len(card.options) != 2:
                tell(card, "o-and-x", N_("The two options must be `o` and `x`."), N_("Write both, once each."))
            _check_keys(card, card.options, 1, tell)
        case Order():
            _check_ids(card, card.items, tell, least=3)
        case Match():
            _check_ids(card, card.pairs, tell, most=MOST_PLACES)
        case Sort():
            _check_ids(card, card.items, tell)
            _check_ids(card, card.groups, tell, most=MOST_PLACES)
            _check_known(card.items, "in_", [group.id for group in card.groups], tell)
        case Fill():
            _check_blanks(card, tell)
        case Attitude():
            _check_ids(card, card.options, tell)
        case Think():
            _check_ids(card, card.lines, tell, least=1)
        case Help():
            _check_ids(card, card.channels, tell, least=1)
            _check_known(card.channels, "id", registry.channels, tell)
        case Scene():
            _check_scene(card, tell)
    if not isinstance(card, SetAside):
        for fact in card.facts:
            if fact not in registry.facts:
                from safeclass.course.unknown import MOST_NAMES, unknown_fact

                wrong, mend, names = unknown_fact(fact, registry.facts if len(card.facts) <= MOST_NAMES else ())
                tell(card.facts, "unknown-fact", wrong, mend, **names)


def check_lesson(lesson: Lesson, registry: Registry, tell: Tell, *, is_opening_whole: bool = True) -> None:
    """Tell the faults of a lesson apart from those of its cards, and but for what its texts cite.

    Where an opening question could not be read, nobody knows whether it is the one that a closing question is parallel to.
    """
    _check_known(lesson.turn_to, None, registry.channels, tell, at=lesson.turn_to)
    opening = {identity(card) for card in lesson.opening}
    # Without any of its own, the opening questions are those of the whole course, in another file.
    for card in lesson.closing if opening and is_opening_whole else ():
        parallel = getattr(card, "parallel", None)
        if parallel is not None and parallel not in opening:
            tell(
                card,
                "unknown-parallel",
                N_("There is no opening question '{name}'."),
                N_("Name one of `opening`: {known}. Where its opening question was deleted, delete this one too."),
                name=parallel,
                known=", ".join(sorted(opening)),
            )
    if lesson.note and not lesson.summary:
        tell(
            lesson,
            "no-summary",
            N_("A sensitive lesson needs a summary."),
            N_("Add `summary`, for who would rather only read that."),
        )
    if lesson.summary and not lesson.note:
        tell(
            lesson.summary,
            "no-note",
            N_("Nobody is offered this summary: a lesson without `note` begins with its first card."),
            N_("Add `note`, the one calm line before a sensitive lesson; or delete `summary`."),
        )


def cites_well(words: str, registry: Registry) -> bool:
    """Whether everything that words cite is known, so that no text among them need be looked at by `check_citations`."""
    return all(
        registry.cite(name, part or None) is not None and (not particle or is_pair(particle))
        for name, part, particle in set(CITATION.findall(words))
    )


def check_citations(thing: object, registry: Registry, tell: Tell) -> None:
    """Tell every citation in a thing that stands for nothing, or asks for a particle that Korean does not have."""
    for text in texts(thing):
        citing = [words for words in text.values() if "{" in words]
        for name, part, particle in dict.fromkeys(cited for words in citing for cited in citations(words)) if citing else ():
            if registry.cite(name, part) is None:
                from safeclass.course.unknown import unknown_citation

                wrong, mend, names = unknown_citation(name, part, registry)
                tell(text, "unknown-fact", wrong, mend, **names)
            elif particle is not None and not is_pair(particle):
                mend = N_("Write the form after a consonant first, such as 을/를.")
                tell(text, "unknown-particle", N_("'{particle}' is no pair of particles."), mend, particle=particle)


def _check_ids(card: Card, things: Collection[Any], tell: Tell, least: int = 2, most: int | None = None) -> None:
    if len(things) < least:
        tell(card, "too-few", N_("There should be at least {count} here."), N_("Add what is missing."), count=str(least))
    if most is not None and len(things) > most:
        names = {"count": str(len(things)), "most": str(most)}
        mend = N_("Leave {most} of them; the rest can be a card of its own.")
        tell(card, "too-many-places", N_("There are {count} places here, and keys for {most}."), mend, **names)
    _check_once(things, "id", tell)


def _check_once(things: Collection[Any], attribute: str, tell: Tell) -> None:
    """Tell every name that more than one thing has, at the second one."""
    if len({getattr(thing, attribute) for thing in things}) == len(things):
        return
    times = Counter[str]()
    for thing in things:
        name = getattr(thing, attribute)
        times[name] += 1
        if times[name] == 2:
            tell(thing, "duplicate-id", N_("'{name}' is used twice in this card."), N_("Give each its own id."), name=name)


def _check_keys(card: Card, options: Iterable[Any], due: int, tell: Tell) -> None:
    if sum(option.right for option in options) != due:
        tell(card, "one-right", N_("Exactly one option must be right."), N_("Write `right: true` at that one and nowhere else."))


def _check_known(things: Iterable[Any], attribute: str | None, known: Collection[str], tell: Tell, at: object = None) -> None:
    for thing in things:
        name = getattr(thing, attribute) if attribute else thing
        if name not in known:
            from safeclass.course.unknown import unknown_name

            wrong, mend, names = unknown_name(name, known)
            tell(at or thing, "unknown-name", wrong, mend, **names)


def _check_marks(thing: Message | Way, marks: Collection[str], tell: Tell) -> None:
    for mark in (thing.if_, thing.unless):
        if mark and mark not in marks:
            from safeclass.course.unknown import unknown_mark

            wrong, mend, names = unknown_mark(mark, marks)
            tell(thing, "unknown-name", wrong, mend, **names)


def _check_blanks(card: Fill, tell: Tell) -> None:
    _check_ids(card, card.bank, tell, most=MOST_PLACES)
    filled = Counter(word.fills for word in card.bank if word.fills)
    for language, words in card.text.items():
        blanks = BLANK.findall(words)
        if Counter(blanks) != filled or any(count > 1 for count in filled.values()) or not blanks:
            tell(
                card.text,
                "blanks",
                N_("The blanks in '{language}' and the words that fill them do not agree."),
                N_("Each blank (__a__) stands once and has one word with `fills: a`."),
                language=language,
            )


def _check_scene(scene: Scene, tell: Tell) -> None:
    nodes = {node.node: node for node in scene.nodes}
    _check_once(scene.nodes, "node", tell)
    people = [person.id for person in scene.people]
    _check_once(scene.people, "id", tell)
    marks = [*dict.fromkeys(way.marks for node in scene.nodes for way in node.ways if way.marks)]
    _check_known((scene.follows,), None, people, tell, at=scene)
    _check_known((scene.start,), None, nodes, tell, at=scene)
    for node in scene.nodes:
        _check_known((line for line in node.lines if line.who), "who", people, tell)
        _check_known(node.ways, "to", nodes, tell)
        things: tuple[Message | Way, ...] = (*node.lines, *node.ways)
        for thing in things:
            _check_marks(thing, marks, tell)
        if len({way.to for way in node.ways}) < len(node.ways):
            tell(node, "same-way", N_("Two ways lead to the same node."), N_("Lead each somewhere else, or make them one."))
        if node.ways and all(way.if_ or way.unless for way in node.ways):
            tell(node, "no-way", N_("Every way here depends on a mark."), N_("Leave one way that is always open."))
    if not {scene.start, *(way.to for node in scene.nodes for way in node.ways)} <= nodes.keys():
        return  # what cannot be reached, or does not end, may only be so because of a name that nobody knows
    reached = _reached(scene.start, {name: [way.to for way in found.ways] for name, found in nodes.items()})
    for node in scene.nodes:
        if node.node not in reached:
            tell(node, "unreachable", N_("No way leads to '{name}'."), N_("Lead to it, or delete it."), name=node.node)
    backwards: dict[str, list[str]] = {name: [] for name in nodes}
    for node in scene.nodes:
        for way in node.ways:
            backwards.setdefault(way.to, []).append(node.node)
    backwards[""] = [end.node for end in scene.nodes if not end.ways]
    ending = _reached("", backwards)
    for node in scene.nodes:
        if node.node not in ending:
            tell(
                node, "no-end", N_("From '{name}' no way leads to an end."), N_("Lead it to a node without ways."), name=node.node
            )


def _reached(start: str, ways: dict[str, list[str]]) -> set[str]:
    found, left = set[str](), [start]
    while left:
        name = left.pop()
        if name not in found:
            found.add(name)
            left.extend(ways.get(name, ()))
    return found
