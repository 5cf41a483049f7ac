"""The screen of a pupil: 80x24, with everything a pupil sees on it."""

from __future__ import annotations

from safeclass.tui.bands import screen_sheet
from safeclass.tui.desk import Desk
from safeclass.tui.hint import all_hints
from safeclass.tui.sheet import Sheet
from safeclass.tui.views.view import View
from safeclass.tui.window import Window

COLUMNS, HEIGHT = 80, 24


def pupil_screen(view: View, desk: Desk) -> Sheet:
    """A page as a pupil's screen holds it, at the place it was left at."""
    window = Window()
    window.show(view, desk, COLUMNS, HEIGHT)
    hints = all_hints(view, desk, reads_on=view.reads_through and window.has_more_below, has_page_behind=True)
    beside = window.told(has_more_below=view.has_more_below)
    return screen_sheet(view, desk, COLUMNS, HEIGHT, hints, beside)
