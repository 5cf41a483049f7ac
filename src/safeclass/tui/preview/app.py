"""The app as an author has it: the same screen, a band of faults under the page, and the file read anew as it is saved."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event as Signal

from textual.geometry import Size
from textual.message import Message
from textual.worker import get_current_worker

from safeclass.course.proof import Proof
from safeclass.tui.app import SafeClassApp
from safeclass.tui.desk import Desk
from safeclass.tui.hint import Hint, all_hints
from safeclass.tui.preview.answers import AnswersView
from safeclass.tui.preview.fault_band import fault_band
from safeclass.tui.preview.faults import FaultsView
from safeclass.tui.preview.pupil_screen import COLUMNS, HEIGHT, pupil_screen
from safeclass.tui.preview.rehearsal import Rehearsal
from safeclass.tui.quiet import TellCrash
from safeclass.tui.sheet import Sheet
from safeclass.tui.views.help import HelpView
from safeclass.tui.views.sources import SourcesView
from safeclass.tui.views.view import View

LOOK_EVERY = 0.1
"""How often it is looked whether a file was saved, in seconds."""
PUPIL = Size(COLUMNS, HEIGHT)
"""The screen of a pupil."""
BANDS = 6
"""Rows around a pupil's screen in a larger one: the bands, and one above and below to tell the two apart."""
BAND_ROWS = 3
"""Rows of the band; one where the screen is low."""
LOW = 20
"""A screen of fewer rows is low."""

NextProof = Callable[[], Proof | None]
"""A new reading where anything was saved since the last look, else None; asked in a thread of its own."""


class PreviewApp(SafeClassApp):
    """What a learner sees, for whoever writes it."""

    class LessonSaved(Message):
        """The lesson, or what it stands on, was saved and read anew."""

        def __init__(self, proof: Proof) -> None:
            super().__init__()
            self.proof = proof

    def __init__(self, desk: Desk, proof: Proof, next_proof: NextProof, tell_crash: TellCrash = lambda error: None) -> None:
        super().__init__(desk, tell_crash)
        self.rehearsal = Rehearsal(desk, proof)
        self.is_framed = False
        """Whether the page is drawn as a pupil's screen of 80x24 holds it."""
        self._next_proof = next_proof
        self._is_left = Signal()

    # What is saved

    def on_mount(self) -> None:
        """Begin to look whether the file is saved."""
        self.run_worker(self._look_on, thread=True)

    def _look_on(self) -> None:
        """Look again and again, until the app is left."""
        worker = get_current_worker()
        while not self._is_left.wait(LOOK_EVERY) and not worker.is_cancelled:
            proof = self._next_proof()
            if proof is not None:
                self.post_message(self.LessonSaved(proof))

    def on_preview_app_lesson_saved(self, message: LessonSaved) -> None:
        """Show the lesson as it reads now, at the same card."""
        if self.desk.view.is_covered:
            return
        scrolled = [view.scrolled for view in self.desk.views]
        self.rehearsal.take(message.proof)
        for place, view in enumerate(self.desk.views[1:], 1):
            self.desk.views[place] = renewed(view)
        # From the front on: below it a summary may have lost the choice that it was opened from.
        for view, row in zip(reversed(self.desk.views), reversed(scrolled), strict=False):
            view.scrolled = row
        self.redraw()

    # What is seen

    @property
    def page_size(self) -> Size:
        """The size that pages are laid out for: a pupil's in the frame, else what the band leaves."""
        whole = super().page_size
        return PUPIL if self.has_frame else Size(whole.width, whole.height - self.band_rows)

    @property
    def is_pupils(self) -> bool:
        """Whether what is in front is to be seen as a pupil sees it, with nothing of the author's."""
        return self.is_framed and not isinstance(self.desk.view, FaultsView | AnswersView)

    @property
    def has_frame(self) -> bool:
        """Whether a pupil's screen is drawn in the middle of a larger one."""
        whole = super().page_size
        is_larger = whole.width >= PUPIL.width and whole.height >= PUPIL.height + BANDS
        return self.is_pupils and is_larger and not self.desk.view.is_covered

    @property
    def band_rows(self) -> int:
        """How many rows the band takes; it gives way to a pupil's screen where there is no room for both."""
        height = super().page_size.height
        if self.desk.view.is_covered or (self.is_pupils and height < PUPIL.height + BANDS + BAND_ROWS):
            return 0
        return 1 if height < LOW or isinstance(self.desk.view, FaultsView) else BAND_ROWS

    def body(self, columns: int, rows: int) -> Sheet:
        """The page or a pupil's whole screen, and the band under it."""
        band = self.band_rows
        page = rows - band
        seen = self._framed(columns, page) if self.has_frame else self.window.seen(columns, page)
        if band:
            seen.put(fault_band(self.rehearsal, seen.columns, band), page, 0)
        return seen

    def _framed(self, columns: int, rows: int) -> Sheet:
        """A pupil's screen in the middle, on a field of its own."""
        plain = self.desk.appearance.plain
        pupil = pupil_screen(self.desk.view, self.desk)
        frame = Sheet(columns, rows, "raised", plain)
        top, left = (rows - PUPIL.height) // 2, (columns - PUPIL.width) // 2
        if plain:
            edge = "+" + "-" * PUPIL.width + "+"
            for row in (top - 1, top + PUPIL.height):
                frame.text(row, left - 1, edge if left else edge[1:-1])
            frame.bar(top, left - 1, PUPIL.height, "raised")
            frame.bar(top, left + PUPIL.width, PUPIL.height, "raised")
        frame.put(pupil, top, left)
        return frame

    def _hints(self) -> list[Hint]:
        if self.is_pupils:
            return all_hints(self.desk.view, self.desk, reads_on=self.reads_on, has_page_behind=True)
        return [hint for hint in super()._hints() if hint.key not in ("f5", "f6", "f7")]

    # What is pressed

    def _act(self, key: str) -> None:
        match key:
            case _ if self.desk.view.closes_with_any_key:
                super()._act(key)
            case "f5":
                self._turn_to(FaultsView)
            case "f6":
                self.is_framed = not self.is_framed
                self.desk.view.scrolled = None
            case "f7" | "f8":
                self.rehearsal.go(1 if key == "f8" else -1)
            case "f9":
                self._turn_to(AnswersView)
            case _:
                super()._act(key)

    def _turn_to(self, kind: type[FaultsView] | type[AnswersView]) -> None:
        """Open a page over the card, or close it where it is open; one of another kind gives way to it."""
        is_open = isinstance(self.desk.view, kind)
        del self.desk.views[1:]
        if not is_open:
            self.desk.open(kind(self.rehearsal))

    def action_leave(self) -> None:
        """Cover the screen at once, and look at the file no longer."""
        self._is_left.set()
        super().action_leave()


def renewed(view: View) -> View:
    """A page over the card, with what the registries say now."""
    if isinstance(view, HelpView):
        again = HelpView(view.desk)
        again.focus = max(0, min(view.focus, len(again.channels) - 1))
        return again
    if isinstance(view, SourcesView):
        known = view.desk.wording.registry
        facts = [fact.fact for fact in view.shown if fact.fact in known.facts]
        return SourcesView(view.desk, view.behind, facts, [source.source for source in view.sources])
    return view
