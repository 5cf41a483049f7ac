"""The window onto a page: which of its rows are seen, and how it scrolls."""

from __future__ import annotations

from safeclass.language import _
from safeclass.tui.body import body_sheet, page_rows
from safeclass.tui.desk import Desk
from safeclass.tui.sheet import Sheet
from safeclass.tui.views.view import View

KEPT = 2
"""How many rows stay in sight when a whole window is scrolled."""
LINES = {"up": -1, "down": 1}
WINDOWS = {"pageup": -1, "pagedown": 1}
"""The keys that scroll by a row, and by a window."""


class Window:
    """The rows of a page that are seen: those it was scrolled to, else those around what has the focus."""

    def __init__(self) -> None:
        self.page = Sheet(1)
        """The whole page."""
        self.rows = 1
        """How many rows are seen."""
        self.offset = 0
        """The first row that is seen."""
        self._view: View | None = None

    def show(self, view: View, desk: Desk, columns: int, height: int) -> None:
        """Look at a page as it is now, on a screen of a size; where it was scrolled, at the same place."""
        self._view = view
        self.rows = page_rows(height)
        self.page = body_sheet(view, desk, columns, self.rows)
        self.offset = self._offset(view.scrolled)

    def _offset(self, scrolled: int | None) -> int:
        most = max(0, len(self.page.rows) - self.rows)
        if scrolled is not None:
            return max(0, min(scrolled, most))
        if self.page.sight is None:
            return 0
        first, end = self.page.sight
        return max(0, min(most, end - self.rows, first)) if end > self.rows else 0

    @property
    def has_more_below(self) -> bool:
        """Whether the page goes on below."""
        return self.offset + self.rows < len(self.page.rows)

    def told(self, view: View) -> str:
        """Where there is more of the page, in words, with the key that leads down where Enter does not."""
        if self.has_more_below and not view.reads_through:
            return _("PgDn more below")
        if self.has_more_below or view.has_more_below:
            return _("more below")
        return _("more above") if self.offset else ""

    def scroll(self, rows: int) -> None:
        """Scroll the page that was looked at by so many rows; that is seen with the next look."""
        if self._view is not None:
            self._view.scrolled = max(0, min(self.offset + rows, len(self.page.rows) - self.rows))

    def read_on(self) -> None:
        """Scroll to what comes below."""
        self.scroll(self._step)

    def press(self, key: str) -> bool:
        """Scroll where a key does that."""
        if key in LINES:
            self.scroll(LINES[key])
        elif key in WINDOWS:
            self.scroll(WINDOWS[key] * self._step)
        else:
            return False
        return True

    @property
    def _step(self) -> int:
        return max(1, self.rows - KEPT)

    def seen(self, columns: int, rows: int) -> Sheet:
        """What is seen, in the middle of a wide screen; `rows` may be more than the page has for itself."""
        seen = Sheet(self.page.columns, plain=self.page.plain)
        seen.rows = self.page.rows[self.offset : self.offset + rows]
        seen.zones = [zone._replace(row=zone.row - self.offset) for zone in self.page.zones]
        window = Sheet(max(columns, self.page.columns), rows, plain=self.page.plain)
        window.put(seen, 0, (window.columns - self.page.columns) // 2)
        return window
