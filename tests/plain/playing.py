"""Plain mode played without a terminal: lines in, the text that a learner reads out."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from io import StringIO
from pathlib import Path

from safeclass.commands.keeping import KeptRecord
from safeclass.course.card import Card
from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.language import Words, speak
from safeclass.plain import play
from safeclass.plain.desk import Desk, Left
from safeclass.plain.paper import Paper
from safeclass.plain.sitting import Sitting
from safeclass.session.event import Event, Happened
from safeclass.session.session import Session
from safeclass.store.memory import GuestStore

TODAY = date(2026, 11, 22)
SOURCE = Path(__file__).parents[2] / "src"
LANGUAGES = ("ko", "en", "both")


WAY = [
    *("1", "1", "", "2", "", "2", ""),
    *("", "1", "3", "2", "", "1 3", "2", "", "1", "", ""),
    *("1", "2", "", "1 2 3", "2 1", "", "121", "2", "", "1 2", ""),
    *("1", "2", "", "1", "", "2", "", ""),
    *("1", "", "2", "", "1", "2", ""),
]
"""One whole way through `every-kind`: wrong and right answers, sureness, a scene, words chosen."""


class GuestKeeping(KeptRecord):
    """The record that the command keeps of a guest, and beside it every event in order."""

    def __init__(self) -> None:
        super().__init__(GuestStore(), "me", is_guest=True)
        self.recorded: list[Event] = []

    def record(self, event: Event) -> None:
        """Keep an event, and remember it."""
        self.recorded.append(event)
        super().record(event)

    def answers(self, card: str) -> list[tuple[str, ...]]:
        """What was answered on a card, in order."""
        return [event.answer for event in self.recorded if event.happened is Happened.ANSWERED and event.card == card]

    def count(self, happened: Happened) -> int:
        """How many events of a kind were recorded."""
        return sum(event.happened is happened for event in self.recorded)


@dataclass
class Played:
    """What came of a sitting."""

    status: int
    text: str
    keeping: GuestKeeping
    words: Words

    @property
    def paragraphs(self) -> list[str]:
        """The lines that are not empty."""
        return [line for line in self.text.splitlines() if line]

    @property
    def reached(self) -> str | None:
        """The card that was come to last."""
        return next((event.card for event in reversed(self.keeping.recorded) if event.happened is Happened.REACHED), None)

    def after(self, line: str) -> str:
        """The text from the first line that begins so."""
        lines = self.text.splitlines()
        return "\n".join(lines[next(index for index, found in enumerate(lines) if found.startswith(line)) :])


def played(course: Course, lesson: str | None, *lines: str, language: str = "en", keeping: GuestKeeping | None = None) -> Played:
    """Play some lines in this process; each gets its line end."""
    return played_text(course, lesson, "".join(f"{line}\n" for line in lines), language=language, keeping=keeping)


def played_text(
    course: Course,
    lesson: str | None,
    typed: str,
    *,
    language: str = "en",
    keeping: GuestKeeping | None = None,
) -> Played:
    """Play whatever was typed, line ends and all."""
    keeping = keeping or GuestKeeping()
    words = speak(Words(course.languages))
    words.choose(language)
    out = StringIO()
    status = play(course, lesson, keeping, words, TODAY, StringIO(typed), out)
    return Played(status, out.getvalue(), keeping, words)


def told(course: Course, lesson: Lesson, card: Card, lines: Sequence[str], *, language: str = "en", today: date = TODAY) -> str:
    """What is told of one card alone, with these lines typed."""
    words = speak(Words(course.languages))
    words.choose(language)
    out = StringIO()
    desk = Desk(course, GuestKeeping(), words, today, Paper(out), StringIO("".join(f"{line}\n" for line in lines)))
    alone = replace(lesson, opening=(), cards=(card,), closing=())
    with suppress(Left):
        Sitting(desk, Session(alone, (), lambda event: None)).run()
    return out.getvalue()


def run_command(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    """The real command in a process of its own, with lines on its standard input."""
    return subprocess.run(
        [sys.executable, "-m", "safeclass", *arguments],
        input=typed,
        capture_output=True,
        encoding="utf-8",
        env=environment(home),
        timeout=60,
        check=False,
    )


def environment(home: Path) -> dict[str, str]:
    """The environment of a process of its own."""
    return {**os.environ, "PYTHONPATH": str(SOURCE), "SAFECLASS_HOME": str(home), "LC_ALL": "C.UTF-8", "PYTHONWARNINGS": "error"}
