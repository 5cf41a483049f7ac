"""Sittings that the power cut ends at any moment, and what their screens had told by then."""

from __future__ import annotations

import random
import re
import shutil
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import NamedTuple

from card_answers import first_with
from lesson_start import begin
from page_reading import CHIP, TODAY, WORDS, Page
from program_start import start_program
from pty_program import PtyProgram

from safeclass.course.card import Card, identity
from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.course.picking import Attitude, Choice, Think
from safeclass.course.scene import Scene
from safeclass.course.text import Id
from safeclass.paths import shipped
from safeclass.session.event import Event, Happened
from safeclass.session.progress import fold
from safeclass.store.events import EventStore

KEYS = ("1", "2", "3", "enter", "enter", "enter", "down", "space", "right", "9", "0", "backspace")
MOST_KEYS = 8
"""How many keys one sitting presses at most; none of them goes further than one card."""


class Told(NamedTuple):
    """Something that a screen told, and that must have been kept before."""

    happened: Happened
    card: Id
    answer: str | None = None
    """A word of the answer, where the screen tells which it was."""

    def is_in(self, events: Sequence[Event]) -> bool:
        """Whether it is among the events that were kept."""
        return any(
            event.happened is self.happened and event.card == self.card and (self.answer is None or self.answer in event.answer)
            for event in events
        )


def end_suddenly(home: Path, seed: int, times: int, seconds: float) -> tuple[int, list[str]]:
    """Play one lesson at random and kill the program, so many times: how much its screens told, and what of it was lost.

    After so many seconds no further sitting is begun.
    """
    until = time.monotonic() + seconds
    chance = random.Random(seed)
    course = Course(shipped())
    lesson, _scene = first_with(course, Scene)
    told, lost, at = 0, list[str](), 0
    for turn in range(times):
        if time.monotonic() > until:
            break
        if at + MOST_KEYS + 2 > len(lesson.deck):
            shutil.rmtree(home)
            at = 0
        if at == 0:
            program = begin(partial(start_program, home), course, lesson).program
        else:
            program = start_program(home, "learn", lesson.lesson, "--language", "ko", "--today", TODAY.isoformat())
        with program:
            program.wait_until(partial(shows_a_card, program), "no card was seen")
            program.frames = [program.text]
            keys = chance.choices(KEYS, k=chance.randint(1, MOST_KEYS))
            program.press(*keys)
            read_frames(program, chance.randint(0, len(keys)))
            program.kill()
            seen = {thing for frame in program.frames for thing in told_by(frame, lesson, Page(program, course, "ko"))}
            at = place_on(program.frames[-1]) or at
        store = EventStore(home / "progress.sqlite3", lambda: datetime.now(UTC))
        events = store.events("me", lesson.lesson)
        if store.notice or store.progress("me")[lesson.lesson] != fold(events):
            lost.append(f"seed {seed}, turn {turn}: the file is not whole")
        store.close()
        lost += [f"seed {seed}, turn {turn}, keys {keys}: {thing}" for thing in seen if not thing.is_in(events)]
        told += len(seen)
    return told, lost


def read_frames(program: PtyProgram, count: int) -> None:
    """Read until so many more frames have come, or no more come."""
    assert program.frames is not None
    enough = len(program.frames) + count
    while len(program.frames) < enough and program.read(0.3):
        pass


def shows_a_card(program: PtyProgram) -> bool:
    """Whether a card of a lesson is in front."""
    return place_on(program.text) is not None


def place_on(frame: str) -> int | None:
    """The number of the card that a screen shows, from 1; None where it shows none."""
    found = re.search(r"\s(\d+)/\d+\s", frame.partition("\n")[0])
    return int(found[1]) if found else None


def told_by(frame: str, lesson: Lesson, page: Page) -> Iterator[Told]:
    """Everything that a screen tells of what was done."""
    place = place_on(frame)
    if place is None:
        return
    card = lesson.deck[place - 1]
    name = identity(card)
    lines = frame.splitlines()
    yield Told(Happened.REACHED, name)
    if any(line.strip() in (page.word("Why"), page.word("Another look")) for line in lines[2:-2]):
        yield Told(Happened.ANSWERED, name)
    if any(line.rstrip().endswith(page.word(mine)) for mine in ("my answer", "my words") for line in lines):
        yield from (Told(Happened.ANSWERED, name, option) for option in picked_on(lines, card, page))
    if isinstance(card, Scene):
        shown = [line[WORDS:].strip() for line in lines[2:-2] if re.fullmatch(r" \d   \S", line[CHIP - 1 : WORDS + 1])]
        nodes = [node.node for node in card.nodes if node.ways and [page.said(way.text) for way in node.ways] == shown]
        if len(nodes) == 1 and nodes[0] != card.start:  # Several nodes may offer the same ways.
            yield Told(Happened.ANSWERED, name, nodes[0])


def picked_on(lines: Sequence[str], card: Card, page: Page) -> Iterator[str]:
    """The options that stand as one's own answer."""
    options = {Choice: "options", Attitude: "options", Think: "lines"}.get(type(card))
    for line in lines if options else ():
        if line.rstrip().endswith((page.word("my answer"), page.word("my words"))) and line[CHIP].isdigit():
            yield getattr(card, str(options))[int(line[CHIP]) - 1].id
