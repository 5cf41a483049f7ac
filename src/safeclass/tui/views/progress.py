"""My progress: the way so far, and what is worth meeting again. No score, no rank."""

from __future__ import annotations

from safeclass.language import N_, _
from safeclass.session.keeping import GUEST, KEPT
from safeclass.session.lesson_list import LessonList
from safeclass.session.looking_back import only, surprises, told_surprises
from safeclass.session.progress import LessonProgress
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.said import say
from safeclass.tui.typeset import plain_runs
from safeclass.tui.views.view import Title, View

FIELDS_WIDTH = 47
"""Columns that the fields of one unit's lessons share."""


class ProgressView(View):
    """One field a lesson: done, under way, or empty."""

    densities = (1, 2)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.came_back()

    def came_back(self) -> None:
        """Read what was done: all of it may have been deleted."""
        self.progress = dict(self.desk.keeping.progress())
        self.surprises = surprises(self.desk.course.lesson_ids, self.progress)
        """Questions that were answered with sureness and turned out otherwise, by lesson."""

    def title(self) -> Title:
        """What the title band says."""
        return Title("SafeClass", _("My progress"))

    def draw(self, flow: Flow) -> None:
        """The units with a field for each lesson, what comes back first, and that there is no score."""
        sheet, layout = flow.sheet, flow.layout
        flow.label(say(N_("The way so far")))
        flow.gap()
        listed = LessonList(self.desk.course, self.progress)
        is_any_under_way = False
        left = layout.edge + 14
        room = min(FIELDS_WIDTH, layout.end - left - 8)
        for number, unit in enumerate(listed.units):
            sheet.grow(flow.row + 1)
            sheet.text(flow.row, layout.edge, str(number + 1), "muted")
            sheet.text(flow.row, layout.edge + 3, self.words(unit.title), bold=True)
            shown = unit.lessons[: max(1, room // 4)]
            width = max(3, room // max(1, len(shown)) - 1)
            for index, lesson in enumerate(shown):
                done = listed.of(lesson)
                is_any_under_way |= done.is_begun and not done.finished
                self._draw_field(flow, left + index * (width + 1), width, done)
            sheet.right(flow.row, layout.end - 1, listed.done_of(number))
            flow.row += 1
            flow.between()
        if is_any_under_way:
            flow.write(say(N_("~ marks a lesson that is under way.")), "muted")
        count = sum(map(len, self.surprises.values()))
        if count:
            flow.gap()
            flow.option("1", lambda language: plain_runs(told_surprises(count, language)))
        flow.gap()
        flow.paragraph(say(GUEST if self.desk.keeping.is_guest else KEPT), "muted")

    @staticmethod
    def _draw_field(flow: Flow, column: int, width: int, progress: LessonProgress) -> None:
        sheet, plain = flow.sheet, flow.layout.plain
        field = "celadon_soft" if progress.finished else "raised" if progress.is_begun else "panel"
        sheet.fill(flow.row, column, 1, width, field)
        mark = sheet.tick if progress.finished else "~" if progress.is_begun else "-" if plain else " "
        sheet.text(flow.row, column + 1, mark, bold=True)

    def press(self, key: str) -> bool:
        """Enter goes home; 1 meets the surprises again."""
        key = key.removeprefix("pick ")
        if key == "1" and self.surprises:
            self._meet_again()
            return True
        if key == "f8":
            from safeclass.tui.views.forget import ForgetView

            self.desk.open(ForgetView(self.desk))
            return True
        if key == "enter":
            self.desk.go_home()
            return True
        return False

    def _meet_again(self) -> None:
        from safeclass.tui.views.lesson import MeetAgainView

        found = [(self.desk.course.lesson(name)[0], cards) for name, cards in self.surprises.items()]
        lessons = [again for lesson, cards in found if lesson is not None and (again := only(lesson, cards)) is not None]
        if lessons:
            self.desk.open(MeetAgainView(self.desk, lessons))
        else:
            self.surprises = {}  # the lessons hold none of them any more

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        hints = [Hint("enter", "Enter", _("Back to the lessons"))]
        if self.surprises:
            hints.append(Hint("1", "1", _("meet again")))
        return [*hints, Hint("f8", "F8", _("Delete my progress"))]
