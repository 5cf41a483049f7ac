"""The parts of a file, told by its lines alone, so that one that no parser can read is cut out and the rest is read."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from safeclass.course.slips import LIKE_A_DASH

BEFORE = rf"[\s{{\"'{LIKE_A_DASH}-]*"
"""What can stand in a line before the word that begins an item, rightly or by a slip."""


class Part(NamedTuple):
    """Some lines of a file that can be taken out of it: an item of a list, or a key at the top with all that is under it."""

    key: str
    """The key at the top that it stands under, or is; none where it is no part of this file."""
    lines: range
    """Its lines, counted from 0."""
    column: int = 0
    """Where what it says begins in its first line, counted from 0."""
    names: frozenset[str] = frozenset()
    """What is called something in an item, as far as that can be seen: the item, and another one whose dash was lost."""
    is_item: bool = False


class Outline(NamedTuple):
    """What can be known of files of one kind before any is read."""

    keys: Collection[str]
    """The keys that stand at the top."""
    lists: Mapping[str, Collection[str]]
    """Of those that hold a list of things that stand alone, the words that its items begin with."""

    def part_at(self, lines: Sequence[str], number: int) -> Part | None:
        """The part that a line is in: of one of the lists an item, unless it is the only one; None above the first key."""
        # A key may have slipped a little; the keys of lists stand nowhere else.
        keys, lists = "|".join(self.keys), "|".join(self.lists) or "(?!)"
        top = re.compile(rf"[ \t\"':]?({keys})(?![\w-])|[ \t\"':]{{2,3}}({lists})(?![\w-])")
        tops = [(line, found[1] or found[2]) for line, words in enumerate(lines) if (found := top.match(words))]
        begun, key = max((at for at in tops if at[0] <= number), default=(None, ""))
        if begun is None:
            return None
        end = min((line for line, _key in tops if line > begun), default=len(lines))
        words = self.lists.get(key, ())
        items = _items(lines, range(begun + 1, end), words) if words else []
        first = max((line for line in items if line <= number), default=None)
        if first is None or len(items) == 1:
            return Part(key, range(begun, end))
        item = range(first, min((line for line in items if line > first), default=end))
        named = re.compile(rf"{BEFORE}(?:{'|'.join(words)})\W+([\w-]+)")
        names = frozenset(name[1] for line in item if (name := named.match(lines[line])))
        return Part(key, item, len(lines[first]) - len(lines[first].lstrip(" -")), names, is_item=True)


def without(lines: Sequence[str], part: Part) -> list[str]:
    """The lines with a part left blank, so that all others keep their numbers."""
    return [*lines[: part.lines.start], *[""] * len(part.lines), *lines[part.lines.stop :]]


def _items(lines: Sequence[str], among: range, words: Collection[str]) -> list[int]:
    """The lines at which items begin: those with a dash, or what is meant as one, before one of the words."""
    begins = re.compile(rf"\s*[{LIKE_A_DASH}-]{BEFORE}(?:{'|'.join(words)})(?![\w-])")
    alone = re.compile(rf"\s*[{LIKE_A_DASH}-]\s*$")
    found = []
    for line in among:
        below = lines[line + 1] if line + 1 < among.stop else ""
        if begins.match(f"{lines[line]} {below.lstrip()}" if alone.match(lines[line]) else lines[line]):
            found.append(line)
    return found
