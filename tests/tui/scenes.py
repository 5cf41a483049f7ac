"""Every kind of screen, as a way to get there: what the snapshots show and what must fit."""

from __future__ import annotations

from collections.abc import Callable

from looking import desk_for

from safeclass.course.card import SetAside
from safeclass.course.fault import Fault, Place
from safeclass.course.text import Id
from safeclass.tui.desk import Desk, Shared
from safeclass.tui.views.cover import CoverView
from safeclass.tui.views.end import EndView
from safeclass.tui.views.entry import EntryView, SummaryView
from safeclass.tui.views.forget import ForgetView
from safeclass.tui.views.glossary import GlossaryView
from safeclass.tui.views.help import HelpView
from safeclass.tui.views.home import HomeView
from safeclass.tui.views.lesson import ClosedLessonView, LessonView
from safeclass.tui.views.notice import NoticeView
from safeclass.tui.views.pause import PauseView
from safeclass.tui.views.progress import ProgressView
from safeclass.tui.views.settings import SettingsView
from safeclass.tui.views.sources import SourcesView

LESSON = "looking-and-keeping"


def at_card(desk: Desk, lesson: str, card: str | None = None, keys: str = "") -> LessonView:
    """Open a lesson at a card, and press keys there."""
    found, _faults = desk.course.lesson(lesson)
    assert found is not None
    view = LessonView(desk, found)
    desk.open(view)
    while card is not None and view.session.at != card:
        view.press("0")
    for key in keys.split():
        desk.view.press(key)
    return view


def _card(lesson: str, card: str, keys: str = "") -> Callable[[Desk], object]:
    return lambda desk: at_card(desk, lesson, card, keys)


def _end(desk: Desk) -> None:
    view = at_card(desk, LESSON, "my-line-when-asked-to-look", "1")
    desk.open(EndView(desk, view.lesson, view.session.progress))


def _progress(desk: Desk) -> None:
    view = at_card(desk, LESSON, "everyone-the-same", "1 right right right")
    while desk.view is view:
        view.press("0")
    at_card(desk, "not-a-joke")
    desk.open(ProgressView(desk))


def _sources(desk: Desk) -> None:
    view = at_card(desk, LESSON, "looking-is-in-it")
    desk.open(SourcesView(desk, view.title(), view.facts()))


def _glossary_of_card(desk: Desk) -> None:
    view = at_card(desk, "my-age-and-the-law", "age-by-age")
    desk.open(GlossaryView(desk, view))


def _set_aside(desk: Desk) -> None:
    view = at_card(desk, LESSON)
    fault = Fault(
        Place("lessons/looking-and-keeping.yaml", 12, 5), "missing-key", "'{key}' is missing.", "Add the key.", {"key": "why"}
    )
    view.session._deck[view.session.at] = SetAside(id=Id("broken"), fault=fault, place=fault.place)
    view._turn()


def _entry(desk: Desk) -> None:
    lesson, _faults = desk.course.lesson(LESSON)
    desk.open(EntryView(desk, lesson))


def _shared_settings(desk: Desk) -> None:
    desk.shared = Shared(lambda: desk, 90.0, 600.0)
    desk.open(SettingsView(desk))


def _summary(desk: Desk) -> None:
    lesson, _faults = desk.course.lesson(LESSON)
    desk.open(SummaryView(desk, lesson))


def answer_around(desk: Desk, lesson: str, answers: str) -> None:
    """Take the questions before or after the course: a digit each, or 0 to pass one over."""
    view = at_card(desk, lesson)
    for digit in answers:
        view.press(digit)
        while digit != "0" and desk.view is view and view.session.state.given:
            view.press("0")


def _then_and_now(desk: Desk, page: int) -> None:
    answer_around(desk, "before-the-course", "1233102221")
    answer_around(desk, "after-the-course", "1132112332")
    for _page in range(page - 1):
        desk.view.press("enter")


SCREENS: dict[str, Callable[[Desk], object]] = {
    "home": lambda desk: desk.open(HomeView(desk)),
    "home-under-way": lambda desk: (at_card(desk, LESSON, "looking-is-in-it"), desk.open(HomeView(desk))),
    "home-after": lambda desk: (_then_and_now(desk, 1), desk.open(HomeView(desk))),
    "then-and-now": lambda desk: _then_and_now(desk, 2),
    "then-and-now-left-open": lambda desk: _then_and_now(desk, 6),
    "then-and-now-oneself": lambda desk: _then_and_now(desk, 9),
    "end-of-course": lambda desk: _then_and_now(desk, 11),
    "entry": _entry,
    "summary": _summary,
    "first-thoughts": _card("before-the-course", "if-it-is-passed-round"),
    "page": _card(LESSON, "looking-is-in-it"),
    "choice": _card(LESSON, "saved-never-opened"),
    "choice-again": _card(LESSON, "saved-never-opened", "2 right right"),
    "choice-explained": _card(LESSON, "saved-never-opened", "2 3"),
    "choice-right": _card(LESSON, "saved-never-opened", "1"),
    "ox": _card(LESSON, "two-who-looked"),
    "ox-explained": _card(LESSON, "two-who-looked", "2"),
    "several": _card("if-it-happens-to-me", "daons-rights", "1 3"),
    "several-again": _card("if-it-happens-to-me", "daons-rights", "1 2 3 enter"),
    "order": _card("where-to-turn", "from-request-to-block", "space"),
    "order-again": _card("where-to-turn", "from-request-to-block", "2 enter"),
    "match": _card(LESSON, "act-and-law", "2 1"),
    "match-again": _card(LESSON, "act-and-law", "1 2 3 4 enter"),
    "sort": _card(LESSON, "heard-at-school", "1"),
    "fill": _card(LESSON, "looking-in-words", "2"),
    "scene-before": _card(LESSON, "just-look"),
    "scene": _card(LESSON, "just-look", "enter 1"),
    "attitude": _card(LESSON, "could-i-say-no", "2"),
    "think": _card(LESSON, "my-line-when-asked-to-look", "2"),
    "help-card": _card(LESSON, "looked-or-threatened"),
    "set-aside": _set_aside,
    "end": _end,
    "help": lambda desk: desk.open(HelpView(desk)),
    "sources": _sources,
    "glossary": lambda desk: (desk.open(HomeView(desk)), desk.open(GlossaryView(desk, desk.view))),
    "glossary-of-card": _glossary_of_card,
    "progress": _progress,
    "settings": lambda desk: desk.open(SettingsView(desk)),
    "settings-shared": _shared_settings,
    "forget": lambda desk: desk.open(ForgetView(desk)),
    "pause": lambda desk: desk.open(PauseView(desk)),
    "cover": lambda desk: desk.open(CoverView(desk)),
    "notice": lambda desk: desk.open(
        NoticeView(desk, ("Your progress can't be saved on this device now. You can go on, but it won't be kept.",))
    ),
    "closed-lesson": lambda desk: desk.open(ClosedLessonView(desk, "lessons/x.yaml:3:1", "YAML")),
}
"""Each screen by name."""


def screen(name: str, language: str, *, plain: bool = False) -> Desk:
    """A desk with a screen in front."""
    desk = desk_for(language, plain=plain)
    desk.open(HomeView(desk))
    SCREENS[name](desk)
    return desk
