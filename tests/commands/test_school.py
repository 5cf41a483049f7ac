"""What a school has written for a machine holds, whatever a person has chosen or types."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from safeclass import paths
from safeclass.cli import main
from safeclass.commands.opening import settings_for, speak_for
from safeclass.course.course import Course
from safeclass.paths import shipped
from safeclass.session.event import Event, Happened
from safeclass.settings import Settings, read_school, read_settings, write_settings
from safeclass.store.events import EventStore

TYPED = Namespace(classroom=False, cover_after=None, wipe_after=None)


@pytest.fixture
def school(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The school's file; it does not exist yet."""
    file = tmp_path / "school.json"
    monkeypatch.setenv(paths.SCHOOL_VARIABLE, str(file))
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "home"))
    return file


def test_without_a_file_the_person_chooses(school: Path) -> None:
    assert settings_for(TYPED) == Settings()
    write_settings(Settings(theme="light", classroom=True), paths.settings_file())
    assert settings_for(TYPED) == Settings(theme="light", classroom=True)
    typed = Namespace(classroom=True, cover_after=5.0, wipe_after=None)
    assert settings_for(typed) == Settings(theme="light", classroom=True, cover_after=5.0)


def test_the_school_goes_before_what_is_kept_and_what_is_typed(school: Path) -> None:
    school.write_text(json.dumps({"classroom": True, "wipe_after": 60, "theme": "contrast"}), encoding="utf-8")
    write_settings(Settings(theme="light", wipe_after=500.0), paths.settings_file())
    typed = Namespace(classroom=False, cover_after=5.0, wipe_after=7.0)
    assert settings_for(typed) == Settings(theme="contrast", classroom=True, cover_after=5.0, wipe_after=60)


def test_a_school_may_also_say_that_it_is_no_classroom(school: Path) -> None:
    school.write_text('{"classroom": false}', encoding="utf-8")
    assert not settings_for(Namespace(classroom=True, cover_after=None, wipe_after=None)).classroom


@pytest.mark.parametrize("typed", [[], ["--language", "ko"], ["--language=ko"]])
def test_the_school_speaks_first(school: Path, typed: list[str]) -> None:
    school.write_text('{"language": "en"}', encoding="utf-8")
    assert speak_for(typed).choice == "en"


@pytest.mark.parametrize(
    "written",
    ["", "{", "[]", "null", "classroom: true", '{"classroom": "yes"}', '{"classroom": 1}', '{"classroom": null}', "[" * 100_000],
)
def test_a_slip_of_the_pen_does_not_begin_to_keep_things(school: Path, written: str) -> None:
    school.write_text(written, encoding="utf-8")
    assert read_school(school)["classroom"] is True


def test_what_cannot_be_read_is_taken_for_a_classroom(school: Path) -> None:
    school.mkdir()
    assert read_school(school) == {"classroom": True}
    school.rmdir()
    school.write_bytes(b"\xff\xfe{}")
    assert read_school(school) == {"classroom": True}


def test_an_editor_that_marks_its_files_is_understood(school: Path) -> None:
    school.write_text('{"theme": "light"}', encoding="utf-8-sig")
    assert read_school(school) == {"theme": "light"}


@pytest.mark.parametrize("time", [0, -1, "90", True, None, 1e9, 10**400])
def test_a_time_that_is_none_is_left_out(school: Path, time: object) -> None:
    school.write_text(json.dumps({"classroom": True, "cover_after": time}), encoding="utf-8")
    assert settings_for(TYPED).cover_after == Settings().cover_after


def test_a_file_of_a_person_that_is_not_understood_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    for written in ("", "{", "[]", '{"theme": 3, "classroom": "yes", "cover_after": "soon"}'):
        (tmp_path / "settings.json").write_text(written, encoding="utf-8")
        assert read_settings(tmp_path / "settings.json") == Settings()


def test_in_a_classroom_nobody_is_shown_what_was_kept_before(school: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = EventStore(paths.progress_file(), lambda: datetime(2026, 11, 22, tzinfo=UTC))
    store.append("me", Event(Happened.STARTED, Course(shipped()).lesson_ids[0]))
    store.close()
    assert main(["progress", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["lessons"]
    school.write_text('{"classroom": true}', encoding="utf-8")
    assert main(["progress", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"lessons": {}}


def test_in_a_classroom_nobody_learns_what_was_done_before_by_having_it_deleted(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done, other = Course(shipped()).lesson_ids[:2]
    store = EventStore(paths.progress_file(), lambda: datetime(2026, 11, 22, tzinfo=UTC))
    store.append("me", Event(Happened.STARTED, done))
    store.close()
    school.write_text('{"classroom": true}', encoding="utf-8")
    told = []
    for lesson in (done, other):
        assert main(["forget", lesson]) == 2
        told.append(capsys.readouterr())
    assert told[0] == told[1]
    assert done not in told[1].err
    assert main(["forget", "--all"]) == 0
    school.unlink()
    capsys.readouterr()
    assert main(["progress", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"lessons": {}}


def test_the_file_of_the_system_is_one_that_only_an_administrator_writes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(paths.SCHOOL_VARIABLE, raising=False)
    assert paths.home() not in paths.school_file().parents
    assert Path.home() not in paths.school_file().parents


def test_where_a_school_says_that_it_is_a_classroom_no_command_names_a_lesson(
    school: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    school.write_text('{"classroom": true}', encoding="utf-8")
    assert main(["learn", "not-a-joke", "--plain", "--language", "en"]) == 2
    assert "others can read what a command names" in capsys.readouterr().err


def test_a_variable_does_not_go_before_the_file_of_the_system(
    school: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(paths.sys, "platform", "win32")  # there the system's folder can be named
    monkeypatch.setenv("PROGRAMDATA", str(tmp_path / "system"))
    assert paths.school_file() == school
    file = tmp_path / "system" / "safeclass" / "settings.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"classroom": true}', encoding="utf-8")
    assert paths.school_file() == file
    file.unlink()
    file.symlink_to(tmp_path / "nowhere")
    assert paths.school_file() == file, "one that leads nowhere is still the system's"
