"""The preview in a real terminal: a save is on the screen within half a second, whatever way the editor saves."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from faults import Fault, write_runner
from program_start import Start
from pty_program import PtyProgram

from safeclass.paths import shipped

LESSON = "not-a-joke"
BUDGET = 0.5
"""From a save to the screen, in seconds."""
TRIES = 5
"""How often a save is timed; the fastest counts."""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A lesson in a copy of the shipped course."""
    course = tmp_path / "course"
    shutil.copytree(shipped(), course)
    return course / "lessons" / f"{LESSON}.yaml"


def write_over(file: Path, words: str) -> None:
    file.write_text(words, encoding="utf-8")


def put_in_place(file: Path, words: str) -> None:
    new = file.with_name(f".{file.name}.swp")
    new.write_text(words, encoding="utf-8")
    os.replace(new, file)


def keep_a_backup(file: Path, words: str) -> None:
    """Move the file away, then write it anew: for a moment there is none."""
    os.replace(file, file.with_name(file.name + "~"))
    file.write_text(words, encoding="utf-8")


def open_preview(start: Start, file: Path, *options: str, columns: int = 80, rows: int = 24) -> PtyProgram:
    program = start("preview", str(file), "--today", "2026-11-27", *options, columns=columns, rows=rows)
    program.wait_for("F8")
    return program


def crowding() -> float:
    """How many times longer work takes now than on a machine of its own: the yardstick beside each timing."""
    begin, worked = time.perf_counter(), time.process_time()
    while time.process_time() - worked < 0.05:
        sum(range(1000))
    return max(1.0, (time.perf_counter() - begin) / 0.05)


def seconds_until(program: PtyProgram, save: Callable[[], object], words: str) -> float:
    """How long it takes from a save to its words on the screen, on a machine of its own."""
    program.wait_for_quiet()
    before = crowding()
    begin = time.monotonic()
    save()
    program.wait_for(words)
    took = time.monotonic() - begin
    return took / max(before, crowding())


@pytest.mark.parametrize("save", [write_over, put_in_place, keep_a_backup])
def test_a_save_is_seen_within_half_a_second_at_the_same_card(
    save: Callable[[Path, str], None], start: Start, file: Path
) -> None:
    program = open_preview(start, file, "--language", "ko")
    program.press("f8", "f8", "f8")
    program.wait_for("2/19")
    kept = file.read_text(encoding="utf-8")
    asked = "누군가 친구를 동의 없이"
    assert program.shows(asked)
    took = [
        seconds_until(program, lambda turn=turn: save(file, kept.replace(asked, f"{turn}번째 {asked}", 1)), f"{turn}번째 {asked}")
        for turn in range(TRIES)
    ]
    assert program.shows("2/19")
    assert min(took) <= BUDGET, took


def test_a_registry_is_seen_within_half_a_second_too(start: Start, file: Path) -> None:
    program = open_preview(start, file, "--language", "ko")
    program.press("f8", "f8")
    program.wait_for("2,145")
    facts = file.parents[1] / "facts.yaml"
    kept = facts.read_text(encoding="utf-8")
    took = [
        seconds_until(program, lambda turn=turn: put_in_place(facts, kept.replace("2,145", f"9,{turn}45")), f"9,{turn}45")
        for turn in range(TRIES)
    ]
    assert min(took) <= BUDGET, took


def test_nothing_an_editor_does_to_the_file_ends_the_preview(start: Start, file: Path) -> None:
    program = open_preview(start, file, "--language", "en")
    kept = file.read_bytes()
    for half in range(0, len(kept), len(kept) // 12):
        file.write_bytes(kept[:half])
        program.read(0.05)
    file.unlink()
    program.wait_for("The file does not open now.")
    file.mkdir()
    program.read(0.2)
    file.rmdir()
    shutil.rmtree(file.parents[1])
    program.wait_for("The file does not open now.")
    program.press("f5")
    program.wait_for("To mend")
    program.press("f5")
    shutil.copytree(shipped(), file.parents[1])
    program.wait_for("Nothing is wrong.")
    program.press("ctrl+q")
    assert program.wait_for_end() == 0
    assert program.is_restored


@pytest.mark.parametrize(("columns", "both"), [(120, True), (80, False)])
def test_both_languages_stand_side_by_side_where_there_is_room(columns: int, both: bool, start: Start, file: Path) -> None:
    program = open_preview(start, file, columns=columns, rows=30)
    program.wait_for("시작하기 전에")
    assert program.shows("Before you start") is both


def test_leaving_covers_the_screen_and_keeps_nothing(start: Start, file: Path, home: Path) -> None:
    program = open_preview(start, file, "--language", "en")
    program.change("f8")
    program.change("f8")
    program.change("1")
    program.frames = []
    program.press("escape", "escape", "escape")
    assert program.wait_for_end() == 0
    assert "2x1= 2" in program.frames[-1]
    assert program.is_restored
    assert not home.exists()


def test_what_is_no_lesson_is_refused_in_one_line(start: Start, file: Path) -> None:
    for path in (file.with_name("no-such.yaml"), file.parents[1] / "facts.yaml"):
        program = start("preview", str(path), "--language", "en")
        assert program.wait_for_end() == 2
        assert path.name in program.output.replace("\r\n", "")
        assert "\x1b" not in program.output


def test_a_fault_ends_it_with_one_calm_line_and_status_1(start: Start, file: Path, tmp_path: Path) -> None:
    script = write_runner(Fault("safeclass.tui.preview.app:PreviewApp.on_mount"), tmp_path)
    program = start("preview", str(file), "--language", "en", script=script)
    assert program.wait_for_end() == 1
    assert program.is_restored
    assert program.last_words.strip() == "The preview had to stop. Your file is as you saved it."
