"""What a hand slips on while it types YAML is told where it slipped, in plain words, and never in those of the parser."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from typed_slips import ACCEPTED, HERE, IN_A_LINE, IN_BRACES, SLIPS

from safeclass.course import yaml_file
from safeclass.course.course import Course
from safeclass.course.fault import Fault
from safeclass.course.picking import Choice
from safeclass.course.reading import Reading
from safeclass.course.slips.typed_lines import Lines
from safeclass.paths import shipped

SHIPPED = shipped()
STOPPED = 'aim: "\n'
"""What no parser gets beyond."""
ALL = SLIPS + IN_BRACES + IN_A_LINE + [(told, words + STOPPED) for told, words in ACCEPTED]


def typed(words: str) -> tuple[str, tuple[int, int]]:
    """The words as they were typed, and the line and column of the slip."""
    start = words.index(HERE)
    return words.replace(HERE, ""), (words.count("\n", 0, start) + 1, start - words.rfind("\n", 0, start))


def fault_of(words: str) -> Fault:
    with pytest.raises(yaml_file.Unreadable) as told:
        yaml_file.compose(words, "lessons/a.yaml")
    return told.value.fault


@pytest.mark.parametrize(("told", "words"), ALL)
def test_a_slip_is_told_where_it_is_and_in_both_languages(told: str, words: str) -> None:
    as_typed, place = typed(words)
    fault = fault_of(as_typed)
    assert told in fault.say("en")
    assert (fault.place.line, fault.place.column) == place
    for part in (fault.say("ko"), fault.say_mend("ko")):
        assert re.search("[가-힣]", part)
        assert not re.search(r"[A-Za-z]{3,}", re.sub(r"'[^']*'|Tab|YAML|Enter|Shift|\bko: .*|\(U.*\)", "", part)), (
            "no words of the parser"
        )


@pytest.mark.parametrize(("told", "words"), ALL)
def test_the_parser_that_is_written_in_python_leads_to_the_same_words(
    told: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_file, "_loader", lambda **_kind: yaml.SafeLoader)
    as_typed, (line, _column) = typed(words)
    fault = fault_of(as_typed)
    assert told in fault.say("en")
    assert fault.place.line == line


@pytest.mark.parametrize(("told", "words"), ALL)
def test_how_lines_end_makes_no_difference(told: str, words: str) -> None:
    as_typed, _place = typed(words)
    assert fault_of(as_typed.replace("\n", "\r\n")) == fault_of(as_typed)


@pytest.mark.parametrize(
    ("rule", "told", "words"),
    [
        ("unknown-key", "full-width", "choice: a\n<?>ask：{ko: 가}\n"),
        ("unknown-key", "'ask:{ko'", "<?>ask:{ko: 가}\nchoice: a\n"),
        ("unknown-key", "'-choice'", "<?>-choice: a\n"),
        ("unknown-language", "'ko:\"가\"'", 'choice: a\nask: {<?>ko:"가", en:"a"}\n'),
        ("unknown-key", "Is 'options' meant?", "choice: a\n<?>optoins: []\n"),
        ("unknown-language", "comma before 'only me'", "choice: a\nask: {ko: 가, en: you, <?>only me}\n"),
        ("unknown-key", "Keys here are: choice,", "choice: a\n<?>colour: []\n"),
        ("tag", "double quotes", "choice: a\nask: {ko: <?>!so , en: a}\n"),
        ("unknown-language", "No ':' follows 'en'", 'choice: a\nask: {ko: 가, <?>en "A little hurt"}\n'),
        ("unknown-language", "full-width", 'choice: a\nask: {ko: 가, <?>en： "A little hurt"}\n'),
        ("unknown-language", "(U+3000)", 'choice: a\nask: {ko: 가, <?>en:\u3000"A little hurt"}\n'),
        ("unknown-key", "No ':' follows 'options'", "choice: a\n? <?>options []\n"),
        ("unknown-key", "begins this line where '-' is due", "? <?>– choice\n: a\n"),
        ("words-behind-hash", "comment", "choice: a\nask:\n  ko: 신고할 <?># 때\n  en: a\n"),
        ("words-behind-hash", "comment", "choice: a\nask:\n  ko: 신고 <?># 때\n  en: a\n"),
        ("words-behind-hash", "comment", "choice: a\nask:\n  ko: 유진이는 '응'이라고 <?># 답해요\n  en: a\n"),
        ("words-behind-hash", "comment", "choice: a\nask:\n  ko: <?>#1로 물어요\n  en: a\n"),
        ("words-behind-hash", "comment", "choice: a\nask:\n  ko: <?># 말해요\n  en: a\n"),
        (
            "words-behind-hash",
            "pupils read it",
            "choice: a\nask:\n  ko: |\n    가요\n\n    <?># 나중에 고치기\n    나요\n  en: a\n",
        ),
        ("lines-without-bar", "where '|' is due", "choice: a\nask:\n  ko: <?>ㅣ\n    가요.\n\n    나요.\n  en: a\n"),
        ("lines-without-bar", "where '|' is due", "choice: a\nask:\n  ko: <?>l\n    가요.\n  en: a\n"),
        ("alias", "'&They' is taken away", "choice: a\nask:\n  ko: 가\n  en: <?>&They say so\n"),
        ("empty-text", "'null' means", "choice: a\nask: {ko: 가, en: <?>null}\n"),
        ("empty-text", "'~' means", "choice: a\nask: {ko: <?>~, en: a}\n"),
        (
            "duplicate-key",
            "'- choice: ...'",
            "choice: a\nask: {ko: 가, en: a}\noptions: []\n<?>ask: {ko: 나, en: b}\noptions: []\n",
        ),
        ("duplicate-key", "'- ' before it is missing", "choice: a\noptions: []\n<?>choice: b\noptions: []\n"),
        ("not-sequence", "Write them in '[ ]', parted by commas: [a, b].", "choice: a\nfacts: <?>a, b\n"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_slip_that_yaml_does_not_notice_is_told_by_the_reader(rule: str, told: str, words: str, end: str) -> None:
    as_typed, place = typed(words)
    reading = Reading("lessons/a.yaml", ("ko", "en"))
    reading.read(as_typed.replace("\n", end).encode(), Choice)
    found: list[Any] = [fault for fault in reading.faults if fault.rule == rule]
    assert told in f"{found[0].say('en')} {found[0].say_mend('en')}"
    assert (found[0].place.line, found[0].place.column) == place


@pytest.mark.parametrize(
    "words",
    [
        "choice: a  #메모\n",
        "choice: a # a remark\n",
        "facts: [a]  # the first\n",
        "options: # all of them\n- id: b\n",
        "ask:\n  ko: |\n    가요\n  # a remark\n  en: a\n",
        'ask: {ko: "null", en: "~"}\n',
        "ask:\n  ko: l\n  en: a\n",
    ],
)
def test_what_is_no_slip_is_not_told(words: str) -> None:
    reading = Reading("lessons/a.yaml", ("ko", "en"))
    reading.read(words.encode(), Choice)
    assert {fault.rule for fault in reading.faults} <= {"missing-key", "unknown-kind"}


def test_a_card_that_lost_its_dash_is_told_once_where_it_begins(course_folder: Path) -> None:
    path = course_folder / "lessons" / "every-kind.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("- think: my-words", "  think: my-words"), encoding="utf-8")
    _lesson, faults = Course(course_folder).lesson("every-kind")
    assert [(fault.rule, fault.names["key"]) for fault in faults] == [("unknown-key", "think")]
    assert "'- '" in faults[0].say_mend("en")


def test_a_key_that_runs_into_its_words_is_told_once() -> None:
    reading = Reading("lessons/a.yaml", ("ko", "en"))
    reading.read(b'choice: a\nask: {ko: "a", en "b"}\noptions: []\n', Choice)
    assert [fault.rule for fault in reading.faults] == ["unknown-language"]


@pytest.mark.parametrize("path", sorted(SHIPPED.rglob("*.yaml")), ids=lambda path: path.name)
def test_in_a_line_that_is_well_written_no_slip_is_found(path: Path) -> None:
    assert list(Lines(path.read_text(encoding="utf-8"), 1_000_000).slips()) == []


PARSERS = re.compile(r"expect|context|indicator|token|scalar|mapping|<block|stream|alphabetic|node content")
"""Words of the parser."""


@pytest.mark.parametrize(
    "sign",
    [",,", "- ", "? ", "[", "}", "{", "%", "@", "`", "!<", "!x!y ", "&", "*", "|9x", "|0", ">x", ": ", "\\", "---", "...", "'"],
)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_no_word_of_the_parser_reaches_whoever_types(sign: str, loader: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_file, "_loader", lambda **_kind: getattr(yaml, loader))
    good = '%title:\n  ko: %|\n    가%요\n  en: %a%\n%cards:\n%- {page: %a, b: %[c%, d]%}%\n- "%x\\%y"%\n'
    for at in (found.start() for found in re.finditer("%", good)):
        words = (good[:at] + sign + good[at:]).replace("%", "") if sign != "%" else good[: at + 1].replace("%", "") + sign
        try:
            yaml_file.compose(words, "lessons/a.yaml")
        except yaml_file.Unreadable as told:
            fault = told.fault
            assert not PARSERS.search(f"{fault.wrong} {fault.mend}")
            assert not PARSERS.search(" ".join(fault.names.values()))
