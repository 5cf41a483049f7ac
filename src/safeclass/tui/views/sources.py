"""Sources, F3: each fact of the page behind with its value, law, date, source, and what it replaced."""

from __future__ import annotations

from collections.abc import Iterable

from safeclass.course.facts import Fact, Source
from safeclass.course.runs import Role, Run
from safeclass.language import N_, _, translate
from safeclass.language.cells import width
from safeclass.language.dates import write_short_date
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.typeset import Runs, plain_runs, set_lines
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

    def _draw_fact(self, flow: Flow, fact: Fact) -> None:
        language = flow.layout.main
        wording = self.desk.wording
        flow.write(lambda language: plain_runs(fact.about[language]), "muted")
        flow.write(lambda language: (Run(fact.value[language], Role.FACT),), "indigo")
        self._row(flow, LABELS[0], wording.runs(" ".join(fact.says[language].split()), language))
        if fact.law:
            self._row(flow, LABELS[1], plain_runs(fact.law[language]))
        self._row(flow, LABELS[2], plain_runs(self._dates(fact, language)))
        for name in fact.sources:
            source = wording.registry.sources.get(name)
            if source:
                self._row(flow, LABELS[3], plain_runs(self._cite(source, language)))
        if fact.caution:
            self._row(flow, LABELS[4], wording.runs(" ".join(fact.caution[language].split()), language))
        for earlier in fact.earlier:
            until = write_short_date(earlier.until, language) if earlier.until else ""
            span = f"{write_short_date(earlier.since, language)} ~ {until}".rstrip()
            said = wording.runs(" ".join(earlier.says[language].split()), language)
            self._row(flow, LABELS[5], (Run(f"{span}  ", Role.BOLD), *said))

    def _dates(self, fact: Fact, language: str) -> str:
        told = self.desk.wording.as_of(fact, language)
        checked = translate(N_("Checked on {date}"), language).format(date=write_short_date(fact.checked_on, language))
        return f"{told}; {checked}"

    @staticmethod
    def _cite(source: Source, language: str) -> str:
        return f"{source.title[language]}, {source.publisher[language]}, {source.date}"

    def _draw_source(self, flow: Flow, source: Source) -> None:
        language = flow.layout.main
        self._row(flow, LABELS[3], plain_runs(self._cite(source, language)))

    @staticmethod
    def _row(flow: Flow, label: str, runs: Runs) -> None:
        """A label and what it labels; on narrow screens one above the other."""
        layout, sheet = flow.layout, flow.sheet
        language = layout.main
        words = translate(label, language)
        indent = 0 if layout.is_narrow else max(width(translate(other, language)) for other in LABELS) + 2
        sheet.text(flow.row, layout.edge, words, "muted")
        if layout.is_narrow:
            flow.row += 1
        for line in set_lines(runs, layout.end - layout.edge - indent - 1):
            sheet.runs(flow.row, layout.edge + indent, line)
            flow.row += 1

    def press(self, key: str) -> bool:
        """Enter and F3 close it."""
        if key in ("enter", "f3"):
            self.desk.close()
            return True
        return False

    def hints(self) -> list[Hint]:
        """The keys to show."""
        return [Hint("enter", "Enter", _("Close")), Hint("down", _("Up Down"), _("read on"))]
