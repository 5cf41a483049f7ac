"""A made course has no fault but those that are planted into it, and of these each is told at its line, alone or at once."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from corpus import write_corpus
from planted import Told, plant

from safeclass.commands.at_once import Desk, check_at_once
from safeclass.commands.check import rules_for, set_of_faults
from safeclass.course.card import Card, SetAside, kind
from safeclass.course.course import Course
from safeclass.course.fault import Severity

TODAY = date(2026, 11, 22)
CHECK = [sys.executable, "-m", "safeclass", "check", "--json", "--today", TODAY.isoformat(), "--course"]


def told_of(folder: Path) -> list[Told]:
    faults = set_of_faults(Course(folder), TODAY)
    return sorted(
        Told(fault.place.path, fault.place.line, fault.rule) for fault in faults if fault.severity is not Severity.ADVICE
    )


def digest(folder: Path) -> str:
    return sha256(b"".join(path.read_bytes() for path in sorted(folder.rglob("*.yaml")))).hexdigest()


@pytest.mark.parametrize("is_wordy", [False, True])
def test_a_made_course_is_always_the_same_and_has_no_fault(is_wordy: bool, tmp_path: Path) -> None:
    folders = [write_corpus(tmp_path / name, 2, seed, is_wordy=is_wordy) for name, seed in (("a", 1), ("b", 1), ("c", 2))]
    assert digest(folders[0]) == digest(folders[1]) != digest(folders[2])
    assert told_of(folders[0]) == told_of(folders[2]) == []


def test_a_made_lesson_has_twenty_questions_and_cards_of_every_kind(tmp_path: Path) -> None:
    lesson, _ = Course(write_corpus(tmp_path / "course", 1)).lesson("lesson-0001")
    assert lesson is not None
    kinds = [kind(card) for card in lesson.deck]
    assert set(kinds) == {member.__name__.lower() for member in Card.__args__ if member is not SetAside}
    assert len([name for name in kinds if name not in ("page", "scene", "attitude", "think", "help")]) == 20


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_planted_fault_is_told_at_its_line_and_none_is_invented(seed: int, tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "course", 4, seed)
    planted = plant(folder, 50, seed)
    assert len({told.rule for told in planted}) > 20
    assert told_of(folder) == planted


@pytest.mark.parametrize("start", ["fork", "spawn"] if hasattr(os, "fork") else ["spawn"])
def test_processes_find_what_one_finds_in_the_same_order(start: str, tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "course", 10)
    plant(folder, 20)
    course = Course(folder)
    alone, at_once = Desk(course, rules_for(course)), Desk(course, rules_for(course))
    paths = list(course.files())
    found = [alone.look_at(path) for path in paths]
    assert any(of_file.faults for of_file in found)
    assert all(of_file.cited for of_file in found)
    assert check_at_once(at_once, folder, rules_for, paths, start, 2) == found


def test_many_files_are_checked_as_one_is(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "course", 44)
    planted = plant(folder, 30)
    ended = subprocess.run([*CHECK, str(folder)], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (1, "")
    assert sorted(Told(fault["path"], fault["line"], fault["rule"]) for fault in json.loads(ended.stdout)) == planted


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="looks for the processes in /proc")
def test_stopping_a_long_check_ends_every_process_without_a_word(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "course", 1)
    lesson = (folder / "lessons" / "lesson-0001.yaml").read_text(encoding="utf-8")
    for number in range(600):
        (folder / "lessons" / f"more-{number}.yaml").write_text(lesson, encoding="utf-8")
    started = subprocess.Popen(
        [*CHECK, str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    children = Path(f"/proc/{started.pid}/task/{started.pid}/children")
    if len(os.sched_getaffinity(0)) > 1:
        while started.poll() is None and len(children.read_text().split()) < 2:
            time.sleep(0.01)
    os.killpg(started.pid, signal.SIGINT)
    output, errors = started.communicate(timeout=60)
    assert (started.returncode, output, errors) == (130, "", "")
    with pytest.raises(ProcessLookupError):
        os.killpg(started.pid, 0)
