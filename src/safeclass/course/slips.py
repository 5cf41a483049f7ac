"""What a hand slips on while it types YAML: told in plain words, with what is probably meant.

The parser stops where it can go no further, which is often after the slip, and its words are about itself. So the words
that were typed are looked at, around the place where it stopped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from safeclass.language import N_


class Slip(NamedTuple):
    """One slip: what is wrong and how to mend it, as msgids with ``{names}``, and where; lines and columns count from 0."""

    wrong: str
    mend: str
    line: int
    column: int
    names: dict[str, str]


class Stop(NamedTuple):
    """Where a parser stopped, in its own words; lines and columns count from 0."""

    problem: str
    line: int
    column: int
    begun: tuple[int, int]
    """Where the thing began that it was reading."""


WIDE_COLON = "\uff1a"
"""The colon that Korean and Chinese input types at full width; to YAML it is a letter."""
WIDE_COMMA_SIGN = "\uff0c"
"""The comma of that width."""

QUOTED_WHOLE = N_("Put the words in double quotes.")
SECOND_COLON = (N_("There is a second ':' in this line, outside quotes."), QUOTED_WHOLE)
TAB = (N_("There is a tab here."), N_("Use spaces, two for each level. Most editors can write spaces for the Tab key."))
WIDE = (
    N_("This colon is a full-width one."),
    N_("Switch Korean input off and type ':' and a space."),
)
WIDE_COMMA = (N_("This comma is a full-width one."), N_("Switch Korean input off and type ',' and a space."))
NO_SPACE = (N_("No space follows the ':' or '-' in '{found}'."), N_("Write a space after it."))
NO_COLON = (
    N_("There is no key with ':' in this line."),
    N_("Write key, ':' and a space. Words that go on under '|' start further in than their key."),
)
SPECIAL = (N_("Words cannot begin with '{sign}' here."), QUOTED_WHOLE)
BRACE_FIRST = (N_("Words that begin with '{{' have to be quoted."), QUOTED_WHOLE)
NOT_CLOSED = (N_("A quote opens here and is never closed."), N_("Write the closing quote at the end of the words."))
AFTER_QUOTE = (
    N_("The quotes do not pair: words end before this place, and more follows."),
    N_("Put the whole in double quotes and quote inside them with '...'. Or a quote is missing here or above."),
)
NO_COMMA = (N_("There is no comma before '{found}'."), N_('Part the languages with a comma: ko: "...", en: "...".'))
BRACKET_OPEN = (N_("This '{sign}' is never closed."), N_("Close it with '{closing}' at the end of the line."))
BRACKET_TOO_MANY = (N_("There is a '{sign}' too many here."), N_("Delete it, or write the bracket that opens it."))
UNEVEN = (
    N_("This line does not line up with the lines above."),
    N_("Start it in the same column as the line it belongs with. A card starts with '- '."),
)
TOO_FAR_IN = (
    N_("This line starts further in than it should."),
    N_("Start it in the same column as the key above. Or the line above lacks its quotes or its ':'."),
)
BACKSLASH = (N_("A backslash cannot stand here."), N_("Delete it: no letter needs one here."))
SECOND_FILE = (N_("A line of '---' begins another file."), N_("Delete that line."))
AFTER_BAR = (N_("Words stand in the line of '|' or '>'."), N_("Begin them in the next line, further in than the key."))
NO_BAR = (
    N_("These lines run together, and a blank line among them is no paragraph: '|' is missing behind '{key}:'."),
    N_("Write '|' behind it, or put the words into one line, in double quotes."),
)
HASH = (N_("What follows ' #' is a comment and is not read."), QUOTED_WHOLE)

SPECIAL_SIGN = (
    "alias",
    "cannot start any token",
    "numeric character",
    "whitespace or line break",
    "expected ' '",
    "expected URI",
)
"""What the parser's words hold where a sign that means something to it stands first."""
TABBED = re.compile(r"[ -]*\t")
HASH_AFTER = re.compile(r"[:,{\[] #")
CITATION_FIRST = re.compile(r"(?:^\s*- |: )\{[a-z0-9-]+(?:[.:][^{}\s]*)?\} *[^,}\]\s#]")
KEY_FOLLOWS = re.compile(r"[a-z_]+:")
WITHOUT_SPACE = re.compile(r"^\s*(?:- )?([a-z_]+:\S{1,12})|^\s*(-[a-z_]+)")
NO_SPACE_AFTER_DASH = re.compile(r"^\s*(-[a-z_]+:)")
WITHOUT_BAR = re.compile(r":\n( +)(?![-#\"'\[{|>&*!? ]|[^\s:]+:(?: |\n))\S.*\n(?: *\n)*\1\S")
"""A key with nothing behind it, and below it two lines of words or more."""
BEHIND_HASH = re.compile(r"^ *(?:- )?[a-z_]+: +[^\s\"'|>&*!{\[#][^\"'\n]*?( #[^\s#][^\n]*)$", re.MULTILINE)
"""Words without quotes, and behind them a sign that begins a comment but is set like a part of the words, as in #1."""
CLOSING = {"{": "}", "[": "]"}


