"""Every command and its options. Only the command that is asked for is imported."""

from __future__ import annotations

import argparse
import errno
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from importlib import import_module
from typing import Any, NoReturn, TextIO

from safeclass.commands import COMMANDS
from safeclass.language import _, ngettext
from safeclass.language.cells import printable, width

TAKES_A_VALUE = frozenset(
    [
        "--language",
        "--course",
        "--profile",
        "--today",
        "--unit",
        "--output",
        "-o",
        "--format",
        "--frame",
        "--cover-after",
        "--wipe-after",
    ]
)
"""Options whose next word is their value."""

YEARS = range(2000, 9001)
"""The years of which a day may be named."""

NO_ROOM = (errno.ENOSPC, errno.EFBIG, errno.EDQUOT)
"""What a system says where no more can be written."""

GONE = (errno.EPIPE, errno.EIO, errno.ENXIO)
"""What a system says where the reader of the output has gone, as with `| head` or a closed window: nobody is left to tell."""

USAGE_ERROR = 2
"""The exit status for a command that was typed wrongly."""


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one line, in the user's language."""

    def __init__(self, **given: Any) -> None:
        """A parser that has no help to lay out yet: to ask how wide the terminal is takes 3 ms the first time."""
        # The first letters of an option would hide that the next word is its value, and the command behind it.
        super().__init__(formatter_class=partial(argparse.HelpFormatter, width=80), allow_abbrev=False, **given)

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
    """A date written as 2026-11-22; some weeks before and after it there are dates too."""
    try:
        found = date.fromisoformat(words)
    except ValueError:
        found = None
    if found is None or found.year not in YEARS:
        wrong = _("'{found}' is not a date; write it as 2026-11-22").format(found=printable(words))
        raise argparse.ArgumentTypeError(wrong)
    return found


def span(words: str) -> float:
    """A time in seconds, up to a day."""
    from safeclass.settings import is_span

    try:
        seconds = float(words)
    except ValueError:
        seconds = 0.0
    if not is_span(seconds):
        wrong = _("'{found}' is not a time; write seconds, such as 90").format(found=printable(words))
        raise argparse.ArgumentTypeError(wrong)
    return seconds


def build_parser(asked: str = "") -> argparse.ArgumentParser:
    """The parser, in the language in use; where a command is asked for it knows no other."""
    argparse._ = _  # type: ignore[attr-defined]  # argparse takes its own words from the system's catalogue
    argparse.ngettext = ngettext  # type: ignore[attr-defined]  # and counts by it
    about = _("A course on deepfake sexual crime: the law, consent, and where to turn.")
    more = _("Each command tells its options: safeclass learn --help")
    parser = Parser(prog="safeclass", description=about, epilog=more)
    commands = parser.add_subparsers(dest="command", prog=parser.prog, metavar=_("command"), parser_class=Parser)
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        command = commands.add_parser(name, help=_(COMMANDS[name]), description=_(COMMANDS[name]))
        if name == asked:
            add_options(command, name)
        command.formatter_class = HelpFormatter
    parser.formatter_class = HelpFormatter
    return parser


