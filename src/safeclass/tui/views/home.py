"""Home: carry on, the units, their lessons, and what is done."""

from __future__ import annotations

from bisect import bisect_right

from safeclass.course.text import Id
from safeclass.language import N_, _, ngettext, translate
from safeclass.language.cells import cut
from safeclass.session.offer import Offer, offer_now
from safeclass.session.progress import UNTOUCHED, LessonProgress
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.layout import Layout
from safeclass.tui.said import say
from safeclass.tui.typeset import plain_runs, set_lines
from safeclass.tui.views.offered import draw_offer, open_offer
from safeclass.tui.views.view import Title, View

UNITS_WIDTH = 21
"""Columns of the list of units, where it stands beside the lessons."""
BESIDE = 70
"""From so many columns the units stand beside the lessons."""
CALM = N_("Take your time. You can rest or leave whenever you like.")
"""The one warm line below the lessons."""
CARRY_ON, OFFERED = "carry on", "0"
"""The rows that can stand above the lessons, as the keys that open them; the focus counts them downwards from -1."""


class HomeView(View):
    """Up and down walk through the lessons, left and right through the units."""

    densities = (0, 1, 2)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.focus = 0
        self.progress: dict[str, LessonProgress] = {}
        self.stopped: Id | None = None
        """The lesson that was begun and not finished; it is not named here, whoever looks over a shoulder."""
        self.offer: Offer | None = None
        """What is offered beside the lessons; the focus begins below it."""
        self.came_back()
        self.focus = -len(self.above) if self.stopped else 0

    def came_back(self) -> None:
        """Look again at what was done."""
        row = self.above[self.focus] if self.focus < 0 else ""
        self.progress = dict(self.desk.keeping.progress())
        begun = [lesson for lesson in self.desk.course.lesson_ids if self._of(lesson).is_begun]
        self.stopped = begun[-1] if begun else None
        self.offer = offer_now(self.desk.course, self.progress)
        if self.focus < 0:
            self.focus = self.above.index(row) - len(self.above) if row in self.above else 0

    @property
    def above(self) -> list[str]:
        """The rows above the lessons, from the top."""
        return [*([CARRY_ON] if self.stopped else []), *([OFFERED] if self.offer else [])]

    def _is_at(self, row: str) -> bool:
        """Whether the focus is on a row above the lessons."""
        return self.focus < 0 and self.above[self.focus] == row

    def _of(self, lesson: str) -> LessonProgress:
        return self.progress.get(lesson, UNTOUCHED)

    @property
    def lessons(self) -> tuple[Id, ...]:
        """Every lesson, in one list; the units are a table of contents beside it."""
        return self.desk.course.lesson_ids

    @property
    def unit(self) -> int:
        """The place of the unit that the focus is in."""
        return max(0, bisect_right(self._starts, max(self.focus, 0)) - 1)

    @property
    def _starts(self) -> list[int]:
        """The place of each unit's first lesson in the list."""
        starts, place = [], 0
        for unit in self.desk.course.units:
            starts.append(place)
            place += len(unit.lessons)
        return starts

    def title(self) -> Title:
        """The program's name, and how much of the course is done."""
        lessons = self.desk.course.lesson_ids
        done = sum(self._of(lesson).finished > 0 for lesson in lessons)
        return Title(name="SafeClass", done=done / len(lessons) if lessons else 0.0)

    def draw(self, flow: Flow) -> None:
        """Carry on, then units and lessons."""
        layout, sheet = flow.layout, flow.sheet
        compact = layout.density >= 1 or layout.is_narrow
        flow.gap()
        if self.stopped:
            rows = 1 if compact else 3
            is_here = self._is_at(CARRY_ON)
            sheet.fill(flow.row, layout.margin, rows, layout.end - layout.margin, "raised" if is_here else "panel")
            if is_here:
                sheet.bar(flow.row, layout.margin, rows, "celadon", ">")
            row = flow.row + rows // 2
            column = sheet.text(row, layout.edge, _("Carry on"), bold=True)
            if not layout.is_narrow:
                sheet.text(row, column + 3, _("Back to where you stopped"), "muted")
            sheet.zone(flow.row, layout.margin, rows, layout.end - layout.margin, CARRY_ON)
            flow.row += rows
            flow.gap()
        if self.offer:
            draw_offer(flow, self.offer, OFFERED, is_here=self._is_at(OFFERED))
            flow.gap()
        if self._is_banded(layout):
            self._draw_unit_band(flow)
            self._draw_lessons(flow, layout.margin)
        else:
            self._draw_units(flow)
            self._draw_lessons(flow, layout.margin + UNITS_WIDTH + 3)

    def _draw_unit_band(self, flow: Flow) -> None:
        units = self.desk.course.units
        if not units:
            return
        sheet, layout = flow.sheet, flow.layout
        sheet.fill(flow.row, 0, 1, layout.columns, "panel")
        sheet.text(flow.row, layout.edge - 2, "<", "muted")
        after = sheet.text(flow.row, layout.edge, f"{self.unit + 1} {self.words(units[self.unit].title)}", bold=True)
        sheet.text(flow.row, after + 2, self._done_of(self.unit), "muted")
        sheet.text(flow.row, layout.columns - 1, ">", "muted")
        sheet.zone(flow.row, 0, 1, 4, "left")
        sheet.zone(flow.row, layout.columns - 4, 1, 4, "right")
        flow.row += 1
        flow.gap()

    def _draw_units(self, flow: Flow) -> None:
        sheet, layout = flow.sheet, flow.layout
        units = self.desk.course.units
        step = 2 if flow.layout.density == 0 and len(units) <= 6 else 1
        room = max(1, (layout.rows - flow.row - 1) // step)
        first = max(0, min(self.unit - room // 2, len(units) - room))
        shown = units[first : first + room]
        rows = len(shown) * step + (1 if step == 2 else 0)
        sheet.fill(flow.row, layout.margin, rows, UNITS_WIDTH, "panel")
        for offset, unit in enumerate(shown):
            index = first + offset
            row = flow.row + offset * step + (1 if step == 2 else 0)
            is_here = index == self.unit
            if is_here:
                sheet.fill(row, layout.margin, 1, UNITS_WIDTH, "raised")
                sheet.bar(row, layout.margin, 1, "celadon")
            sheet.text(row, layout.edge, str(index + 1), "muted" if not is_here else "text", bold=is_here)
            end = layout.margin + UNITS_WIDTH - 2
            start = sheet.right(row, end, self._done_of(index), "text" if is_here else "muted")
            if self._is_done(index):
                start = sheet.right(row, start - 1, sheet.tick, "celadon")
            sheet.text(row, layout.edge + 3, cut(self.words(unit.title), start - layout.edge - 4), bold=is_here)
            sheet.zone(row, layout.margin, 1, UNITS_WIDTH, f"unit {index}")

    def _done_of(self, unit: int) -> str:
        lessons = self.desk.course.units[unit].lessons
        return f"{sum(self._of(lesson).finished > 0 for lesson in lessons)}/{len(lessons)}"

    def _is_done(self, unit: int) -> bool:
        lessons = self.desk.course.units[unit].lessons
        return bool(lessons) and all(self._of(lesson).finished for lesson in lessons)

    def _draw_lessons(self, flow: Flow, left: int) -> None:
        """The lessons around the focus, as airy as there is room; only what is seen is read."""
        layout = flow.layout
        free = layout.rows - flow.row
        step = 3 if (free + 1) // 3 >= min(len(self.lessons), 5) else 2
        tall = 2 if self._is_banded(layout) else 0
        room = max(1, (free + 1 - tall) // step)
        first = max(0, min(self.focus - room // 2, len(self.lessons) - room))
        self.has_more_below = first + room < len(self.lessons)
        end = min(first + room, len(self.lessons))
        for index in range(first, end):
            start = flow.row
            self._draw_lesson(flow, left, index)
            if index + 1 == end:
                break
            if not self._is_banded(layout):
                flow.row = start + step
            elif step == 3 or index == self.focus:
                flow.row += 1
        if flow.row + 1 < layout.rows and flow.measure(say(CALM)) == 1:
            flow.gap(layout.rows - 1 - flow.row)
            flow.write(say(CALM), "muted")

    def _draw_lesson(self, flow: Flow, left: int, index: int) -> None:
        """A lesson's title and state, and what one will be able to do; on narrow screens that only where the focus is."""
        layout, sheet = flow.layout, flow.sheet
        lesson, row, edge = self.lessons[index], flow.row, left + 7
        is_here = index == self.focus
        head = self.desk.course.head(lesson)
        aim = self._aim(lesson)
        measure = layout.end - edge - 1
        banded = self._is_banded(layout)
        lines = set_lines(plain_runs(aim), measure)[: 2 if banded else 1] if is_here or not banded else ()
        rows = 1 + len(lines)
        sheet.grow(row + rows)
        if is_here:
            sheet.fill(row, left, rows, layout.end - left, "raised")
            sheet.bar(row, left, rows, "celadon", ">")
            sheet.sight = (row, row + rows)
        number = index - self._starts[self.unit] + 1
        if 0 < number <= len(self.desk.course.units[self.unit].lessons):
            sheet.chip(row, left + 2, str(number), "celadon" if is_here else "panel")
        state, ink = self._state(lesson, head.minutes if head else 0, sheet.tick)
        start = sheet.right(row, layout.end - 1, state, ink, bold=ink != "muted")
        sheet.text(row, edge, cut(self.words(head.title) if head else lesson, start - edge - 1), bold=True)
        for offset, line in enumerate(lines):
            words = line[0].words if banded else cut(aim, measure)
            sheet.text(row + 1 + offset, edge, words, "muted")
        sheet.zone(row, left, rows, layout.end - left, f"open {index}")
        flow.row += rows

    def _aim(self, lesson: str) -> str:
        """What stands under a title: what one will be able to do, or the title in the second language shown."""
        head = self.desk.course.head(lesson)
        if head is None:
            return _("This lesson did not open.")
        second = self.desk.words.shown[1:]
        return head.title[second[0]] if second else self.words(head.aim)

    @staticmethod
    def _is_banded(layout: Layout) -> bool:
        """Whether the units are a band above the lessons, for want of room beside them."""
        return layout.columns < BESIDE

    def _state(self, lesson: str, minutes: int, tick: str) -> tuple[str, str]:
        progress = self._of(lesson)
        if progress.is_begun:
            return _("under way"), "gardenia"
        if progress.finished:
            return f"{tick} {_('done')}", "celadon"
        return (ngettext("{n} min", "{n} min", minutes).format(n=minutes) if minutes else ""), "muted"

    def press(self, key: str) -> bool:
        """Walk, or open a lesson."""
        if key == "enter" and self.focus < 0:
            key = self.above[self.focus]
        if key == "up":
            self.focus = max(-len(self.above), self.focus - 1)
        elif key == "down":
            self.focus = min(max(len(self.lessons) - 1, 0), self.focus + 1)
        elif key in ("left", "right"):
            self._go_to_unit(self.unit + (1 if key == "right" else -1))
        elif key.startswith("unit "):
            self._go_to_unit(int(key[5:]))
        elif key == CARRY_ON and self.stopped:
            self._open(self.stopped)
        elif key == OFFERED and self.offer:
            open_offer(self.desk, self.offer)
        elif key.startswith("open "):
            self.focus = int(key[5:])
            self._open(self.lessons[self.focus])
        elif key.isdigit() and self.lessons and 0 < int(key) <= len(self.desk.course.units[self.unit].lessons):
            self.focus = self._starts[self.unit] + int(key) - 1
            self._open(self.lessons[self.focus])
        elif key == "enter" and self.lessons:
            self._open(self.lessons[self.focus])
        else:
            return False
        return True

    def _go_to_unit(self, unit: int) -> None:
        if 0 <= unit < len(self.desk.course.units):
            self.focus = self._starts[unit]

    def _open(self, lesson: str) -> None:
        from safeclass.tui.views.lesson import open_lesson

        open_lesson(self.desk, lesson)

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        return [
            Hint("enter", "Enter", _("Open")),
            Hint("f2", "F2", language_after(self.desk)),
            Hint("f5", "F5", _("My progress")),
            Hint("f6", "F6", _("Settings")),
            Hint("f7", "F7", _("Words")),
            Hint("right", _("Left Right"), _("unit")),
        ]


def language_after(desk: Desk) -> str:
    """What the language key leads to, in that language's own words."""
    choice = desk.words.next_choice
    if choice in desk.course.names_of_languages:
        return desk.course.names_of_languages[choice]
    return translate("Both languages", desk.words.main)
