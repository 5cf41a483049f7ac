"""Running text of several paragraphs, with facts in framed blocks and fixed sentences in their own ink."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from safeclass.course.facts import Fact
from safeclass.course.runs import Role, Run
from safeclass.course.text import Text
from safeclass.course.wording import Alone, FactBlock, Wording, is_stale
from safeclass.tui.flow import Flow
from safeclass.tui.typeset import Runs, plain_runs


def draw_prose(flow: Flow, text: Text, wording: Wording) -> None:
    """Write a text's paragraphs, each after a gap. A language with more of them than the other keeps them all."""
    told = {language: wording.paragraphs(text, language) for language in (place.language for place in flow.layout.places)}
    for index in range(max(map(len, told.values()))):
        beside = {language: paragraphs[index] for language, paragraphs in told.items() if index < len(paragraphs)}
        if flow.layout.density < 5:
            flow.gap()
        for fact in {found.fact.fact: found.fact for found in beside.values() if isinstance(found, FactBlock)}.values():
            draw_fact(flow, fact, wording)
        words = {language: found for language, found in beside.items() if not isinstance(found, FactBlock)}
        if words:
            is_alone = isinstance(next(iter(words.values())), Alone)
            flow.paragraph(partial(_runs_of, words), "celadon" if is_alone else "text")


def _runs_of(words: Mapping[str, Alone | Runs], language: str) -> Runs:
    found = words.get(language, ())
    return found.runs if isinstance(found, Alone) else found


def draw_fact(flow: Flow, fact: Fact, wording: Wording) -> None:
    """A fact as a framed block: what, the value in bold, the law, since when and as of when.

    One past its review date stands on a field of its own and says so.
    """

    def write() -> None:
        flow.paragraph(lambda language: plain_runs(wording.of_fact(fact.about, language)))
        flow.paragraph(lambda language: (Run(wording.of_fact(fact.value, language), Role.FACT),))
        if law := fact.law:
            flow.write(lambda language: plain_runs(wording.of_fact(law, language)), "indigo")
        flow.write(lambda language: plain_runs(wording.held_from(fact, language)), "muted")

    flow.block("indigo", write, "gardenia_soft" if is_stale(fact, wording.today) else "panel")
