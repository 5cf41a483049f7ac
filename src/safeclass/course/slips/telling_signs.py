"""Signs, in lines and in braces, by which a slip of the pen is known, and the stretch of words they are looked for in."""

from __future__ import annotations

import re
from collections.abc import Collection

from safeclass.course import slips
from safeclass.course.slips import Slipped

CITATION = re.compile(r"\{[a-z0-9-]+(?:[.:][^{}\s]*)?\}")
KEY_AND_COLON = re.compile(rf"([a-z_]+)\s*[:{slips.WIDE_COLON}]")
BRACES_MEANT = re.compile(r"[(\uff08\uff5b\u3010]\s*[a-z_]+\s*: |[^\w\s\"'{\[#]\s*[a-z_]+: [\"'“{\[]")
NO_BRACES = re.compile(r"[a-z_]+: [\"'“{\[]")
STRAY = re.compile(r"[^\w\s\"'{\[#(](?=\s*[\"'{\[]|: )")
"""A sign before what begins well without it."""
NEVER_FIRST = "*&!%@`|>?"
"""Signs that mean something to YAML, so that words cannot begin with them."""
OTHER_SPACE = re.compile(f"[{slips.OTHER_SPACES}]")
WORDS_BEHIND = re.compile(r" *[^,}\]\s#]")
KEY = re.compile(rf"[^:{slips.WIDE_COLON}{slips.WIDE_COMMAS},{{}}\[\]\"“”\n]*")
ITEM_KEY = re.compile(r"[a-z_]+:[ \n]")
KEY_FIRST = re.compile(r"([a-z_]+)\b")
PLAIN_ENDS = re.compile(rf":(?=[\s,}}\]]|$)|(?<=\s)#|[,{{}}\[\]\n{slips.WIDE_COMMAS}]")
LAST_WORD = re.compile(r"[^\s,]+$")
ID = re.compile(r"[a-z0-9-]+ +")
OTHER_CLOSING = ")\uff09\uff5d\u3011"
FOR_COMMA = ".;:/"
SPACES = re.compile(r"[ \t\n]*")


class Stretch:
    """Some of what was typed, up to an end; the keys are those by which one is known where its colon is missing."""

    def __init__(self, text: str, end: int, keys: Collection[str]) -> None:
        self.text, self.end, self.keys = text, end, keys

    def at(self, place: int) -> str:
        """The sign at a place; empty at the end."""
        return self.text[place : min(place + 1, self.end)]

    def skip(self, place: int) -> int:
        """Over spaces. Raises `Slipped` at a space that is none to YAML."""
        space = SPACES.match(self.text, place, self.end)
        place = space.end() if space else place
        if OTHER_SPACE.match(self.text, place, self.end):
            raise Slipped(slips.OTHER_SPACE, place, code=f"{ord(self.text[place]):04X}")
        return place
