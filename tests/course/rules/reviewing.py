"""Reviews of the small course: its texts accepted, and what is told of them afterwards."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from safeclass.commands import check
from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course
from safeclass.course.fault import Fault
from safeclass.course.rules.drift import RULES

LESSON = "lessons/every-kind.yaml"
SHORT = "lessons/short-one.yaml"
OURS = {rule.id for rule in RULES}
EYES = '{ko: "보는 눈이 늘어요.", en: "One more pair of eyes."}'


def typed(folder: Path, *paths: Path, **options: Any) -> int:
    chosen = {"course": str(folder), "paths": list(map(str, paths)), "language": "en", "today": date(2026, 11, 22)}
    return check.run(Namespace(**({"all": False, "accept": False, "json": False, "format": "text"} | chosen | options)))


def accept(folder: Path, *paths: Path) -> int:
    return typed(folder, *paths, accept=True)


def told(folder: Path) -> list[Fault]:
    return [fault for fault in set_of_faults(Course(folder)) if fault.rule in OURS]


def rules(folder: Path) -> list[str]:
    return [fault.rule for fault in told(folder)]


def replaced(folder: Path, old: str, new: str, file: str = LESSON) -> None:
    path = folder / file
    words = path.read_text(encoding="utf-8")
    assert words.count(old) == 1, old
    path.write_text(words.replace(old, new), encoding="utf-8")


def records(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted((folder / "reviewed").rglob("*.json"))}
