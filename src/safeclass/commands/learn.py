"""`safeclass learn`: the app, or the same course in plain lines."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from safeclass import paths
from safeclass.commands.opening import Refused, open_course, refuse, require_lesson
from safeclass.course.course import Course
from safeclass.course.text import Id
from safeclass.language import _, words
from safeclass.session.event import Event
from safeclass.session.progress import LessonProgress
from safeclass.settings import Settings, read_settings, write_settings
from safeclass.store.fault import StoreFault
from safeclass.store.recorder import Recorder

if TYPE_CHECKING:
    from safeclass.store.store import Store

DEFAULT_PROFILE = "me"
"""Whose progress it is when no nickname is given."""

LONGEST_SIZE = 3
"""The most figures that the number of columns or rows in the environment has."""

FEW_COLOURS = ("linux", "vt100", "vt220", "ansi", "dumb")
"""Terminals that show too few colours for fields to be told apart."""


class Keeping:
    """What is kept of one learner, on the disk or only in memory; trouble is told once and the lesson goes on."""

    def __init__(self, store: Store, profile: str, *, is_guest: bool) -> None:
        self.is_guest = is_guest
        self.notices: list[str] = [store.notice] if store.notice else []
        """What the learner is to be told, as msgids."""
        self._store = store
        self._profile = profile
        self._recorder = Recorder(store, profile, lambda fault: self.notices.append(fault.message))

    def record(self, event: Event) -> None:
        """Keep an event, before anything is shown that follows from it."""
        self._recorder.record(event)

    def events(self, lesson: str) -> Sequence[Event]:
        """The events of a lesson since it was begun last."""
        try:
            return self._store.events(self._profile, Id(lesson))
        except StoreFault as fault:
            self.notices.append(fault.message)
            return ()

    def progress(self) -> Mapping[str, LessonProgress]:
        """What was done in each lesson."""
        try:
            return {str(lesson): done for lesson, done in self._store.progress(self._profile).items()}
        except StoreFault as fault:
            self.notices.append(fault.message)
            return {}

    def forget(self, lesson: str | None = None) -> None:
        """Delete what is kept of a lesson, or of everything."""
        try:
            self._store.forget(self._profile, Id(lesson) if lesson else None)
        except StoreFault as fault:
            self.notices.append(fault.message)

    def close(self) -> None:
        """Keep what could not be kept yet, and let go."""
        self._recorder.settle()
        self._store.close()


def run(arguments: Namespace) -> int:
    """Take lessons."""
    try:
        course = open_course(arguments)
        lesson = require_lesson(course, arguments.lesson) if arguments.lesson else None
    except Refused as refused:
        return refuse(refused)
    today = arguments.today or date.today()
    settings = read_settings(paths.settings_file())
    keeping = open_keeping(arguments.profile or DEFAULT_PROFILE, is_guest=arguments.guest)
    try:
        if arguments.plain or not _is_terminal() or os.environ.get("TERM") == "dumb":
            from safeclass.plain import play

            before = words().choice
            status = play(course, lesson, keeping, words(), today, sys.stdin, sys.stdout)
            if not keeping.is_guest and words().choice != before:
                write_settings(Settings(words().choice, settings.theme, settings.plain), paths.settings_file())
            return status
        return _open_app(arguments, course, lesson, keeping, settings, today)
    finally:
        keeping.close()


def _is_terminal() -> bool:
    """Whether somebody sits at a screen; either stream may be closed."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def open_keeping(profile: str, *, is_guest: bool) -> Keeping:
    """What is kept of a learner; where nothing can be kept, a guest's record with a notice that says why."""
    from safeclass.store.memory import GuestStore

    if is_guest:
        return Keeping(GuestStore(), profile, is_guest=True)
    from safeclass.store.events import EventStore

    try:
        return Keeping(EventStore(paths.progress_file(), lambda: datetime.now(UTC)), profile, is_guest=False)
    except StoreFault as fault:
        keeping = Keeping(GuestStore(), profile, is_guest=True)
        keeping.notices.append(fault.message)
        return keeping


@contextmanager
def _neutral_title() -> Iterator[None]:
    """Name the window by nothing that says what is on it, and give it its own name back afterwards."""
    if os.environ.get("TERM", "") not in FEW_COLOURS:
        title = _("Terminal")
        print(f"\x1b[22;2t\x1b]2;{title}\x07", end="", flush=True)
        yield
        print("\x1b[23;2t", end="", flush=True)
    else:
        yield


def _open_app(arguments: Namespace, course: Course, lesson: str | None, keeping: Keeping, settings: Settings, today: date) -> int:
    # Korean input methods send junk or nothing under the newer keyboard protocol; Textual reads this when it is imported.
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
    for name in ("COLUMNS", "LINES"):
        # Textual believes these before it asks the terminal, and would draw every cell of a size that no screen has.
        if len(os.environ.get(name, "")) > LONGEST_SIZE:
            del os.environ[name]
    from safeclass.commands.crash import note_crash
    from safeclass.tui.app import SafeClassApp
    from safeclass.tui.desk import Appearance, Desk
    from safeclass.tui.palette import THEMES

    theme = settings.theme if settings.theme in THEMES else "dark"
    appearance = Appearance(theme, arguments.ascii or settings.plain or os.environ.get("TERM", "") in FEW_COLOURS)
    desk = Desk(course, words(), keeping, today, appearance)

    def save() -> None:
        if not keeping.is_guest:
            write_settings(Settings(words().choice, appearance.theme, appearance.plain), paths.settings_file())

    desk.save_settings = save
    if lesson is not None:
        from safeclass.tui.views.home import HomeView
        from safeclass.tui.views.lesson import open_lesson

        desk.open(HomeView(desk))
        open_lesson(desk, lesson)
    app = SafeClassApp(desk, lambda error: note_crash(error, None if keeping.is_guest else paths.crash_file()))
    with _neutral_title():
        app.run()
    if app.is_crashed:
        print(_("SafeClass had to stop. Your answers up to here are kept."), file=sys.stderr)
        return 1
    return 0
