"""Home: carry on, the units, their lessons, and what is done."""

from __future__ import annotations

from safeclass.language import _
from safeclass.session.lesson_list import LessonList
from safeclass.session.offer import Offer, offer_now
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint, language_hint
from safeclass.tui.views.lesson_rows import draw_lessons
from safeclass.tui.views.offered import draw_offer, open_offer
from safeclass.tui.views.unit_list import draw_units
from safeclass.tui.views.view import Title, View

CARRY_ON, OFFERED = "carry on", "0"
"""The rows that can stand above the lessons, as the keys that open them; the focus counts them downwards from -1."""


class HomeView(View):
    """Up and down walk through the lessons, left and right through the units."""

    densities = (0, 1, 2)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.focus = 0
        """The place of the lesson that the focus is on, or of a row above the lessons."""
        self.came_back()
        self.focus = -len(self.above) if self.listed.stopped else 0

    def came_back(self) -> None:
        """Look again at what was done."""
        row = self.above[self.focus] if self.focus < 0 else ""
        progress = dict(self.desk.keeping.progress())
        self.listed = LessonList(self.desk.course, progress)
        self.offer: Offer | None = offer_now(self.desk.course, progress)
        """What is offered beside the lessons; the focus begins below it."""
        if self.focus < 0:
            self.focus = self.above.index(row) - len(self.above) if row in self.above else 0

    @property
    def above(self) -> list[str]:
        """The rows above the lessons, from the top."""
        return [*([CARRY_ON] if self.listed.stopped else []), *([OFFERED] if self.offer else [])]

    def _is_at(self, row: str) -> bool:
        """Whether the focus is on a row above the lessons."""
        return self.focus < 0 and self.above[self.focus] == row

    @property
    def unit(self) -> int:
        """The place of the unit that the focus is in."""
        return self.listed.unit_at(self.focus)

    def title(self) -> Title:
        """The program's name, and how much of the course is done."""
        return Title(name="SafeClass", done=self.listed.done)

    def draw(self, flow: Flow) -> None:
        """Carry on, then units and lessons."""
        flow.gap()
        if self.listed.stopped:
            self._draw_carry_on(flow)
            flow.gap()
        if self.offer:
            draw_offer(flow, self.offer, OFFERED, is_here=self._is_at(OFFERED))
            flow.gap()
        left = draw_units(flow, self.listed, self.unit)
        self.has_more_below = draw_lessons(flow, self.listed, self.focus, left)

    def _draw_carry_on(self, flow: Flow) -> None:
        """The way back into the lesson that was begun; it is not named here, whoever looks over a shoulder."""
        layout, sheet = flow.layout, flow.sheet
        rows = 1 if layout.density >= 1 or layout.is_narrow else 3
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

    def press(self, key: str) -> bool:
        """Walk, or open a lesson."""
        lessons = self.listed.lessons
        if key == "enter" and self.focus < 0:
            key = self.above[self.focus]
        if key == "up":
            self.focus = max(-len(self.above), self.focus - 1)
        elif key == "down":
            self.focus = min(max(len(lessons) - 1, 0), self.focus + 1)
        elif key in ("left", "right"):
            self._go_to_unit(self.unit + (1 if key == "right" else -1))
        elif key.startswith("unit "):
            self._go_to_unit(int(key[5:]))
        elif key == CARRY_ON and self.listed.stopped:
            self._open(self.listed.stopped)
        elif key == OFFERED and self.offer:
            open_offer(self.desk, self.offer)
        elif key.startswith("open "):
            self.focus = int(key[5:])
            self._open(lessons[self.focus])
        elif key.isdecimal() and (place := self.listed.place_of(int(key), self.unit)) is not None:
            self.focus = place
            self._open(lessons[place])
        elif key == "enter" and lessons:
            self._open(lessons[self.focus])
        else:
            return False
        return True

    def _go_to_unit(self, unit: int) -> None:
        place = self.listed.start_of(unit)
        if place is not None:
            self.focus = place

    def _open(self, lesson: str) -> None:
        from safeclass.tui.views.lesson import open_lesson

        open_lesson(self.desk, lesson)

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        return [
            Hint("enter", "Enter", _("Open")),
            language_hint(self.desk),
            Hint("f5", "F5", _("My progress")),
            Hint("f6", "F6", _("Settings")),
            Hint("f7", "F7", _("Words")),
            Hint("right", _("Left Right"), _("unit")),
        ]
