"""The neutral cover: a multiplication table, which names no program and hints at no way back."""

from __future__ import annotations

from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.views.view import View

TIMES = range(1, 10)
TABLES = range(2, 10)
CELLS = 9
"""Columns of one table."""


class CoverView(View):
    """Drawn on the ground colour of the page before, so that nothing flashes."""

    densities = (1,)
    is_covered = True

    def __init__(self, desk: Desk, *, is_wished_for: bool = False) -> None:
        """`is_wished_for` where somebody left, and nobody was just away."""
        super().__init__(desk)
        self.is_wished_for = is_wished_for

    def draw(self, flow: Flow) -> None:
        """As many tables as fit beside each other."""
        sheet, room = flow.sheet, max(1, (flow.layout.columns - 2) // CELLS)
        for index, table in enumerate(TABLES):
            if index >= room:
                break
            for line, times in enumerate(TIMES):
                sheet.text(2 + line, 2 + index * CELLS, f"{table}x{times}={table * times:2}")
        flow.row = 2 + len(TIMES)
        sheet.zone(0, 0, flow.layout.rows, flow.layout.columns, "uncover")

    def press(self, key: str) -> bool:
        """At a shared terminal any key takes the cover away and does nothing else; not one more Esc of somebody in a hurry."""
        if self.desk.shared is None or (self.is_wished_for and key == "escape"):
            return False
        self.desk.close()
        return True
