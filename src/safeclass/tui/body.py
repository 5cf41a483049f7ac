"""The body of a page: how many rows a screen has for it, and the page laid out as airy as fits them."""

from __future__ import annotations

from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.layout import layout_for
from safeclass.tui.sheet import Sheet
from safeclass.tui.views.view import View

NARROWEST = 30
"""Fewer columns are laid out as these, and cut at the right."""
AIRY_ROWS = 24
"""From so many rows on, one stays blank above the keys."""


def page_rows(height: int) -> int:
    """How many rows of a screen a page's body has: all but the four bands, and where there is room a blank one."""
    return max(1, height - (5 if height >= AIRY_ROWS else 4))


def body_sheet(view: View, desk: Desk, columns: int, rows: int) -> Sheet:
    """The page's body: as airy as fits, and where nothing fits as tall as it needs to be."""
    columns = max(columns, NARROWEST)
    flow = None
    for density in view.densities:
        flow = Flow(layout_for(columns, rows, desk.words.shown, desk.appearance.plain, density))
        view.draw(flow)
        flow.sheet.grow(flow.row)
        if len(flow.sheet.rows) <= rows:
            break
    assert flow is not None, "a view has at least one density"
    return flow.sheet
