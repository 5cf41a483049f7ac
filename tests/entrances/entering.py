"""What the tests of every entrance share: running a command here, and what may never come out of one."""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import strategies as st

from safeclass.cli import main

SMALL_COURSE = Path(__file__).parents[1] / "course" / "small_course"
COMMANDS = ("learn", "outline", "channels", "facts", "check", "schema", "progress", "forget")

STEERING = "\u061c\u200e\u200f\u202a\u202e\u2066\u2069\ufeff\udcff"
HOSTILE_SIGNS = [*map(chr, range(1, 32)), "\x7f", *map(chr, range(0x80, 0xA0)), *STEERING]
HOSTILE_WORDS = ["\x1b[31m", "\x1b]0;x\x07", "\x9b2J", "[@click=app.quit]", "[red]", "{wrong}", "%(prog)s", "%s", "../..", "/"]
WORDS = st.lists(st.sampled_from(HOSTILE_SIGNS + HOSTILE_WORDS) | st.text("ab가1-=./ ", max_size=4), max_size=6).map("".join)
"""Words as a hostile hand would type them; no shell and no environment can hold a NUL."""


class Ended(NamedTuple):
    """How a command ended."""

    status: int
    out: str
    err: str

    def is_clean(self) -> bool:
        """Whether nothing that steers a terminal came out."""
        told = (self.out + self.err).replace("\n", "").replace("\u00a0", "")
        assert told.isprintable(), [sign for sign in told if not sign.isprintable()]
        return True


def run(*typed: str, environment: Mapping[str, str], lines: str = "") -> Ended:
    """Run a command with lines on its input, in this process; its streams are those of a UTF-8 pipe."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
    with pytest.MonkeyPatch.context() as here, contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        for name in ("LC_ALL", "LC_MESSAGES", "LANG", "HOME", "SAFECLASS_HOME", "COLUMNS", "LINES"):
            here.delenv(name, raising=False)
        for name, value in environment.items():
            here.setenv(name, value)
        here.setattr(sys, "stdin", io.StringIO(lines))
        try:
            status = main(typed)
        except SystemExit as end:
            status = int(end.code or 0)
    for stream in (out, err):
        stream.flush()
    told, wrong = (stream.buffer.getvalue().decode("utf-8") for stream in (out, err))
    return Ended(status, told, wrong)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file in a folder, with what it holds."""
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def leaves(thing: object) -> Iterator[str]:
    """Every word in what JSON told."""
    if isinstance(thing, dict):
        for key, value in thing.items():
            yield key
            yield from leaves(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from leaves(value)
    elif isinstance(thing, str):
        yield thing


def told_json(ended: Ended) -> list[str]:
    """The words of a JSON answer."""
    return list(leaves(json.loads(ended.out)))
