"""The app: one long-lived screen whose page is drawn in place, and the keys that work everywhere."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus, Key, Resize
from textual.geometry import Size

from safeclass.tui.bands import bands_around, exit_sheet, no_bands
from safeclass.tui.desk import Desk
from safeclass.tui.escapes import ESCAPES_WITHIN, Escapes
from safeclass.tui.focus import Focus
from safeclass.tui.frame import FRAME, Painted, colour_ground, compose_frame
from safeclass.tui.hint import Hint, all_hints
from safeclass.tui.keys import name_of
from safeclass.tui.pages import PAGES, cover, tell_notices
from safeclass.tui.quiet import QuietApp, TellCrash
from safeclass.tui.sheet import Sheet
from safeclass.tui.views.home import HomeView
from safeclass.tui.views.view import SECONDS
from safeclass.tui.window import Window


class SafeClassApp(QuietApp):
    """The terminal's side of the program: events in, sheets out."""

    CSS = FRAME
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
        self.window = Window()
        """The part of the page that is seen."""
        self.escapes = Escapes()
        """How often Esc was pressed in a row."""
        self.focus = Focus(self)
        """Where Tab has led."""
        self._laid_out: Size | None = None

    def compose(self) -> ComposeResult:
        """The first page, unless one is open already, and the frame around it."""
        if not self.desk.views:
            self.desk.open(HomeView(self.desk))
        tell_notices(self.desk)
        colour_ground(self.screen, self.desk.appearance)
        yield from compose_frame(exit_sheet(self.desk, self.size.width, 0, False).columns)

    def on_mount(self) -> None:
        """Begin to read ahead once the first page has been painted."""
        self.set_interval(SECONDS, self._tick)
        self.redraw_when_back()
        self.call_after_refresh(self.run_worker, self._read_ahead, thread=True)

    def _read_ahead(self) -> None:
        """Read what the first lesson needs while the first page is looked at."""
        from safeclass.language.dates import write_date

        self.desk.course.read_ahead()
        write_date(self.desk.today, self.desk.words.main)

    def on_resize(self, event: Resize) -> None:
        """Lay the page out anew."""
        if event.size != self._laid_out:
            # The app's own size may still be the one before.
            self._laid_out = event.size
            self.redraw()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show where the focus is."""
        self.focus.moved()
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
        colour_ground(self.screen, desk.appearance)
        self.window.show(view, desk, *self.page_size)
        if view.is_covered:
            bands = no_bands(desk, columns)
        else:
            hints, beside, focus = self._hints(), self._beside(), self.focus
            escapes = self.escapes.count
            bands = bands_around(view, desk, columns, hints, beside, escapes=escapes, focus=focus.part, hint=focus.hint)
        for name, sheet in {**bands._asdict(), "body": self.body(columns, max(1, height - 4))}.items():
            self.query_one(f"#{name}", Painted).paint(sheet)

    @property
    def page_size(self) -> Size:
        """The size of the screen that pages are laid out for."""
        return self._laid_out or self.size

    def body(self, columns: int, rows: int) -> Sheet:
        """What stands between the bands."""
        return self.window.seen(columns, rows)

    def _hints(self) -> list[Hint]:
        has_page_behind = len(self.desk.views) > 1
        return all_hints(self.desk.view, self.desk, reads_on=self.reads_on, has_page_behind=has_page_behind)

    def _hints_seen(self) -> list[Hint]:
        return self._hints()[: len(self.query_one("#keys", Painted).sheet.zones)]

    def _beside(self) -> str:
        return self.escapes.told() or self.window.told(self.desk.view)

    @property
    def reads_on(self) -> bool:
        """Whether Enter shows more of the page before it goes on."""
        return self.desk.view.reads_through and self.window.has_more_below

    # What is pressed

    def on_key(self, event: Key) -> None:
        """Every key that no widget keeps for itself comes here."""
        event.stop()
        event.prevent_default()
        name = name_of(event.key, event.character)
        view = self.desk.view
        has_every_key = view.is_covered or (view.closes_with_any_key and self.focus.part != "exit")
        key = name if has_every_key else self.focus.pressed(name, self._hints_seen)
        if key is not None:
            self.press(key)
        else:
            self.redraw()

    def action_walk(self, step: int) -> None:
        """Tab: to the next part of the screen."""
        if self.desk.view.is_covered:
            self.press("tab")
        else:
            self.focus.walk(step)

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
            self.escapes.clear()
            self._act(key)
            tell_notices(self.desk)
        if self.desk.is_over:
            self.end()
        elif not self.desk.view.is_covered:
            self.redraw()

    def _escape(self) -> None:
        if self.escapes.press():
            self.action_leave()
            return
        self.desk.close()
        self.set_timer(ESCAPES_WITHIN, self._forget_escapes)

    def _forget_escapes(self) -> None:
        if self.escapes.lapse():
            self.redraw()

    def _act(self, key: str) -> None:
        view = self.desk.view
        if key == "f2" and not view.closes_with_any_key:
            self.desk.words.choose(self.desk.words.next_choice)
            self.desk.save_settings()
        elif key == "enter" and self.reads_on:
            self.window.read_on()
        elif view.press(key):
            if view is self.desk.view:
                view.scrolled = None
        elif key in PAGES:
            PAGES[key](self.desk)
        else:
            self.window.press(key)

    def scroll(self, rows: int) -> None:
        """Scroll the page."""
        self.window.scroll(rows)
        self.redraw()

    # Leaving

    def action_leave(self) -> None:
        """Leave: the program ends."""
        self.end()

    def end(self) -> None:
        """Cover the screen at once, then end the program."""
        cover(self.desk)
        del self.desk.views[:-1]
        self.redraw()
        self.call_after_refresh(self.exit)
