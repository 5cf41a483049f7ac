"""What a page is set for: its width, and where each language stands, side by side or one under the other."""

from __future__ import annotations

from typing import NamedTuple

WIDE = 100
"""From so many columns two languages stand side by side."""
MEASURE = 68
"""The longest line of running text, in cells: 34 Hangul."""
GUTTER = 4
"""Columns between two languages."""


class Column(NamedTuple):
    """Where one language stands."""

    language: str
    start: int
    measure: int


class Layout(NamedTuple):
    """What a page is set for: how wide it is, and where which language stands."""

    columns: int
    """The width of the page."""
    margin: int
    """Where bars and tiles begin."""
    edge: int
    """Where text begins."""
    places: tuple[Column, ...]
    """One place for each language, from left to right, or one above the other."""
    is_stacked: bool
    """Whether a second language stands under the first."""
    plain: bool = False
    """Whether characters take the place of colours."""
    density: int = 0
    """How much has to give way for the page to fit.

    0 tiles, 1 rows with gaps, 2 rows, 3 framed blocks without an empty row inside, 4 no empty rows, 5 only what matters now.
    """
    rows: int = 19
    """How many rows the window has."""

    @property
    def end(self) -> int:
        """The column after the last one that tiles fill."""
        return self.columns - self.margin

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for two things side by side."""
        return self.columns < 60

    @property
    def main(self) -> str:
        """The language of what is said once."""
        return self.places[0].language


def layout_for(columns: int, rows: int, languages: tuple[str, ...], plain: bool, density: int = 0) -> Layout:
    """The layout for a width: full below 80 columns, 80 wide from there, and wider only for two languages."""
    side_by_side = len(languages) > 1 and columns >= WIDE
    page = columns if side_by_side else min(columns, 80)
    margin = 0 if page < 50 else 2
    edge = margin + 2
    if side_by_side:
        half = (page - 2 * edge - GUTTER) // 2
        places: tuple[Column, ...] = (Column(languages[0], edge, half), Column(languages[1], edge + half + GUTTER, half))
    else:
        measure = min(MEASURE, page - edge - max(1, edge - 1))
        places = tuple(Column(language, edge, measure) for language in languages)
    return Layout(page, margin, edge, places, not side_by_side and len(languages) > 1, plain, density, rows)
