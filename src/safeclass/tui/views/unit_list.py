"""The units as a table of contents: a column beside the lessons, or for want of room a band above them with the one in front."""

from __future__ import annotations

from safeclass.language.cells import cut
from safeclass.session.lesson_list import LessonList
from safeclass.tui.flow import Flow
from safeclass.tui.layout import Layout

UNITS_WIDTH = 21
"""Columns of the list of units, where it stands beside the lessons."""
BESIDE = 70
"""From so many columns the units stand beside the lessons."""


def is_band(layout: Layout) -> bool:
    """Whether the units are a band above the lessons, for want of room beside them."""
    return layout.columns < BESIDE


def draw_units(flow: Flow, listed: LessonList, here: int) -> int:
    """The units, the one that the focus is in brought out; returns the column that the lessons begin at."""
    if is_band(flow.layout):
        _draw_band(flow, listed, here)
        return flow.layout.margin
    _draw_column(flow, listed, here)
    return flow.layout.margin + UNITS_WIDTH + 3


def _draw_band(flow: Flow, listed: LessonList, here: int) -> None:
    if not listed.units:
        return
    sheet, layout = flow.sheet, flow.layout
    sheet.fill(flow.row, 0, 1, layout.columns, "panel")
    sheet.text(flow.row, layout.edge - 2, "<", "muted")
    after = sheet.text(flow.row, layout.edge, f"{here + 1} {listed.units[here].title[layout.main]}", bold=True)
    sheet.text(flow.row, after + 2, listed.done_of(here), "muted")
    sheet.text(flow.row, layout.columns - 1, ">", "muted")
    sheet.zone(flow.row, 0, 1, 4, "left")
    sheet.zone(flow.row, layout.columns - 4, 1, 4, "right")
    flow.row += 1
    flow.gap()


def _draw_column(flow: Flow, listed: LessonList, here: int) -> None:
    """The units around the one that the focus is in; the flow stays at its row, for the lessons."""
    sheet, layout, units = flow.sheet, flow.layout, listed.units
    step = 2 if layout.density == 0 and len(units) <= 6 else 1
    room = max(1, (layout.rows - flow.row - 1) // step)
    first = max(0, min(here - room // 2, len(units) - room))
    shown = units[first : first + room]
    rows = len(shown) * step + (1 if step == 2 else 0)
    sheet.fill(flow.row, layout.margin, rows, UNITS_WIDTH, "panel")
    for offset, unit in enumerate(shown):
        index = first + offset
        row = flow.row + offset * step + (1 if step == 2 else 0)
        is_here = index == here
        if is_here:
            sheet.fill(row, layout.margin, 1, UNITS_WIDTH, "raised")
            sheet.bar(row, layout.margin, 1, "celadon")
        sheet.text(row, layout.edge, str(index + 1), "muted" if not is_here else "text", bold=is_here)
        end = layout.margin + UNITS_WIDTH - 2
        start = sheet.right(row, end, listed.done_of(index), "text" if is_here else "muted")
        if listed.is_done(index):
            start = sheet.right(row, start - 1, sheet.tick, "celadon")
        sheet.text(row, layout.edge + 3, cut(unit.title[layout.main], start - layout.edge - 4), bold=is_here)
        sheet.zone(row, layout.margin, 1, UNITS_WIDTH, f"unit {index}")
