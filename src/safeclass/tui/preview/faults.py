"""Every fault of the lesson in a list; Enter leads to the card it stands on."""

from __future__ import annotations

from safeclass.course.fault import SEVERITIES, Fault, Severity
from safeclass.language import N_, _
from safeclass.language.cells import cut, width
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.keys import stepped
from safeclass.tui.preview.fault_band import where
from safeclass.tui.preview.rehearsal import Around, Rehearsal
from safeclass.tui.said import say
from safeclass.tui.typeset import plain_runs
from safeclass.tui.views.view import Title, View


class FaultsView(View):
    """The faults one below the other, in the order of the file; it follows what is saved."""

    densities = (1,)

    def __init__(self, rehearsal: Rehearsal) -> None:
        """Begin at the first fault of the card in sight."""
        super().__init__(rehearsal.desk)
        self.rehearsal = rehearsal
        here = rehearsal.faults_here()
        self.focus = self.faults.index(here[0]) if here else 0

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults as they are now."""
        return self.rehearsal.proof.faults

    @property
    def chosen(self) -> int:
        """The place of the fault with the focus, also after some were mended."""
        return min(self.focus, len(self.faults) - 1)

    def title(self) -> Title:
        """The file."""
        return Title(_("To mend"), self.rehearsal.proof.path)

    def draw(self, flow: Flow) -> None:
        """Each fault with its line, its card, what is wrong and how to mend it."""
        if not self.faults:
            flow.gap()
            flow.heading(say(N_("Nothing is wrong.")))
        for index, fault in enumerate(self.faults):
            self._draw_fault(flow, fault, index)

    def _draw_fault(self, flow: Flow, fault: Fault, index: int) -> None:
        proof, sheet, layout = self.rehearsal.proof, flow.sheet, flow.layout
        start = flow.row
        weight = _(SEVERITIES[fault.severity])
        sheet.right(start, layout.end - 1, weight, "muted" if fault.severity is Severity.ADVICE else "gardenia", bold=True)
        column = sheet.text(start, layout.edge, cut(where(fault, proof), layout.end - layout.edge - width(weight) - 3), bold=True)
        sheet.text(start, column + 2, cut(proof.name_of_card(fault), layout.end - column - width(weight) - 5), "celadon")
        flow.row += 1
        flow.paragraph(lambda language: plain_runs(fault.say(language)))
        flow.paragraph(lambda language: plain_runs(fault.say_mend(language)), "muted")
        if index == self.chosen:
            raise_field(flow, start)
            sheet.bar(start, layout.margin, flow.row - start, "celadon", ">")
            sheet.sight = (start, flow.row)
        sheet.zone(start, layout.margin, flow.row - start, layout.end - layout.margin, f"pick {index}")
        flow.gap()

    def press(self, key: str) -> bool:
        """Walk through the list; Enter goes to the card of the one with the focus."""
        if key in ("up", "down") and self.faults:
            self.focus = stepped(self.chosen, key, len(self.faults))
        elif key.startswith("pick "):
            self.focus = int(key.removeprefix("pick "))
        elif key == "enter" and self.faults:
            self._go_there()
        elif key in ("enter", "f5"):
            self.desk.close()
        else:
            return False
        return True

    def _go_there(self) -> None:
        rehearsal = self.rehearsal
        fault = self.faults[self.chosen]
        card = rehearsal.proof.card_of(fault)
        stops = rehearsal.stops
        if card in stops:
            rehearsal.show(card)
        elif Around.ENTRY in stops and fault.place.path == rehearsal.proof.path:
            rehearsal.show(Around.ENTRY)
        else:
            self.desk.close()

    def hints(self) -> list[Hint]:
        """The keys to show."""
        does = _("To the card") if self.faults else _("Back")
        return [Hint("enter", "Enter", does), Hint("down", _("Up Down"), _("choose")), Hint("escape", "Esc", _("Back"))]


def raise_field(flow: Flow, start: int) -> None:
    """Put the rows since `start` onto the field of what has the focus."""
    for cells in flow.sheet.rows[start : flow.row]:
        for column in range(flow.layout.margin, flow.layout.end):
            sign, style = cells[column]
            cells[column] = (sign, style._replace(field="raised"))
