"""A translation that fell behind is told with the old words, the new ones and the translation, by a record of reviews."""

from __future__ import annotations

import json
import shutil
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from safeclass.commands import check
from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course
from safeclass.course.fault import Fault, Severity
from safeclass.course.rules.drift import RULES
from safeclass.language import Words, speak

LESSON = "lessons/every-kind.yaml"
SHORT = "lessons/short-one.yaml"
OURS = {rule.id for rule in RULES}
EYES = '{ko: "보는 눈이 늘어요.", en: "One more pair of eyes."}'
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def in_english() -> None:
    speak(Words(("ko", "en"), ("en",)))


@pytest.fixture
def reviewed(course_folder: Path) -> Path:
    assert accept(course_folder) == 0
    return course_folder


def typed(folder: Path, *paths: Path, **options: Any) -> int:
    chosen = {"course": str(folder), "paths": list(map(str, paths)), "json": False, "language": "en"}
    return check.run(Namespace(**(chosen | {"today": date(2026, 11, 22)} | options)))


def accept(folder: Path, *paths: Path) -> int:
    return typed(folder, *paths, accept=True)


def told(folder: Path) -> list[Fault]:
    return [fault for fault in set_of_faults(Course(folder)) if fault.rule in OURS]


def rules(folder: Path) -> list[str]:
    return [fault.rule for fault in told(folder)]


def replaced(folder: Path, old: str, new: str, file: str = LESSON) -> None:
    path = folder / file
    words = path.read_text(encoding="utf-8")
    assert words.count(old) == 1, old
    path.write_text(words.replace(old, new), encoding="utf-8")


def records(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted((folder / "reviewed").rglob("*.json"))}


def test_a_course_without_a_record_is_not_asked_for_one(course_folder: Path) -> None:
    assert told(course_folder) == []


def test_what_was_just_accepted_is_in_step(reviewed: Path) -> None:
    assert told(reviewed) == []


@pytest.mark.parametrize(
    ("new", "language", "old_words", "new_words", "other", "translation"),
    [
        (
            '{ko: "아무도 보지 않아요.", en: "One more pair of eyes."}',
            "ko",
            "보는 눈이 늘어요.",
            "아무도 보지 않아요.",
            "en",
            "One more pair of eyes.",
        ),
        (
            '{ko: "보는 눈이 늘어요.", en: "Nobody looks."}',
            "en",
            "One more pair of eyes.",
            "Nobody looks.",
            "ko",
            "보는 눈이 늘어요.",
        ),
    ],
)
def test_a_change_in_one_language_is_told_with_the_old_words_the_new_ones_and_the_translation(
    new: str, language: str, old_words: str, new_words: str, other: str, translation: str, reviewed: Path
) -> None:
    replaced(reviewed, EYES, new)
    (fault,) = told(reviewed)
    assert fault.severity is Severity.WARNING
    assert fault.rule == "stale-translation"
    assert fault.names | {"path": ""} == {
        "language": language,
        "old": old_words,
        "new": new_words,
        "other": other,
        "words": translation,
        "path": "",
    }
    lines = (reviewed / LESSON).read_text(encoding="utf-8").splitlines()
    assert new in lines[fault.place.line - 1]
    assert all(words in fault.say("ko") and words in fault.say("en") for words in (old_words, new_words, translation))


def test_registries_and_the_course_itself_are_reviewed_too(reviewed: Path) -> None:
    replaced(reviewed, 'en: "Ask {1366} first."', 'en: "Never ask {1366} first."', "terms.yaml")
    replaced(reviewed, 'ko: "{survey:이/가} 답했어요."', 'ko: "{survey:이/가} 빠짐없이 답했어요."', "facts.yaml")
    replaced(reviewed, 'en: "A small course"', 'en: "A large course"', "course.yaml")
    assert {(fault.place.path, fault.rule) for fault in told(reviewed)} == {
        ("terms.yaml", "stale-translation"),
        ("facts.yaml", "stale-translation"),
        ("course.yaml", "stale-translation"),
    }


