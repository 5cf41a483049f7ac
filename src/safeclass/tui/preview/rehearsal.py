"""A lesson walked through by its author: the choice before it, the summary, every card, the end, as a learner meets them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from safeclass.course.card import SetAside, identity
from safeclass.course.fault import Fault
from safeclass.course.lesson import Lesson
from safeclass.course.proof import Proof
from safeclass.course.text import Id
from safeclass.language import N_
from safeclass.session.event import Event, Happened
from safeclass.session.progress import LessonProgress, fold
from safeclass.session.session import Session
from safeclass.tui.cards.chat import SceneFace
from safeclass.tui.desk import Desk
from safeclass.tui.views.end import EndView
from safeclass.tui.views.entry import EntryView, SummaryView
from safeclass.tui.views.lesson import ClosedLessonView, LessonView
from safeclass.tui.views.then_and_now import ThenAndNowView, view_of
from safeclass.tui.views.view import View


class Around(Enum):
    """What a learner meets around the cards; the values are msgids."""

    ENTRY = N_("Before you start")
    SUMMARY = N_("Summary")
    END = N_("end of the lesson")


Stop = Id | Around
"""A place in the lesson: a card by its id, or what stands around the cards."""


class Rehearsed:
    """An author's answers, in memory only. A lesson never counts as finished, so that the answers stay for the next look."""

    is_guest = True

    def __init__(self) -> None:
        self.notices: list[str] = []
        self._events: dict[str, list[Event]] = {}

    def record(self, event: Event) -> None:
        """Keep an event, but for the end."""
        if event.happened is not Happened.FINISHED:
            self._events.setdefault(event.lesson, []).append(event)

    def events(self, lesson: str) -> Iterable[Event]:
        """The events of a lesson."""
        return tuple(self._events.get(lesson, ()))

    def progress(self) -> Mapping[str, LessonProgress]:
        """What was done in each lesson."""
        return {lesson: fold(events) for lesson, events in self._events.items()}

    def forget(self, lesson: str | None = None) -> bool:
        """Let go of a lesson's answers, or of all."""
        for gone in [lesson] if lesson else list(self._events):
            self._events.pop(gone, None)
        return True


class Rehearsal:
    """Where the author is in the lesson; the page that a learner would see there lies at the bottom of the desk."""

    def __init__(self, desk: Desk, proof: Proof) -> None:
        """Begin where a learner begins."""
        self.desk = desk
        self.proof = proof
        self.lesson: Lesson | None = proof.lesson
        """The lesson as it was when it last opened."""
        self._card: tuple[Id, int] | None = None
        """The last card that was in sight and could be played, and its place."""
        if self.lesson is None:
            desk.views[:] = [closed(desk, proof)]
        else:
            self.show(self.stops[0])

    @property
    def stops(self) -> list[Stop]:
        """Every place of the lesson in order."""
        if self.lesson is None:
            return []
        before: list[Stop] = [Around.ENTRY, Around.SUMMARY] if self.lesson.note is not None else []
        return [*before, *map(identity, self.lesson.deck), Around.END]

    @property
    def here(self) -> Stop | None:
        """Where the author is; None while the lesson has never opened."""
        match self.desk.views[self._at]:
            case EntryView():
                return Around.ENTRY
            case SummaryView():
                return Around.SUMMARY
            case EndView() | ThenAndNowView():
                return Around.END
            case LessonView(session=session):
                return session.at
        return None

    @property
    def _at(self) -> int:
        """Which of the desk's pages the learner would see: the first, or the summary that was opened from it."""
        return 1 if any(isinstance(page, SummaryView) for page in self.desk.views[1:2]) else 0

    def go(self, step: int) -> None:
        """Go some places on or back, without answering; at either end stay there."""
        stops = self.stops
        if self.here in stops:
            self.show(stops[max(0, min(len(stops) - 1, stops.index(self.here) + step))])

    def show(self, stop: Stop) -> None:
        """Show a place, with nothing in front of it."""
        self.desk.views[:] = [self._page(stop)]
        self._note()

    def take(self, proof: Proof) -> None:
        """Go on with another reading, at the same place; where it does not open, the last one that did stays in sight."""
        self._note()
        before, here = self.desk.views[0], self.here
        self.proof = proof
        if proof.lesson is None:
            # The course stays as it was too: the lesson that is kept in sight was written for its languages and channels.
            if self.lesson is None:
                self.desk.views[0] = closed(self.desk, proof)
            return
        self.lesson = proof.lesson
        self.desk.take(proof.course)
        stops = self.stops
        if here is None or (isinstance(here, Around) and here not in stops):
            here = stops[0]
        elif not isinstance(here, Around):
            here = self._same_card(here, self.lesson)
        page = self._page(here)
        if isinstance(before, LessonView) and isinstance(page, LessonView):
            carry_over(before, page)
        self.desk.views[: self._at + 1] = [page]

    def faults_here(self) -> tuple[Fault, ...]:
        """The faults of the place that is in sight."""
        return self.proof.faults_of(None if isinstance(self.here, Around) else self.here)

    def _page(self, stop: Stop) -> View:
        lesson = self.lesson
        assert lesson is not None, "there is no place in a lesson that never opened"
        events = self.desk.keeping.events(lesson.lesson)
        match stop:
            case Around.ENTRY:
                return EntryView(self.desk, lesson)
            case Around.SUMMARY:
                return SummaryView(self.desk, lesson)
            case Around.END if lesson.lesson == self.desk.course.closing:
                return view_of(self.desk, lesson)
            case Around.END:
                return EndView(self.desk, lesson, fold(events))
        session = Session(lesson, events, self.desk.keeping.record)
        session.go_to(stop)
        return LessonView(self.desk, lesson, session)

    def _note(self) -> None:
        """Remember the card in sight, for when its place is taken by a notice until its fault is mended."""
        view = self.desk.views[0]
        if isinstance(view, LessonView) and not isinstance(view.session.card, SetAside):
            self._card = (view.session.at, view.session.index)
        elif isinstance(view, LessonView) and self._card is not None and self._card[1] != view.session.index:
            self._card = None

    def _same_card(self, here: Id, lesson: Lesson) -> Id:
        """The card in another reading: by the id it has or had before it broke, else by its place."""
        cards = [identity(card) for card in lesson.deck]
        view = self.desk.views[0]
        place = view.session.index if isinstance(view, LessonView) else 0
        wanted = [self._card[0], here] if self._card else [here]
        return next((card for card in wanted if card in cards), cards[min(place, len(cards) - 1)])


def closed(desk: Desk, proof: Proof) -> View:
    """What a learner sees of a lesson that does not open."""
    fault = proof.faults[0]
    return ClosedLessonView(desk, str(fault.place), fault.say(desk.words.main))


def carry_over(before: LessonView, after: LessonView) -> None:
    """Leave a card that reads as before as it was; of one that changed, only that its scene was entered."""
    if before.session.card == after.session.card:
        before.face.session, before.face.wording = after.session, after.face.wording
        after.face = before.face
    elif before.session.at == after.session.at and isinstance(before.face, SceneFace) and isinstance(after.face, SceneFace):
        after.face.is_entered = before.face.is_entered
