"""`safeclass preview` where it prints: a card as a pupil's screen holds it, a pupil's way through, and what is refused."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from at_the_shell import run

from safeclass.commands.preview import Following
from safeclass.course.course import Course

REPORTS = Path(__file__).parent / "reports"


@pytest.fixture
def lesson(course_folder: Path) -> Path:
    return course_folder / "lessons" / "every-kind.yaml"


def test_a_card_is_printed_as_a_screen_of_80x24_holds_it(capsys: pytest.CaptureFixture[str], lesson: Path) -> None:
    by_id = run(capsys, "preview", str(lesson), "--frame", "only-kept", "--language", "ko", "--today", "2026-11-22")
    by_number = run(capsys, "preview", str(lesson), "--frame", "5", "--language", "ko", "--today", "2026-11-22")
    assert by_id == by_number
    status, out, err = by_id
    assert (status, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == 24
    assert "5/18" in lines[0]
    assert "이루는 갖고만 있었어요." in out
    assert "112" in lines[-1]
    assert "\x1b" not in out


@pytest.mark.parametrize(("language", "words"), [("en", "Iru only kept it."), ("both", "Iru only kept it."), ("ko", "이루는")])
def test_it_is_printed_in_the_language_that_is_asked_for(
    capsys: pytest.CaptureFixture[str], lesson: Path, language: str, words: str
) -> None:
    _status, out, _err = run(capsys, "preview", str(lesson), "--frame", "only-kept", "--language", language)
    assert words in out
    assert ("이루는" in out) is (language != "en")


def test_the_course_is_the_one_the_file_lies_in_whoever_asks_from_where(
    capsys: pytest.CaptureFixture[str], lesson: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(lesson.parent)
    assert run(capsys, "preview", "every-kind.yaml", "--frame", "1")[0] == 0
    monkeypatch.chdir(lesson.parents[1])
    assert run(capsys, "preview", "--frame", "1", "lessons/every-kind.yaml")[0] == 0


def test_a_lesson_that_no_unit_lists_can_be_previewed(capsys: pytest.CaptureFixture[str], lesson: Path) -> None:
    new = lesson.with_name("brand-new.yaml")
    new.write_text(lesson.read_text(encoding="utf-8").replace("lesson: every-kind", "lesson: brand-new"), encoding="utf-8")
    assert run(capsys, "preview", str(new), "--frame", "1")[0] == 0


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    ("file", "options", "named"),
    [
        ("lessons/no-such.yaml", (), "no-such.yaml"),
        ("facts.yaml", (), "facts.yaml"),
        ("lessons", (), "lessons"),
        ("/no/such/lesson.yaml", (), "/no/such/lesson.yaml"),
        ("lessons/every-kind.yaml", (), "--frame"),
        ("lessons/every-kind.yaml", ("--frame", "no-such-card"), "no-such-card"),
        ("lessons/every-kind.yaml", ("--frame", "\x1b[31m"), "[31m"),
        ("lessons/every-kind.yaml", ("--frame", "1", "--as-learner"), "--as-learner"),
        ("lessons/broken.yaml", ("--frame", "1"), "lessons/broken.yaml:"),
        ("lessons/broken.yaml", ("--as-learner",), "lessons/broken.yaml:"),
    ],
)
def test_what_cannot_be_shown_is_one_line_and_status_2(
    capsys: pytest.CaptureFixture[str], course_folder: Path, file: str, options: tuple[str, ...], named: str, language: str
) -> None:
    (course_folder / "lessons" / "broken.yaml").write_text("lesson: [", encoding="utf-8")
    status, out, err = run(capsys, "preview", str(course_folder / file), *options, "--language", language)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert named in err
    assert "\x1b" not in err
    assert bool(re.search("[가-힣]", err)) == (language == "ko")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_pupils_way_through_is_told_in_words(capsys: pytest.CaptureFixture[str], course_folder: Path, language: str) -> None:
    """Kept as text; after a change that is meant, write it anew with UPDATE_SCREENS=1."""
    file = course_folder / "lessons" / "short-one.yaml"
    status, out, err = run(capsys, "preview", str(file), "--as-learner", "--language", language, "--today", "2026-11-22")
    assert (status, err) == (0, "")
    kept = REPORTS / f"as-learner-{language}.txt"
    if os.environ.get("UPDATE_SCREENS"):
        kept.write_text(out, encoding="utf-8")
    assert out == kept.read_text(encoding="utf-8")


def test_what_an_editor_is_still_writing_is_not_told_before_the_next_look(lesson: Path) -> None:
    following = Following(Course(lesson.parents[1]), "every-kind")
    following.read()
    kept = lesson.read_bytes()
    assert following.next_proof() is None
    lesson.write_bytes(b"")
    assert following.next_proof() is None, "it may be in the middle of a save"
    lesson.write_bytes(kept)
    whole = following.next_proof()
    assert whole is not None
    assert whole.lesson is not None
    lesson.unlink()
    assert following.next_proof() is None
    gone = following.next_proof()
    assert gone is not None
    assert gone.lesson is None
    assert following.next_proof() is None, "what was told is not told again"


def test_a_registry_caught_half_written_is_read_again(lesson: Path) -> None:
    following = Following(Course(lesson.parents[1]), "every-kind")
    following.read()
    facts = lesson.parents[1] / "facts.yaml"
    kept = facts.read_text(encoding="utf-8")
    facts.write_text(kept[: len(kept) // 2] + "\n  - [", encoding="utf-8")
    assert following.next_proof() is None
    broken = following.next_proof()
    assert broken is not None
    assert {fault.place.path for fault in broken.faults} >= {"facts.yaml"}
    shutil.copyfile(lesson.parents[1] / "facts.yaml", facts.with_suffix(".bak"))
    facts.write_text(kept, encoding="utf-8")
    mended = following.next_proof()
    assert mended is not None
    assert mended.faults == ()
