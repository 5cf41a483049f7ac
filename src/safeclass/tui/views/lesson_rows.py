"""The rows of the lessons around the focus, as airy as there is room; only what is seen is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safeclass.language import N_, _, ngettext
from safeclass.language.cells import cut
from safeclass.session.lesson_list import LessonList
from safeclass.session.progress import LessonProgress
from safeclass.tui.flow import Flow
from safeclass.tui.layout import Layout
from safeclass.tui.said import say
from safeclass.tui.typeset import plain_runs, set_lines
from safeclass.tui.views.unit_list import is_band

if TYPE_CHECKING:
    from safeclass.course.head import LessonHead

CALM = N_("Take your time. Ctrl+Q, or Esc three times, leaves at once.")
"""The one warm line below the lessons."""


def draw_lessons(flow: Flow, listed: LessonList, focus: int, left: int) -> bool:
    """The lessons from a column on, and the warm line where there is room for it; whether there are more below."""
    layout = flow.layout
    free = layout.rows - flow.row
    step = 3 if (free + 1) // 3 >= min(len(listed.lessons), 5) else 2
    tall = 2 if is_band(layout) else 0
    room = max(1, (free + 1 - tall) // step)
    first = max(0, min(focus - room // 2, len(listed.lessons) - room))
    end = min(first + room, len(listed.lessons))
    for place in range(first, end):
        start = flow.row
        _draw_lesson(flow, listed, place, focus, left)
        if place + 1 == end:
            break
        if not is_band(layout):
            flow.row = start + step
        elif step == 3 or place == focus:
            flow.row += 1
    if flow.row + 1 < layout.rows and flow.measure(say(CALM)) == 1:
        flow.gap(layout.rows - 1 - flow.row)
        flow.write(say(CALM), "muted")
    return first + room < len(listed.lessons)


def _draw_lesson(flow: Flow, listed: LessonList, place: int, focus: int, left: int) -> None:
    """A lesson's title and state, and what one will be able to do; on narrow screens that only where the focus is."""
    layout, sheet = flow.layout, flow.sheet
    lesson, row, edge = listed.lessons[place], flow.row, left + 7
    is_here = place == focus
    head = listed.course.head(lesson)
    aim = _aim(head, layout)
    measure = layout.end - edge - 1
    banded = is_band(layout)
    lines = set_lines(plain_runs(aim), measure)[: 2 if banded else 1] if is_here or not banded else ()
    rows = 1 + len(lines)
    sheet.grow(row + rows)
    if is_here:
        sheet.fill(row, left, rows, layout.end - left, "raised")
        sheet.bar(row, left, rows, "celadon", ">")
        sheet.sight = (row, row + rows)
    number = listed.number_of(place, listed.unit_at(focus))
    if number is not None:
        sheet.chip(row, left + 2, str(number), "celadon" if is_here else "panel")
    state, ink = _state(listed.of(lesson), head.minutes if head else 0, sheet.tick)
    start = sheet.right(row, layout.end - 1, state, ink, bold=ink != "muted")
    sheet.text(row, edge, cut(head.title[layout.main] if head else lesson, start - edge - 1), bold=True)
    for offset, line in enumerate(lines):
        words = line[0].words if banded else cut(aim, measure)
        sheet.text(row + 1 + offset, edge, words, "muted")
    sheet.zone(row, left, rows, layout.end - left, f"open {place}")
    flow.row += rows


def _aim(head: LessonHead | None, layout: Layout) -> str:
    """What stands under a title: what one will be able to do, or the title in the second language shown."""
    if head is None:
        return _("This lesson did not open.")
    second = layout.places[1:]
    return head.title[second[0].language] if second else head.aim[layout.main]


def _state(progress: LessonProgress, minutes: int, tick: str) -> tuple[str, str]:
    """How far a lesson is, else how long it takes, and the ink for that."""
    if progress.is_begun:
        return _("under way"), "gardenia"
    if progress.finished:
        return f"{tick} {_('done')}", "celadon"
    return (ngettext("{n} min", "{n} min", minutes).format(n=minutes) if minutes else ""), "muted"
