"""`safeclass forget`: delete what was done, in one lesson or everywhere."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from safeclass import paths
from safeclass.commands.keeping import DEFAULT_PROFILE
from safeclass.commands.opening import Refused, check_language, refuse, settings_for
from safeclass.commands.saying import say_aside
from safeclass.course.text import Id
from safeclass.language import _
from safeclass.language.cells import printable
from safeclass.store.events import EventStore
from safeclass.store.fault import StoreFault


def run(arguments: Namespace) -> int:
    """Delete at once; what to delete has to be named. `--all` without a profile deletes everybody's progress."""
    try:
        check_language(arguments)
        if arguments.lesson and settings_for(arguments).classroom:
            # Others must not learn what somebody did here before it was a classroom.
            raise Refused(_("At a shared terminal nothing is kept. What was kept before is deleted with --all."))
        if bool(arguments.lesson) == bool(arguments.all):
            raise Refused(_("Name a lesson, or use --all."))
        try:
            store = EventStore(paths.progress_file(), lambda: datetime.now(UTC))
        except StoreFault as fault:
            raise StoreFault(fault.kind, is_forgetting=True) from fault
        try:
            _forget(store, arguments)
        finally:
            store.close()
    except Refused as refused:
        return refuse(refused)
    except StoreFault as fault:
        say_aside(_(fault.message))
        return 1
    print(_("Deleted.") if arguments.lesson or arguments.profile else _("All progress deleted."))
    return 0


def _forget(store: EventStore, arguments: Namespace) -> None:
    profile = arguments.profile or DEFAULT_PROFILE
    if arguments.all:
        store.forget(arguments.profile or None)
    elif arguments.lesson in (kept := store.progress(profile)):
        store.forget(profile, Id(arguments.lesson))
    else:
        # Whoever mistyped a name must not believe that it is gone.
        wrong = _("Nothing is kept of '{lesson}'. Kept are: {kept}") if kept else _("Nothing is kept of '{lesson}'.")
        raise Refused(wrong.format(lesson=printable(arguments.lesson), kept=", ".join(sorted(kept))))
