"""The widgets that the screen is made of. Each paints a sheet of cells, and only the rows of it that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from safeclass.tui.palette import THEMES, Style, rich_style
from safeclass.tui.sheet import Cell, Sheet

if TYPE_CHECKING:
    from safeclass.tui.app import SafeClassApp
    from safeclass.tui.desk import Appearance

FRAME = """
Screen { layout: vertical; overflow: hidden; }
#top { height: 1; }
#title { width: 1fr; height: 1; }
#exit { dock: right; width: auto; height: 1; }
#line, #keys, #help { height: 1; width: 100%; }
#body { height: 1fr; width: 100%; }
"""
"""Where each widget stands, by its name, as Textual's CSS."""

GROUND = Style()


class Painted(Widget):
    """A widget whose cells come from a sheet."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self.sheet = Sheet(1, 1)
        self._before: tuple[tuple[object, ...], list[list[Cell]]] = ((), [])

    @property
    def program(self) -> SafeClassApp:
        """The program this is part of."""
        return cast("SafeClassApp", self.app)

    def paint(self, sheet: Sheet) -> None:
        """Show a sheet; rows that are as they were are left alone."""
        look = self.program.desk.appearance
        self.sheet = sheet
        how, before = self._before
        now = (look.theme, look.plain, sheet.columns, len(sheet.rows))
        self._before = (now, sheet.rows)
        if how != now:
            self.refresh()
            return
        changed = [Region(0, row, self.size.width, 1) for row, cells in enumerate(sheet.rows) if cells != before[row]]
        if changed:
            self.refresh(*changed)

    def render_line(self, y: int) -> Strip:
        """One row for the terminal."""
        look = self.program.desk.appearance
        ground = rich_style(look.theme, GROUND, look.plain)
        if y >= len(self.sheet.rows):
            return Strip.blank(self.size.width, ground)
        segments = [Segment(words, rich_style(look.theme, style, look.plain)) for words, style in self.sheet.spans(y)]
        return Strip(segments, self.sheet.columns).adjust_cell_length(self.size.width, ground)

    def on_click(self, event: Click) -> None:
        """A click presses the key of the part it falls on."""
        key = self.sheet.key_at(event.y, event.x)
        if key is not None:
            event.stop()
            self.program.press(key)


class TitleBand(Painted):
    """Where one is."""


class ExitButton(Painted, can_focus=True):
    """The way out: always the last words of the first row, and first in Tab order."""

    def paint(self, sheet: Sheet) -> None:
        """Show a sheet, and be as wide as it."""
        if self.styles.width is None or self.styles.width.value != sheet.columns:
            self.styles.width = sheet.columns
        super().paint(sheet)


class ThinLine(Painted):
    """How far one is."""


class Body(Painted, can_focus=True):
    """The page."""

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """The wheel scrolls."""
        self.program.scroll(3)

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """The wheel scrolls."""
        self.program.scroll(-3)


class KeyBand(Painted, can_focus=True):
    """What the keys do now."""


class HelpBand(Painted):
    """Where to turn, on every page."""


def compose_frame(exit_columns: int) -> ComposeResult:
    """Every widget from top to bottom; Exit, so many columns wide at first, is first in Tab order."""
    exit_button = ExitButton("exit")
    exit_button.styles.width = exit_columns
    with Horizontal(id="top"):
        yield exit_button
        yield TitleBand("title")
    yield ThinLine("line")
    yield Body("body")
    yield KeyBand("keys")
    yield HelpBand("help")


def colour_ground(screen: Screen[Any], look: Appearance) -> None:
    """Give the screen behind every widget its ground colour."""
    ground = "ansi_default" if look.plain else THEMES[look.theme]["ground"]
    if screen.styles.background.hex.lower() != ground:
        screen.styles.background = ground