def add_options(command: argparse.ArgumentParser, name: str) -> None:
    """The options of one command."""
    command.add_argument("--language", metavar=_("LANGUAGE"), help=_("ko, en or both"))
    if name != "forget":
        command.add_argument(
            "--course", metavar=_("FOLDER"), help=_("another course than the one that comes with SafeClass: a folder or a zip")
        )
    if name in ("learn", "facts", "glossary", "handout", "check", "preview"):
        command.add_argument("--today", type=day, metavar=_("DATE"), help=_("as if it were this day"))
    if name in ("learn", "progress", "forget"):
        command.add_argument("--profile", default="", metavar=_("NAME"), help=_("whose progress; a nickname"))
    if name in ("outline", "channels", "facts", "glossary", "check", "progress"):
        command.add_argument("--json", action="store_true", help=_("for programs"))
    flag = partial(command.add_argument, action="store_true")
    match name:
        case "learn":
            command.add_argument("lesson", nargs="?", metavar=_("LESSON"), help=_("the lesson to open"))
            flag("--plain", help=_("plain lines: for screen readers, simple terminals and pipes"))
            flag("--guest", help=_("keep nothing"))
            flag("--ascii", help=_("characters in place of colours"))
            flag("--classroom", help=_("for a shared terminal: keep nothing, and begin anew for each person"))
            for name, does in (
                ("--cover-after", _("in a classroom, cover the screen after so long without a key")),
                ("--wipe-after", _("in a classroom, begin anew after so long without a key")),
            ):
                command.add_argument(name, type=span, metavar=_("SECONDS"), help=does)
        case "facts":
            command.add_argument("facts", nargs="*", metavar=_("FACT"), help=_("only these facts, by their ids"))
            flag("--stale", help=_("only those due for review; status 1 where any is, or one is unreadable"))
        case "handout":
            command.add_argument("lesson", nargs="?", metavar=_("LESSON"), help=_("the lesson to print"))
            flag("--all", help=_("every lesson"))
            command.add_argument(
                "--output", "-o", metavar=_("FILE"), help=_("where it is written, a file or a folder; - for the screen")
            )
        case "check":
            command.add_argument("paths", nargs="*", metavar=_("PATH"), help=_("only these files; a lesson by its id too"))
            flag("--all", help=_("advice too"))
            flag("--accept", help=_("record that the languages were read side by side and say the same"))
            command.add_argument("--format", choices=("text", "json", "sarif"), default="text", help=_("how faults are written"))
        case "new":
            command.add_argument(
                "lesson", metavar=_("LESSON"), help=_("the id of the lesson and of its file: a-z, digits, hyphens")
            )
            command.add_argument("--unit", metavar=_("UNIT"), help=_("put it into this unit of course.yaml"))
            flag("--sensitive", help=_("with the calm line and the summary of a sensitive lesson"))
        case "schema":
            flag("--check", help=_("write nothing; status 1 where a schema is not up to date"))
        case "preview":
            command.add_argument("file", metavar=_("FILE"), help=_("a lesson file of a course, or the id of the lesson"))
            show = command.add_mutually_exclusive_group()
            show.add_argument("--frame", metavar=_("CARD"), help=_("print a card as an 80x24 screen; its id or number"))
            show.add_argument("--as-learner", action="store_true", help=_("print what a pupil meets: help, the way out"))
            flag("--ascii", help=_("characters in place of colours"))
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
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments))
    finally:
        try:
            if sys.stderr is not None:
                sys.stderr.flush()
        except OSError:
            _drop(sys.stderr)  # nobody can be told; the status tells


def _run(typed: list[str]) -> int:
    try:
        from safeclass.commands.opening import speak_for
        from safeclass.commands.saying import make_forgiving

        make_forgiving()
        speak_for(typed)
        typed = with_command_first(typed)
        parsed = build_parser(typed[0]).parse_args(typed)
        status = int(import_module(f"safeclass.commands.{parsed.command}").run(parsed))
        try:
            if sys.stdout is not None:
                sys.stdout.flush()
        except OSError as error:
            if error.errno not in GONE:
                raise
            _drop(sys.stdout)
        return status
    except KeyboardInterrupt:
        return 130
    except Exception as error:  # whatever it is, Python's own words for it must not reach the screen
        if isinstance(error, OSError) and error.errno in GONE:
            _drop(sys.stdout)
            return 0
        if not isinstance(error, OSError) or error.errno not in NO_ROOM:
            # What Python would print of it may hold words of a lesson, an answer or a path.
            from safeclass.commands.crash import stop

            return stop(error)
        from safeclass.commands.saying import say_wrong

        say_wrong(_("There is no room for the output."))
        _drop(sys.stdout)
        return 1


def _drop(stream: TextIO | None) -> None:
    """Let go of what a stream could not write: it would be tried once more at the very end."""
    with suppress(OSError, ValueError):
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
