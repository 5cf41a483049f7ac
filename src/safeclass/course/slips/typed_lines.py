"""What is wrong within one line of a lesson as it was typed, whatever a parser makes of the lines around it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import accumulate

from safeclass.course import slips
from safeclass.course.slips import Slipped
from safeclass.course.slips.every_key import every_key
from safeclass.course.slips.telling_signs import CITATION, OTHER_SPACE
from safeclass.course.slips.typed_values import BEGINS, LOOKED_BELOW, PLAIN_COLON, Values

MOST_LINES = 2000
"""How many lines above the place where a parser stopped are looked at."""

KEYS = re.compile(r"(?:^[ -]*|[{,] *)([a-z_]+):\s", re.MULTILINE)
"""What stands as a key somewhere in a file: a language, or a key that is not known."""
BLOCK = re.compile(r"( *)((?:- +)*)[^\s#'\"{\[][^\n]*: +[|>][+-]?\d?[+-]? *(?:#.*)?$|( *)((?:- +)+)[|>][+-]?\d?[+-]? *$")
"""A line below which words stand as they are."""

INDENT = re.compile(r" *(?:-(?: +|(?=[^\S ])))*")
FOR_DASH = re.compile(rf"([{slips.LIKE_A_DASH}])[ \u00a0\u3000]*(?=[a-z_]+:[ \n]|[{{\"])")
NO_SPACE_AFTER_DASH = re.compile(r"-(?=[a-z_]+:|[{\"])[^\s]{1,12}")
KEY = re.compile(r"([A-Za-z_]+)( *)")
WITH_NEXT = re.compile(r"[A-Za-z_]+ *:\S[^\s\"']{0,11}")
WHOLE_ITEM = re.compile(r" *- \{.*\} *$")
"""A thing of a list that begins and ends in its line."""
WORDS = re.compile(r"\{[a-z0-9-]+(?:[.:][^{}\s]*)?\} *[^\s#]|(?![-#\"'\[{|>&*!?]|[A-Za-z_]+ *:(?: |$))[\w“‘][^\s:]*(?: |$)")
"""How a line begins that holds words and no key."""
ALONE = re.compile(r"\{[a-z0-9-]+(?:[.:][^{}\s]*)?\}[.?]? *$")
"""A citation that is a whole line."""
MISTYPED = re.compile(r"(?! ?[\w(])|[\u3161\u3163]")
"""What stands behind a key that begins no words."""
# Behind the name of a key, with another sign for its colon or none: quotes, braces, a bar; or a sign at the end of the line.
WITHOUT_COLON = re.compile(r"[^\w:]?[\u3163\u3161]?\s*(?:[\"“{\[]|[|>] *$)|[^\w\s:]$|[\u3163\u3161](?:\s|$)")
NO_COLON = re.compile(rf"[^\w:{slips.WIDE_COLON}]")
ONE_WORD = re.compile(r"\s+[\w.-]+\s*")
STRAY = re.compile(r"-?([^\w\s{\[\"'#-])\s*([a-z_]+):\s")
"""A sign before a key."""


class Lines:
    """The lines of a file up to the one where a parser stopped, and what in each cannot be meant so."""

    def __init__(self, text: str, last: int) -> None:
        self.text = text
        self.keys: Collection[str] = every_key() | set(KEYS.findall(text))
        self.lines = text.split("\n")
        self._count = min(last + 1, len(self.lines))
        self._starts = [0, *accumulate(len(line) + 1 for line in self.lines)]
        self._values = Values(text, self.lines, self._starts, self.keys)

    def slips(self) -> Iterator[slips.Slip]:
        """Each slip, the first line first."""
        number = self._first()
        while number < self._count:
            line = self.lines[number]
            if block := BLOCK.match(line):
                number = self._behind_block(number, len(block[3]) if block[1] is None else len(block[1] + block[2]))
                while number < self._count and (place := self._too_far_out(number)) is not None:
                    yield slips.slip(slips.NO_COLON, number, place)
                    number += 1
                continue
            start, end = self._starts[number], self._starts[number] + len(line)
            try:
                after = self._look_at(start, end, number)
            except Slipped as slipped:
                yield slips.slip_in(self.text, slipped.told, slipped.at, **slipped.names)
                after = end
            except RecursionError:
                after = end
            number = max(number, self.text.count("\n", start, after) + number) + 1

    def _first(self) -> int:
        first = max(0, self._count - MOST_LINES)
        return next((number for number in range(first, self._count) if first == 0 or self.lines[number][:1].isalnum()), first)

    def _behind_block(self, number: int, indent: int) -> int:
        """The line behind the words under a ``|``, which stand further in than their key."""
        for below in range(number + 1, self._count):
            line = self.lines[below]
            if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
                return below
        return self._count

    def _too_far_out(self, number: int) -> int | None:
        """Where words begin in the line behind those under a ``|`` that no key stands before; None where it holds none."""
        line = self.lines[number]
        place = len(line) - len(line.lstrip(" "))
        first = KEY.match(line, place)
        is_words = WORDS.match(line, place) or ALONE.match(line, place)
        return place if is_words and not (first and first[1] in self.keys) else None

    def _look_at(self, start: int, end: int, number: int) -> int:
        """Over a line, or the lines over which its words or braces go. Raises `Slipped`."""
        text = self.text
        indent = INDENT.match(text, start, end)
        place = indent.end() if indent else start
        if place == end or text[place] == "#":
            return end
        if OTHER_SPACE.match(text, place):
            raise Slipped(slips.OTHER_SPACE, place, code=f"{ord(text[place]):04X}")
        if found := FOR_DASH.match(text, place, end):
            raise Slipped(slips.FOR_DASH, place, sign=found[1])
        if found := NO_SPACE_AFTER_DASH.match(text, place, end):
            raise Slipped(slips.NO_SPACE, place, found=found[0])
        if (found := STRAY.match(text, place, end)) and found[2] in self.keys:
            raise Slipped(slips.STRAY, found.start(1), sign=found[1])
        if text[place] == "{" and self._follows_item(number):
            raise Slipped(slips.NO_DASH, place)
        if text[place] in "{[\"'":
            return self._values.end_of(place, end, number)
        key = KEY.match(text, place, end)
        if not key:
            return end
        return self._behind_key(key[1], key.end(1), key.end(), end, number)

    def _behind_key(self, key: str, place: int, sign_at: int, end: int, number: int) -> int:
        """Over what stands behind the first word of a line, if it is a key."""
        text = self.text
        sign = text[sign_at:end][:1]
        if sign == slips.WIDE_COLON:
            raise Slipped(slips.WIDE, sign_at)
        is_item = text[place - len(key) - 2 : place - len(key)] == "- "
        if sign in ("{", "[") or (sign in ('"', "“") and text[:end].endswith(sign)):
            raise Slipped(slips.NO_COLON_BEHIND, place, key=key)
        if key in self.keys and self._lacks_colon(text[place:end], number, is_item=is_item):
            raise Slipped(slips.NO_COLON_BEHIND, place, key=key)
        if sign != ":":
            return end
        behind = sign_at + 1
        if not text[behind:end].strip(" "):
            return self._words_below(key, sign_at, end, number)
        if text[behind] not in " \t":
            if OTHER_SPACE.match(text, behind):
                raise Slipped(slips.OTHER_SPACE, behind, code=f"{ord(text[behind]):04X}")
            if text[behind] in "\"'“{[|" or key in self.keys:
                found = WITH_NEXT.match(text, place - len(key), end)
                raise Slipped(slips.NO_SPACE, place - len(key), found=found[0] if found else key)
            return end
        while behind < end and text[behind] == " ":
            behind += 1
        if behind < end and OTHER_SPACE.match(text, behind):
            raise Slipped(slips.OTHER_SPACE, behind, code=f"{ord(text[behind]):04X}")
        if behind == end or text[behind] == "#":
            return end
        return self._values.end_of(behind, end, number)

    def _lacks_colon(self, behind: str, number: int, *, is_item: bool) -> bool:
        """Whether what stands behind a key in its line goes on as if its colon had been typed."""
        if not behind.strip() or WITHOUT_COLON.match(behind):
            return True
        if is_item:
            return NO_COLON.match(behind) is not None
        below = next((line for line in self.lines[number + 1 : number + LOOKED_BELOW] if line.strip()), "")
        return ONE_WORD.fullmatch(behind) is not None and BEGINS.match(below) is not None

    def _words_below(self, key: str, colon: int, end: int, number: int) -> int:
        """Over words that stand below their key, further in. Raises `Slipped` where they would need a ``|``."""
        indent = len(self._indent(number).replace("-", " "))
        written: list[str] = []
        for line in self.lines[number + 1 : number + MOST_LINES]:
            if line.strip() and len(line) - len(line.lstrip(" ")) <= indent:
                break
            if line.strip():
                written.append(line.strip())
            if len(written) > 1:
                break
        if not written or not WORDS.match(written[0]) or FOR_DASH.match(written[0]):
            return end
        begins = KEY.match(written[0])
        if begins and begins[1] in self.keys and MISTYPED.match(written[0], begins.end(1)):
            return end
        if len(written) > 1 or PLAIN_COLON.search(written[0]) or CITATION.match(written[0]):
            raise Slipped(slips.NO_BAR, colon, key=key)
        return end

    def _indent(self, number: int) -> str:
        """The spaces and dashes that a line begins with."""
        indent = INDENT.match(self.lines[number])
        return indent[0] if indent else ""

    def _follows_item(self, number: int) -> bool:
        """Whether a line without a dash stands below one in which a thing of a list begins and ends."""
        above = next((self.lines[above] for above in range(number - 1, -1, -1) if self.lines[above].strip()), "")
        return WHOLE_ITEM.match(above) is not None and "-" not in self._indent(number)
