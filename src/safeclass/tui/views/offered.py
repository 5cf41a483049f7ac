"""The questions before and after the course, as one line above the lessons."""

from __future__ import annotations

from safeclass.language import _
from safeclass.language.cells import width
from safeclass.session.offer import Offer, lesson_of
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow


def draw_offer(flow: Flow, offer: Offer, key: str, *, is_here: bool) -> None:
    """One line at any density: the key that opens it, its name, and where there is room what it is."""
    sheet, layout = flow.sheet, flow.layout
    sheet.grow(flow.row + 1)
    if is_here:
        sheet.fill(flow.row, layout.margin, 1, layout.end - layout.margin, "raised")
        sheet.bar(flow.row, layout.margin, 1, "celadon", ">")
    column = sheet.chip(flow.row, layout.edge - 1, key, "celadon" if is_here else "panel")
    column = sheet.text(flow.row, column + 1, _(offer.value), bold=True)
    line = _(offer.line)
    if column + 3 + width(line) < layout.end:
        sheet.text(flow.row, column + 3, line, "muted")
    sheet.zone(flow.row, layout.margin, 1, layout.end - layout.margin, key)
    flow.row += 1


def open_offer(desk: Desk, offer: Offer) -> None:
    """Open what is offered."""
    name = lesson_of(offer, desk.course)
    if name is not None:
        from safeclass.tui.views.lesson import open_lesson

        open_lesson(desk, name)
    else:
        from safeclass.tui.views.then_and_now import open_then_and_now

        open_then_and_now(desk)