def slip_at(text: str, stop: Stop) -> Slip | None:
    """The slip that probably stopped a parser; None where the words around give no hint."""
    lines = text.split("\n")
    line = lines[stop.line] if stop.line < len(lines) else ""
    before, rest = line[: stop.column].rstrip(), line[stop.column :]
    above = _line_above(lines, stop.line)
    problem = stop.problem
    for number in (stop.line, above):
        if number < len(lines) and (tab := TABBED.match(lines[number])):
            return _slip(TAB, number, tab.end() - 1)
    if "unexpected end of stream" in problem:
        return _slip(NOT_CLOSED, *stop.begun)
    for number in (above, stop.line):
        if wide := re.match(rf"\s*(?:- )?[a-z_]+\s*{WIDE_COLON}", lines[number] if number < len(lines) else ""):
            return _slip(WIDE, number, wide.end() - 1)
    for number in (above, stop.line):
        if dash := NO_SPACE_AFTER_DASH.match(lines[number] if number < len(lines) else ""):
            return _slip(NO_SPACE, number, dash.start(1), found=dash[1])
    if "another document" in problem:
        return _slip(SECOND_FILE, stop.line, stop.column)
    if "escape" in problem:
        return _slip(BACKSLASH, stop.line, stop.column)
    if "comment or" in problem or "a comment" in problem:
        return _slip(AFTER_BAR, stop.line, stop.column)
    if any(words in problem for words in SPECIAL_SIGN):
        return _special(line, stop)
    if "mapping values" in problem:
        if ": " in before:
            return _slip(SECOND_COLON, stop.line, stop.column)
        return _slip(TOO_FAR_IN, stop.line, len(line) - len(line.lstrip()))
    if "expected ':'" in problem:
        return _without_colon(lines, stop)
    if brace := CITATION_FIRST.search(line):
        return _slip(BRACE_FIRST, stop.line, line.index("{", brace.start()))
    if rest[:1] in ("}", "]") and rest:
        return _slip(BRACKET_TOO_MANY, stop.line, stop.column, sign=rest[0])
    if rest[:1] == WIDE_COMMA_SIGN:
        return _slip(WIDE_COMMA, stop.line, stop.column)
    if before.endswith(("'", '"')):
        if found := KEY_FOLLOWS.match(rest):
            return _slip(NO_COMMA, stop.line, stop.column, found=found[0])
        return _slip(AFTER_QUOTE, stop.line, stop.column)
    return _open_or_uneven(lines, stop)


def _special(line: str, stop: Stop) -> Slip:
    column = stop.column
    while column > 0 and line[column - 1 : column] not in ("", " "):
        column -= 1
    return _slip(SPECIAL, stop.line, column, sign=line[column : column + 1])


def _without_colon(lines: list[str], stop: Stop) -> Slip:
    number, column = stop.begun
    line = lines[number] if number < len(lines) else ""
    if found := WITHOUT_SPACE.match(line):
        return _slip(NO_SPACE, number, column, found=found[1] or found[2])
    return _slip(NO_COLON, number, column)


def _open_or_uneven(lines: list[str], stop: Stop) -> Slip | None:
    number, column = stop.begun
    begun = lines[number] if number < len(lines) else ""
    for near in (number, _line_above(lines, number)):
        if near < len(lines) and (found := HASH_AFTER.search(lines[near])):
            return _slip(HASH, near, found.end() - 1)
    if begun[column : column + 1] in CLOSING and "expected key" not in stop.problem and "<block end>" not in stop.problem:
        sign = begun[column]
        return _slip(BRACKET_OPEN, number, column, sign=sign, closing=CLOSING[sign])
    if "expected key" in stop.problem or "<block end>" in stop.problem or "'-' indicator" in stop.problem:
        return _slip(UNEVEN, stop.line, stop.column)
    return None


def _line_above(lines: list[str], number: int) -> int:
    """The nearest line above that holds something."""
    return next((above for above in range(min(number, len(lines)) - 1, -1, -1) if lines[above].strip()), number)


def _slip(words: tuple[str, str], line: int, column: int, **names: str) -> Slip:
    return Slip(*words, line, column, names)


def words_behind_hash(text: str) -> Iterator[Slip]:
    """Every place where words without quotes seem to go on behind a '#', and are not read."""
    for found in BEHIND_HASH.finditer(text):
        start = found.start(1) + 1
        yield _slip(HASH, text.count("\n", 0, start), start - text.rfind("\n", 0, start) - 1)


def lines_without_bar(text: str) -> Iterator[Slip]:
    """Every key whose words begin in the line below it without a ``|``, so that their lines are joined to one."""
    for found in WITHOUT_BAR.finditer(text):
        begin = text.rfind("\n", 0, found.start()) + 1
        key = text[begin : found.start()].strip().removeprefix("- ")
        yield _slip(NO_BAR, text.count("\n", 0, begin), found.start() - begin, key=key)
