"""The screen of a pupil: 80x24, with everything a pupil sees on it."""

from __future__ import annotations

from safeclass.tui.bands import screen_sheet
from safeclass.tui.desk import Desk
from safeclass.tui.sheet import Sheet
from safeclass.tui.views.view import View

COLUMNS, HEIGHT = 80, 24


def pupil_screen(view: View, desk: Desk) -> Sheet:
    """A page as a pupil's screen holds it, at the place it was left at."""
    return screen_sheet(view, desk, COLUMNS, HEIGHT, has_page_behind=True)
