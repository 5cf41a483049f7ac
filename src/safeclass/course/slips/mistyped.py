"""Keys that run into their words, or that a sign stands before which only looks right: what was mistyped."""

from __future__ import annotations

import re
from collections.abc import Collection

from safeclass.course import slips

Mistyped = tuple[str, str, dict[str, str]]
"""What is wrong and how to mend it, as msgids with ``{names}``, and these names."""

OTHER_SPACE = re.compile(rf"(?:-|[a-z_]+:?)?[{slips.OTHER_SPACES}]")
FOR_DASH = re.compile(rf"([{slips.LIKE_A_DASH}])\s*[a-z_]+$")
WITHOUT_SPACE = re.compile(r"\s*(?:- )?([a-z_]+:\S{1,12})|\s*(-[a-z_]+)")
RUNS_ON = re.compile(r"\s*([a-z_]+)(?![a-z0-9_-])\s*\S")


def mistyped(key: str, known: Collection[str] = ()) -> Mistyped | None:
    """What is wrong with a key that is none, by the signs in it; None where nothing seems to be.

    One of the known keys is meant where it stands first, and words follow.
    """
    if found := OTHER_SPACE.match(key):
        return (*slips.OTHER_SPACE, {"code": f"{ord(found[0][-1]):04X}"})
    if found := FOR_DASH.match(key):
        return (*slips.FOR_DASH, {"sign": found[1]})
    if slips.WIDE_COLON in key:
        return (*slips.WIDE, {})
    if found := WITHOUT_SPACE.match(key):
        return (*slips.NO_SPACE, {"found": found[1] or found[2]})
    if meant := meant_by(key, known):
        return (*slips.NO_COLON_BEHIND, {"key": meant})
    return None


def meant_by(key: str, known: Collection[str]) -> str:
    """The known key that stands first in one that runs into its words; empty where there is none."""
    found = RUNS_ON.match(key)
    return found[1] if found and found[1] in known else ""
