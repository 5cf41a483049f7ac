"""`safeclass check --accept` records what was read side by side: in one order, only what changed, and never with an error."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from reviewing import EYES, LESSON, SHORT, accept, records, replaced, told, typed

from safeclass.language import Words, speak

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def in_english() -> None:
    speak(Words(("ko", "en"), ("en",)))


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
    assert not list(reviewed.rglob("*new"))


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


def test_a_course_in_a_zip_is_not_written_to(reviewed: Path, tmp_path: Path, capsys: Captured) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "packed"), "zip", reviewed))
    before = packed.read_bytes()
    capsys.readouterr()
    assert accept(packed) == 2
    assert "packed.zip cannot be written" in capsys.readouterr().err
    assert packed.read_bytes() == before


def test_where_one_lesson_is_wanted_its_drift_is_told_and_no_other(reviewed: Path, capsys: Captured) -> None:
    replaced(reviewed, EYES, '{ko: "보는 눈이 늘어요.", en: "Nobody looks."}')
    replaced(reviewed, 'en: "One thought"', 'en: "A thought"', SHORT)
    capsys.readouterr()
    assert typed(reviewed, reviewed / SHORT) == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in lines if "stale-translation" in line] == [SHORT]
