"""`safeclass progress` and `safeclass forget`: what is kept of a learner is counted, and deleted when asked."""

from __future__ import annotations

import json
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from at_the_shell import run

from safeclass.commands.keeping import open_keeping
from safeclass.course.course import Course
from safeclass.language import translate
from safeclass.paths import shipped
from safeclass.session.event import Event, Happened
from safeclass.store.events import EventStore
from safeclass.store.fault import NOT_FORGOTTEN, FaultKind

pytestmark = pytest.mark.usefixtures("home")

LESSONS = Course(shipped()).lesson_ids


def keep(home: Path, *events: Event, profile: str = "me") -> None:
    store = EventStore(home / "progress.sqlite3", lambda: datetime(2026, 11, 22, tzinfo=UTC))
    for event in events:
        store.append(profile, event)
    store.close()


def test_the_questions_around_the_course_are_kept_told_and_deleted_like_a_lesson(
    capsys: pytest.CaptureFixture[str], home: Path
) -> None:
    name = "before-the-course"
    keep(home, Event(Happened.STARTED, name), Event(Happened.ANSWERED, name, "made-for-nobody", ("made",), right=True))
    assert json.loads(run(capsys, "progress", "--json")[1])["lessons"][name] == {
        "answered": 1,
        "right_first": 1,
        "finished": False,
    }
    assert "Questions before the lessons: under way" in run(capsys, "progress", "--language", "en")[1]
    assert run(capsys, "forget", name)[0] == 0
    assert json.loads(run(capsys, "progress", "--json")[1]) == {"lessons": {}}


def test_progress_counts_what_was_done(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    lesson = LESSONS[0]
    keep(
        home,
        Event(Happened.STARTED, lesson),
        Event(Happened.ANSWERED, lesson, "one", ("a",), right=False),
        Event(Happened.ANSWERED, lesson, "one", ("b",), right=True),
        Event(Happened.ANSWERED, lesson, "two", ("a",), right=True),
        Event(Happened.FINISHED, lesson),
    )
    status, out, _err = run(capsys, "progress", "--json")
    assert status == 0
    assert json.loads(out) == {"lessons": {lesson: {"answered": 2, "right_first": 1, "finished": True}}}
    assert '"finished": true' in out


def test_progress_of_nobody_is_empty_and_makes_no_file_up(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "progress", "--json")
    assert (status, json.loads(out)) == (0, {"lessons": {}})


def test_forget_needs_to_be_told_what(capsys: pytest.CaptureFixture[str]) -> None:
    status, _out, err = run(capsys, "forget", "--language", "en")
    assert status == 2
    assert err == "safeclass: Name a lesson, or use --all.\n"


def test_forget_deletes_one_lesson_or_all(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    keep(home, *(Event(Happened.STARTED, lesson) for lesson in LESSONS[:3]))
    assert run(capsys, "forget", LESSONS[0], "--language", "en")[:2] == (0, "Deleted.\n")
    assert set(json.loads(run(capsys, "progress", "--json")[1])["lessons"]) == set(LESSONS[1:3])
    assert run(capsys, "forget", "--all", "--language", "en")[:2] == (0, "All progress deleted.\n")
    assert json.loads(run(capsys, "progress", "--json")[1]) == {"lessons": {}}


def test_what_is_kept_can_be_read_by_its_owner_only(home: Path) -> None:
    keep(home, Event(Happened.STARTED, LESSONS[0]))
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "progress.sqlite3").stat().st_mode) == 0o600


def test_forget_all_forgets_everybody(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    keep(home, Event(Happened.STARTED, LESSONS[0]))
    keep(home, Event(Happened.STARTED, LESSONS[0]), profile="mina")
    assert run(capsys, "forget", "--all")[0] == 0
    assert json.loads(run(capsys, "progress", "--json", "--profile", "mina")[1]) == {"lessons": {}}


def test_with_a_nickname_forget_all_forgets_that_one_alone(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    keep(home, Event(Happened.STARTED, LESSONS[0]))
    keep(home, Event(Happened.STARTED, LESSONS[0]), profile="mina")
    assert run(capsys, "forget", "--all", "--profile", "mina", "--language", "en")[:2] == (0, "Deleted.\n")
    assert json.loads(run(capsys, "progress", "--json", "--profile", "mina")[1]) == {"lessons": {}}
    assert list(json.loads(run(capsys, "progress", "--json")[1])["lessons"]) == [LESSONS[0]]


def test_forgetting_what_was_never_kept_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    status, _out, err = run(capsys, "forget", "no-such-lesson", "--language", "en")
    assert status == 2
    assert "no-such-lesson" in err


def test_whoever_mistypes_a_lesson_is_told_that_it_is_still_kept(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(home, Event(Happened.STARTED, LESSONS[0]))
    status, _out, err = run(capsys, "forget", f"{LESSONS[0]}s", "--language", "en")
    assert status == 2
    assert err == f"safeclass: Nothing is kept of '{LESSONS[0]}s'. Kept are: {LESSONS[0]}\n"


@pytest.mark.parametrize(("language", "said"), [("en", "newer SafeClass"), ("ko", "더 새로운 SafeClass")])
@pytest.mark.parametrize("which", ["--all", LESSONS[0]])
def test_what_a_newer_version_keeps_is_not_deleted_and_it_is_said_why(
    which: str, language: str, said: str, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(home, Event(Happened.STARTED, LESSONS[0]))
    with closing(sqlite3.connect(home / "progress.sqlite3")) as newer:
        newer.execute("PRAGMA user_version = 99")
    before = (home / "progress.sqlite3").read_bytes()
    status, out, err = run(capsys, "forget", which, "--language", language)
    assert (status, out) == (1, "")
    assert err == f"{translate(NOT_FORGOTTEN[FaultKind.NEWER], language)}\n"
    assert said in err
    assert (home / "progress.sqlite3").read_bytes() == before


def test_the_record_of_a_newer_version_is_not_said_to_be_deleted(home: Path) -> None:
    keep(home, Event(Happened.STARTED, LESSONS[0]))
    with closing(sqlite3.connect(home / "progress.sqlite3")) as newer:
        newer.execute("PRAGMA user_version = 99")
    keeping = open_keeping("me", is_guest=False)
    keeping.notices.clear()
    assert keeping.forget() is False
    assert keeping.notices == [NOT_FORGOTTEN[FaultKind.NEWER]]
    keeping.close()
