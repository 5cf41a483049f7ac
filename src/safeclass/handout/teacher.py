"""The page for the teacher: purpose, what to say first, questions for the talk, and what to do when a pupil tells."""

from __future__ import annotations

from collections.abc import Iterable

from safeclass.course.facts import Fact, Source
from safeclass.course.lesson import TeacherNotes
from safeclass.handout.markup import Markup, element, joined
from safeclass.handout.side import Side
from safeclass.language import N_


def teacher_page(side: Side, notes: TeacherNotes) -> Markup:
    """The whole page."""
    facts = tuple(dict.fromkeys((*side.facts_in(notes), *side.gist)))
    prompts = element("ol", *(element("li", side.words(prompt)) for prompt in notes.prompts))
    return element(
        "article",
        side.title(side.say(N_("for the teacher"))),
        side.section(N_("What it is for"), side.prose(notes.purpose)),
        side.section(N_("Time"), side.prose(notes.time)),
        side.section(N_("Before you start"), side.prose(notes.before)),
        side.section(N_("Questions for the talk"), prompts, class_="prompts"),
        side.section(N_("When a pupil tells you"), side.steps(notes.if_told)),
        side.section(N_("When a pupil says they did it"), side.steps(notes.if_they_did_it)) if notes.if_they_did_it else "",
        side.section(N_("What to leave out"), side.prose(notes.avoid)) if notes.avoid else "",
        _sources(side, facts),
        side.section(N_("Notes, without the names of pupils"), class_="notes"),
        element("footer", side.foot(facts)),
        class_="teacher",
        lang=side.language,
    )


def _sources(side: Side, facts: Iterable[Fact]) -> Markup:
    """Where the facts of both pages were read."""
    registry = side.wording.registry
    names = dict.fromkeys(name for fact in facts for name in fact.sources if name in registry.sources)
    if not names:
        return Markup("")
    items = [element("li", _cite(registry.sources[name], side)) for name in names]
    return side.section(N_("Sources"), element("ul", *items), class_="sources")


def _cite(source: Source, side: Side) -> Markup:
    return joined([side.words(source.title), ", ", side.words(source.publisher), ", ", source.date])
