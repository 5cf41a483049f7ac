"""`safeclass progress`: what was done in each lesson."""

from __future__ import annotations

from argparse import Namespace

from safeclass.commands.keeping import DEFAULT_PROFILE, open_keeping
from safeclass.commands.opening import Refused, open_course, refuse, settings_for
from safeclass.commands.saying import print_json, say_aside
from safeclass.language import _, ngettext, words
from safeclass.language.cells import printable


def run(arguments: Namespace) -> int:
    """Show progress."""
    try:
        course = open_course(arguments)
    except Refused as refused:
        return refuse(refused)
    # In a classroom nothing is kept, and what was kept before is nobody else's to see.
    is_guest = settings_for(arguments).classroom
    keeping = open_keeping(arguments.profile or DEFAULT_PROFILE, is_guest=is_guest)
    try:
        progress = keeping.progress()
    finally:
        keeping.close()
    for notice in keeping.notices:
        say_aside(_(notice))
    status = 1 if keeping.notices else 0
    if arguments.json:
        lessons = {
            name: {"answered": done.answered, "right_first": done.right_first, "finished": done.finished > 0}
            for name, done in progress.items()
        }
        print_json({"lessons": lessons})
        return status
    language = words().main
    for name, done in progress.items():
        head = course.head(name) if name in course.ids else None
        state = _("done") if done.finished else _("under way")
        answered = ngettext("{n} question answered", "{n} questions answered", done.answered).format(n=done.answered)
        print(f"{head.title[language] if head else printable(name)}: {state}, {answered}")
    if not progress and not status:
        print(_("Nothing is kept yet."))
    return status
