"""My progress: the way so far, and what is worth meeting again. No score, no rank."""

from __future__ import annotations

from dataclasses import replace

from safeclass.course.model import Lesson, identity
from safeclass.course.text import Id
from safeclass.language import N_, _, ngettext
from safeclass.session.event import Event
from safeclass.session.progress import LessonProgress
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow, say
from safeclass.tui.hint import Hint
from safeclass.tui.views.settings import GUEST, KEPT
from safeclass.tui.views.view import Title, View

FIELDS_WIDTH = 47
"""Columns that the fields of one unit's lessons share."""


class ProgressView(View):
    """One field a lesson: done, under way, or empty."""

    densities = (1, 2)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.progress = dict(desk.keeping.progress())
        self.surprises: dict[str, list[Id]] = {
            lesson: found
            for lesson, progress in self.progress.items()
            if lesson in desk.course.lesson_ids and (found := [card for card, done in progress.cards.items() if done.is_surprise])
        }
        """Questions that were answered with sureness and turned out otherwise, by lesson."""

    def title(self) -> Title:
        """What the title band says."""
        return Title("SafeClass", _("My progress"))

    def draw(self, flow: Flow) -> None:
        """The units with a field for each lesson, what comes back first, and that there is no score."""
        sheet, layout = flow.sheet, flow.layout
        flow.label(say(N_("The way so far")))
        flow.gap()
        left = layout.edge + 14
        room = min(FIELDS_WIDTH, layout.end - left - 8)
        for number, unit in enumerate(self.desk.course.units, 1):
            sheet.grow(flow.row + 1)
            sheet.text(flow.row, layout.edge, str(number), "muted")
            sheet.text(flow.row, layout.edge + 3, self.words(unit.title), bold=True)
            shown = unit.lessons[: max(1, room // 4)]
            width = max(3, room // max(1, len(shown)) - 1)
            for index, lesson in enumerate(shown):
                self._draw_field(flow, left + index * (width + 1), width, self.progress.get(lesson, LessonProgress()))
            done = sum(self.progress.get(lesson, LessonProgress()).finished > 0 for lesson in unit.lessons)
            sheet.right(flow.row, layout.end - 1, f"{done}/{len(unit.lessons)}")
            flow.row += 1
            flow.between()
        count = sum(map(len, self.surprises.values()))
        if count:
            flow.gap()
            flow.option(
                "1",
                lambda language: say(
                    ngettext(
                        "Meet {n} question again that you were sure of and saw differently",
                        "Meet {n} questions again that you were sure of and saw differently",
                        count,
                    ),
                    n=count,
                )(language),
                is_focused=True,
            )
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
        """Open a lesson of the surprising cards only; what is answered there is not kept."""
        from safeclass.tui.views.lesson import LessonView

        name, cards = next(iter(self.surprises.items()))
        lesson, _faults = self.desk.course.lesson(name)
        if lesson is not None:
            again = tuple(card for card in lesson.deck if identity(card) in cards)
            if again:
                desk = replace(self.desk, keeping=_NothingKept(self.desk), views=self.desk.views)
                self.desk.open(LessonView(desk, _only(lesson, again)))

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        hints = [Hint("enter", "Enter", _("Back to the lessons"))]
        if self.surprises:
            hints.append(Hint("1", "1", _("meet again")))
        return [*hints, Hint("f8", "F8", _("Delete my progress"))]


def _only(lesson: Lesson, cards: tuple[object, ...]) -> Lesson:
    return replace(lesson, opening=(), cards=cards, closing=())  # type: ignore[arg-type]  # cards are from the same deck


class _NothingKept:
    """A keeping that forgets: for meeting questions again."""

    is_guest = True

    def __init__(self, desk: Desk) -> None:
        self._behind = desk.keeping
        self.notices: list[str] = []

    def record(self, event: Event) -> None:
        """Keep nothing."""

    def events(self, lesson: str) -> tuple[Event, ...]:
        """Begin afresh."""
        return ()

    def progress(self) -> dict[str, LessonProgress]:
        """What is really kept."""
        return dict(self._behind.progress())

    def forget(self, lesson: str | None = None) -> None:
        """There is nothing to delete."""
