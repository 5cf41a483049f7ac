"""`safeclass learn`: the app, or the same course in plain lines."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from safeclass import paths
from safeclass.commands.crash import KEPT, STOPPED, note_crash, stop
from safeclass.commands.ending import Ending
from safeclass.commands.front import is_in_lines, leave_no_files, look_of, play_lines, show_app
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
from safeclass.course.text import Id
from safeclass.language import _, words
from safeclass.session.event import Event
from safeclass.session.progress import LessonProgress
from safeclass.settings import Settings, read_settings, write_settings
from safeclass.store.fault import StoreFault
from safeclass.store.recorder import Recorder
from safeclass.store.store import BRIEFLY, PATIENCE

if TYPE_CHECKING:
    from safeclass.store.store import Store

DEFAULT_PROFILE = "me"
"""Whose progress it is when no nickname is given."""


class Keeping:
    """What is kept of one learner, on the disk or only in memory; trouble is told once and the lesson goes on."""

    def __init__(self, store: Store, profile: str, *, is_guest: bool, instead_of: StoreFault | None = None) -> None:
        """A guest's store may stand in for a record that cannot be used: `instead_of` says why."""
        self.is_guest = is_guest
        self._instead_of = instead_of
        self.notices: list[str] = [store.notice] if store.notice else []
        """What the learner is to be told, as msgids."""
        self._store = store
        self._recorder = Recorder(store, profile, lambda fault: self.notices.append(fault.message))
        self._told = store.notice

    def tell(self, fault: StoreFault) -> None:
        """Let the learner know of trouble, once."""
        self._recorder.trouble(fault)

    def record(self, event: Event) -> None:
        """Keep an event, before anything is shown that follows from it."""
        self._recorder.record(event)
        self._tell_of_opening()

    def events(self, lesson: str) -> Sequence[Event]:
        """The events of a lesson since it was begun last."""
        events = self._recorder.events(Id(lesson))
        self._tell_of_opening()
        return events

    def progress(self) -> Mapping[str, LessonProgress]:
        """What was done in each lesson."""
        progress = self._recorder.progress()
        self._tell_of_opening()
        return {str(lesson): done for lesson, done in progress.items()}

    def forget(self, lesson: str | None = None) -> bool:
        """Delete what is kept of a lesson, or of everything; whether all of that is gone."""
        try:
            self._recorder.forget(Id(lesson) if lesson else None)
            if self._instead_of is not None:
                raise StoreFault(self._instead_of.kind, is_forgetting=True)
        except StoreFault as fault:
            self.notices.append(fault.message)
            return False
        return True

    def _tell_of_opening(self) -> None:
        """Tell what had to be done to open the store, where that was only now."""
        if self._store.notice != self._told:
            self._told = self._store.notice
            self.notices += [self._told] if self._told else []

    def close(self) -> bool:
        """Keep what could not be kept yet, and let go; whether everything is kept.

        It may take as long as a lock is waited for: only once nothing is on the screen any more.
        """
        self._store.wait(PATIENCE / 2)  # as it is waited for twice
        try:
            return self._recorder.settle() and not self.is_guest
        finally:
            self._store.close()


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


def open_keeping(profile: str, *, is_guest: bool, patience: float = PATIENCE) -> Keeping:
    """What is kept of a learner; where nothing can be kept, a guest's record with a notice that says why.

    Another program's lock is waited for ``patience`` seconds. Trouble that may pass is told too, but then everything is kept as
    soon as it can be.
    """
    if is_guest:
        return _keeping_of_guest(profile)
    from safeclass.store.events import EventStore

    try:
        store = EventStore(paths.progress_file(), lambda: datetime.now(UTC), patience, opens_later=True)
    except StoreFault as fault:
        keeping = _keeping_of_guest(profile, fault)
        keeping.tell(fault)
        return keeping
    keeping = Keeping(store, profile, is_guest=False)
    if store.late is not None:
        keeping.tell(store.late)
    return keeping


def _keeping_of_guest(profile: str, instead_of: StoreFault | None = None) -> Keeping:
    from safeclass.store.memory import GuestStore

    return Keeping(GuestStore(), profile, is_guest=True, instead_of=instead_of)


def _play(course: Course, lesson: str | None, keeping: Keeping, today: date, ending: Ending) -> None:
    """The course in plain lines."""
    before = words().choice
    play_lines(course, lesson, keeping, today, ending)
    if not keeping.is_guest and words().choice != before:
        _save(language=words().choice)


def _show(
    course: Course, lesson: str | None, keeping: Keeping, today: date, settings: Settings, is_plain: bool, ending: Ending
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
