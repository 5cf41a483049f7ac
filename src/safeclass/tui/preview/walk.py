"""A pupil's way through a lesson at 80x24: what stands on each card, told from what is drawn and what the keys do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from safeclass.course.harm import offers_a_step, speaks_of_harm
from safeclass.course.lesson import Lesson
from safeclass.course.page import Help
from safeclass.course.picking import Attitude, Think
from safeclass.course.registry import Registry
from safeclass.course.runs import Run
from safeclass.course.scene import Scene
from safeclass.course.terms import FAULT
from safeclass.course.text import Id
from safeclass.course.wording import Wording, citations
from safeclass.session.judging import key_of
from safeclass.session.session import Session
from safeclass.tui.body import body_sheet, page_rows
from safeclass.tui.cards.chat import SceneFace
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.preview.pupil_screen import COLUMNS, HEIGHT
from safeclass.tui.sheet import Sheet
from safeclass.tui.views.lesson import LessonView
from safeclass.tui.views.view import View

LONGEST_SCENE = 200
"""How many choices of a scene are made at most."""


@dataclass(frozen=True, slots=True)
class HeardWording(Wording):
    """A wording that remembers what it was asked to say since it was last told to forget."""

    heard: list[tuple[str, str]] = field(default_factory=list)
    """The words as they were written, and their language."""

    def runs(self, words: str, language: str) -> tuple[Run, ...]:
        """One paragraph's words, which are remembered."""
        self.heard.append((words, language))
        return Wording.runs(self, words, language)


class Heard(View):
    """A page that is only drawn to hear what it says."""

    def __init__(self, view: View, wording: HeardWording) -> None:
        super().__init__(view.desk)
        self.view = view
        self.wording = wording
        self.densities = view.densities

    def draw(self, flow: Flow) -> None:
        """Draw the page; what an airier drawing said is forgotten, since not all of it may be left."""
        self.wording.heard.clear()
        self.view.draw(flow)


@dataclass
class Met:
    """What a pupil met on one card."""

    card: Id
    helps: bool = False
    """Whether a help line stood there: a help card, a channel, or the sentence that it is never one's fault."""
    harms: bool = False
    """Whether something done to a person was spoken of."""
    steps: bool = False
    """Whether something that can be done was spoken of."""
    scrolls: bool = False
    """Whether it was longer than the screen."""
    can_skip: bool = True
    """Whether the key to pass it over was shown, and led on."""


def walk(desk: Desk, lesson: Lesson, *, answers: bool) -> tuple[Met, ...]:
    """Take a lesson from its first card to its last: passing every card over, or answering each rightly at the first try."""
    wording = HeardWording(desk.wording.registry, desk.today)
    desk.wording = wording
    session = Session(lesson, (), lambda _event: None)
    view = LessonView(desk, lesson, session)
    desk.views[:] = [view]
    helping = help_lines(wording.registry)
    met: list[Met] = []
    while not session.is_over:
        here = Met(session.at, helps=isinstance(session.card, Help))
        met.append(here)
        sheet = look(view, wording, helping, here)
        if answers:
            answer(view, wording, helping, here)
            session.go_on()
        else:
            here.can_skip = pass_over(view, sheet)
        if not session.is_over:
            view = LessonView(desk, lesson, session)
            desk.views[:] = [view]
    return tuple(met)


def look(view: LessonView, wording: HeardWording, helping: frozenset[str], here: Met) -> Sheet:
    """Draw a card as it is now, and note what is met on it."""
    rows = page_rows(HEIGHT)
    sheet = body_sheet(Heard(view, wording), view.desk, COLUMNS, rows)
    here.scrolls |= len(sheet.rows) > rows and not isinstance(view.session.card, Scene)  # a chat moves by itself
    for words, language in tuple(wording.heard):
        said = "".join(run.words for run in Wording.runs(wording, words, language))
        here.helps |= any(citation.name in helping for citation in citations(words))
        here.harms |= speaks_of_harm(said, language)
        here.steps |= offers_a_step(said, language)
    return sheet


def answer(view: LessonView, wording: HeardWording, helping: frozenset[str], here: Met) -> None:
    """Answer a card, and look at what follows; of a scene take the first way that leads somewhere new, to its end."""
    session = view.session
    card = session.card
    match card:
        case Scene():
            assert isinstance(view.face, SceneFace), "a scene has a face of its own"
            view.face.is_entered = True
            been: set[str] = set()
            for _choice in range(LONGEST_SCENE):
                look(view, wording, helping, here)
                moment = session.moment
                been.add(moment.node.node)
                way = next((way for way in moment.ways if way.to not in been), next(iter(moment.ways), None))
                if way is None:
                    break
                session.answer((moment.node.node, way.to))
            return
        case Attitude():
            session.answer((card.options[0].id,))
        case Think():
            session.answer((card.lines[0].id,))
        case _:
            key = key_of(card)
            if key is None:
                return
            session.answer(key)
    look(LessonView(view.desk, view.lesson, session), wording, helping, here)


def pass_over(view: LessonView, sheet: Sheet) -> bool:
    """Press the key that passes a card over; whether it was shown and did. Where it did not, the way goes on without it."""
    session, at = view.session, view.session.at
    is_shown = any(zone.key == "0" for zone in sheet.zones)
    view.press("0")
    if not session.is_over and session.at == at:
        session.go_on()
        return False
    return is_shown


def help_lines(registry: Registry) -> frozenset[str]:
    """The names whose citation is a help line: channels, that it is never one's fault, and sentences that name a channel."""
    naming = {
        name
        for name, sentence in registry.sentences.items()
        if any(citation.name in registry.channels for words in sentence.text.values() for citation in citations(words))
    }
    return frozenset({FAULT, *registry.channels, *naming})


def longest_without_help(met: Sequence[Met]) -> Sequence[Met]:
    """The longest run of cards, one after the other, without a help line; the first of several."""
    longest: Sequence[Met] = ()
    start = 0
    for place in range(len(met) + 1):
        if place == len(met) or met[place].helps:
            if place - start > len(longest):
                longest = met[start:place]
            start = place + 1
    return longest
