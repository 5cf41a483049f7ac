"""`safeclass learn --plain` as it is typed: every lesson to its end, pipes that close early, narrow terminals."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from playing import LANGUAGES, TODAY, environment, run_command

from safeclass.course.course import Course
from safeclass.course.wording import Wording
from safeclass.paths import shipped
from safeclass.session.judging import key_of

COURSE = Course(shipped())
LESSONS = [lesson for lesson in COURSE.lesson_ids if COURSE.head(lesson)]
PLAIN = ("--plain", "--guest", "--today", TODAY.isoformat())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("lesson", [*LESSONS, COURSE.opening, COURSE.closing])
def test_yes_1_reaches_the_end_of_every_lesson(lesson: str, language: str, tmp_path: Path) -> None:
    yes = subprocess.Popen(["yes", "1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "safeclass", "learn", lesson, *PLAIN, "--language", language],
            stdin=yes.stdout,
            capture_output=True,
            encoding="utf-8",
            env=environment(tmp_path),
            timeout=60,
            check=False,
        )
    finally:
        yes.kill()
        yes.communicate()
    assert (done.returncode, done.stderr) == (0, "")
    assert "\x1b" not in done.stdout
    assert "{" not in done.stdout
    assert "}" not in done.stdout
    found, _faults = COURSE.lesson(lesson)
    assert found is not None
    wording = Wording(COURSE.registry, TODAY)
    end = done.stdout.split(f"{len(found.deck)}/{len(found.deck)}  ")[-1]
    for one in COURSE.languages if language == "both" else (language,):
        places = [end.index(plain(wording, line, one)) for line in found.can_do]
        assert places == sorted(places)


def plain(wording: Wording, text: object, language: str) -> str:
    """A text on one line, as a file holds it."""
    return wording.plain(text, language).replace("\u00a0", " ")


def test_every_answer_is_kept_for_a_profile(tmp_path: Path) -> None:
    lesson = LESSONS[0]
    done = run_command(tmp_path, "learn", lesson, "--plain", typed="1\n" * 500)
    assert (done.returncode, done.stderr) == (0, "")
    kept = json.loads(run_command(tmp_path, "progress", "--json").stdout)["lessons"][lesson]
    found, _faults = COURSE.lesson(lesson)
    assert found is not None
    assert kept["answered"] == sum(key_of(card) is not None for card in found.deck)
    assert kept["finished"]


def test_one_carries_on_where_one_stopped_without_the_lesson_being_named(tmp_path: Path) -> None:
    lesson = LESSONS[0]
    assert run_command(tmp_path, "learn", lesson, "--plain", "--language", "en", typed="1\n\n\n").returncode == 0
    again = run_command(tmp_path, "learn", "--plain", "--language", "en", typed="1\n")
    assert again.returncode == 0
    head = COURSE.head(lesson)
    assert head is not None
    first_choice = next(line for line in again.stdout.splitlines() if line.startswith("1) "))
    assert head.title["en"] not in first_choice
    assert "\n3/" in again.stdout
    assert "\n1/" not in again.stdout
    assert again.stdout.rstrip().endswith("Nothing is lost.")


def test_nothing_of_a_guest_reaches_the_disk(tmp_path: Path) -> None:
    done = run_command(tmp_path, "learn", LESSONS[0], *PLAIN, "--language", "en", typed="1\n1\nq\n")
    assert done.returncode == 0
    assert done.stdout.rstrip().endswith("As a guest, your answers are not kept.")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("is_guest", [True, False])
def test_the_language_that_was_chosen_is_kept_but_not_of_a_guest(is_guest: bool, tmp_path: Path) -> None:
    done = run_command(tmp_path, "learn", "--plain", *(["--guest"] if is_guest else []), "--language", "ko", typed="l\nq\n")
    assert done.returncode == 0
    again = run_command(tmp_path, "outline").stdout
    assert ("What is a deepfake?" in again) is not is_guest
    assert ([path for path in tmp_path.rglob("*") if path.is_file()] == []) is is_guest


def test_empty_lines_alone_go_through_the_whole_course(tmp_path: Path) -> None:
    done = run_command(tmp_path, "learn", *PLAIN, "--language", "en", typed="\n" * 5000)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Enter: Exit" in done.stdout
    assert done.stdout.count("What you can do now") == len(LESSONS)


@pytest.mark.parametrize("lesson", ["", LESSONS[0]])
def test_no_input_leaves_politely(lesson: str, tmp_path: Path) -> None:
    done = run_command(tmp_path, "learn", *([lesson] if lesson else []), *PLAIN, "--language", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.rstrip().endswith("You can come back at any time. As a guest, your answers are not kept.")


@pytest.mark.parametrize("redirected", ["<&-", ">&-", "<&- >&-", "| head -3", "</dev/null | true"])
def test_a_stream_that_is_closed_ends_it_quietly(redirected: str, tmp_path: Path) -> None:
    typed = f"{sys.executable} -m safeclass learn {LESSONS[0]} --plain --guest {redirected}"
    before = "" if "<" in redirected else "yes 1 | "
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{before}{typed}"],
        capture_output=True,
        encoding="utf-8",
        env=environment(tmp_path),
        timeout=60,
        check=False,
    )
    assert "Traceback" not in done.stderr
    assert done.stderr == ""


def test_signs_that_the_output_cannot_hold_are_no_fault(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "safeclass", "learn", LESSONS[0], *PLAIN, "--language", "ko"],
        input=b"\xff\xfe\n1\n1\n\xea\xb0\n?\nq\n",
        capture_output=True,
        env={**environment(tmp_path), "PYTHONIOENCODING": "ascii"},
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"1366" in done.stdout


def test_a_record_that_cannot_be_kept_is_told_once_and_the_lesson_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    done = run_command(tmp_path / "file" / "home", "learn", LESSONS[0], "--plain", "--language", "en", typed="1\n" * 500)
    assert (done.returncode, done.stderr) == (0, "")
    told = [line for line in done.stdout.splitlines() if "won't be kept" in line or "can't be saved" in line]
    assert len(told) == 1
    assert "What you can do now" in done.stdout
    assert "Nothing is lost" not in done.stdout


def test_plain_mode_loads_no_screen_and_no_store(tmp_path: Path) -> None:
    script = """
import sys
from datetime import date
from io import StringIO
from safeclass.course.course import Course
from safeclass.paths import shipped
from safeclass.language import Words
from safeclass.plain import play
class Nothing:
    is_guest = True
    notices = []
    def record(self, event): pass
    def events(self, lesson): return ()
    def progress(self): return {}
    def forget(self, lesson=None): pass
course = Course(shipped())
lines = StringIO("1\\n?\\ns\\n" * 300)
assert play(course, course.lesson_ids[0], Nothing(), Words(course.languages), date.today(), lines, StringIO()) == 0
rooms = ("textual", "rich", "sqlite3", "safeclass.tui", "safeclass.store", "safeclass.commands")
print([name for name in sys.modules if name.startswith(rooms)])
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, env=environment(tmp_path), check=False)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
