"""`safeclass learn`: the app, or the same course in plain lines."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from safeclass import paths
from safeclass.commands.crash import KEPT, STOPPED, note_crash, stop
from safeclass.commands.ending import Ending
from safeclass.commands.front import is_in_lines, leave_no_files, look_of, play_lines, show_app
from safeclass.commands.keeping import DEFAULT_PROFILE, KeptRecord, open_keeping
from safeclass.commands.opening import (
    Refused,
    course_around,
    is_file_of_lesson,
    open_course,
    refuse,
    require_lesson,
    settings_for,
)
from safeclass.course.course import Course
from safeclass.language import _, words
from safeclass.settings import Settings, read_settings, write_settings
from safeclass.store.store import BRIEFLY


def run(arguments: Namespace) -> int:
    """Take lessons."""
    settings = settings_for(arguments)
    leaves_files = not (arguments.guest or settings.classroom)
    if not leaves_files:
        leave_no_files()
    try:
        if settings.classroom and arguments.lesson:
            raise Refused(_("At a shared terminal a lesson is chosen on the screen: others can read what a command names."))
        if is_file_of_lesson(arguments.lesson):
            arguments.course = arguments.course or course_around(Path(arguments.lesson))
        course = open_course(arguments)
        lesson = require_lesson(course, arguments.lesson) if arguments.lesson else None
        if settings.classroom:
            from safeclass.commands.classroom import learn_in_turn

            return learn_in_turn(course, settings, arguments)
        return _learn_alone(course, lesson, settings, arguments)
    except Refused as refused:
        return refuse(refused)
    except BrokenPipeError:
        raise
    except Exception as error:  # here it is known whether a note may be left; `cli` would leave one
        return stop(error, leaves_note=leaves_files)


def _learn_alone(course: Course, lesson: str | None, settings: Settings, arguments: Namespace) -> int:
    """One learner, whose record is kept where they are no guest; answers the exit status."""
    keeping = open_keeping(arguments.profile or DEFAULT_PROFILE, is_guest=arguments.guest, patience=BRIEFLY)
    ending, error = Ending(), None
    today = arguments.today or date.today()
    try:
        if is_in_lines(is_plain=arguments.plain):
            _play(course, lesson, keeping, today, ending)
            is_well = True
        else:
            is_well = _show(course, lesson, keeping, today, settings, arguments.ascii, ending)
    except BrokenPipeError:
        raise
    except Exception as fault:  # whatever it is: first what was answered is kept, then it is told
        error, is_well = fault, False
    finally:
        is_kept = keeping.close()
    if is_well and arguments.course and not keeping.is_guest:
        from safeclass.commands.known_course import keep_index

        keep_index(course)
    if is_well:
        return ending.status
    return stop(error, says=KEPT if is_kept else STOPPED, leaves_note=not keeping.is_guest)


def _play(course: Course, lesson: str | None, keeping: KeptRecord, today: date, ending: Ending) -> None:
    """The course in plain lines."""
    before = words().choice
    play_lines(course, lesson, keeping, today, ending)
    if not keeping.is_guest and words().choice != before:
        _save(language=words().choice)


def _show(
    course: Course, lesson: str | None, keeping: KeptRecord, today: date, settings: Settings, is_plain: bool, ending: Ending
) -> bool:
    """The course on the screen; whether it ended as it should."""
    from safeclass.tui.desk import Desk

    look = look_of(settings, is_plain=is_plain)
    desk = Desk(course, words(), keeping, today, look)
    if not keeping.is_guest:
        desk.save_settings = _saving(lambda: {"language": words().choice, "theme": look.theme, "plain": look.plain})
    if lesson is not None:
        from safeclass.tui.views.home import HomeView
        from safeclass.tui.views.lesson import open_lesson

        desk.open(HomeView(desk))
        open_lesson(desk, lesson)
    return show_app(desk, ending, lambda error: note_crash(error, None if keeping.is_guest else paths.crash_file()))


def _saving(chosen: Callable[[], Mapping[str, str | bool]]) -> Callable[[], None]:
    """Keeps the settings that changed: what only this terminal needs, or a school has written, is no choice of a person's."""
    known = dict(chosen())

    def save() -> None:
        now = chosen()
        _save(**{name: value for name, value in now.items() if value != known[name]})
        known.update(now)

    return save


def _save(**chosen: str | bool) -> None:
    """Keep what was chosen for the next time."""
    file = paths.settings_file()
    write_settings(replace(read_settings(file), **chosen), file)  # type: ignore[arg-type]  # each caller names settings of their type
