"""A screen as text, drawn without a terminal: what the snapshots keep and what tests look at."""

from __future__ import annotations

from datetime import date
from functools import cache

from safeclass.course.course import Course
from safeclass.language import Words, speak
from safeclass.paths import shipped
from safeclass.store.memory import GuestStore
from safeclass.tui import bands
from safeclass.tui.desk import Appearance, Desk
from safeclass.tui.sheet import Sheet

TODAY = date(2026, 11, 22)


class GuestKeeping:
    """A guest's record, on the real store for guests."""

    is_guest = True

    def __init__(self) -> None:
        self.store = GuestStore()
        self.notices: list[str] = []
        self.recorded: list[object] = []

    def record(self, event):
        self.recorded.append(event)
        self.store.append("me", event)

    def events(self, lesson):
        return self.store.events("me", lesson)

    def progress(self):
        return self.store.progress("me")

    def forget(self, lesson=None):
        self.store.forget("me", lesson)
        return True


@cache
def shipped_course() -> Course:
    """The course that comes with the program, read once for all tests that only look at it."""
    return Course(shipped())


def desk_for(language: str = "ko", *, plain: bool = False, theme: str = "dark", course: Course | None = None) -> Desk:
    """A desk with the shipped course, or another one."""
    course = course or shipped_course()
    words = speak(Words(course.languages))
    words.choose(language)
    return Desk(course, words, GuestKeeping(), TODAY, Appearance(theme, plain))


def screen_sheet(desk: Desk, columns: int = 80, rows: int = 24) -> Sheet:
    """The whole screen as the app puts it together."""
    return bands.screen_sheet(desk.view, desk, columns, rows, has_page_behind=len(desk.views) > 1)


def screen_text(desk: Desk, columns: int = 80, rows: int = 24) -> str:
    """The whole screen as text."""
    return "\n".join(screen_sheet(desk, columns, rows).lines()) + "\n"
