"""Words that YAML reads otherwise than whoever typed them, and says nothing: behind a ``#``, in lines that it joins."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from safeclass.course import slips
from safeclass.course.slips import Slip, slip_in
from safeclass.language.pattern import compile_later

WITHOUT_BAR = re.compile(r":\n( +)(?![-#\"'\[{|>&*!? ]|[^\s:]+:(?: |\n))\S.*\n(?: *\n)*\1\S")
"""A key with nothing behind it, and below it two lines of words or more."""
FOR_BAR = re.compile(rf": +([{slips.LIKE_A_BAR}]) *\n(?: *\n)*( +)\S")
"""A key with a sign behind it that looks like a ``|``, and a line below it that may stand further in."""
BEHIND_HASH = compile_later(r"^ *(?:- )?([a-z_]+): +([^\s\"'|>&*!{\[#][^\n]*? )#([^\n]*)$", re.MULTILINE)
"""Words without quotes, and behind them a sign that begins a comment."""
ONE_VALUE = compile_later(r"[A-Za-z0-9_.:/?=%&~+-]+ +")
"""An id, a number, a date or an address: a remark may follow it."""
REMARK_IN_WORDS = compile_later(r"^ +#", re.MULTILINE)
BEGINS_WORDS = compile_later(r"^( *(?:- )*)[a-z_]+: +[|>][-+\d]*\n", re.MULTILINE)
ANCHOR = compile_later(r"(?:^|[\s\[{,:-])&([\w-]+)", re.ASCII)
KEY_AND_HASH = compile_later(r" *(?:- )*[^\s:]+: +#")


def words_behind_hash(text: str, languages: Collection[str]) -> Iterator[Slip]:
    """Every place where words without quotes seem to go on behind a '#', and are not read.

    A remark may stand behind an id, and two spaces behind words that are not in a language.
    """
    for found in BEHIND_HASH.finditer(text):
        key, words, behind = found.groups()
        is_remark = ONE_VALUE.fullmatch(words) or (words.endswith("  ") and behind[:1] in (" ", ""))
        if key in languages or not is_remark:
            yield slip_in(text, slips.HASH, found.start(3) - 1)


def all_behind_hash(text: str, line: int) -> Slip | None:
    """That the words of a line without any stand behind a '#'; None where it holds none."""
    typed = text.split("\n", line + 1)[line]
    found = KEY_AND_HASH.match(typed)
    return slips.slip(slips.HASH, line, found.end() - 1) if found else None


def remarks_in_words(text: str) -> Iterator[Slip]:
    """Every line under a ``|`` that begins with '#' and is read as words."""
    if not REMARK_IN_WORDS.search(text):
        return
    for found in BEGINS_WORDS.finditer(text):
        least = len(found[1])
        within = 0
        at = found.end()
        while at < len(text):
            end = text.find("\n", at)
            line = text[at : end if end >= 0 else len(text)]
            words = line.lstrip(" ")
            indent = len(line) - len(words)
            if words and (indent <= least or indent < within):
                break
            within = within or (indent if words else 0)
            if words.startswith("#"):
                yield slip_in(text, slips.SHOWN_HASH, at + indent)
            if end < 0:
                break
            at = end + 1


def lines_without_bar(text: str) -> Iterator[Slip]:
    """Every key whose words begin in the line below it without a ``|``, so that their lines are joined to one."""
    for found in WITHOUT_BAR.finditer(text):
        yield slip_in(text, slips.NO_BAR, found.start(), key=_key_before(text, found.start())[1])
    for found in FOR_BAR.finditer(text):
        if len(found[2]) > len(_key_before(text, found.start())[0]):
            yield slip_in(text, slips.FOR_BAR, found.start(1), sign=found[1])


def _key_before(text: str, colon: int) -> tuple[str, str]:
    """What stands before the colon of a line: its spaces and dashes, and its key."""
    before = text[text.rfind("\n", 0, colon) + 1 : colon]
    key = before.lstrip(" -")
    return before[: len(before) - len(key)], key


def anchors(text: str) -> Iterator[Slip]:
    """Every word behind a ``&`` that YAML takes for the name of a place that nothing refers to."""
    lone = {name for name in ANCHOR.findall(text) if f"*{name}" not in text}
    if not lone:
        return
    import yaml

    for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        mark = event.start_mark
        if isinstance(event, yaml.ScalarEvent) and mark and event.anchor in lone:
            yield slips.slip(slips.ANCHOR, mark.line, mark.column, found=f"&{event.anchor}")
