"""What is wrong with what stands behind a key or a dash, in the line as it was typed."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from safeclass.course import slips
from safeclass.course.slips import Slipped
from safeclass.course.slips.braces import end_of_braces
from safeclass.course.slips.quoting import CLOSES, QUOTED, TYPOGRAPHIC_SIGN, after_quote
from safeclass.course.slips.telling_signs import BRACES_MEANT, CITATION, KEY_AND_COLON, NEVER_FIRST, OTHER_SPACE, STRAY

LOOKED_BELOW = 12
"""How many lines below one are looked at for what stands there."""

BEGINS = re.compile(r" *(?:- +)*[A-Za-z_]+:(?:\s|$)| *- ")
"""How a line begins that begins something of its own."""
FOR_BAR = re.compile(rf"([{slips.LIKE_A_BAR}]) *$")
KEY_WITHIN = re.compile(r"([a-z]{2}): *[\"'“]")
KEY_BEHIND_COMMA = re.compile(r", ([a-z_]+): *$")
COMMENT = re.compile(r" *(?:#.*)?$")
PLAIN_COLON = re.compile(r":(?: |$)")
BAR = re.compile(r"[|>][+\-\d]* *")
TYPOGRAPHIC_LAST = re.compile(r"[”’] *$")
COMMA_AND_KEY = re.compile(rf"[,;{slips.WIDE_COMMAS}]\s*[a-z_]+\s*[:{slips.WIDE_COLON}]")


class Values:
    """What stands behind the keys of a file, by the lines that were typed."""

    def __init__(self, text: str, lines: Sequence[str], starts: Sequence[int], keys: Collection[str]) -> None:
        """The words of a file, its lines, where each of them starts in it, and the keys in it."""
        self.text, self.lines, self.starts, self.keys = text, lines, starts, keys

    def end_of(self, place: int, end: int, number: int) -> int:
        """Over a value in a line that ends at a place, and over further lines where it goes on there. Raises `Slipped`."""
        text, sign = self.text, self.text[place]
        if sign in "\"'":
            return self._quoted(place, end, number)
        if (cited := CITATION.match(text, place, end)) and not COMMENT.match(text, cited.end(), end):
            raise Slipped(slips.BRACE_FIRST, place)
        if sign in "{[":
            close = end_of_braces(text, place, self._end_of_braces(place, end, number), self.keys)
            return self._behind_value(place, close)
        if BRACES_MEANT.match(text, place, end):
            raise Slipped(slips.OTHER_BRACKET, place, sign=sign, due="{")
        if KEY_WITHIN.match(text, place, end):
            raise Slipped(slips.NO_BRACES, place)
        if sign in "|>" and text[place:end].rstrip("+- \t0123456789") != sign:
            words = BAR.match(text, place, end)
            if words and not COMMENT.match(text, words.end(), end):
                raise Slipped(slips.AFTER_BAR, words.end())
            return end
        if sign in "|>":
            return end
        if FOR_BAR.match(text, place, end) and self._is_deeper(number):
            raise Slipped(slips.FOR_BAR, place, sign=sign)
        if sign == "-" and text[place + 1 : place + 2] in (" ", "\n", ""):
            raise Slipped(slips.DASH_BEHIND, place)
        if STRAY.match(text, place, end):
            raise Slipped(slips.STRAY, place, sign=sign)
        if sign in NEVER_FIRST and (sign != "?" or text[place + 1 : place + 2] == " "):
            closes = CLOSES.match(text, place, end)
            raise Slipped(slips.NO_OPENING, place, sign=closes[1]) if closes else Slipped(slips.SPECIAL, place, sign=sign)
        return self._plain(place, end)

    def _plain(self, place: int, end: int) -> int:
        """Over words without quotes."""
        text = self.text
        hash_at = text.find(" #", place, end)
        colon = PLAIN_COLON.search(text, place, hash_at if hash_at >= 0 else end)
        if not colon:
            return end
        if TYPOGRAPHIC_SIGN.match(text, place):
            raise Slipped(slips.TYPOGRAPHIC, place, sign=text[place])
        if closes := CLOSES.match(text, place, end):
            raise Slipped(slips.NO_OPENING, place, sign=closes[1])
        if (key := KEY_BEHIND_COMMA.search(text, place, colon.end())) and key[1] in self.keys:
            raise Slipped(slips.NO_BRACES, place)
        raise Slipped(slips.SECOND_COLON, colon.start())

    def _quoted(self, place: int, end: int, number: int) -> int:
        """Over words in quotes, and over further lines where they go on there."""
        text = self.text
        quoted = QUOTED.match(text, place)
        if not quoted or self._begins_within(quoted.end(), end, number):
            if typographic := TYPOGRAPHIC_LAST.search(text, place, end):
                raise Slipped(slips.TYPOGRAPHIC, typographic.start(), sign=typographic[0][0])
            raise Slipped(slips.NOT_CLOSED, place)
        return self._behind_value(place, quoted.end())

    def _begins_within(self, close: int, end: int, number: int) -> bool:
        """Whether between a line and the quote that would close its words a line begins something of its own."""
        if close <= end:
            return False
        last = number + self.text.count("\n", end, close)
        return any(BEGINS.match(line) for line in self.lines[number + 1 : last + 1])

    def _behind_value(self, place: int, close: int) -> int:
        """To the end of the line in which a quote or a bracket closes. Raises `Slipped` where anything but a remark follows."""
        text = self.text
        end = text.find("\n", close)
        end = len(text) if end < 0 else end
        if COMMENT.match(text, close, end) and (text[close : close + 1] in (" ", "\n", "")):
            return end
        behind = close
        while behind < end and text[behind] in " \t":
            behind += 1
        sign = text[behind : min(behind + 1, end)]
        if not sign or sign == ":":
            return end
        if OTHER_SPACE.match(sign):
            raise Slipped(slips.OTHER_SPACE, behind, code=f"{ord(sign):04X}")
        is_quoted = text[place] in "\"'"
        if (is_quoted and KEY_AND_COLON.match(text, behind, end)) or COMMA_AND_KEY.match(text, behind, end):
            raise Slipped(slips.NO_BRACES, place)
        if is_quoted and (missing := after_quote(text, place, close, behind)):
            raise missing
        if sign in ",\uff0c" and COMMENT.match(text, behind + 1, end):
            raise Slipped(slips.COMMA_AFTER, behind)
        if sign in "}]":
            raise Slipped(slips.BRACKET_TOO_MANY, behind, sign=sign)
        if is_quoted and COMMENT.match(text, behind + 1, end) and not sign.isalnum():
            raise Slipped(slips.STRAY if sign in "\"'" else slips.SIGN_AFTER_QUOTE, behind, sign=sign)
        if is_quoted:
            raise Slipped(slips.AFTER_QUOTE, behind)
        raise Slipped(slips.UNREADABLE if sign.isalnum() else slips.STRAY, behind, sign=sign)

    def _end_of_braces(self, place: int, end: int, number: int) -> int:
        """Where braces can close at the latest: at the end of the line, or of more lines where one ends with a comma."""
        indent = len(self.lines[number]) - len(self.lines[number].lstrip(" "))
        goes_on = self.lines[number].rstrip().endswith((",", "{", "["))
        while number + 1 < len(self.lines):
            below = self.lines[number + 1]
            is_deeper = len(below) - len(below.lstrip(" ")) > indent and not below.lstrip().startswith("- ")
            if not (goes_on and is_deeper) and not below.lstrip().startswith(("}", "]")):
                break
            number += 1
        return self.starts[number] + len(self.lines[number])

    def _is_deeper(self, number: int) -> bool:
        """Whether the next line that holds something stands further in than a line, and begins no list."""
        lines = self.lines
        indent = len(lines[number]) - len(lines[number].lstrip(" "))
        below = next((line for line in lines[number + 1 : number + LOOKED_BELOW] if line.strip()), "")
        return len(below) - len(below.lstrip(" ")) > indent and not below.lstrip(" ").startswith("- ")
