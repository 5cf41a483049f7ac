"""Every command and its options. Only the command that is asked for is imported."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from datetime import date
from functools import partial
from importlib import import_module
from typing import NoReturn

from safeclass.language import N_, _, ngettext
from safeclass.language.cells import printable, width

COMMANDS = {
    "learn": N_("take lessons (what `safeclass` alone does)"),
    "outline": N_("list units and lessons"),
    "channels": N_("show where to turn"),
    "facts": N_("list every fact with its date and source"),
    "check": N_("find every fault of a course"),
    "schema": N_("write the schemas that an editor uses"),
    "progress": N_("show what was done"),
    "forget": N_("delete what was done"),
}
"""Every command and what it does."""

TAKES_A_VALUE = ("--language", "--course", "--profile", "--today")
"""Options whose next word is their value."""

NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
"""What a system says where no more can be written."""

USAGE_ERROR = 2
"""The exit status for a command that was typed wrongly."""


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, in the user's language."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and end with status 2."""
        self.exit(USAGE_ERROR, _("safeclass: {wrong}").format(wrong=printable(message)) + "\n")


class HelpFormatter(argparse.HelpFormatter):
    """Help whose columns are measured in terminal cells, so that Hangul lines up."""

    def _format_action_invocation(self, action: argparse.Action) -> str:
        words = super()._format_action_invocation(action)
        return words + "\0" * (width(words) - len(words)) if width(words) > len(words) else words

    def format_help(self) -> str:
        """The help text."""
        return super().format_help().replace("\0", "")


def day(words: str) -> date:
    """A date written as 2026-11-22."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        wrong = _("'{found}' is not a date; write it as 2026-11-22").format(found=printable(words))
        raise argparse.ArgumentTypeError(wrong) from None


def build_parser(asked: str = "") -> argparse.ArgumentParser:
    """The parser, in the language in use; only the command that is asked for gets its options, which saves 2 ms."""
    argparse._ = _  # type: ignore[attr-defined]  # argparse takes its own words from the system's catalogue
    argparse.ngettext = ngettext  # type: ignore[attr-defined]
    about = _("A course on deepfake sexual crime: the law, consent, and where to turn.")
    more = _("Each command tells its options: safeclass learn --help")
    parser = Parser(prog="safeclass", description=about, epilog=more, formatter_class=HelpFormatter)
    commands = parser.add_subparsers(dest="command", metavar=_("command"), parser_class=Parser)
    for name, does in COMMANDS.items():
        command = commands.add_parser(name, help=_(does), description=_(does), formatter_class=HelpFormatter)
        if name == asked:
            add_options(command, name)
    return parser


def add_options(command: argparse.ArgumentParser, name: str) -> None:
    """The options of one command."""
    command.add_argument("--language", metavar=_("LANGUAGE"), help=_("ko, en or both"))
    if name != "forget":
        command.add_argument(
            "--course", metavar=_("FOLDER"), help=_("another course than the one that comes with SafeClass: a folder or a zip")
        )
    if name in ("learn", "facts", "check"):
        command.add_argument("--today", type=day, metavar=_("DATE"), help=_("as if it were this day"))
    if name in ("learn", "progress", "forget"):
        command.add_argument("--profile", default="", metavar=_("NAME"), help=_("whose progress; a nickname"))
    if name in ("outline", "channels", "facts", "check", "progress"):
        command.add_argument("--json", action="store_true", help=_("for programs"))
    flag = partial(command.add_argument, action="store_true")
    match name:
        case "learn":
            command.add_argument("lesson", nargs="?", metavar=_("LESSON"), help=_("the lesson to open"))
            flag("--plain", help=_("plain lines: for screen readers, simple terminals and pipes"))
            flag("--guest", help=_("keep nothing"))
            flag("--ascii", help=_("characters in place of colours"))
        case "facts":
            flag("--stale", help=_("only those due for review; status 1 where any is"))
        case "check":
            command.add_argument("paths", nargs="*", metavar=_("PATH"), help=_("only these files"))
            flag("--all", help=_("advice too"))
            flag("--accept", help=_("record that the languages were read side by side and say the same"))
            command.add_argument("--format", choices=("text", "json", "sarif"), default="text", help=_("how faults are written"))
        case "schema":
            flag("--check", help=_("write nothing; status 1 where a schema is not up to date"))
        case "forget":
            command.add_argument("lesson", nargs="?", metavar=_("LESSON"), help=_("only this lesson"))
            flag("--all", help=_("everything"))


def with_command_first(typed: list[str]) -> list[str]:
    """The words with the command before its options; `learn` where there is none."""
    after_option = ["", *typed]
    for place, word in enumerate(typed):
        if word in COMMANDS and after_option[place] not in TAKES_A_VALUE:
            return [word, *typed[:place], *typed[place + 1 :]]
        if not word.startswith("-") and after_option[place] not in TAKES_A_VALUE:
            break
    return ["--help"] if {"-h", "--help"} & set(typed) else ["learn", *typed]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; returns the exit status."""
    from safeclass.commands.opening import speak_for
    from safeclass.commands.saying import make_forgiving

    make_forgiving()
    typed = list(sys.argv[1:] if arguments is None else arguments)
    speak_for(typed)
    typed = with_command_first(typed)
    parsed = build_parser(typed[0]).parse_args(typed)
    try:
        status = int(import_module(f"safeclass.commands.{parsed.command}").run(parsed))
        if sys.stdout is not None:
            sys.stdout.flush()
        return status
    except BrokenPipeError:
        # The reader of the output has gone, as with `| head`; there is nobody left to tell.
        sys.stderr.close()
        return 0
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        print(_("safeclass: {wrong}").format(wrong=_("There is no room for the output.")), file=sys.stderr)
        # What is still waiting to be written would be tried once more at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
