"""A fact as a framed block: what, the value in bold, the law, as of when."""

from __future__ import annotations

from safeclass.course.facts import Fact
from safeclass.course.wording import Role, Run, Wording, is_stale
from safeclass.tui.flow import Flow
from safeclass.tui.typeset import Runs, plain_runs


def draw_fact(flow: Flow, fact: Fact, wording: Wording) -> None:
    """Write a fact; one past its review date stands on a field of its own and says so."""
    stale = is_stale(fact, wording.today)

    def dated(language: str) -> Runs:
        law = (Run(fact.law[language]), Run("   ")) if fact.law else ()
        return (*law, Run(wording.as_of(fact, language), Role.STALE))

    def write() -> None:
        flow.paragraph(lambda language: plain_runs(fact.about[language]))
        flow.paragraph(lambda language: (Run(fact.value[language], Role.FACT),))
        flow.blank()
        flow.write(dated, "indigo")

    flow.block("indigo", write, "gardenia_soft" if stale else "panel")
