"""A registry that does not open, or of which a part is left out, never looks like good news."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from at_the_shell import run

pytestmark = pytest.mark.usefixtures("home")

WHOLE = "safeclass: {file} could not be read. To see why: safeclass check\n"
PART = "safeclass: Something in {file} could not be read and is left out. To see what: safeclass check\n"
KOREAN = "safeclass: {file}에서 읽지 못해 빠진 것이 있어요. 무엇인지 보기: safeclass check\n"


def spoil(folder: Path, name: str, words: str, instead: str) -> None:
    """Put a slip in one place of a file."""
    file = folder / name
    whole = file.read_text(encoding="utf-8")
    assert words in whole
    file.write_text(whole.replace(words, instead, 1), encoding="utf-8")


@pytest.mark.parametrize("command", ["facts", "channels", "glossary"])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_registry_that_does_not_open_is_told(
    capsys: pytest.CaptureFixture[str], shipped_folder: Path, command: str, form: tuple[str, ...]
) -> None:
    name = {"facts": "facts.yaml", "channels": "channels.yaml", "glossary": "terms.yaml"}[command]
    (shipped_folder / name).write_text("[", encoding="utf-8")
    assert run(capsys, command, *form, "--course", str(shipped_folder), "--language", "en")[2] == WHOLE.format(file=name)


@pytest.mark.parametrize(
    ("command", "name", "words"),
    [
        ("facts", "facts.yaml", "confidence: high"),
        ("channels", "channels.yaml", "status: working"),
        ("glossary", "terms.yaml", "  - term: "),
    ],
)
@pytest.mark.parametrize(("language", "line"), [("en", PART), ("ko", KOREAN)])
def test_a_registry_of_which_a_part_is_left_out_is_told(
    capsys: pytest.CaptureFixture[str], shipped_folder: Path, command: str, name: str, words: str, language: str, line: str
) -> None:
    spoil(shipped_folder, name, words, words.replace(":", ": [", 1))
    status, out, err = run(capsys, command, "--course", str(shipped_folder), "--language", language)
    assert (status, err) == (0, line.format(file=name))
    assert out, "the rest is told as ever"


def test_nothing_is_said_where_everything_was_read(capsys: pytest.CaptureFixture[str], shipped_folder: Path) -> None:
    for command in ("facts", "channels", "glossary"):
        assert run(capsys, command, "--course", str(shipped_folder))[2] == ""


def test_that_no_fact_is_due_is_not_said_of_facts_that_nobody_read(
    capsys: pytest.CaptureFixture[str], shipped_folder: Path
) -> None:
    asked = ("facts", "--stale", "--today", "2026-11-22", "--course", str(shipped_folder), "--language", "en")
    spoil(shipped_folder, "facts.yaml", "confidence: high", "confidence: sure")
    assert run(capsys, *asked) == (
        1,
        "Of the facts that could be read, none is due for review.\n",
        PART.format(file="facts.yaml"),
    )
    assert run(capsys, *asked, "--json")[:2] == (1, "[]\n")
    assert run(capsys, *asked, "age-14-still")[:2] == (0, "No fact is due for review.\n"), "the one asked for was read"
    (shipped_folder / "facts.yaml").unlink()
    assert run(capsys, *asked) == (1, "", WHOLE.format(file="facts.yaml"))


def test_a_second_fact_of_the_same_name_is_one_that_nobody_looked_at(
    capsys: pytest.CaptureFixture[str], shipped_folder: Path
) -> None:
    facts = shipped_folder / "facts.yaml"
    first, second = (f"  - fact: {part}" for part in facts.read_text(encoding="utf-8").split("  - fact: ")[1:3])
    spoil(shipped_folder, "facts.yaml", second.splitlines()[0], first.splitlines()[0])
    asked = ("facts", "--stale", "--today", "2026-11-22", "--course", str(shipped_folder), "--language", "en")
    status, _out, err = run(capsys, *asked)
    assert (status, err) == (1, PART.format(file="facts.yaml"))


def test_a_fact_that_cannot_be_read_is_not_told_to_be_unknown(capsys: pytest.CaptureFixture[str], shipped_folder: Path) -> None:
    facts = shipped_folder / "facts.yaml"
    name = facts.read_text(encoding="utf-8").partition("  - fact: ")[2].split()[0]
    spoil(shipped_folder, "facts.yaml", "confidence: high", "confidence: sure")
    asked = ("--course", str(shipped_folder), "--language", "en")
    unread = f"safeclass: The fact '{name}' could not be read. To see why: safeclass check\n"
    assert run(capsys, "facts", name, *asked) == (2, "", unread)
    assert run(capsys, "facts", "zzz", *asked)[2] == PART.format(file="facts.yaml") + (
        "safeclass: There is no fact 'zzz'. Every fact: safeclass facts\n"
    )
    facts.write_text("[", encoding="utf-8")
    assert run(capsys, "facts", name, *asked) == (2, "", WHOLE.format(file="facts.yaml"))


@pytest.mark.parametrize("language", ["ko", "en", "both"])
def test_a_script_learns_from_the_status_that_there_are_no_channels(
    capsys: pytest.CaptureFixture[str], shipped_folder: Path, language: str
) -> None:
    asked = ("channels", "--course", str(shipped_folder), "--language", language)
    spoil(shipped_folder, "channels.yaml", "status: working", "status: at-times")
    status, out, _err = run(capsys, *asked, "--json")
    assert status == run(capsys, *asked)[0] == 0
    assert json.loads(out)
    (shipped_folder / "channels.yaml").write_text("[", encoding="utf-8")
    assert run(capsys, *asked, "--json")[:2] == (1, "[]\n")
    assert run(capsys, *asked)[0] == 1


def test_a_sheet_without_some_of_its_cards_is_told_to_be_so(
    capsys: pytest.CaptureFixture[str], shipped_folder: Path, tmp_path: Path
) -> None:
    asked = ("handout", "--course", str(shipped_folder), "-o", str(tmp_path), "--language", "en")
    lesson = "lessons/not-a-joke.yaml"
    spoil(shipped_folder, lesson, "\n- choice: ", "\n- choise: ")
    one = f"safeclass: {lesson}: {{}} left out. To see which: safeclass check\n"
    status, out, err = run(capsys, *asked, "not-a-joke")
    assert (status, err) == (0, one.format("1 card has a fault and is"))
    assert out.startswith(str(tmp_path))
    spoil(shipped_folder, lesson, "\n- ox: ", "\n- oxx: ")
    assert run(capsys, *asked, "--all")[2] == one.format("2 cards have a fault and are")


def test_a_sheet_without_the_page_for_the_teacher_is_told_to_be_so(
    capsys: pytest.CaptureFixture[str], shipped_folder: Path, tmp_path: Path
) -> None:
    asked = ("handout", "not-a-joke", "--course", str(shipped_folder), "-o", str(tmp_path), "--language", "en")
    spoil(shipped_folder, "lessons/not-a-joke.yaml", "  if_told:", "  if_tolled:")
    assert run(capsys, *asked)[2] == PART.format(file="lessons/not-a-joke.yaml")


@pytest.mark.parametrize("name", ["facts.yaml", "sources.yaml", "channels.yaml", "terms.yaml"])
def test_a_sheet_says_which_registry_it_could_not_cite(
    capsys: pytest.CaptureFixture[str], shipped_folder: Path, tmp_path: Path, name: str
) -> None:
    (shipped_folder / name).write_text("[", encoding="utf-8")
    asked = ("handout", "--all", "--course", str(shipped_folder), "-o", str(tmp_path), "--language", "en")
    assert WHOLE.format(file=name) in run(capsys, *asked)[2]
