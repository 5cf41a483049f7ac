"""The screen of a pupil: 80x24, with everything a pupil sees on it."""

from __future__ import annotations

from safeclass.language import _
from safeclass.tui.bands import body_sheet, offset_for, page_rows, screen_sheet
from safeclass.tui.desk import Desk
from safeclass.tui.hint import all_hints
from safeclass.tui.sheet import Sheet
from safeclass.tui.views.view import View

COLUMNS, HEIGHT = 80, 24


def pupil_screen(view: View, desk: Desk, scrolled: int | None = None) -> Sheet:
    """A page as a pupil's screen holds it, scrolled to a row or to where its focus is."""
    rows = page_rows(HEIGHT)
    page = body_sheet(view, desk, COLUMNS, rows)
    offset = offset_for(page, rows, scrolled)
    is_more = offset + rows < len(page.rows)
    hints = all_hints(view, desk, reads_on=view.reads_through and is_more, has_page_behind=True)
    beside = _("more below") if is_more or view.has_more_below else _("more above") if offset else ""
    return screen_sheet(view, desk, COLUMNS, HEIGHT, hints, beside, offset)
