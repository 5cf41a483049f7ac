"""Files that were written to hurt, or by accident do, and what may be asked of whoever reads them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from safeclass.course.course import Course
from safeclass.course.fault import Fault

SMALL_COURSE = Path(__file__).parent / "small_course"
WITH_CARE = "\n# &a sign of an anchor, in a comment that changes nothing\n"
"""What has a file read with care from the start."""
GOOD = (SMALL_COURSE / "lessons" / "every-kind.yaml").read_text(encoding="utf-8")
LANGUAGES = ("ko", "en")
KNOWN = Course(SMALL_COURSE).registry

LONGEST = 1.0
"""Seconds of computing that any file may take."""

HEAD = """\
lesson: short-one
title: {ko: 가, en: a}
aim: {ko: 가, en: a}
minutes: 1
can_do: []
turn_to: []
cards:
"""

SCENE = """\
- scene: a
  room: {ko: 가, en: a}
  intro: {ko: 가, en: a}
  people: [{id: p, name: {ko: 가, en: a}}]
  follows: p
  start: n0
  nodes:
"""
PAGE = "- page: p\n  title: {ko: 가, en: a}\n  text: {ko: '가', en: a}\n"
THINK = "- think: t\n  ask: {ko: 가, en: a}\n  lines:\n"
LINE = "  - {{id: l{}, text: {{ko: 가, en: a}}}}\n"


def chain(count: int) -> str:
    """A scene of many nodes, each leading to the next."""
    ways = (f"ways: [{{to: n{number + 1}, text: {{ko: 가, en: a}}}}]" for number in range(count - 1))
    return (
        SCENE
        + "".join(f"  - {{node: n{number}, lines: [], {way}}}\n" for number, way in enumerate(ways))
        + (f"  - {{node: n{count - 1}, lines: []}}\n")
    )


def bomb() -> str:
    """Few bytes that unfold to nine to the ninth."""
    lists = ["&a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefgh", "bcdefghi", strict=True):
        lists.append(f"&{name} [{', '.join([f'*{before}'] * 9)}]")
    return "".join(f"- {words}\n" for words in lists)


HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "100 KB of [": ("[" * 100_000, "too-deep"),
    "100 KB of {": ("{" * 100_000, "too-deep"),
    "100 KB of - ": ("- " * 50_000, "too-deep"),
    "100 KB of ? ": ("? " * 50_000, "too-deep"),
    "some brackets": ("[" * 4_999, "yaml-syntax or too-deep"),
    "closed brackets": (HEAD + "- " + "[" * 4_990 + "]" * 4_990, "not-mapping or too-deep"),
    "deep mappings": ("\n".join(" " * depth + "a:" for depth in range(1_300)), "unknown-key or too-deep"),
    "deep lists": (HEAD + "\n".join(" " * depth + "-" for depth in range(1_300)), "not-mapping or too-deep"),
    "alias bomb": (HEAD + bomb(), "not-mapping"),
    "alias bomb in words": (HEAD.replace("{ko: 가, en: a}\naim", "{ko: &t 가, en: *t}\nx:\n" + bomb() + "aim"), "unknown-key"),
    "recursive alias": (HEAD.replace("can_do: []", "can_do: &c [*c]") + "- page: x\n", "alias"),
    "recursive words": (HEAD.replace("aim: {ko: 가, en: a}", "aim: &a {ko: *a, en: *a}"), "not-scalar"),
    "recursive lesson": ("&lesson\n" + HEAD + "- *lesson\n", "alias"),
    "unknown alias": (HEAD + "- *nowhere\n", "yaml-syntax"),
    "50 MB in one word": ("lesson: " + "a" * 50_000_000, "too-large"),
    "10,000 keys": (HEAD + "".join(f"k{number}: 1\n" for number in range(10_000)), "unknown-key"),
    "10,000 languages": (HEAD.replace("aim: {", "aim: {" + "".join(f"l{n}: x, " for n in range(10_000))), "unknown-language"),
    "6,000 citations": (HEAD + PAGE.replace("'가'", "'" + "{a}" * 6_000 + "'"), "unknown-fact"),
    "10,000 bold signs": (HEAD + PAGE.replace("'가'", "'" + "**" * 10_000 + "'"), ""),
    "half a million signs": (HEAD + PAGE.replace("'가'", "'" + "가" * 300_000 + "'"), "too-long"),
    "a million keys": ("a:\n" * 333_000, "too-large"),
    "a million small things": (HEAD + "- [" + "a," * 500_000 + "]\n", "too-large"),
    "cards that are none": (HEAD + "- a\n" * 40_000, "too-many"),
    "aliases of one card": (HEAD + "- &a [x]\n" + "- *a\n" * 150_000, "too-many"),
    "a heap of accents": (HEAD + "# a" + "\u0301\u0316" * 200_000, "heaped-marks"),
    "a heap of accents, as a key": (HEAD + '"a' + r"\u0301\u0316" * 60 + '": 1\n', "heaped-marks"),
    "2,000 nodes": (HEAD + chain(2_000), ""),
    "2,000 lone nodes": (HEAD + SCENE + "".join(f"  - {{node: n{n}, lines: []}}\n" for n in range(2_000)), "unreachable"),
    "2,000 nodes that lead nowhere": (HEAD + chain(2_000).replace("to: n", "to: x"), "unknown-name"),
    "5,000 lines twice": (HEAD + THINK + "".join(LINE.format(number // 2) for number in range(5_000)), "duplicate-id"),
    "2,000 cards of one name": (HEAD + PAGE * 2_000, "duplicate-id"),
    "NUL": (HEAD + "\0", "control-character"),
    "escape sequence": (HEAD + "# \x1b[2J", "control-character"),
    "C1 control": (HEAD + "# \x9b2J", "control-character"),
    "right to left": (HEAD + "# \u202e", "control-character"),
    "Hangul that is not there": (HEAD + "# \u3164", "control-character"),
    "written escape sequence": (HEAD.replace("en: a}\naim", 'en: "\\e[2J"}\naim'), "control-character"),
    "written bell in a key": (HEAD + '"\\a": x\n', "control-character"),
    "not a character": (HEAD + "# \uffff", ""),
    "half a character": (HEAD.encode() + b"# \xed\xa0\x80", "not-utf-8"),
    "half a character, written": (HEAD + 'x: "\\ud800"', "yaml-syntax"),
    "CP949": (HEAD.encode("cp949"), "not-utf-8"),
    "UTF-16": (HEAD.encode("utf-16"), "not-utf-8"),
    "UTF-16 without a mark": (HEAD.encode("utf-16-le"), "not-utf-8"),
    "binary": (bytes(range(256)) * 400, "not-utf-8"),
    "tabs": ("lesson: x\n\ttitle: y\n", "yaml-syntax"),
    "merge key": (HEAD + "<<: {minutes: 2}\n", "unknown-key"),
    "merge key in words": (HEAD.replace("aim: {", "aim: {<<: {fr: x}, "), "unknown-language"),
    "custom tag": (HEAD.replace("minutes: 1", "minutes: !eval 1"), "tag"),
    "Python tag": (HEAD.replace("minutes: 1", "minutes: !!python/object/apply:os.abort []"), "not-scalar"),
    "binary tag": (HEAD.replace("minutes: 1", "minutes: !!binary MQ=="), "not-a-number"),
    "list as a key": (HEAD + "? [a]\n: b\n", "unknown-key"),
    "mapping as a key": (HEAD + "? {a: b}\n: c\n", "unknown-key"),
    "itself as a key": ("&x {? *x : y}", "unknown-key"),
    "decomposed id": (HEAD.replace("lesson: short-one", "lesson: " + unicodedata.normalize("NFD", "짧은-것")), "bad-id"),
    "two documents": (HEAD + "---\n" + HEAD, "yaml-syntax"),
    "a directive": ("%YAML 9.9\n---\n" + HEAD, "yaml-syntax"),
}
"""What a file holds, and the rule it breaks; none where it only has to be read in time.

How deep is too deep for the parser depends on its version: PyYAML 6.0.4 refuses what 6.0.3 still reads.
"""

STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""Signs that do something to a terminal in place of being shown."""


def is_well_told(fault: Fault) -> bool:
    """Whether a fault has a place in a file, and words that a terminal can be given."""
    words = [fault.say("ko"), fault.say("en"), fault.say_mend("ko"), fault.say_mend("en")]
    is_placed = fault.place.path != "" and fault.place.line >= 0 and fault.place.column >= 0
    return is_placed and all(part.strip() and not STEERING.search(part) for part in words)
