"""What programs read is a promise: every key of the JSON, with what the course's own files say."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from at_the_shell import run

SMALL_COURSE = Path(__file__).parents[1] / "course" / "small_course"
CONTENT = Path(__file__).parents[2] / "content"

Ask = Callable[..., Any]

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], course_folder: Path) -> Ask:
    """What a command says of a copy of the small course to a program."""

    def asked(*words: str, status: int = 0) -> Any:
        ended, out, _err = run(capsys, *words, "--json", "--course", str(course_folder))
        assert ended == status
        return json.loads(out)

    return asked


def written(file: str, course: Path = SMALL_COURSE) -> Any:
    """What a file of a course says, days as words, and numbers that are cited written out."""
    words = (course / file).read_text(encoding="utf-8")
    return yaml.load(re.sub(r"\{(\d+)\}", r"\1", words), Loader=yaml.BaseLoader)


def test_channels_tell_what_their_file_says(ask: Ask) -> None:
    told = {channel["id"]: channel for channel in ask("channels")}
    for channel in written("channels.yaml")["channels"]:
        rest = {key: channel[key] for key in channel if key not in ("channel", "short")}
        assert told[channel["channel"]] == {"id": channel["channel"], "number": None, "tested_on": None} | rest


def test_facts_tell_what_their_file_says(ask: Ask) -> None:
    told = {fact["id"]: fact for fact in ask("facts")}
    kept = ("about", "value", "since", "until", "as_of", "checked_on", "review_by", "confidence", "sources")
    for fact in written("facts.yaml")["facts"]:
        known = {"since": None, "until": None} | {key: fact[key] for key in kept if key in fact}
        assert {key: told[fact["fact"]][key] for key in known} == known
        if "{" not in str(fact["says"]):
            assert told[fact["fact"]]["says"] == fact["says"]
    assert told["law-keep"]["says"]["en"] == "Keeping one can bring up to 3 years in prison or a fine of up to 30 million won."
    assert all(fact["stale"] is False for fact in told.values())
    assert "every-kind/what-the-law-says" in told["law-keep"]["cited_by"]


def test_the_outline_tells_what_a_learner_meets(ask: Ask, course_folder: Path) -> None:
    (unit,) = ask("outline")["units"]
    assert (unit["id"], unit["title"]) == ("ask", {"ko": "묻기", "en": "Ask"})
    long, short = unit["lessons"]
    assert (long["id"], long["minutes"], long["sensitive"], long["questions"]) == ("every-kind", 10, True, 13)
    assert (short["id"], short["title"]["en"], short["minutes"], short["sensitive"]) == ("short-one", "A short lesson", 8, False)
    assert short["kinds"] == {"choice": 1, "page": 1}
    file = course_folder / "lessons" / "short-one.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("- page:", "- pages:", 1), encoding="utf-8")
    assert ask("outline")["units"][0]["lessons"][1]["kinds"] == {"choice": 1}, "a card that is set aside is none"


def test_the_glossary_tells_what_its_file_says(capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, _err = run(capsys, "glossary", "--json")
    told = {term.pop("id"): term for term in json.loads(out)}
    seen = 0
    for term in written("terms.yaml", CONTENT)["terms"]:
        texts = [term["use"], term.get("gloss", {}), term["reason"]]
        if term["term"] in told and not any("{" in words for text in texts for words in text.values()):
            use, gloss, reason = ({language: " ".join(words.split()) for language, words in text.items()} for text in texts)
            assert told[term["term"]] == {"use": use, "gloss": gloss, "reason": reason}
            seen += 1
    assert seen > 5


def test_faults_tell_what_is_wrong_and_how_to_mend_it(ask: Ask, capsys: pytest.CaptureFixture[str], course_folder: Path) -> None:
    file = course_folder / "lessons" / "every-kind.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("May Naru post it?", "May Naru post it!", 1), encoding="utf-8")
    (fault,) = (fault for fault in ask("check", status=1) if fault["rule"] == "exclamation")
    assert fault["severity"] == "warning"
    _status, out, _err = run(capsys, "check", "--language", "en", "--course", str(course_folder))
    (line,) = (line for line in out.splitlines() if ": exclamation: " in line)
    assert f"{fault['message']['en']} {fault['mend']['en']}" in line
    assert fault["message"]["en"] != fault["mend"]["en"]
    assert fault["message"]["ko"] != fault["message"]["en"]


@pytest.mark.parametrize(
    ("rule", "severity", "level", "old", "new"),
    [
        ("bare-number", "error", "error", "One more pair of eyes.", "One more pair of eyes, 75% more."),
        ("exclamation", "warning", "warning", "May Naru post it?", "May Naru post it!"),
        ("uncited-fact", "advice", "note", "", ""),
    ],
)
def test_sarif_weighs_faults_as_they_are_weighed_here(
    rule: str, severity: str, level: str, old: str, new: str, ask: Ask, capsys: pytest.CaptureFixture[str], course_folder: Path
) -> None:
    file = course_folder / "lessons" / "every-kind.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    status = int(severity != "advice")
    assert {fault["severity"] for fault in ask("check", "--all", status=status) if fault["rule"] == rule} == {severity}
    _status, out, _err = run(capsys, "check", "--all", "--format", "sarif", "--course", str(course_folder))
    results = json.loads(out)["runs"][0]["results"]
    assert {result["level"] for result in results if result["ruleId"] == rule} == {level}
