"""Writing a page from top to bottom, in one language, or in two side by side or one under the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from safeclass.language.cells import width
from safeclass.tui.layout import GUTTER, Layout
from safeclass.tui.said import Said
from safeclass.tui.sheet import Sheet
from safeclass.tui.typeset import Lines, Runs, set_balanced, set_lines, set_pretty

BESIDE = 0.6
"""How much of a line a tag may take beside the words it belongs to; a longer one stands under them."""


@dataclass
class Flow:
    """A page being laid out: a sheet, and the row that is written next."""

    layout: Layout
    sheet: Sheet = field(init=False)
    row: int = 0

    def __post_init__(self) -> None:
        self.sheet = Sheet(self.layout.columns, plain=self.layout.plain)

    def blank(self, rows: int = 1) -> None:
        """Leave rows empty; from density 4 on none."""
        if self.layout.density < 4 or rows > 1:
            self.gap(min(rows, 1) if self.layout.density else rows)

    def gap(self, rows: int = 1) -> None:
        """Leave rows empty at any density."""
        self.sheet.grow(self.row + rows)
        self.row += rows

    def in_each(self, said: Said) -> str:
        """Words for one short place, in every language shown, one behind the other."""
        return " / ".join(dict.fromkeys("".join(run.words for run in said(at.language)) for at in self.layout.places))

    def heading(self, said: Said) -> None:
        """A question or a heading: bold, its lines balanced."""
        self.write(said, bold=True, setting=set_balanced)

    def paragraph(self, said: Said, ink: str = "text") -> None:
        """Running text."""
        self.write(said, ink, setting=set_pretty)

    def write(
        self,
        said: Said,
        ink: str = "text",
        *,
        bold: bool = False,
        indent: int = 0,
        spare: int = 0,
        setting: Callable[[Runs, int], Lines] = set_lines,
    ) -> int:
        """Write words in every language shown; returns how many rows they took.

        `indent` and `spare` are cells left free before and after each line.
        """
        rows = self.measure(said, indent=indent, spare=spare, setting=setting)
        row = self.row
        for number, place in enumerate(self.layout.places):
            second = number > 0 and self.layout.is_stacked
            lines = setting(said(place.language), place.measure - indent - spare)
            for offset, line in enumerate(lines):
                self.sheet.runs(row + offset, place.start + indent, line, "muted" if second else ink, bold=bold and not second)
            if self.layout.is_stacked:
                row += len(lines)
        self.row += rows
        return rows

    def measure(self, said: Said, *, indent: int = 0, spare: int = 0, setting: Callable[[Runs, int], Lines] = set_lines) -> int:
        """How many rows words would take."""
        counts = [len(setting(said(place.language), place.measure - indent - spare)) for place in self.layout.places]
        return sum(counts) if self.layout.is_stacked else max(counts)

    def head(self, name: str, way_back: str) -> None:
        """The first row of a page that lies over another: what it is called, and the way back."""
        sheet, layout = self.sheet, self.layout
        sheet.fill(0, 0, 1, layout.columns, "indigo_soft")
        sheet.text(0, layout.edge, name, bold=True)
        sheet.right(0, layout.end - 1, way_back)
        sheet.zone(0, layout.end - 14, 1, 14, "escape")
        self.row = 1

    def label(self, said: Said, ink: str = "celadon") -> None:
        """A word that says what kind of thing follows."""
        self.write(said, ink, bold=True)

    def block(self, bar: str, write: Callable[[], object], field: str = "panel") -> None:
        """A framed block: a bar in the margin and a panel behind whatever `write` writes.

        Side by side, each language has a block of its own, of the same height.
        """
        start = self.row
        airy = self.layout.density < 3
        if airy:
            self.gap()
        write()
        if airy:
            self.gap()
        rows = self.row - start
        written = [list(cells) for cells in self.sheet.rows[start : self.row]]
        starts = [self.layout.margin] if self.layout.is_stacked else [place.start - 2 for place in self.layout.places]
        ends = [self.layout.end, self.layout.end]
        if len(starts) == 2:
            ends[0] = self.layout.places[1].start - GUTTER
        for column, end in zip(starts, ends, strict=False):
            self.sheet.fill(start, column, rows, end - column, field)
        for offset, cells in enumerate(written):
            row = self.sheet.rows[start + offset]
            for column, (sign, style) in enumerate(cells):
                if style.field != self.sheet.field:
                    row[column] = (sign, style)
                elif sign != " ":
                    row[column] = (sign, style._replace(field=row[column][1].field))
        for column in starts:
            self.sheet.bar(start, column, rows, bar)

    def option(
        self,
        key: str,
        said: Said,
        *,
        is_focused: bool = False,
        tag: Said | None = None,
        tag_ink: str = "gardenia",
        field: str | None = None,
        label: str | None = None,
        may_tile: bool = True,
    ) -> None:
        """One thing that can be picked: a tile where there is room, else a row. Four signs tell that it has the focus.

        `key` is what picks it, `label` what its chip shows where that is another thing, `tag` a word at its right.
        """
        layout = self.layout
        is_tile = may_tile and layout.density == 0
        indent = 5
        tags = {place.language: "".join(run.words for run in tag(place.language)) for place in layout.places} if tag else {}
        widest = max(map(width, tags.values()), default=0)
        under = bool(tags) and (layout.is_narrow or widest > BESIDE * min(place.measure for place in layout.places))
        spare = 0 if not tags or under else widest + 2
        pad = 1 if is_tile and not layout.is_narrow else 0
        start = self.row
        rows = self.measure(said, indent=indent, spare=spare) + (1 if under else 0) + 2 * pad
        ground = field or ("raised" if is_focused else "panel" if is_tile else "ground")
        self.sheet.fill(start, layout.margin, rows, layout.end - layout.margin, ground)
        if is_focused:
            self.sheet.bar(start, layout.margin, rows, "celadon", ">")
        elif layout.plain and is_tile:
            self.sheet.bar(start, layout.margin, rows, ground)
        self.row += pad
        chip = "celadon" if is_focused else "raised" if is_tile else "panel"
        self.sheet.chip(self.row, layout.edge, label or key, chip)
        first = self.row
        self.write(said, indent=indent, spare=spare)
        row = self.row if under else first
        for place in layout.places if tags else ():
            words = tags[place.language]
            column = place.start + indent if under else place.start + place.measure - width(words)
            if under and layout.is_stacked:
                self.sheet.text(row, column, " / ".join(dict.fromkeys(tags.values())), tag_ink, bold=True)
                break
            self.sheet.text(row, column, words, tag_ink, bold=True)
            if layout.is_stacked:
                row += len(set_lines(said(place.language), place.measure - indent - spare))
        self.row += (1 if under else 0) + pad
        self.sheet.zone(start, layout.margin, rows, layout.end - layout.margin, f"pick {key}")
        if is_focused:
            self.sheet.sight = (start, start + rows)

    def between(self) -> None:
        """The gap between two options."""
        if self.layout.density < 2:
            self.gap()
