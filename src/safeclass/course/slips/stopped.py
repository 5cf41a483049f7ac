"""Where a parser stopped, and the slip of the pen that probably stopped it.

The parser stops where it can go no further, which is often after the slip, and its words are about itself. So the lines that
were typed are looked at, each for itself, up to the one where it stopped; and where none holds a slip, how they stand together.
"""

from __future__ import annotations

import re

from safeclass.course import slips
from safeclass.course.slips import Slip, Stop, slip
from safeclass.course.slips.braces import CLOSING
from safeclass.course.slips.every_key import every_key
from safeclass.course.slips.mistyped import WITHOUT_SPACE
from safeclass.course.slips.typed_lines import MOST_LINES, Lines

SPECIAL_SIGN = (
    "alias",
    "cannot start any token",
    "numeric character",
    "whitespace or line break",
    "expected whitespace",
    "expected ' '",
    "expected '!'",
    "URI",
    "tag",
    "directive",
    "version number",
    "expected digit",
    "mapping keys",
    "alphabetical",
)
"""What the parser's words hold where a sign that means something to it stands first."""
BEGINS_ENTRY = re.compile(r"( *)([a-z_]+): ")
ENTRY = re.compile(r"( *)- ([a-z_]+:|\{)")
TABBED = re.compile(r"[ -]*\t")


def slip_at(text: str, stop: Stop) -> Slip:
    """The slip that probably stopped a parser; in the last resort, that it stopped there."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    for number in (stop.line, _line_above(lines, stop.line)):
        if number < len(lines) and (tab := TABBED.match(lines[number])):
            return slip(slips.TAB, number, tab.end() - 1)
    return next(Lines(text, stop.line).slips(), None) or _around(lines, stop)


def _around(lines: list[str], stop: Stop) -> Slip:
    """What is wrong with how lines stand together."""
    line = lines[stop.line] if stop.line < len(lines) else ""
    before, problem = line[: stop.column].rstrip(), stop.problem
    if "end of stream" in problem or "document indicator" in problem or "document separator" in problem:
        return slip(slips.NOT_CLOSED, *stop.begun)
    if "another document" in problem or ("document" in problem and line.startswith(("---", "..."))):
        return slip(slips.SECOND_FILE, stop.line, stop.column)
    if "escape" in problem and "URI" not in problem:
        return slip(slips.BACKSLASH, stop.line, stop.column)
    if "comment or" in problem or "a comment" in problem or "indentation indicator" in problem or "chomping" in problem:
        return slip(slips.AFTER_BAR, stop.line, stop.column)
    if any(words in problem for words in SPECIAL_SIGN):
        return _special(line, stop)
    if "mapping values" in problem:
        if ": " in before:
            return slip(slips.SECOND_COLON, stop.line, stop.column)
        if lost := _lost_key(lines, stop.line) or _lost_dash(lines, _line_above(lines, stop.line)):
            return lost
        return slip(slips.TOO_FAR_IN, stop.line, len(line) - len(line.lstrip()))
    if "expected ':'" in problem:
        return _without_colon(lines, stop)
    if line[stop.column : stop.column + 1] in ("}", "]"):
        return slip(slips.BRACKET_TOO_MANY, stop.line, stop.column, sign=line[stop.column])
    return _open_or_uneven(lines, line, stop)


def _special(line: str, stop: Stop) -> Slip:
    column = min(stop.column, len(line))
    while column > 0 and line[column - 1] not in (" ", "\t"):
        column -= 1
    if column == len(line):
        return slip(slips.UNREADABLE, stop.line, stop.column)
    return slip(slips.SPECIAL, stop.line, column, sign=line[column])


def _without_colon(lines: list[str], stop: Stop) -> Slip:
    number, column = stop.begun
    line = lines[number] if number < len(lines) else ""
    if found := WITHOUT_SPACE.match(line):
        return slip(slips.NO_SPACE, number, column, found=found[1] or found[2])
    return slip(slips.NO_COLON, number, column)


def _open_or_uneven(lines: list[str], line: str, stop: Stop) -> Slip:
    number, column = stop.begun
    begun = lines[number] if number < len(lines) else ""
    is_block = any(words in stop.problem for words in ("expected key", "<block end>", "'-' indicator", "sequence entries"))
    if begun[column : column + 1] in CLOSING and begun and not is_block:
        sign = begun[column : column + 1]
        if sign and _is_open(lines, number, column):
            return slip(slips.BRACKET_OPEN, number, column, sign=sign, closing=CLOSING[sign])
    if is_block:
        return (
            _first_without_dash(lines, stop.line)
            or _lost_key(lines, stop.line)
            or _lost_dash(lines, stop.line)
            or slip(slips.UNEVEN, stop.line, stop.column)
        )
    if "node content" in stop.problem and (sign := line[stop.column : stop.column + 1].strip()):
        return slip(slips.STRAY, stop.line, stop.column, sign=sign)
    return slip(slips.UNREADABLE, stop.line, stop.column)


def _lost_dash(lines: list[str], number: int) -> Slip | None:
    """That a line lost its dash: elsewhere in the file, in its column, its key begins an entry."""
    found = BEGINS_ENTRY.match(lines[number]) if number < len(lines) else None
    if found is None:
        return None
    spaces, key = found.groups()
    entries = tuple(f"{before}- {key}: " for before in (spaces, spaces.removeprefix("  ")))
    is_entry = any(line.startswith(entries) for line in lines)
    return slip(slips.DASH_LOST, number, len(spaces), key=key) if is_entry else None


def _first_without_dash(lines: list[str], number: int) -> Slip | None:
    """That the first entry of a list lost its dash, noticed only where the second one has one; or that the list lost its key."""
    entry = ENTRY.match(lines[number]) if number < len(lines) else None
    if entry is None:
        return None
    spaces, begin = entry.groups()
    has_passed_key = False
    for above in range(number - 1, max(-1, number - MOST_LINES), -1):
        line = lines[above]
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if indent - len(spaces) in ((0,) if has_passed_key else (0, 2)) and line[indent:].startswith(begin):
            key = begin.rstrip(":")
            return slip(slips.DASH_LOST, above, indent, key=key) if key != begin else slip(slips.NO_DASH, above, indent)
        if line.startswith(f"{spaces}- ") or (line.partition(" #")[0].rstrip().endswith(":") and not has_passed_key):
            return None
        if indent < len(spaces):
            break
        has_passed_key |= indent == len(spaces)
    return slip(slips.NO_KEY_OF_LIST, number, len(spaces)) if has_passed_key else None


def _lost_key(lines: list[str], number: int) -> Slip | None:
    """That words in a language stand under a key that has its own value: the line with their key was lost."""
    found = BEGINS_ENTRY.match(lines[number]) if number < len(lines) else None
    if found is None or found[2] in every_key():
        return None
    above = next((line for line in reversed(lines[:number]) if line.strip() and not line.lstrip().startswith("#")), "")
    key = BEGINS_ENTRY.match(above)
    if key is None or key[2] not in every_key() or len(key[1]) >= len(found[1]):
        return None
    return slip(slips.NO_KEY_ABOVE, number, len(found[1]))


def _is_open(lines: list[str], number: int, column: int) -> bool:
    """Whether more brackets open than close from a place on, in a rough count."""
    words = "\n".join([lines[number][column:], *lines[number + 1 : number + 200]])
    return sum(map(words.count, CLOSING)) > sum(map(words.count, CLOSING.values()))


def _line_above(lines: list[str], number: int) -> int:
    """The nearest line above that holds something."""
    return next((above for above in range(min(number, len(lines)) - 1, -1, -1) if lines[above].strip()), number)
