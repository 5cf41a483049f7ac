"""What is wrong between braces or brackets that stand in a line, such as ``{ko: "...", en: "..."}``.

A parser tells only that it expected a comma or a brace. This scanner knows what stands in braces in a course, keys with
words, lists or braces behind them, and so what a hand meant to type.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from safeclass.course import slips
from safeclass.course.slips import Slipped
from safeclass.course.slips import telling_signs as signs
from safeclass.course.slips.quoting import CLOSES, QUOTED, TYPOGRAPHIC_END, TYPOGRAPHIC_SIGN, after_quote
from safeclass.course.slips.telling_signs import Stretch

CLOSING = {"{": "}", "[": "]"}
DEEPEST = 32
"""The deepest nesting that is looked into; no lesson has more than eight."""


def end_of_braces(text: str, at: int, end: int, keys: Collection[str]) -> int:
    """Behind the bracket that closes the one at a place, with nothing looked at from `end` on. Raises `Slipped`."""
    return _Scanner(text, end, keys).brackets(at, 0)


class _Scanner(Stretch):
    def brackets(self, opening: int, depth: int) -> int:
        """From a bracket to behind the one that closes it."""
        if depth > DEEPEST:
            raise RecursionError
        sign = self.text[opening]
        place = self.skip(opening + 1)
        if sign == "{" and self.at(place) == "{":
            raise Slipped(slips.BRACE_TWICE, place)
        while self.at(place) != CLOSING[sign]:
            if not self.at(place):
                raise Slipped(slips.BRACKET_OPEN, opening, sign=sign, closing=CLOSING[sign])
            if self.at(place) == "#":
                place = self.skip(self.behind_remark(place))
                continue
            place = self.key(place, opening) if sign == "{" else self.item(place)
            place = self.skip(place)
            start = place
            if self.at(place) not in ("", ",", CLOSING[sign]):
                place = self.value(place, depth)
            place = self.behind(start, place, opening)
        return place + 1

    def behind_remark(self, place: int) -> int:
        """To the line below a remark. Raises `Slipped` where it takes away the bracket that closes."""
        line = self.text.find("\n", place, self.end)
        if line < 0:
            raise Slipped(slips.HASH, place)
        return line

    def key(self, place: int, opening: int) -> int:
        """Over a key and its colon, to where its value begins."""
        if self.at(place) in ('"', "'"):
            return self.quoted_key(place)
        key = signs.KEY.match(self.text, place, self.end)
        end = key.end() if key else place
        words, sign = self.text[place:end].strip(), self.at(end)
        if sign == ",":
            self.lone_words(words, place, end, slips.TWO_COMMAS)
        if sign == slips.WIDE_COLON:
            raise Slipped(slips.WIDE, end)
        if sign in (*"}]", *slips.WIDE_COMMAS):
            if sign == "}" or not words:
                self.lone_words(words, place, end, slips.STRAY)
            if sign in slips.WIDE_COMMAS:
                raise Slipped(slips.WIDE_COMMA, end)
            raise Slipped(slips.OTHER_BRACKET, end, sign=sign, due=CLOSING[self.text[opening]])
        if not sign or sign == "\n":
            hash_at = self.text.find(" #", place, end)
            if hash_at >= 0:
                raise Slipped(slips.HASH, hash_at + 1)
            raise Slipped(slips.BRACKET_OPEN, opening, sign=self.text[opening], closing=CLOSING[self.text[opening]])
        if sign != ":":
            if not words:
                raise Slipped(slips.NO_KEY_BEFORE if sign not in CLOSING else slips.STRAY, end, sign=sign)
            first = signs.KEY_FIRST.match(words)
            raise Slipped(slips.NO_COLON_BEHIND, place + len(first[1] if first else words), key=first[1] if first else words)
        if not re.fullmatch(r"[A-Za-z0-9_-]+", words):
            first = signs.KEY_FIRST.match(words)
            if first and first[1] in self.keys:
                raise Slipped(slips.NO_COLON_BEHIND, place + first.end(), key=first[1])
            raise Slipped(slips.COMMA_ENDS, place, found=words)
        if self.at(end + 1) not in ("", " ", "\n", "\t") and not signs.OTHER_SPACE.match(self.at(end + 1)):
            raise Slipped(slips.NO_SPACE, place, found=self.text[place : end + 2])
        return end + 1

    def lone_words(self, words: str, place: int, end: int, empty: slips.Told) -> None:
        """Raises `Slipped` of words with no colon between two commas or braces."""
        if not words:
            raise Slipped(empty, end, sign=self.at(end))
        first = signs.KEY_FIRST.match(words)
        if first and first[1] in self.keys:
            raise Slipped(slips.NO_COLON_BEHIND, place + first.end(), key=first[1])
        raise Slipped(slips.COMMA_ENDS, place, found=words)

    def quoted_key(self, place: int) -> int:
        """Over a key in quotes; where no colon follows, it is no key."""
        quoted = QUOTED.match(self.text, place, self.end)
        behind = self.skip(quoted.end()) if quoted else place
        if self.at(behind) != ":":
            raise Slipped(slips.NO_KEY_BEFORE if quoted else slips.NOT_CLOSED, place)
        return behind + 1

    def item(self, place: int) -> int:
        """To the value of a thing in a list, which may have a key."""
        if key := signs.ITEM_KEY.match(self.text, place, self.end):
            return key.end()
        if self.at(place) == ",":
            raise Slipped(slips.TWO_COMMAS, place)
        return place

    def value(self, place: int, depth: int) -> int:
        """Over a value, which begins at a place."""
        sign = self.at(place)
        if sign in ('"', "'"):
            quoted = QUOTED.match(self.text, place, self.end)
            if quoted:
                return quoted.end()
            if found := TYPOGRAPHIC_END.search(self.text, place, self.end):
                raise Slipped(slips.TYPOGRAPHIC, found.start(), sign=found[0][0])
            raise Slipped(slips.NOT_CLOSED, place)
        cited = signs.CITATION.match(self.text, place, self.end)
        if cited and signs.WORDS_BEHIND.match(self.text, cited.end(), self.end):
            raise Slipped(slips.BRACE_FIRST, place)
        if sign in CLOSING:
            return self.brackets(place, depth + 1)
        if signs.BRACES_MEANT.match(self.text, place, self.end):
            raise Slipped(slips.OTHER_BRACKET, place, sign=sign, due="{")
        if signs.NO_BRACES.match(self.text, place, self.end):
            raise Slipped(slips.NO_BRACES, place)
        if signs.STRAY.match(self.text, place, self.end):
            raise Slipped(slips.STRAY, place, sign=sign)
        if sign in signs.NEVER_FIRST:
            closes = CLOSES.match(self.text, place, self.end)
            raise Slipped(slips.NO_OPENING, place, sign=closes[1]) if closes else Slipped(slips.SPECIAL, place, sign=sign)
        if sign == "-" and self.at(place + 1) == " ":
            raise Slipped(slips.SPECIAL, place, sign=sign)
        return self.plain(place)

    def plain(self, place: int) -> int:
        """Over words without quotes, up to a comma or a bracket."""
        found = signs.PLAIN_ENDS.search(self.text, place, self.end)
        while (
            found and found[0] in slips.WIDE_COMMAS and not signs.KEY_AND_COLON.match(self.text, self.skip(found.end()), self.end)
        ):
            found = signs.PLAIN_ENDS.search(self.text, found.end(), self.end)
        end = found.start() if found else self.end
        sign = self.at(end)
        if sign in ("", ",", "}", "]", "\n"):
            return end
        words = self.text[place:end]
        if sign in slips.WIDE_COMMAS:
            raise Slipped(slips.WIDE_COMMA, end)
        last = signs.LAST_WORD.search(words) if sign == ":" else None
        if (
            last
            and last[0] in self.keys
            and (signs.ID.fullmatch(words[: last.start()]) or (last.start() > 0 and len(last[0]) == 2))
        ):
            raise Slipped(slips.NO_COMMA, place + last.start(), found=last[0] + ":")
        if TYPOGRAPHIC_SIGN.match(words):
            raise Slipped(slips.TYPOGRAPHIC, place, sign=words[0])
        if closes := CLOSES.match(self.text, place, self.end):
            raise Slipped(slips.NO_OPENING, place, sign=closes[1])
        if sign == "#":
            raise Slipped(slips.HASH, end)
        if sign == ":":
            raise Slipped(slips.SECOND_COLON, end)
        raise Slipped(slips.BRACKET_IN_WORDS, place, sign=sign)

    def behind(self, start: int, end: int, opening: int) -> int:
        """Over the comma behind a value, or to the bracket that closes. Raises `Slipped` at anything else."""
        place = self.skip(end)
        sign, closing = self.at(place), CLOSING[self.text[opening]]
        if sign in (closing, ""):
            return place
        if sign == ",":
            return self.skip(place + 1)
        is_quoted = self.text[start : start + 1] in ('"', "'")
        if is_quoted and (missing := after_quote(self.text, start, end, place)):
            raise missing
        if sign in slips.WIDE_COMMAS:
            raise Slipped(slips.WIDE_COMMA, place)
        if sign == "#" and place > end:
            raise Slipped(slips.HASH, place)
        following = self.skip(place + 1)
        if (
            not sign.isalnum()
            and self.at(following) in (",", closing)
            and sign not in signs.OTHER_CLOSING + signs.FOR_COMMA + "]}"
        ):
            raise Slipped(slips.STRAY, place, sign=sign)
        if sign in "]}" or sign in signs.OTHER_CLOSING:
            raise Slipped(slips.OTHER_BRACKET, place, sign=sign, due=closing)
        is_comma = signs.KEY_AND_COLON.match(self.text, following, self.end)
        if sign in signs.FOR_COMMA or (is_comma and not sign.isalnum() and sign not in "{[\"'"):
            raise Slipped(slips.FOR_COMMA if is_comma or not is_quoted else slips.SIGN_AFTER_QUOTE, place, sign=sign)
        if found := signs.KEY_AND_COLON.match(self.text, place, self.end):
            raise Slipped(slips.NO_COMMA, place, found=found[0])
        if (first := signs.KEY_FIRST.match(self.text, place, self.end)) and first[1] in self.keys:
            raise Slipped(slips.NO_COMMA, place, found=first[1])
        if is_quoted:
            raise Slipped(slips.AFTER_QUOTE, place)
        raise Slipped(slips.NO_COMMA, place, found=sign)
