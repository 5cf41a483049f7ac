"""What decides something is held against the record of reviews: right answers, numbers, days, who says what, what is there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from reviewing import LESSON, replaced, rules, told

VALUES = [
    ("the right answer", LESSON, "{id: note-time, right: true, ", "{id: note-time, ", [("right", "true", "false")]),
    ("another right answer", LESSON, "{id: open, ", "{id: open, right: true, ", [("right", "false", "true")]),
    ("where a thing belongs", LESSON, "{id: public, in: missing", "{id: public, in: given", [("in", "missing", "given")]),
    ("what fills a blank", LESSON, "{id: never, ", "{id: never, fills: c, ", [("fills", "-", "c")]),
    ("the mark that a choice leaves", LESSON, "marks: spoke", "marks: spok", [("marks", "spoke", "spok")]),
    (
        "since when the law is so",
        "facts.yaml",
        "    since: 2024-10-16\n",
        "    since: 2024-10-18\n",
        [("since", "2024-10-16", "2024-10-18")],
    ),
    (
        "who says it",
        LESSON,
        '{who: jio, text: {ko: "아니"',
        '{who: yujin, text: {ko: "아니"',
        [("lines", "who=yujin, who=jio", "who=yujin, who=yujin")],
    ),
    (
        "where to turn first",
        LESSON,
        'turn_to: ["1366", school]',
        'turn_to: [school, "1366"]',
        [("turn_to", "1366 school", "school 1366")],
    ),
    (
        "until when it was law",
        "facts.yaml",
        "        until: 2024-10-15",
        "        until: 2024-10-14",
        [("earlier", "since=2020-06-25 until=2024-10-15", "since=2020-06-25 until=2024-10-14")],
    ),
    ("a number to dial", "channels.yaml", 'number: "1366"', 'number: "1336"', [("number", "1366", "1336")]),
]


@pytest.mark.parametrize(("what", "file", "old", "new", "told_of"), VALUES, ids=[value[0] for value in VALUES])
def test_a_value_that_decides_something_is_told_where_it_changed(
    what: str, file: str, old: str, new: str, told_of: list[tuple[str, str, str]], reviewed: Path
) -> None:
    replaced(reviewed, old, new, file)
    changed = [fault for fault in told(reviewed) if fault.rule == "changed-value"]
    assert [(fault.names["key"], fault.names["old"], fault.names["new"]) for fault in changed] == told_of, what
    assert changed[0].place.path == file
    assert new.split("\n")[0].strip() in "".join(
        (reviewed / file).read_text(encoding="utf-8").splitlines()[changed[0].place.line - 2 :]
    )


def test_the_order_that_is_right_is_such_a_value(reviewed: Path) -> None:
    path = reviewed / LESSON
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    first = next(at for at, line in enumerate(lines) if "order: up-to-posting" in line) + 3
    lines[first], lines[first + 1] = lines[first + 1], lines[first]
    path.write_text("".join(lines), encoding="utf-8")
    assert [fault.names["key"] for fault in told(reviewed)] == ["items"]


def test_a_record_from_before_values_were_kept_asks_for_none(reviewed: Path) -> None:
    for path in (reviewed / "reviewed").rglob("*.json"):
        record = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({name: words for name, words in record.items() if "=" not in words}), encoding="utf-8")
    assert told(reviewed) == []
    replaced(reviewed, "{id: open, ", "{id: open, right: true, ")
    assert told(reviewed) == []


def test_what_is_new_has_no_changed_value(reviewed: Path) -> None:
    option = '      - {id: wait, right: true, text: {ko: "쉬어요", en: "Rest"}, why: {ko: "쉬어도 돼요.", en: "Rest is due."}}\n'
    line = next(
        line for line in (reviewed / LESSON).read_text(encoding="utf-8").splitlines(keepends=True) if "{id: note-time" in line
    )
    replaced(reviewed, line, line + option)
    assert rules(reviewed) == ["unreviewed"]


def test_words_that_changed_places_are_told_at_both(reviewed: Path) -> None:
    path = reviewed / LESSON
    one, other = '{ko: "{112}", en: "{112}"}', '{ko: "{1366}", en: "{1366}"}'
    words = path.read_text(encoding="utf-8")
    swapped = words.replace(one, "<here>").replace(f"right: {other}", f"right: {one}").replace("<here>", other)
    path.write_text(swapped, encoding="utf-8")
    assert [(fault.rule, fault.names["old"], fault.names["new"]) for fault in told(reviewed)] == [
        ("rewritten", "{112}", "{1366}"),
        ("rewritten", "{1366}", "{112}"),
    ]


def test_what_is_deleted_is_told_once_and_what_is_moved_is_not(reviewed: Path) -> None:
    path = reviewed / LESSON
    words = path.read_text(encoding="utf-8")
    begin, end = words.index("  - help: where-to-turn"), words.index("closing:")
    path.write_text(words[:begin] + words[end:], encoding="utf-8")
    (fault,) = told(reviewed)
    assert (fault.rule, fault.names["things"], fault.place.path) == ("gone-since-review", "where-to-turn", LESSON)
    moved = words[:begin].replace("cards:\n", f"cards:\n{words[begin:end]}", 1) + words[end:]
    path.write_text(moved, encoding="utf-8")
    assert rules(reviewed) == []
    option = next(line for line in words.splitlines(keepends=True) if "{id: never," in line)
    path.write_text(words.replace(option, ""), encoding="utf-8")
    assert [fault.names["things"] for fault in told(reviewed)] == ["two-words/bank/never"]
    path.write_text(words.replace(option, option.replace("text:", "txt:")), encoding="utf-8")
    assert rules(reviewed) == [], "what cannot be read is not gone"
