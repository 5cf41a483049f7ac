"""Before a sensitive lesson: one calm line on its topic, and real choices."""

from __future__ import annotations

from functools import partial

from safeclass.course.lesson import Lesson
from safeclass.language import N_
from safeclass.plain.channels import tell_channels
from safeclass.plain.desk import Desk, Hint, say
from safeclass.plain.prose import tell_text
from safeclass.plain.typed import Command
from safeclass.session.entry import Way

WAYS = tuple(Way)
"""What can be done, from 1."""
EXIT = N_(
    "Leaving with q moves the words out of sight. They stay in this window above, "
    "and shell history, screen sharing and people behind you are not hidden."
)
"""What leaving does and does not do here: unlike the app's screen, plain lines cannot be taken away again."""


def wants_to_start(desk: Desk, lesson: Lesson) -> bool:
    """Let the learner choose, an empty line being a start; false where another lesson, or the summary, was enough."""
    tell = partial(_tell_choices, desk, lesson)
    tell()
    while True:
        typed = desk.ask(_hints, tell)
        number = 1 if typed.command is Command.GO_ON else typed.number(len(WAYS))
        match WAYS[number - 1] if number else None:
            case Way.START:
                return True
            case Way.SUMMARY:
                _tell_summary(desk, lesson)
                desk.wait(N_("Back to the lessons"), partial(_tell_summary, desk, lesson))
                return False
            case Way.ANOTHER:
                return False
            case Way.HELP:
                tell_channels(desk)
                tell()
            case _:
                desk.explain(_hints())


def _hints() -> list[Hint]:
    return [Hint(f"1-{len(WAYS)}", N_("Choose")), Hint("Enter", Way.START.value)]


def _tell_choices(desk: Desk, lesson: Lesson) -> None:
    """The topic, what is not shown, the choices, and what Exit does and does not do."""
    desk.paper.gap()
    desk.label(say(N_("Before you start")))
    desk.tell(lesson.title)
    if lesson.note:
        desk.tell(lesson.note)
    desk.say(N_("No pictures and no graphic detail."))
    desk.say(N_("You can skip this. No reason needed."))
    desk.say(EXIT)
    desk.paper.gap()
    for number, way in enumerate(WAYS, 1):
        desk.write(say(way.value), f"{number}) ")


def _tell_summary(desk: Desk, lesson: Lesson) -> None:
    desk.paper.gap()
    desk.label(say(N_("Summary")))
    desk.tell(lesson.title)
    if lesson.summary:
        tell_text(desk, lesson.summary)
