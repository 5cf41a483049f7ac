"""The app: one long-lived screen whose page is drawn in place, and the keys that work everywhere."""

from __future__ import annotations

from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.events import DescendantFocus, Key, Resize
from textual.geometry import Size

from safeclass.language import _
from safeclass.tui.bands import (
    ESCAPES,
    body_sheet,
    exit_sheet,
    help_sheet,
    keys_sheet,
    line_sheet,
    offset_for,
    page_rows,
    title_sheet,
    window_sheet,
)
from safeclass.tui.desk import Desk
from safeclass.tui.frame import Body, ExitButton, HelpBand, KeyBand, Painted, ThinLine, TitleBand
from safeclass.tui.hint import Hint, all_hints
from safeclass.tui.keys import name_of
from safeclass.tui.pages import PAGES, cover, tell_notices
from safeclass.tui.palette import THEMES
from safeclass.tui.quiet import QuietApp, TellCrash
from safeclass.tui.sheet import Sheet
from safeclass.tui.views.home import HomeView
from safeclass.tui.views.view import SECONDS

ESCAPES_WITHIN = 5.0
"""Within how many seconds Esc is to be pressed three times."""

TAB_ORDER = ("body", "exit", "keys")
"""Where Tab goes from where."""


class SafeClassApp(QuietApp):
    """The terminal's side of the program: events in, sheets out."""

    CSS = """
    Screen { layout: vertical; overflow: hidden; }
    #top { height: 1; }
    #title { width: 1fr; height: 1; }
    #exit { dock: right; width: auto; height: 1; }
    #line, #keys, #help { height: 1; width: 100%; }
    #body { height: 1fr; width: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q,ctrl+c,f10", "leave", show=False, priority=True),
        Binding("tab", "walk(1)", show=False, priority=True),
        Binding("shift+tab", "walk(-1)", show=False, priority=True),
    ]
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    AUTO_FOCUS = "#body"

    def __init__(self, desk: Desk, tell_crash: TellCrash = lambda error: None) -> None:
        super().__init__(tell_crash)
        self.animation_level = "none"
        self.desk = desk
        self._escapes: list[float] = []
        self._scrolled: int | None = None
        self._hint: int = 0
        self._page = Sheet(1)
        self._offset = 0
        self._laid_out: Size | None = None

    def compose(self) -> ComposeResult:
        """The first page, unless one is open already, and the frame from top to bottom; Exit is first in Tab order."""
        if not self.desk.views:
            self.desk.open(HomeView(self.desk))
        tell_notices(self.desk)
        self._colour()
        exit_button = ExitButton("exit")
        exit_button.styles.width = exit_sheet(self.desk, self.size.width, 0, False).columns
        with Horizontal(id="top"):
            yield exit_button
            yield TitleBand("title")
        yield ThinLine("line")
        yield Body("body")
        yield KeyBand("keys")
        yield HelpBand("help")

    def on_mount(self) -> None:
        """Begin to read ahead once the first page has been painted."""
        self.set_interval(SECONDS, self._tick)
        self.redraw_when_back()
        self.call_after_refresh(self.run_worker, self._read_ahead, thread=True)

    def _read_ahead(self) -> None:
        """Read what the first lesson needs while the first page is looked at."""
        from safeclass.language.dates import write_date

        if self.desk.wording.registry.facts:
            write_date(self.desk.today, self.desk.words.main)

    def on_resize(self, event: Resize) -> None:
        """Lay the page out anew."""
        if event.size != self._laid_out:
            # The app's own size may still be the one before.
            self._laid_out = event.size
            self.redraw()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show where the focus is."""
        self._hint = 0
        if self._laid_out is not None:
            self.redraw()

    def _tick(self) -> None:
        """Let a page that changes with time change."""
        if self.desk.view.tick():
            self.redraw()

    # What is seen

    def redraw(self) -> None:
        """Bring every part of the frame up to date."""
        desk, view = self.desk, self.desk.view
        columns, height = self._laid_out or self.size
        if columns < 1 or height < 1:
            return
        self._colour()
        rows = page_rows(self.page_size.height)
        covered = view.is_covered
        self._page = body_sheet(view, desk, self.page_size.width, rows)
        self._offset = offset_for(self._page, rows, self._scrolled)
        blank = Sheet(columns, 1, plain=desk.appearance.plain)
        focused = self.focused.id if self.focused is not None else ""
        button = exit_sheet(desk, columns, len(self._escapes), focused == "exit")
        self._paint("exit", Sheet(0, 1) if covered else button)
        self._paint("title", blank if covered else title_sheet(view, desk, columns - button.columns))
        self._paint("line", blank if covered else line_sheet(view, desk, columns))
        self._paint("body", self.body(columns, max(1, height - 4)))
        hints, focus = self._hints(), self._hint if focused == "keys" else None
        self._paint("keys", blank if covered else keys_sheet(hints, desk, columns, focus, self._beside(rows)))
        self._paint("help", blank if covered else help_sheet(desk, columns))

    @property
    def page_size(self) -> Size:
        """The size of the screen that pages are laid out for."""
        return self._laid_out or self.size

    def body(self, columns: int, rows: int) -> Sheet:
        """What stands between the bands."""
        return window_sheet(self._page, columns, rows, self._offset)

    def _paint(self, name: str, sheet: Sheet) -> None:
        self.query_one(f"#{name}", Painted).paint(sheet)

    def _colour(self) -> None:
        ground = "ansi_default" if self.desk.appearance.plain else THEMES[self.desk.appearance.theme]["ground"]
        if self.screen.styles.background.hex.lower() != ground:
            self.screen.styles.background = ground

    def _hints(self) -> list[Hint]:
        has_page_behind = len(self.desk.views) > 1
        return all_hints(self.desk.view, self.desk, reads_on=self._reads_on(), has_page_behind=has_page_behind)

    def _beside(self, rows: int) -> str:
        if self._escapes:
            left = ESCAPES - len(self._escapes)
            return _("Esc {n} more times: exit").format(n=left) if left > 1 else _("Esc once more: exit")
        if self._offset + rows < len(self._page.rows) or self.desk.view.has_more_below:
            return _("more below")
        return _("more above") if self._offset else ""

    # What is pressed

    def on_key(self, event: Key) -> None:
        """Every key that no widget keeps for itself comes here."""
        event.stop()
        event.prevent_default()
        name = name_of(event.key, event.character)
        focused = self.focused.id if self.focused is not None and not self.desk.view.is_covered else ""
        if focused == "exit" and name in ("enter", "space"):
            self.action_leave()
        elif focused == "keys" and name in ("left", "right", "enter", "space"):
            self._press_hint(name)
        else:
            self.press(name)

    def action_walk(self, step: int) -> None:
        """Tab: from the page to Exit first, then to the keys, and back to the page."""
        if self.desk.view.is_covered:
            self.press("tab")
            return
        focused = self.focused.id if self.focused is not None else "body"
        place = TAB_ORDER.index(focused) if focused in TAB_ORDER else 0
        self.query_one(f"#{TAB_ORDER[(place + step) % len(TAB_ORDER)]}").focus()

    def _press_hint(self, name: str) -> None:
        hints = self._hints()
        if name in ("left", "right"):
            self._hint = (self._hint + (1 if name == "right" else -1)) % len(hints)
            self.redraw()
        else:
            self.press(hints[min(self._hint, len(hints) - 1)].key)

    def press(self, key: str) -> None:
        """Do what a key does; a click on a part of the screen comes here as its key."""
        view = self.desk.view
        if key == "leave":
            self.action_leave()
            return
        if view.is_covered:
            if view.press(key):
                self.redraw()
            return
        if key == "suspend":
            self.action_suspend_process()
            return
        if key == "escape":
            self._escape()
        else:
            self._escapes.clear()
            self._act(key)
            tell_notices(self.desk)
        if self.desk.is_over:
            self.end()
        elif not self.desk.view.is_covered:
            self.redraw()

    def _escape(self) -> None:
        now = monotonic()
        self._escapes = [then for then in self._escapes if now - then < ESCAPES_WITHIN] + [now]
        if len(self._escapes) >= ESCAPES:
            self.action_leave()
            return
        self._scrolled = None
        self.desk.close()
        self.set_timer(ESCAPES_WITHIN, self._forget_escapes)

    def _forget_escapes(self) -> None:
        if self._escapes and monotonic() - self._escapes[-1] >= ESCAPES_WITHIN - 0.1:
            self._escapes.clear()
            self.redraw()

    def _act(self, key: str) -> None:
        view = self.desk.view
        if key == "f2":
            self.desk.words.choose(self.desk.words.next_choice)
            self.desk.save_settings()
        elif key == "enter" and self._reads_on():
            self.scroll(max(1, self._body_rows() - 2))
        elif view.press(key):
            self._scrolled = None
        elif key in SCROLLING:
            self.scroll(SCROLLING[key] * (1 if key in ("up", "down") else max(1, self._body_rows() - 2)))
        elif key in PAGES:
            self._scrolled = None
            PAGES[key](self.desk)

    def _reads_on(self) -> bool:
        """Whether Enter shows more of the page before it goes on."""
        return self.desk.view.reads_through and self._offset + self._body_rows() < len(self._page.rows)

    def _body_rows(self) -> int:
        return page_rows(self.page_size.height)

    def scroll(self, rows: int) -> None:
        """Scroll the page."""
        self._scrolled = max(0, min(self._offset + rows, len(self._page.rows) - self._body_rows()))
        self.redraw()

    # Leaving

    def action_leave(self) -> None:
        """Leave: the program ends."""
        self.end()

    def end(self) -> None:
        """Cover the screen at once, then end the program."""
        cover(self.desk)
        del self.desk.views[:-1]
        self._scrolled = None
        self.redraw()
        self.call_after_refresh(self.exit)


SCROLLING = {"up": -1, "down": 1, "pageup": -1, "pagedown": 1}
