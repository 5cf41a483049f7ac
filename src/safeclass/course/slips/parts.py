"""The parts of a file, told by its lines alone, so that one that no parser can read is cut out and the rest is read."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

AT_THE_TOP = re.compile(r"([a-z_]+):(?:\s|$)")
"""A key at the top of a file."""
ITEM = re.compile(r"( *)- ")


class Part(NamedTuple):
    """Some lines of a file that can be taken out of it: an item of a list, or a key at the top with all that is under it."""

    key: str
    """The key at the top that it stands under, or is."""
    lines: range
    """Its lines, counted from 0."""
    column: int
    """Where what it says begins in its first line, counted from 0."""
    names: frozenset[str]
    """What is called something in an item, as far as that can be seen: the item, and another one whose dash was lost."""
    is_item: bool


def part_at(lines: Sequence[str], number: int, lists: Collection[str]) -> Part | None:
    """The part that a line is in: of the named lists an item, unless it is the only one; None above the first key."""
    first = next((above for above in range(min(number, len(lines) - 1), -1, -1) if AT_THE_TOP.match(lines[above])), None)
    if first is None:
        return None
    end = next((below for below in range(number + 1, len(lines)) if AT_THE_TOP.match(lines[below])), len(lines))
    key = lines[first].partition(":")[0]
    begins = _begins(lines, range(first + 1, end)) if key in lists else []
    begin = max((begin for begin in begins if begin <= number), default=None)
    if begin is None or len(begins) == 1:
        return Part(key, range(first, end), 0, frozenset(), is_item=False)
    item = range(begin, min((after for after in begins if after > begin), default=end))
    named = re.compile(rf"\W*{key.removesuffix('s')}\W+([\w-]+)")
    names = frozenset(found[1] for number in item if (found := named.match(lines[number])))
    return Part(key, item, lines[begin].index("-") + 2, names, is_item=True)


def without(lines: Sequence[str], part: Part) -> list[str]:
    """The lines with a part left blank, so that all others keep their numbers."""
    return [*lines[: part.lines.start], *[""] * len(part.lines), *lines[part.lines.stop :]]


def _begins(lines: Sequence[str], among: range) -> list[int]:
    """The lines at which the items of a list begin: all those with a dash in the column of the first one."""
    first = next((found[1] for number in among if (found := ITEM.match(lines[number]))), None)
    return [] if first is None else [number for number in among if lines[number].startswith(f"{first}- ")]