def test_new_texts_are_one_piece_of_advice_a_file(reviewed: Path) -> None:
    replaced(reviewed, EYES, '{ko: "아무도 보지 않아요.", en: "Nobody looks."}')
    replaced(reviewed, '{ko: "시간을 적기", en: "Note the time"}', '{ko: "시간만 적기", en: "Note just the time"}')
    (fault,) = told(reviewed)
    assert (fault.rule, fault.severity, fault.place.path) == ("unreviewed", Severity.ADVICE, LESSON)
    assert fault.names["count"] == "2"


def test_lines_broken_in_another_place_are_no_change(reviewed: Path) -> None:
    replaced(reviewed, "        갖고 있는 것도\n        **법**에 있어요.", "        갖고 있는 것도 **법**에\n        있어요.")
    assert told(reviewed) == []


def test_reordering_is_no_change(reviewed: Path) -> None:
    path = reviewed / LESSON
    head, cards = path.read_text(encoding="utf-8").split("cards:\n")
    cards, closing = cards.split("closing:\n")
    blocks = cards.split("  - ")
    page = next(block for block in cards.split("\n  - ") if block.startswith("attitude"))
    assert len(blocks) > 10
    moved = cards.replace(f"  - {page}\n", "") + f"  - {page}\n"
    can_do = '  - {ko: "찍기 전에 물어볼 수 있어요.", en: "Ask before taking one."}\n'
    path.write_text(
        head.replace(can_do, "").replace("turn_to:", f"{can_do}turn_to:") + f"cards:\n{moved}closing:\n{closing}", "utf-8"
    )
    assert path.read_text(encoding="utf-8").index("attitude") > path.read_text(encoding="utf-8").index("help: where")
    assert [fault for fault in set_of_faults(Course(reviewed)) if fault.rule in OURS or fault.severity is Severity.ERROR] == []


def test_a_renamed_lesson_and_a_renamed_card_are_no_change_but_what_changed_in_them_is(reviewed: Path) -> None:
    (reviewed / SHORT).rename(reviewed / "lessons" / "other-one.yaml")
    replaced(reviewed, "lesson: short-one", "lesson: other-one", "lessons/other-one.yaml")
    replaced(reviewed, "short-one", "other-one", "course.yaml")
    replaced(reviewed, "- several: what-yujin-can-do", "- several: what-can-be-done")
    assert told(reviewed) == []
    replaced(reviewed, EYES, '{ko: "보는 눈이 늘어요.", en: "More eyes, and more."}')
    replaced(
        reviewed, '"물으면 알아요.", en: "Asking tells."', '"물으면 알아요.", en: "Asking tells all."', "lessons/other-one.yaml"
    )
    replaced(reviewed, 'en: "One thing to ask"', 'en: "Two things to ask"', "lessons/other-one.yaml")
    assert {(fault.rule, fault.place.path, fault.names.get("new")) for fault in told(reviewed)} == {
        ("stale-translation", LESSON, "More eyes, and more."),
        ("stale-translation", "lessons/other-one.yaml", "Asking tells all."),
        ("stale-translation", "lessons/other-one.yaml", "Two things to ask"),
    }


def test_accepting_settles_it_and_writes_only_what_changed(reviewed: Path, capsys: Captured) -> None:
    before = records(reviewed)
    replaced(reviewed, EYES, '{ko: "아무도 보지 않아요.", en: "One more pair of eyes."}')
    capsys.readouterr()
    assert accept(reviewed) == 0
    assert capsys.readouterr().err.splitlines() == ["Recorded: reviewed/lessons/every-kind.json"]
    assert told(reviewed) == []
    after = records(reviewed)
    assert [name for name in after if after[name] != before[name]] == ["reviewed/lessons/every-kind.json"]
    old, new = (files["reviewed/lessons/every-kind.json"].decode().splitlines() for files in (before, after))
    assert [(one, two) for one, two in zip(old, new, strict=True) if one != two] == [
        ('  "ko": "보는 눈이 늘어요.",', '  "ko": "아무도 보지 않아요.",')
    ], "a diff of the record is the one line that changed"
    assert accept(reviewed) == 0
    assert capsys.readouterr().err == "There was nothing new to record.\n"


