"""Where quotes begin and end in what was typed, and which one of them is missing."""

from __future__ import annotations

import re

from safeclass.course import slips
from safeclass.course.slips import Slipped

QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'(?:[^\']|\'\')*\'', re.DOTALL)
"""Words in quotes, from the first quote to the last."""

TYPOGRAPHIC_SIGN = re.compile(r"[“”„‟‘’‚‛＂＇]")
CLOSES = re.compile(r"[^\"'\n{}]*[^\"'\n\s]([\"'])\s*(?=[,}\]]|$)", re.MULTILINE)
"""Words that end with a quote and hold no other, before what parts words from others."""

KEYS_AT_END = re.compile(r"[\s}\])]*,?\s*[{\[]*(?:[a-z_]+:\s*[{\[]*\s*)+$")
"""What stands between words and the quote that opens the next ones: the end of braces, a comma, keys."""
TYPOGRAPHIC_END = re.compile(r"[”’＂＇]\s*(?=[,}\]]|$)")

LOOKED_BACK = 120
"""How far before a quote keys are looked for."""


def after_quote(text: str, start: int, end: int, place: int) -> Slipped | None:
    """Which quote is wrong where words follow some that stand in quotes from `start` to `end`; None where none seems to be.

    Words that seem to end in front of a key are those that lack their closing quote: the one that was taken for it opens others.
    """
    sign = text[start]
    inside = max(start + 1, end - 1 - LOOKED_BACK)
    if found := TYPOGRAPHIC_END.search(text, inside, end - 1):
        return Slipped(slips.TYPOGRAPHIC, found.start(), sign=found[0][0])
    if (found := KEYS_AT_END.search(text, inside, end - 1)) and found.start() > start + 1:
        return Slipped(slips.NO_CLOSING, found.start(), found=" ".join(found[0].split()), sign=sign)
    if TYPOGRAPHIC_SIGN.match(text, place):
        return Slipped(slips.TYPOGRAPHIC, place, sign=text[place])
    return None
