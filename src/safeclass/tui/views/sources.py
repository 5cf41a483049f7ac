"""Sources, F3: each fact of the page behind with its value, law, date, source, and what it replaced."""

from __future__ import annotations

from collections.abc import Iterable

from safeclass.course.channels import LIMITS
from safeclass.course.facts import Earlier, Fact, Source
from safeclass.course.runs import Role, Run
from safeclass.course.sources import told_source, told_span
from safeclass.language import N_, _, translate
from safeclass.language.cells import width
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import READ_ON, Hint
from safeclass.tui.said import Said, say
from safeclass.tui.typeset import Runs, plain_runs
from safeclass.tui.views.view import Title, View

LABELS = (N_("What"), N_("Law"), N_("Dates"), N_("Read in"), N_("Mind"), N_("Before"))


class SourcesView(View):
    """The facts one below the other; arrows scroll."""

    densities = (1,)
    reads_through = True

    def __init__(self, desk: Desk, behind: Title, facts: Iterable[str], sources: Iterable[str] = ()) -> None:
        super().__init__(desk)
        self.behind = behind
        registry = desk.wording.registry
        self.shown = [registry.facts[name] for name in facts]
        self.sources = [registry.sources[name] for name in sources if name in registry.sources]

    def title(self) -> Title:
        """The page behind."""
        return self.behind

    def draw(self, flow: Flow) -> None:
        """Every fact in full."""
        flow.head(_("Sources"), f"Esc {_('Close')}")
        for fact in self.shown:
            flow.gap()
            self._draw_fact(flow, fact)
        for source in self.sources:
            flow.gap()
            self._draw_source(flow, source)
        flow.gap()
        for limit in LIMITS:
            flow.write(say(limit), "muted")

    def _draw_fact(self, flow: Flow, fact: Fact) -> None:
        wording = self.desk.wording
        flow.write(lambda language: plain_runs(wording.of_fact(fact.about, language)), "muted")
        flow.write(lambda language: (Run(wording.of_fact(fact.value, language), Role.FACT),), "indigo")
        self._row(flow, LABELS[0], self.said(fact.says))
        if law := fact.law:
            self._row(flow, LABELS[1], lambda language: plain_runs(wording.of_fact(law, language)))
        self._row(flow, LABELS[2], lambda language: plain_runs(wording.dates(fact, language)))
        for name in fact.sources:
            if source := self.desk.wording.registry.sources.get(name):
                self._draw_source(flow, source)
        if fact.caution:
            self._row(flow, LABELS[4], self.said(fact.caution))
        for earlier in fact.earlier:
            self._row(flow, LABELS[5], self._told_before(earlier))

    def _told_before(self, earlier: Earlier) -> Said:
        said = self.said(earlier.says)

        def told(language: str) -> Runs:
            return Run(f"{told_span(earlier, language)}  ", Role.BOLD), *said(language)

        return told

    def _draw_source(self, flow: Flow, source: Source) -> None:
        self._row(flow, LABELS[3], lambda language: plain_runs(told_source(source, language)))

    @staticmethod
    def _row(flow: Flow, label: str, said: Said) -> None:
        """A label and what it labels; on narrow screens one above the other."""
        layout, row = flow.layout, flow.row
        if layout.is_narrow:
            flow.write(say(label), "muted")
            flow.write(said)
            return
        flow.write(said, indent=2 + max(width(translate(other, at.language)) for other in LABELS for at in layout.places))
        for at in layout.places[: 1 if layout.is_stacked else None]:
            flow.sheet.text(row, at.start, translate(label, at.language), "muted")

    def press(self, key: str) -> bool:
        """Enter and F3 close it."""
        if key in ("enter", "f3"):
            self.desk.close()
            return True
        return False

    def hints(self) -> list[Hint]:
        """The keys to show."""
        return [Hint("enter", "Enter", _("Close"), closes=True), Hint("down", _("Up Down"), _(READ_ON))]
