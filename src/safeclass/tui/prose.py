"""Running text of several paragraphs, with facts in framed blocks and fixed sentences in their own ink."""

from __future__ import annotations

from safeclass.course.facts import Fact
from safeclass.course.runs import Role, Run
from safeclass.course.text import Text
from safeclass.course.wording import Alone, FactBlock, Wording, is_stale
from safeclass.tui.flow import Flow
from safeclass.tui.said import Said
from safeclass.tui.typeset import Runs, plain_runs


def draw_prose(flow: Flow, text: Text, wording: Wording) -> None:
    """Write a text's paragraphs, each after a gap. A second language with fewer paragraphs leaves theirs empty."""
    for index, paragraph in enumerate(wording.paragraphs(text, flow.layout.main)):
        if flow.layout.density < 5:
            flow.gap()
        if isinstance(paragraph, FactBlock):
            draw_fact(flow, paragraph.fact, wording)
        else:
            flow.paragraph(_paragraph(text, index, wording), "celadon" if isinstance(paragraph, Alone) else "text")


def _paragraph(text: Text, index: int, wording: Wording) -> Said:
    def said(language: str) -> Runs:
        found = wording.paragraphs(text, language)[index : index + 1]
        if not found or isinstance(found[0], FactBlock):
            return ()
        return found[0].runs if isinstance(found[0], Alone) else found[0]

    return said


def draw_fact(flow: Flow, fact: Fact, wording: Wording) -> None:
    """A fact as a framed block: what, the value in bold, the law, since when and as of when.

    One past its review date stands on a field of its own and says so.
    """

    def write() -> None:
        flow.paragraph(lambda language: plain_runs(fact.about[language]))
        flow.paragraph(lambda language: (Run(fact.value[language], Role.FACT),))
        if law := fact.law:
            flow.write(lambda language: plain_runs(law[language]), "indigo")
        flow.write(lambda language: plain_runs(wording.held_from(fact, language)), "muted")

    flow.block("indigo", write, "gardenia_soft" if is_stale(fact, wording.today) else "panel")
