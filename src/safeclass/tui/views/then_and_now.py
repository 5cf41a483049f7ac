"""After the course: what one chose before and now, question by question. No score; about oneself just both answers."""

from __future__ import annotations

from safeclass.course.lesson import Lesson
from safeclass.course.text import Text
from safeclass.course.wording import facts_of
from safeclass.language import N_, _
from safeclass.session.progress import UNTOUCHED
from safeclass.session.then_and_now import Chosen, ThenAndNow, then_and_now
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.keys import CARD_BACK
from safeclass.tui.said import say
from safeclass.tui.views.end import EndView
from safeclass.tui.views.view import Title, View


def open_then_and_now(desk: Desk) -> None:
    """Look at both answers again."""
    from safeclass.tui.views.lesson import ClosedLessonView

    lesson, faults = desk.course.lesson(desk.course.closing or "")
    if lesson is None:
        desk.open(ClosedLessonView(desk, str(faults[0].place), faults[0].say(desk.words.main)))
    else:
        desk.open(view_of(desk, lesson))


def view_of(desk: Desk, closing: Lesson) -> View:
    """Both answers question by question; the end at once where nothing was answered."""
    progress = desk.keeping.progress()
    pairs = then_and_now(desk.course, closing, progress)
    end = EndView(desk, closing, progress.get(closing.lesson, UNTOUCHED))
    return ThenAndNowView(desk, pairs, end) if pairs else end


class ThenAndNowView(View):
    """One question at a time; Enter goes on, and after the last to what one can do now."""

    reads_through = True

    def __init__(self, desk: Desk, pairs: list[ThenAndNow], end: EndView) -> None:
        """`pairs` holds at least one."""
        super().__init__(desk)
        self.pairs = pairs
        self.end = end
        self.index = 0

    def title(self) -> Title:
        """What this is, and the place in it."""
        place, total = self.index + 1, len(self.pairs)
        return Title(name=_("Then and now"), position=f"{place}/{total}", done=place / total)

    def draw(self, flow: Flow) -> None:
        """The question and the answer from before, those of now, and what is so."""
        then, now, stands, _card = self.pairs[self.index]
        if then is not None:
            self._draw_chosen(flow, N_("Before the lessons"), then)
            flow.gap()
        self._draw_chosen(flow, N_("Now"), now)
        if stands:
            flow.blank()
            flow.block("celadon", lambda: self._write_stands(flow, stands))

    def _draw_chosen(self, flow: Flow, when: str, chosen: Chosen) -> None:
        flow.label(say(when))
        flow.paragraph(self.said(chosen.asked), "muted")
        flow.blank()
        for words in chosen.words:
            row = flow.row
            flow.write(self.said(words), indent=3, bold=True)
            for place in flow.layout.places[: 1 if flow.layout.is_stacked else 2]:
                flow.sheet.text(row, place.start, "-", "muted")
        if not chosen.words:
            flow.write(say(N_("Left open. That is fine.")), "muted", indent=3)

    def _write_stands(self, flow: Flow, stands: tuple[tuple[Text | None, Text], ...]) -> None:
        flow.label(say(N_("Why")))
        for words, why in stands:
            if words is not None:
                flow.write(self.said(words), bold=True)
            flow.paragraph(self.said(why))

    def press(self, key: str) -> bool:
        """Enter goes on, 9 goes back."""
        if key == "enter" and self.index + 1 == len(self.pairs):
            self.desk.replace(self.end)
        elif key == "enter":
            self.index += 1
        elif key in CARD_BACK and self.index:
            self.index -= 1
        else:
            return False
        return True

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        hints = [Hint("enter", "Enter", _("Next"))]
        if self.facts():
            hints.append(Hint("f3", "F3", _("Sources")))
        return [*hints, *([Hint("9", "9", _("Back"))] if self.index else [])]

    def facts(self) -> tuple[str, ...]:
        """The facts that the question of now cites or stands on."""
        return facts_of(self.pairs[self.index].card, self.desk.words.main, self.desk.wording.registry)
