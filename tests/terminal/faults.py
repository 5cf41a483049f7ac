"""Faults put into a running program, one into each part of it, and how to come to that part."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from safeclass.course.card import Card
from safeclass.course.course import Course
from safeclass.course.page import Page
from safeclass.course.picking import OX, Choice
from safeclass.course.placing import Match, Order
from safeclass.course.scene import Scene

SECRET = "은수의 대답은 비밀이에요, /home/eunsu/lessons/secret.yaml:3"
"""What a traceback would print: it is the message of the fault, and a value in the frame it comes from."""

LESSON = "consent-at-each-step"
"""A lesson without a note before it, so that its first card is in front at once."""
WITH_NOTE = "looking-and-keeping"
"""A lesson with a note before it."""

NO_LESSON = (
    "from safeclass.course.course import Course; from safeclass.course.folder import unreadable; "
    "Course.lesson = lambda *_: (None, [unreadable('lessons/x.yaml')]); "
)


class Fault(NamedTuple):
    """Where a fault is put in, and what leads there."""

    place: str
    """A module and what in it fails: a name, or a class and its method."""
    keys: Sequence[str | type[Card]] = ()
    """What is pressed once the first page is seen; a kind of card stands for the way to it."""
    arguments: Sequence[str] = ()
    """What is typed, beside the language."""
    before: str = ""
    """What else is done to the program first."""


def _card(place: str, kind: type[Card], *keys: str) -> Fault:
    return Fault(f"safeclass.tui.cards.{place}", (kind, *keys), ("learn", LESSON))


SCREEN: dict[str, Fault] = {
    "drawing the first page": Fault("safeclass.tui.views.home:HomeView.draw"),
    "a key on the first page": Fault("safeclass.tui.views.home:HomeView.press", ("down",)),
    "drawing the note before a lesson": Fault("safeclass.tui.views.entry:EntryView.draw", (), ("learn", WITH_NOTE)),
    "choosing there": Fault("safeclass.tui.views.entry:EntryView.press", ("down",), ("learn", WITH_NOTE)),
    "drawing a summary": Fault("safeclass.tui.views.entry:SummaryView.draw", ("2",), ("learn", WITH_NOTE)),
    "a lesson that is closed": Fault(
        "safeclass.tui.views.lesson:ClosedLessonView.draw", (), ("learn", WITH_NOTE), before=NO_LESSON
    ),
    "drawing a choice": _card("picking:PickingFace.draw", Choice),
    "answering a choice": _card("picking:PickingFace.press", Choice, "1"),
    "drawing O and X": _card("ox:OXFace.draw", OX),
    "answering O or X": _card("ox:OXFace.press", OX, "1"),
    "drawing a page": _card("reading:ReadingFace.draw", Page),
    "drawing pairs": _card("placing:PlacingFace.draw", Match),
    "giving a place": _card("placing:PlacingFace.press", Match, "1"),
    "drawing an order": _card("ordering:OrderingFace.draw", Order),
    "lifting an item": _card("ordering:OrderingFace.press", Order, "space"),
    "drawing a scene": Fault("safeclass.tui.cards.chat:SceneFace.draw", ("1", Scene), ("learn", WITH_NOTE)),
    "midway in a scene": Fault("safeclass.tui.cards.chat:SceneFace.press", ("1", Scene, "enter"), ("learn", WITH_NOTE)),
    "the title of a lesson": Fault("safeclass.tui.views.lesson:LessonView.title", (), ("learn", LESSON)),
    "the end of a lesson": Fault("safeclass.tui.views.end:EndView.draw", ("0",) * 30, ("learn", LESSON)),
    "drawing where to turn": Fault("safeclass.tui.views.help:HelpView.draw", ("f1",)),
    "a key where to turn": Fault("safeclass.tui.views.help:HelpView.press", ("f1", "down")),
    "drawing sources": Fault("safeclass.tui.views.sources:SourcesView.draw", ("f1", "f3")),
    "drawing a break": Fault("safeclass.tui.views.pause:PauseView.draw", ("f4",)),
    "a clock's tick": Fault("safeclass.tui.views.pause:PauseView.tick", ("f4",)),
    "drawing progress": Fault("safeclass.tui.views.progress:ProgressView.draw", ("f5",)),
    "drawing settings": Fault("safeclass.tui.views.settings:SettingsView.draw", ("f6",)),
    "changing a setting": Fault("safeclass.tui.views.settings:SettingsView.press", ("f6", "3")),
    "drawing the deletion": Fault("safeclass.tui.views.forget:ForgetView.draw", ("f6", "4")),
    "the band of numbers": Fault("safeclass.tui.bands:help_sheet"),
    "laying out": Fault("safeclass.tui.app:SafeClassApp.redraw"),
    "reading ahead": Fault("safeclass.tui.app:SafeClassApp._read_ahead"),
    "reading a key": Fault("safeclass.tui.terminal:CalmDriver._send"),
    "leaving": Fault("safeclass.tui.views.cover:CoverView.draw", ("ctrl+q",)),
    "reading a lesson": Fault("safeclass.course.course:Course.lesson", ("enter",)),
    "reading a lesson that was named": Fault("safeclass.course.course:Course.lesson", (), ("learn", LESSON)),
    "reading the heads of lessons": Fault("safeclass.course.course:Course.head"),
    "reading facts": Fault("safeclass.course.wording:Wording.runs", (), ("learn", LESSON)),
    "opening the course": Fault("safeclass.course.course:Course.__init__"),
    "opening the record": Fault("safeclass.store.events:EventStore.__init__"),
    "reading what was done": Fault("safeclass.store.events:EventStore.progress"),
    "reading a sitting": Fault("safeclass.store.events:EventStore.events", (), ("learn", LESSON)),
    "keeping that a lesson was begun": Fault("safeclass.store.events:EventStore.append", (), ("learn", LESSON)),
    "keeping an answer": Fault("safeclass.session.session:Session.answer", ("1",), ("learn", LESSON)),
    "keeping a setting": Fault("safeclass.commands.learn:write_settings", ("f6", "2")),
    "closing the record": Fault("safeclass.store.events:EventStore.close", ("ctrl+q",)),
    "taking the screen": Fault("textual.app:App.run"),
}
"""Faults of the app, by what is done when they come."""

LINES: dict[str, Fault] = {
    "asking in plain lines": Fault("safeclass.plain.picking:PickingTelling.tell", (), ("learn", LESSON, "--plain")),
    "keeping an answer": Fault("safeclass.store.events:EventStore.append", (), ("learn", LESSON, "--plain")),
    "the list of lessons": Fault("safeclass.course.course:Course.head", (), ("--plain",)),
    "an outline": Fault("safeclass.course.course:Course.lesson", (), ("outline",)),
    "the channels": Fault("safeclass.course.course:Course.__init__", (), ("channels",)),
    "the facts": Fault("safeclass.course.course:Course.registry", (), ("facts",)),
    "a check": Fault("safeclass.course.lesson_file:read_lesson", (), ("check",)),
    "progress": Fault("safeclass.store.events:EventStore.progress", (), ("progress",)),
    "deleting": Fault("safeclass.store.events:EventStore.forget", (), ("forget", "--all")),
    "the language": Fault("safeclass.commands.opening:read_settings", (), ("outline",)),
}
"""Faults of what is written in lines."""

RUNNER = """
import sys
{before}
from importlib import import_module

def fail(*arguments, **names):
    words_of_the_lesson = {secret!r}
    raise RuntimeError(words_of_the_lesson)

module, _, name = {place!r}.partition(":")
*owners, name = name.split(".")
owner = import_module(module)
for one in owners:
    owner = getattr(owner, one)
assert hasattr(owner, name), name
setattr(owner, name, fail if callable(vars(owner)[name]) else property(fail))
from safeclass.cli import main
sys.exit(main())
"""


def write_runner(fault: Fault, folder: Path) -> Path:
    """A script that runs the program with a fault in it."""
    script = folder / "faulty.py"
    script.write_text(RUNNER.format(before=fault.before, secret=SECRET, place=fault.place), encoding="utf-8")
    return script


def keys_of(fault: Fault, course: Course) -> list[str]:
    """What to press to come to a fault."""
    lesson, _faults = course.lesson(WITH_NOTE if WITH_NOTE in fault.arguments else LESSON)
    assert lesson is not None
    kinds = [type(card) for card in lesson.deck]
    keys: list[str] = []
    for key in fault.keys:
        keys += [key] if isinstance(key, str) else ["0"] * kinds.index(key)
    return keys
