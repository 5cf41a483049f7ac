"""A lesson: one card after another, in one page that is redrawn in place."""

from __future__ import annotations

from collections.abc import Sequence

from safeclass.course.card import SetAside
from safeclass.course.lesson import Lesson
from safeclass.course.picking import Attitude
from safeclass.course.scene import Scene
from safeclass.course.text import texts
from safeclass.course.wording import facts_of
from safeclass.language import N_, _, translate
from safeclass.language.cells import width
from safeclass.session.entry import begins_with_choice
from safeclass.session.session import Phase, Session
from safeclass.tui.cards import face_for
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.keys import CARD_BACK
from safeclass.tui.said import say
from safeclass.tui.typeset import plain_runs
from safeclass.tui.views.view import Title, View


def open_lesson(desk: Desk, name: str) -> None:
    """Open a lesson; one that is sensitive and not under way begins with a choice."""
    lesson, faults = desk.course.lesson(name)
    if lesson is None:
        desk.open(ClosedLessonView(desk, str(faults[0].place), faults[0].say(desk.words.main)))
    elif begins_with_choice(lesson, desk.keeping.progress()):
        from safeclass.tui.views.entry import EntryView

        desk.open(EntryView(desk, lesson))
    else:
        desk.open(LessonView(desk, lesson))


class LessonView(View):
    """The card a session is at, with the keys that all cards share."""

    def __init__(self, desk: Desk, lesson: Lesson, session: Session | None = None) -> None:
        """Take a lesson up where its events left it, or with a session of its own."""
        super().__init__(desk)
        self.lesson = lesson
        unit = desk.course.unit_of(lesson.lesson)
        self.unit = unit.title if unit else None
        self.session = session or Session(lesson, desk.keeping.events(lesson.lesson), desk.keeping.record)
        self._turn()

    def finish(self) -> None:
        """What follows the last card."""
        if self.lesson.lesson == self.desk.course.closing:
            from safeclass.tui.views.then_and_now import view_of

            self.desk.replace(view_of(self.desk, self.lesson))
            return
        from safeclass.tui.views.end import EndView

        self.desk.replace(EndView(self.desk, self.lesson, self.session.progress))

    def _turn(self) -> None:
        """Show the card that the session is at now."""
        self.face = face_for(self.session, self.desk.wording)
        self.densities = self.face.densities
        self._shown = self.session.at

    def title(self) -> Title:
        """The unit, the lesson and the place in it."""
        session = self.session
        return Title(
            self.words(self.unit) if self.unit else "",
            self.words(self.lesson.title),
            f"{session.index + 1}/{session.total}",
            (session.index + 1) / session.total,
            self.also(self.lesson.title),
        )

    def draw(self, flow: Flow) -> None:
        """The card's kind and how to pass it over, then the card."""
        # On a card without a right answer Enter may still choose another one.
        self.reads_through = self.face.is_read_only and not isinstance(self.session.card, Attitude)
        row, end = flow.row, flow.layout.end - 1
        kind = self.face.kind()
        flow.write(kind, "celadon", bold=True)
        if self.session.phase is not Phase.EXPLAINED and not isinstance(self.session.card, SetAside):
            key, does = ("0", translate("Skip", flow.layout.main))
            start = flow.sheet.right(row, end, does, "muted")
            flow.sheet.text(row, start - 2, key, bold=True)
            flow.sheet.zone(row, start - 2, 1, end - start + 2, "0")
            end = start - 2
        if self.session.is_opening:
            tag = translate(N_("first thoughts"), flow.layout.main)
            column = flow.layout.edge + sum(width(run.words) for run in kind(flow.layout.main)) + 2
            if column + width(tag) < end:
                flow.sheet.text(row, column, tag, "muted")
        flow.blank()
        self.face.draw(flow)

    def press(self, key: str) -> bool:
        """What the card does with a key; 0 passes it over, 9 goes a card back, Backspace takes an answer back."""
        session = self.session
        taken = self.face.press(key)
        if not taken and key == "0":
            session.skip()
            taken = True
        elif not taken and key in CARD_BACK:
            taken = session.go_back()
        elif not taken and key == "backspace" and session.undo():
            self._turn()
            taken = True
        if session.is_over:
            self.finish()
        elif session.at != self._shown:
            self._turn()
        return taken

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        hints = self.face.hints()
        is_answered = self.session.state.given and not isinstance(self.session.card, Scene)
        if self.facts():
            # Keys give way from the right. Once reasons are told, where they come from is not among the first to do so.
            hints.insert(1 if is_answered else len(hints), Hint("f3", "F3", _("Sources")))
        if is_answered:
            hints.append(Hint("backspace", "Backspace", _("Undo")))
        elif self.session.index and not isinstance(self.session.card, Scene):
            hints.append(Hint("9", "9", _("Back")))
        hints.append(Hint("f4", "F4", _("Take a break")))
        hints.append(Hint("f7", "F7", _("Words")))
        return hints

    def facts(self) -> tuple[str, ...]:
        """The facts that the card cites or stands on, each once."""
        return facts_of(self.session.card, self.desk.words.main, self.desk.wording.registry)

    def said_here(self) -> str:
        """Everything that the card says."""
        plain = self.desk.wording.plain
        return "\n".join(plain(text, language) for text in texts(self.session.card) for language in self.desk.words.shown)


class MeetAgainView(LessonView):
    """Questions to meet again, lesson by lesson; what is answered here is not kept."""

    def __init__(self, desk: Desk, lessons: Sequence[Lesson]) -> None:
        """`lessons` hold only the cards to meet again; there is at least one."""
        self.left = lessons[1:]
        super().__init__(desk, lessons[0], Session(lessons[0], (), lambda _event: None))

    def finish(self) -> None:
        """The next lesson's questions, or back."""
        if self.left:
            self.desk.replace(MeetAgainView(self.desk, self.left))
        else:
            self.desk.close()


class ClosedLessonView(View):
    """That a lesson did not open, and where its fault is."""

    def __init__(self, desk: Desk, place: str, wrong: str) -> None:
        super().__init__(desk)
        self.place = place
        self.wrong = wrong

    def title(self) -> Title:
        """What the title band says."""
        return Title(name="SafeClass")

    def draw(self, flow: Flow) -> None:
        """The notice, and for whoever edits the course the place."""
        flow.gap()
        flow.heading(say(N_("This lesson did not open. The others still work.")))
        flow.gap()
        flow.paragraph(lambda _language: plain_runs(f"{self.place}  {self.wrong}"), "muted")

    def press(self, key: str) -> bool:
        """Enter goes back."""
        if key == "enter":
            self.desk.close()
        return key == "enter"

    def hints(self) -> list[Hint]:
        """The keys to show."""
        return [Hint("enter", "Enter", _("Back"), closes=True)]
