"""`safeclass check`: a fault with its place for scripts, of the whole course or of a path in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from at_the_shell import run

from safeclass.course.course import Course
from safeclass.paths import shipped

pytestmark = pytest.mark.usefixtures("home")

LESSONS = Course(shipped()).lesson_ids


def test_check_says_that_the_shipped_course_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "check", "--json")
    assert (status, json.loads(out)) == (0, [])


def test_check_tells_a_fault_with_its_place_in_both_languages(capsys: pytest.CaptureFixture[str], shipped_folder: Path) -> None:
    file = shipped_folder / "lessons" / f"{LESSONS[0]}.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    number = next(number for number, line in enumerate(lines, 1) if "right: true" in line)
    lines[number - 1] = lines[number - 1].replace("right: true", "rigth: true")
    file.write_text("".join(lines), encoding="utf-8")
    status, out, _err = run(capsys, "check", "--json", "--course", str(shipped_folder))
    faults = json.loads(out)
    assert status == 1
    first = faults[0]
    assert (first["path"], first["line"], first["rule"]) == (f"lessons/{LESSONS[0]}.yaml", number, "unknown-key")
    assert set(first["message"]) == {"ko", "en"}


@pytest.mark.parametrize("where", ["lessons/{lesson}.yaml", "lessons"])
def test_check_of_a_path_tells_the_faults_of_that_path_in_the_course_it_lies_in(
    capsys: pytest.CaptureFixture[str], shipped_folder: Path, where: str
) -> None:
    broken = shipped_folder / "lessons" / f"{LESSONS[0]}.yaml"
    broken.write_text("lesson: [", encoding="utf-8")
    assert run(capsys, "check", str(shipped_folder / where.format(lesson=LESSONS[0])))[0] == 1
    assert run(capsys, "check", str(shipped_folder / "lessons" / f"{LESSONS[1]}.yaml"))[0] == 0


def test_check_of_a_path_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, err = run(capsys, "check", str(tmp_path / "nothing.yaml"), "--language", "en")
    assert (status, out) == (2, "")
    assert "nothing.yaml" in err
