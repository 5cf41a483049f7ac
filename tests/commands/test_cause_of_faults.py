"""What only follows from a slip in the registries is not told beside its cause, and nothing is passed that was never read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from safeclass.cli import main
from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course

TODAY = date(2026, 11, 22)


def weighty(folder: Path) -> list[tuple[str, str]]:
    """The rules that are broken and the files, but for the advice that a fact is cited nowhere."""
    faults = set_of_faults(Course(folder), TODAY)
    return [(fault.place.path, fault.rule) for fault in faults if fault.rule != "uncited-fact"]


def replaced(path: Path, old: str, new: str) -> None:
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), encoding="utf-8")


def test_a_slip_in_one_fact_is_all_that_is_told_of_it(course_folder: Path) -> None:
    replaced(course_folder / "facts.yaml", "confidence: high", "confidence: hihg")
    assert weighty(course_folder) == [("facts.yaml", "not-one-of")]
    replaced(course_folder / "lessons" / "short-one.yaml", "Asking tells.", "{law-kept}")
    assert ("lessons/short-one.yaml", "unknown-fact") in weighty(course_folder), "that one was never written"


def test_a_slip_in_one_source_is_all_that_is_told_of_it(course_folder: Path) -> None:
    replaced(course_folder / "sources.yaml", "kind: release", "kind: relaese")
    assert weighty(course_folder) == [("sources.yaml", "not-one-of")]


@pytest.mark.parametrize("name", ["facts.yaml", "channels.yaml", "terms.yaml", "sources.yaml"])
def test_a_registry_that_cannot_be_read_is_told_once(name: str, course_folder: Path) -> None:
    path = course_folder / name
    path.write_text(f'"{path.read_text(encoding="utf-8")}', encoding="utf-8")
    assert weighty(course_folder) == [(name, "yaml-syntax")]
    path.unlink()
    assert weighty(course_folder) == [(name, "unreadable")]


def test_a_language_that_the_course_names_no_more_is_told_where_it_is_named(course_folder: Path) -> None:
    words = (course_folder / "course.yaml").read_text(encoding="utf-8")
    named = next(line for line in words.splitlines() if line.startswith("languages:"))
    replaced(course_folder / "course.yaml", named, "languages: {ko: 한국어}")
    assert set(weighty(course_folder)) == {("course.yaml", "unknown-language")}
    replaced(course_folder / "lessons" / "short-one.yaml", "en: ", "kr: ")
    assert ("lessons/short-one.yaml", "unknown-language") in weighty(course_folder), "that one is another slip"


def test_a_fault_of_a_lesson_is_told_beside_a_broken_registry(course_folder: Path) -> None:
    (course_folder / "facts.yaml").write_text("facts: [\n", encoding="utf-8")
    replaced(course_folder / "lessons" / "short-one.yaml", '"물어봐요."', '"물어봐요!"')
    assert ("lessons/short-one.yaml", "exclamation") in weighty(course_folder)


@pytest.mark.parametrize("name", ["lessons/short-one.yml", "lessons/short-one.yaml.txt", "notes.md"])
def test_a_file_that_no_lesson_is_read_from_is_not_passed_as_one(
    name: str, course_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (course_folder / name).write_text("{{{", encoding="utf-8")
    assert main(["check", "--language", "en", str(course_folder / name)]) == 2
    assert capsys.readouterr().err == f"safeclass: {name} is not read: a lesson is a file lessons/<id>.yaml.\n"


def test_of_one_lesson_the_cause_is_told_where_something_follows_from_it(
    course_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    replaced(course_folder / "facts.yaml", "confidence: high", "confidence: hihg")
    assert main(["check", "--language", "en", str(course_folder / "lessons" / "every-kind.yaml")]) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("facts.yaml:")
    assert ": not-one-of: " in first
    assert last == "1 fault"
    assert main(["check", "--language", "en", str(course_folder / "lessons" / "short-one.yaml")]) == 0, "it does not cite it"


@pytest.fixture
def third_language(course_folder: Path) -> Path:
    """The small course with a third language in course.yaml, in its titles too, and nowhere else."""
    path = course_folder / "course.yaml"
    words = path.read_text(encoding="utf-8").replace('en: "English"}', 'en: "English", vi: "Tiếng Việt"}')
    words = words.replace('en: "A small course"', 'en: "A small course", vi: "Khóa học"')
    path.write_text(words.replace('en: "Ask"', 'en: "Ask", vi: "Hỏi"'), encoding="utf-8")
    return course_folder


def test_a_language_that_is_missing_all_over_a_file_is_told_once(third_language: Path) -> None:
    told = [fault for fault in set_of_faults(Course(third_language), TODAY) if fault.rule == "missing-language"]
    lesson = [fault for fault in told if fault.place.path == "lessons/every-kind.yaml"]
    (fault,) = lesson
    alone = set_of_faults(Course(third_language), TODAY, [Path("lessons/every-kind.yaml")])
    missing = [fault for fault in alone if fault.rule == "missing-language"]
    assert len(missing) > 100, "whoever asks for the file is told of each place"
    assert fault.place == min(missing, key=lambda each: each.place).place
    assert f" {len(missing) - 1} more places" in fault.say("en")
    assert fault.say_mend("ko").endswith("safeclass check lessons/every-kind.yaml")
    assert len({fault.place.path for fault in told}) >= 5


def test_a_language_that_is_missing_at_a_few_places_is_told_at_each(course_folder: Path) -> None:
    path = course_folder / "lessons" / "every-kind.yaml"
    words = path.read_text(encoding="utf-8")
    for text in ("Open it", "It is fine.", "Only the sender."):
        words = words.replace(f', en: "{text}"', "")
    path.write_text(words, encoding="utf-8")
    told = [fault for fault in set_of_faults(Course(course_folder), TODAY) if fault.rule == "missing-language"]
    assert len(told) == 3
