"""`safeclass channels`: where to turn, whatever else is broken, in both languages and for scripts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from at_the_shell import run

SMALL_COURSE = Path(__file__).parents[1] / "course" / "small_course"

pytestmark = pytest.mark.usefixtures("home")


def test_channels_are_told_in_both_languages_with_who_will_know(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "channels")
    assert status == 0
    for words in ("112", "1366", "누가 알게 되나요", "Who will know"):
        assert words in out


def test_it_is_told_that_nobody_called_and_that_no_lawyer_read_it(capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, _err = run(capsys, "channels")
    assert "2026. 11. 22. 자료 확인, 시험 연락 없음" in out
    assert "Sources read 22 November 2026, not tried" in out
    assert "변호사가 살펴본 글은 아니에요." in out
    assert "No lawyer has read it." in out


def test_a_channel_that_somebody_called_says_when(capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, _err = run(capsys, "channels", "--course", str(SMALL_COURSE), "--language", "en")
    assert "Sources read 21 November 2026, tried on 22 November 2026" in out


def test_channels_work_when_lessons_and_facts_are_broken(capsys: pytest.CaptureFixture[str], shipped_folder: Path) -> None:
    registries = (shipped_folder / f"{name}.yaml" for name in ("facts", "sources", "terms"))
    for file in (*(shipped_folder / "lessons").glob("*.yaml"), *registries):
        file.write_bytes(b"\xff\xfe[[[")
    status, out, _err = run(capsys, "channels", "--json", "--course", str(shipped_folder))
    assert status == 0
    assert {"112", "117", "1366", "1388", "109"} <= {channel["id"] for channel in json.loads(out)}


def test_each_channel_has_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, _err = run(capsys, "channels", "--json")
    for channel in json.loads(out):
        assert {"id", "number", "name", "checked_on", "status", "hours", "knows", "sources"} <= set(channel)
        assert set(channel["knows"]) == {"name", "guardian", "school", "police"}


def test_without_a_list_of_channels_two_numbers_are_told(capsys: pytest.CaptureFixture[str], shipped_folder: Path) -> None:
    (shipped_folder / "channels.yaml").unlink()
    status, out, _err = run(capsys, "channels", "--course", str(shipped_folder))
    assert status == 1
    assert "112" in out
    assert "117" in out


def test_a_channel_that_is_not_confirmed_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, _err = run(capsys, "channels", "--language", "en")
    told = {paragraph.split()[0]: "not confirmed yet" in paragraph for paragraph in out.strip().split("\n\n")}
    assert told["1377"]
    assert not told["112"]
