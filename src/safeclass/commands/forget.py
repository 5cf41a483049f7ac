"""`safeclass forget`: delete what was done, in one lesson or everywhere."""

from __future__ import annotations

from argparse import Namespace

from safeclass.commands.learn import DEFAULT_PROFILE, open_keeping
from safeclass.commands.opening import Refused, refuse
from safeclass.language import _


def run(arguments: Namespace) -> int:
    """Delete at once; what to delete has to be named."""
    if not arguments.lesson and not arguments.all:
        return refuse(Refused(_("Name a lesson, or use --all.")))
    keeping = open_keeping(arguments.profile or DEFAULT_PROFILE, is_guest=False)
    try:
        keeping.forget(None if arguments.all else arguments.lesson)
    finally:
        keeping.close()
    if keeping.notices:
        refuse(Refused(_(keeping.notices[-1])))
        return 1
    print(_("All progress deleted.") if arguments.all else _("Deleted."))
    return 0
