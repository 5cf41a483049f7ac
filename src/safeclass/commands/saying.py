"""How commands write: lines and JSON that a stream of any encoding can hold, and no sign that steers a terminal."""

from __future__ import annotations

import codecs
import os
import sys
from contextlib import suppress
from io import TextIOWrapper

from safeclass.language import _
from safeclass.language.cells import NO_BREAK


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    """A space for a no-break space, a question mark for any other sign that a stream cannot hold."""
    assert isinstance(error, UnicodeEncodeError), "only writing asks"
    signs = error.object[error.start : error.end]
    return "".join(" " if sign == NO_BREAK else "?" for sign in signs), error.end


def make_forgiving() -> None:
    """Let the streams stand in for signs that they cannot hold: a Korean Windows has no no-break space."""
    codecs.register_error("safeclass", _stand_in)
    if sys.stderr is None:
        # It was closed. In its place Python takes the standard output, and the next file that is opened its number.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115  # open until the program ends
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            with suppress(ValueError, OSError):
                stream.reconfigure(errors="safeclass")


def say_aside(line: str) -> None:
    """Say a line beside the output, where anybody can be told; where nobody can, the exit status tells."""
    with suppress(OSError, ValueError):
        print(line, file=sys.stderr)


def say_wrong(wrong: str) -> None:
    """Say beside the output what is wrong, in one line that names the program."""
    say_aside(_("safeclass: {wrong}").format(wrong=wrong))


def print_json(thing: object) -> None:
    """Print a thing as JSON; a sign that no terminal should be given, or that the stream cannot hold, is written as a number."""
    import json

    can_hold = codecs.lookup(getattr(sys.stdout, "encoding", None) or "utf-8").name.startswith("utf")
    written = json.dumps(thing, ensure_ascii=not can_hold, indent=2)
    left = {sign for sign in set(written) - {"\n", NO_BREAK} if not sign.isprintable()}
    print(written.translate({ord(sign): json.dumps(sign)[1:-1] for sign in left}))
