"""What the rules of a course tell of the small course, and changes to its files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from breaches import LESSON

from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course
from safeclass.course.fault import Fault

TODAY = date(2026, 11, 22)
UNCITED = {"law-until-2024"}
"""What the small course holds and does not cite."""


def told(folder: Path, today: date | None = TODAY) -> list[Fault]:
    """Everything that is told of a course, but for the fact that the small course never cites."""
    faults = list(set_of_faults(Course(folder), today))
    return [fault for fault in faults if fault.rule != "uncited-fact" or fault.names["name"] not in UNCITED]


def replaced(folder: Path, old: str, new: str, file: str = LESSON) -> None:
    path = folder / file
    words = path.read_text(encoding="utf-8")
    assert words.count(old) == 1, old
    path.write_text(words.replace(old, new), encoding="utf-8")


def rules(faults: Iterable[Fault]) -> set[str]:
    return {fault.rule for fault in faults}
