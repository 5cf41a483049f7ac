"""The two ways to take the course: on a screen, and in plain lines. A signal ends either as leaving does."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import TYPE_CHECKING

from safeclass.commands.ending import Ending, Interrupted, TypedLines
from safeclass.course.course import Course
from safeclass.language import _, words
from safeclass.session.keeping import Keeping
from safeclass.settings import Settings

if TYPE_CHECKING:
    from safeclass.tui.desk import Appearance, Desk
    from safeclass.tui.quiet import QuietApp, TellCrash

LONGEST_SIZE = 3
"""The most figures that the number of columns or rows in the environment has."""

FEW_COLOURS = ("linux", "vt100", "vt220", "ansi", "dumb")
"""Terminals that show too few colours for fields to be told apart."""


def is_in_lines(*, is_plain: bool) -> bool:
    """Whether the course is taken in plain lines: where that was asked for, or nothing can be drawn."""
    return is_plain or not is_terminal() or os.environ.get("TERM") == "dumb"


def is_terminal() -> bool:
    """Whether somebody sits at a screen; either stream may be closed."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


def believe_the_terminal() -> None:
    """Drop what the environment says of the screen's size where the terminal tells it, or where no screen is so large.

    Textual believes the environment first, for good: what `eval $(resize)` has left would put Exit off a smaller window.
    """
    try:
        told = sys.__stdout__ is not None and all(os.get_terminal_size(sys.__stdout__.fileno()))
    except (OSError, ValueError):
        told = False
    for name in ("COLUMNS", "LINES"):
        if told or len(os.environ.get(name, "")) > LONGEST_SIZE:
            os.environ.pop(name, None)


def leave_no_files() -> None:
    """Let nothing reach the disk that would not otherwise: no compiled module, no picture of the memory after a crash."""
    sys.dont_write_bytecode = True
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def play_lines(
    course: Course, lesson: str | None, keeping: Keeping, today: date, ending: Ending, lines: TypedLines | None = None
) -> None:
    """One sitting in plain lines, which a signal ends as leaving does."""
    from safeclass.plain import play

    gc.enable()  # a sitting takes its time
    if lines is None and sys.stdin is not None:
        lines = TypedLines(sys.stdin, ending)
    with ending.calls(lines.stop_waiting if lines is not None else lambda: None), suppress(Interrupted):
        play(course, lesson, keeping, words(), today, lines, sys.stdout)


def look_of(settings: Settings, *, is_plain: bool = False) -> Appearance:
    """How the screen looks at first; where the terminal shows few colours or few signs, in characters."""
    from safeclass.tui.desk import Appearance
    from safeclass.tui.palette import THEMES

    theme = settings.theme if settings.theme in THEMES else "dark"
    # The app puts something else in the place of the standard output.
    encoding = sys.__stdout__.encoding if sys.__stdout__ is not None else "utf-8"
    shows_few = os.environ.get("TERM", "") in FEW_COLOURS or encoding.lower() not in ("utf-8", "utf8")
    return Appearance(theme, is_plain or settings.plain or shows_few)


@contextmanager
def _neutral_title() -> Iterator[None]:
    """Name the window by nothing that says what is on it, and give it its own name back afterwards."""
    if os.environ.get("TERM", "") not in FEW_COLOURS:
        title = _("Terminal")
        print(f"\x1b[22;2t\x1b]2;{title}\x07", end="", flush=True)
        try:
            yield
        finally:
            with suppress(OSError, ValueError):
                print("\x1b[23;2t", end="", flush=True)
    else:
        yield


def show_app(desk: Desk, ending: Ending, tell_crash: TellCrash) -> bool:
    """The app on the screen until the learner leaves; whether it ended as it should."""

    def make() -> QuietApp:
        if desk.shared is not None:
            from safeclass.tui.shared_app import SharedApp

            return SharedApp(desk, tell_crash)
        from safeclass.tui.app import SafeClassApp

        return SafeClassApp(desk, tell_crash)

    return run_app(make, ending)


def run_app(make: Callable[[], QuietApp], ending: Ending) -> bool:
    """An app on the screen until somebody leaves it; whether it ended as it should. It is imported by what makes it."""
    believe_the_terminal()
    # What is loaded now stays: looking through it for what could be dropped is 4 % of a start. The app ends this once seen.
    gc.disable()
    app = make()
    with ending.calls(app.end_from_outside), _neutral_title():
        app.wakes = ending.wakes
        app.run()
    return not app.is_crashed
