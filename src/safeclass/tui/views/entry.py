"""Before a sensitive lesson: one calm line on its topic, and real choices."""

from __future__ import annotations

from safeclass.course.lesson import Lesson
from safeclass.language import N_, _, ngettext
from safeclass.session.entry import Way
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.keys import stepped
from safeclass.tui.prose import draw_prose
from safeclass.tui.said import say
from safeclass.tui.views.view import Title, View

EXIT = N_("Exit (Ctrl+Q, or Esc 3 times) hides this screen only, not shell history, screen sharing or people near you.")
WAYS = tuple(Way)


class EntryView(View):
    """Four choices of equal weight."""

    densities = (1, 2)

    def __init__(self, desk: Desk, lesson: Lesson) -> None:
        super().__init__(desk)
        self.lesson = lesson
        self.focus = 0

    def title(self) -> Title:
        """The unit, the lesson and its minutes."""
        unit = self.desk.course.unit_of(self.lesson.lesson)
        minutes = ngettext("{n} min", "{n} min", self.lesson.minutes).format(n=self.lesson.minutes)
        title = self.lesson.title
        return Title(self.words(unit.title) if unit else "", self.words(title), minutes, also=self.also(title))

    def draw(self, flow: Flow) -> None:
        """The topic, what is not shown, the choices, and what Exit does and does not do."""
        flow.label(say(N_("Before you start")))
        flow.gap()
        flow.heading(self.said(self.lesson.title))
        flow.gap()
        if self.lesson.note:
            flow.paragraph(self.said(self.lesson.note))
        flow.paragraph(say(N_("No pictures and no graphic detail.")))
        flow.paragraph(say(N_("You can skip this. No reason needed.")))
        flow.gap()
        for index, way in enumerate(WAYS):
            if index:
                flow.between()
            flow.option(str(index + 1), say(way.value), is_focused=index == self.focus)
        flow.gap()
        flow.paragraph(say(EXIT), "muted")

    def press(self, key: str) -> bool:
        """Choose with the arrows and Enter, or with a digit."""
        key = key.removeprefix("pick ")
        if key in ("up", "down"):
            self.focus = stepped(self.focus, key, len(WAYS))
            return True
        if key.isdecimal() and 0 < int(key) <= len(WAYS):
            self.focus = int(key) - 1
            key = "enter"
        if key != "enter":
            return False
        match WAYS[self.focus]:
            case Way.START:
                from safeclass.tui.views.lesson import LessonView

                self.desk.replace(LessonView(self.desk, self.lesson))
            case Way.SUMMARY:
                self.desk.open(SummaryView(self.desk, self.lesson))
            case Way.ANOTHER:
                self.desk.close()
            case Way.HELP:
                from safeclass.tui.views.help import HelpView

                self.desk.open(HelpView(self.desk))
        return True

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        return [Hint("enter", "Enter", _("Choose")), Hint("down", f"1-{len(WAYS)}", _("choose at once"))]


class SummaryView(View):
    """The lesson in a few sentences."""

    reads_through = True

    def __init__(self, desk: Desk, lesson: Lesson) -> None:
        super().__init__(desk)
        self.lesson = lesson

    def title(self) -> Title:
        """The lesson's title."""
        return Title(_("Summary"), self.words(self.lesson.title), also=self.also(self.lesson.title))

    def draw(self, flow: Flow) -> None:
        """The summary."""
        flow.label(say(N_("Summary")))
        flow.gap()
        flow.heading(self.said(self.lesson.title))
        if self.lesson.summary:
            draw_prose(flow, self.lesson.summary, self.desk.wording)

    def press(self, key: str) -> bool:
        """Enter goes back to the lessons; Esc, as everywhere, one page back: to the choice."""
        if key == "enter":
            self.desk.go_home()
        return key == "enter"

    def hints(self) -> list[Hint]:
        """The keys to show."""
        return [Hint("enter", "Enter", _("Back to the lessons"))]
