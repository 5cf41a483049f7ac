"""What `safeclass check` prints: weights, advice that is only counted, exit statuses, JSON and SARIF."""

from __future__ import annotations

import json
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from breaches import BREACHES

from safeclass.commands import check
from safeclass.course.rules import RULES
from safeclass.language import Words, speak

Captured = pytest.CaptureFixture[str]


def typed(folder: Path, **options: Any) -> Namespace:
    chosen = {"course": str(folder), "paths": [], "json": False, "language": "en", "today": date(2026, 11, 22)}
    return Namespace(**({"all": False, "accept": False, "format": "text"} | chosen | options))


def broken(rule: str, folder: Path) -> tuple[str, int, int]:
    return next(breach for breach in BREACHES if breach.rule == rule).into(folder)


@pytest.fixture(autouse=True)
def in_english() -> None:
    speak(Words(("ko", "en"), ("en",)))


def test_an_error_has_no_weight_written_and_a_warning_has(course_folder: Path, capsys: Captured) -> None:
    path, line, column = broken("bare-number", course_folder)
    assert check.run(typed(course_folder)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{path}:{line}:{column}: bare-number: ")
    assert not lines[0].endswith("]")
    broken("exclamation", course_folder)
    assert check.run(typed(course_folder)) == 1
    assert [line for line in capsys.readouterr().out.splitlines() if line.endswith("[warning]")]


def test_advice_is_counted_and_is_no_failure(course_folder: Path, capsys: Captured) -> None:
    broken("duty-differs", course_folder)
    assert check.run(typed(course_folder)) == 0
    assert "duty-differs" not in (printed := capsys.readouterr().out)
    assert "--all" in printed
    assert check.run(typed(course_folder, all=True)) == 0
    printed = capsys.readouterr().out
    assert "duty-differs" in printed
    assert "[advice]" in printed
    assert "--all" not in printed
    assert printed.splitlines()[-2:] == ["Nothing is wrong.", "2 pieces of advice"]  # one is for the fact that nothing cites


@pytest.mark.parametrize("asked", [{"json": True}, {"format": "json"}])
def test_json_is_what_was_promised(asked: dict[str, Any], course_folder: Path, capsys: Captured) -> None:
    path, line, column = broken("bare-number", course_folder)
    assert check.run(typed(course_folder, **asked)) == 1
    fault, *also = json.loads(capsys.readouterr().out)
    assert {key: fault[key] for key in ("path", "line", "column", "rule", "severity")} == {
        "path": path,
        "line": line,
        "column": column,
        "rule": "bare-number",
        "severity": "error",
    }
    assert set(fault["message"]) == {"ko", "en"}
    assert [other["line"] for other in also] == [line], "the number stands in both languages"


def test_sarif_holds_rule_level_and_place(course_folder: Path, capsys: Captured) -> None:
    path, line, column = broken("bare-number", course_folder)
    assert check.run(typed(course_folder, format="sarif", all=True)) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["version"] == "2.1.0"
    (run,) = told["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert rules[result["ruleIndex"]]["shortDescription"]["text"] == RULES[result["ruleId"]]
        assert result["level"] in ("error", "warning", "note")
    error = next(result for result in run["results"] if result["level"] == "error")
    where = error["locations"][0]["physicalLocation"]
    assert where["artifactLocation"] == {"uri": path, "uriBaseId": "COURSE"}
    assert where["region"] == {"startLine": line, "startColumn": column}
    assert run["originalUriBaseIds"]["COURSE"]["uri"] == f"{course_folder.resolve().as_uri()}/"


def test_a_clean_course_is_clean_in_sarif_too(course_folder: Path, capsys: Captured) -> None:
    assert check.run(typed(course_folder, format="sarif")) == 0
    assert json.loads(capsys.readouterr().out)["runs"][0]["results"] == []


def test_only_the_files_that_were_asked_for_are_told(course_folder: Path, capsys: Captured) -> None:
    broken("bare-number", course_folder)
    assert check.run(typed(course_folder, paths=[str(course_folder / "lessons" / "short-one.yaml")])) == 0
    assert "bare-number" not in capsys.readouterr().out


def test_a_lesson_that_was_asked_for_is_told_and_no_other_file(course_folder: Path, capsys: Captured) -> None:
    path, line, column = broken("bare-number", course_folder)
    broken("no-source", course_folder)
    assert check.run(typed(course_folder, paths=[str(course_folder / path)])) == 1
    told = capsys.readouterr().out.splitlines()[:-1]
    assert {line.split(": ")[0] for line in told} == {f"{path}:{line}:{column}"}


def test_what_lessons_cite_counts_where_only_the_facts_were_asked_for(course_folder: Path, capsys: Captured) -> None:
    assert check.run(typed(course_folder, paths=[str(course_folder / "facts.yaml")], all=True)) == 0
    uncited = [line for line in capsys.readouterr().out.splitlines() if "uncited-fact" in line]
    assert len(uncited) == 1, "one fact is cited by nothing, whatever was asked for"
    assert "law-until-2024" in uncited[0]
