"""The end of a lesson: what you can do now, in place of any score."""

from __future__ import annotations

from safeclass.course.channels import Channel
from safeclass.course.lesson import Lesson
from safeclass.course.runs import Run
from safeclass.course.terms import FAULT
from safeclass.language import N_, _
from safeclass.language.dates import write_day
from safeclass.session.looking_back import SHORT_RETURN, chosen_words
from safeclass.session.progress import LessonProgress
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.said import Said, say
from safeclass.tui.typeset import Runs
from safeclass.tui.views.view import Title, View


class EndView(View):
    """Three lines of what one can do, the words one chose, where to turn."""

    densities = (1, 2, 3, 4, 5)
    reads_through = True

    def __init__(self, desk: Desk, lesson: Lesson, progress: LessonProgress) -> None:
        super().__init__(desk)
        self.lesson = lesson
        self.progress = progress

    def title(self) -> Title:
        """The lesson, and that it is done."""
        unit = self.desk.course.unit_of(self.lesson.lesson)
        place = _("end of the lesson") if unit else ""
        title = self.lesson.title
        return Title(self.words(unit.title) if unit else "", self.words(title), place, 1.0, self.also(title))

    def draw(self, flow: Flow) -> None:
        """What one can do now, and where to turn."""
        flow.label(say(N_("What you can do now")))
        flow.gap()
        for line in self.lesson.can_do:
            row = flow.row
            flow.write(self.said(line), indent=3)
            for place in flow.layout.places[: 1 if flow.layout.is_stacked else 2]:
                flow.sheet.text(row, place.start, flow.sheet.tick, "celadon")
        if chosen := [self.said(line) for line in chosen_words(self.lesson, self.progress)]:
            flow.blank()
            flow.block("celadon", lambda: self._write_chosen(flow, chosen))
        flow.gap()
        flow.label(say(N_("Where to turn")), "text")
        for name in self.lesson.turn_to:
            if channel := self.desk.channels.get(name):
                flow.write(self._channel(channel), bold=True)
        flow.gap()
        sentence = self.desk.wording.registry.sentences.get(FAULT)
        if sentence is not None:
            # Whoever was harmed takes the same lessons as whoever did it: this is said to one of them.
            to_whom, fault = say(N_("If someone did this to you:")), self.said(sentence.text)
            flow.paragraph(lambda language: (*to_whom(language), Run(" "), *fault(language)), "celadon")
        if self.desk.course.unit_of(self.lesson.lesson):
            flow.paragraph(self._short_return, "muted")

    def _channel(self, channel: Channel) -> Said:
        """A channel's number, where it has one, its name, and when it answers."""
        number = (Run(f"{channel.number}  "),) if channel.number else ()
        named, hours = self.said(channel.name), self.said(channel.hours)
        return lambda language: (*number, *named(language), Run("   "), *hours(language))

    def _short_return(self, language: str) -> Runs:
        day = write_day(self.desk.today + SHORT_RETURN, language)
        return say(N_("Another look would be good around {day}. You can leave it out."), day=day)(language)

    @staticmethod
    def _write_chosen(flow: Flow, chosen: list[Said]) -> None:
        flow.label(say(N_("The words you chose")))
        for line in chosen:
            flow.write(line)

    def press(self, key: str) -> bool:
        """Enter goes home."""
        if key == "enter":
            self.desk.go_home()
        return key == "enter"

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        return [Hint("enter", "Enter", _("Back to the lessons")), Hint("f5", "F5", _("My progress"))]