def test_a_record_is_the_same_whoever_writes_it(reviewed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    shutil.copytree(reviewed, other)
    shutil.rmtree(other / "reviewed")
    assert accept(other) == 0
    assert records(other) == records(reviewed)
    record = json.loads(records(reviewed)["reviewed/lessons/every-kind.json"])
    assert list(record) == sorted(record)
    assert record["what-yujin-can-do/options/open/why"] == {"ko": "보는 눈이 늘어요.", "en": "One more pair of eyes."}
    assert record["in-the-chat/nodes/photo/ways/asked/text"]["en"] == "Ask whether they said yes"
    assert not list(reviewed.rglob("*.new"))


def test_one_file_may_be_accepted_alone(reviewed: Path) -> None:
    replaced(reviewed, EYES, '{ko: "아무도 보지 않아요.", en: "One more pair of eyes."}')
    replaced(reviewed, 'en: "A small course"', 'en: "A large course"', "course.yaml")
    assert accept(reviewed, reviewed / LESSON) == 0
    assert [fault.place.path for fault in told(reviewed)] == ["course.yaml"]


def test_the_record_of_a_lesson_that_is_gone_goes_with_the_next_review_of_all(reviewed: Path) -> None:
    (reviewed / SHORT).unlink()
    replaced(reviewed, ", short-one", "", "course.yaml")
    assert accept(reviewed, reviewed / LESSON) == 0
    assert "reviewed/lessons/short-one.json" in records(reviewed)
    assert accept(reviewed) == 0
    assert "reviewed/lessons/short-one.json" not in records(reviewed)


def test_nothing_is_accepted_while_there_is_an_error(reviewed: Path, capsys: Captured) -> None:
    before = records(reviewed)
    replaced(reviewed, EYES, '{ko: "유진을(를) 봐요.", en: "They look at Yujin."}')
    capsys.readouterr()
    assert accept(reviewed) == 2
    said = capsys.readouterr()
    assert LESSON in said.err
    assert records(reviewed) == before
    assert accept(reviewed, reviewed / SHORT) == 0, "the error is in another file"


@pytest.mark.parametrize("broken", [b"<<<<<<< ours\n{}", b'{"may-post/ask": "words"}', b"[]", b"\xff", b"[" * 100_000])
def test_a_record_that_cannot_be_read_is_told_and_accepting_mends_it(broken: bytes, reviewed: Path) -> None:
    (reviewed / "reviewed" / LESSON).with_suffix(".json").write_bytes(broken)
    faults = {fault.rule: fault for fault in told(reviewed)}
    assert set(faults) == {"broken-record", "unreviewed"}
    assert faults["broken-record"].place.path == "reviewed/lessons/every-kind.json"
    assert accept(reviewed) == 0
    assert told(reviewed) == []


def test_of_a_long_text_what_is_around_the_change_is_told(course_folder: Path) -> None:
    long = "Ask before you take one. " * 6
    replaced(course_folder, '{ko: "물어봐요.", en: "Ask."}', f'{{ko: "{"물어봐요. " * 14}", en: "{long}"}}', SHORT)
    assert accept(course_folder) == 0
    replaced(course_folder, long.strip(), long.strip()[:-8] + "two.", SHORT)
    (fault,) = told(course_folder)
    assert fault.names["new"].startswith("... ")
    assert "two." in fault.names["new"]
    assert all(len(fault.names[key]) < 80 for key in ("old", "new", "words"))
