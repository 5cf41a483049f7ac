"""A sheet of cells: what a widget shows, as characters with a style, before any terminal is asked.

Every bar, tile, chip and line is a space with a field colour or an underline, never a line-drawing sign, whose width
Korean terminals disagree about. In plain style the same cells become characters, so nothing shifts.
"""

from __future__ import annotations

from typing import NamedTuple

from safeclass.course.runs import Role, Run
from safeclass.language.cells import cut, width, width_of_sign
from safeclass.tui.palette import Style, ink_on

Cell = tuple[str, Style]
WIDE_END = ""
"""What stands in the second cell of a wide sign."""

SLOTS = {Role.SLOT: "celadon_soft", Role.SLOT_HERE: "celadon"}
"""The fields of blanks to fill."""

BLANK: Cell = (" ", Style())


class Zone(NamedTuple):
    """A part of a sheet that presses a key when it is clicked."""

    row: int
    column: int
    rows: int
    columns: int
    key: str


class Sheet:
    """A grid of cells of a fixed width that grows downwards."""

    def __init__(self, columns: int, rows: int = 0, field: str = "ground", plain: bool = False) -> None:
        self.columns = columns
        self.field = field
        self.plain = plain
        """Whether characters take the place of colours."""
        self.tick = "v" if plain else "✓"
        """What stands before what is done or right."""
        self.rows: list[list[Cell]] = []
        self.zones: list[Zone] = []
        self.sight: tuple[int, int] | None = None
        """The first and last row that must be seen, where the sheet is taller than its window."""
        self.grow(rows)

    def grow(self, rows: int) -> None:
        """Make the sheet at least so many rows long."""
        while len(self.rows) < rows:
            self.rows.append([(" ", Style(field=self.field))] * self.columns)

    def fill(self, row: int, column: int, rows: int, columns: int, field: str) -> None:
        """Give a part of the sheet a field colour."""
        self.grow(row + rows)
        end = min(column + columns, self.columns)
        start = max(column, 0)
        for line in self.rows[row : row + rows]:
            line[start:end] = [(" ", Style(field=field))] * max(0, end - start)

    def text(
        self,
        row: int,
        column: int,
        words: str,
        ink: str = "text",
        *,
        bold: bool = False,
        field: str | None = None,
        line: bool = False,
    ) -> int:
        """Write words, keeping the field beneath them unless another is given; returns the column after them."""
        self.grow(row + 1)
        cells = self.rows[row]
        for sign in words:
            cells_of_sign = width_of_sign(sign)
            if cells_of_sign == 0:
                continue
            if column < 0 or column + cells_of_sign > self.columns:
                break
            style = Style(ink, field or cells[column][1].field, bold, line)
            cells[column] = (sign, style)
            if cells_of_sign == 2:
                cells[column + 1] = (WIDE_END, style)
            column += cells_of_sign
        return column

    def runs(self, row: int, column: int, runs: tuple[Run, ...], ink: str = "text", *, bold: bool = False) -> int:
        """Write one line of runs; a fact's value is bold, what may have changed muted, a blank to fill a tinted field."""
        for run in runs:
            strong = bold or run.role in (Role.BOLD, Role.FACT, Role.SLOT_HERE)
            field = None if self.plain else SLOTS.get(run.role)
            its_ink = "muted" if run.role is Role.STALE else ink if field is None else ink_on(field)
            column = self.text(row, column, run.words, its_ink, bold=strong, field=field)
        return column

    def right(self, row: int, end: int, words: str, ink: str = "text", *, bold: bool = False, least: int = 0) -> int:
        """Write words that end before a column; returns the column they begin at."""
        shown = cut(words, end - least)
        start = end - width(shown)
        self.text(row, start, shown, ink, bold=bold)
        return start

    def bar(self, row: int, column: int, rows: int, field: str, sign: str = " ") -> None:
        """A bar one cell wide; `>` in it marks the focus."""
        for offset in range(rows):
            mark = sign if offset == (rows - 1) // 2 else " "
            if self.plain:
                self.text(row + offset, column, mark if mark != " " else "|", bold=mark != " ")
            else:
                self.text(row + offset, column, mark, ink_on(field), bold=True, field=field)

    def chip(self, row: int, column: int, label: str, field: str, *, bold: bool = True) -> int:
        """A label on a small field of its own with a space at each side; returns the column after it."""
        if self.plain:
            return self.text(row, column, f"[{label}]", bold=bold)
        return self.text(row, column, f" {label} ", ink_on(field), bold=bold, field=field)

    def zone(self, row: int, column: int, rows: int, columns: int, key: str) -> None:
        """Let a click on a part of the sheet press a key."""
        self.zones.append(Zone(row, column, rows, columns, key))

    def key_at(self, row: int, column: int) -> str | None:
        """The key that a click presses; of two zones that overlap, the later one's."""
        for zone in reversed(self.zones):
            if zone.row <= row < zone.row + zone.rows and zone.column <= column < zone.column + zone.columns:
                return zone.key
        return None

    def put(self, other: Sheet, row: int, column: int) -> None:
        """Lay another sheet onto this one."""
        self.grow(row + len(other.rows))
        for offset, cells in enumerate(other.rows):
            self.rows[row + offset][column : column + other.columns] = cells
        self.zones.extend(zone._replace(row=zone.row + row, column=zone.column + column) for zone in other.zones)

    def spans(self, row: int) -> list[tuple[str, Style]]:
        """A row as runs of one style each."""
        spans: list[tuple[str, Style]] = []
        words, style = "", BLANK[1]
        for sign, its_style in self.rows[row]:
            if its_style == style:
                words += sign
            else:
                if words:
                    spans.append((words, style))
                words, style = sign, its_style
        spans.append((words, style))
        return spans

    def lines(self) -> list[str]:
        """The words alone, a string a row: what a text snapshot keeps."""
        return ["".join(sign for sign, _ in cells).rstrip() for cells in self.rows]
