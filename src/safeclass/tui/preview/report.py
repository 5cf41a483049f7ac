"""What a pupil who was targeted meets in a lesson: the first screen, the help lines on the way, and how deep the exit is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from safeclass.course.card import identity, kind
from safeclass.course.lesson import Lesson
from safeclass.course.text import Id
from safeclass.language import _, ngettext
from safeclass.language.cells import pad, width
from safeclass.session.session import Session
from safeclass.tui.bands import help_sheet
from safeclass.tui.desk import Desk
from safeclass.tui.preview.leaving import count_keys
from safeclass.tui.preview.pupil_screen import COLUMNS, pupil_screen
from safeclass.tui.preview.walk import Met, longest_without_help, walk
from safeclass.tui.views.entry import EntryView
from safeclass.tui.views.lesson import LessonView
from safeclass.tui.views.view import View


def report(lesson: Lesson, new_desk: Callable[[], Desk]) -> Iterator[str]:
    """The report line by line; every part of it is told from the app itself, on a desk of its own."""
    title = lesson.title[new_desk().words.main]
    yield _("A pupil's way at 80x24: {title}").format(title=title)
    yield ""
    yield from first_screen(lesson, new_desk())
    answered = walk(new_desk(), lesson, answers=True)
    passed = walk(new_desk(), lesson, answers=False)
    yield from help_on_the_way(lesson, answered, passed, new_desk())
    yield from passing_over(passed)
    yield from way_out(lesson, new_desk())
    yield from to_read_again(answered)


def first_screen(lesson: Lesson, desk: Desk) -> Iterator[str]:
    """The first screen as it is drawn, and what can be chosen on it."""
    view = first_page(lesson, desk)
    desk.views[:] = [view]
    sheet = pupil_screen(view, desk)
    yield heading(_("First screen"))
    for line in sheet.lines():
        yield f"  | {line}".rstrip()
    if isinstance(view, EntryView):
        count = sum(zone.key.startswith("pick ") for zone in sheet.zones)
        yield _("The note comes first, with {n} choices, before any card.").format(n=count)
    else:
        yield _("There is no note: the first card is seen at once. Where the topic may hurt, write `note` and `summary`.")
    yield ""


def first_page(lesson: Lesson, desk: Desk) -> View:
    """What is in front when a pupil opens the lesson for the first time."""
    if lesson.note is not None:
        return EntryView(desk, lesson)
    return LessonView(desk, lesson, Session(lesson, (), lambda _event: None))


def help_on_the_way(lesson: Lesson, answered: Sequence[Met], passed: Sequence[Met], desk: Desk) -> Iterator[str]:
    """On which cards a help line stands, and the longest stretch without one."""
    yield heading(_("Help on the way"))
    yield _("The last row of every screen has the short numbers, at all times:")
    yield f"  | {help_sheet(desk, COLUMNS).lines()[0]}"
    yield _("So what counts here stands on a card: a help card, a channel, or the sentence that it is never one's fault.")
    yield ""
    numbers = {met.card: number for number, met in enumerate(answered, 1)}
    names = [f"{numbers[identity(card)]:3} {identity(card)} ({kind(card)})" for card in lesson.deck]
    widest = max(map(width, names))
    for name, with_answer, without in zip(names, answered, passed, strict=True):
        when = _("at once") if without.helps else _("after answering") if with_answer.helps else "-"
        yield f"  {pad(name, widest)}  {when}"
    yield ""
    yield stretch(_("Answering every question"), longest_without_help(answered), numbers)
    yield stretch(_("Passing everything over"), longest_without_help(passed), numbers)
    yield ""


def stretch(how: str, longest: Sequence[Met], numbers: Mapping[Id, int]) -> str:
    """How long a pupil goes without a help line."""
    if not longest:
        return _("{how}: there is a help line on every card.").format(how=how)
    count = ngettext("{n} card", "{n} cards", len(longest)).format(n=len(longest))
    ends = dict.fromkeys((longest[0].card, longest[-1].card))
    span = " ~ ".join(f"{numbers[card]} {card}" for card in ends)
    return _("{how}: longest stretch without a help line {count} ({span})").format(how=how, count=count, span=span)


def passing_over(passed: Sequence[Met]) -> Iterator[str]:
    """Which cards a pupil cannot pass over."""
    yield heading(_("Passing over"))
    stuck = [met.card for met in passed if not met.can_skip]
    if stuck:
        yield _("Key 0 was not shown or did not lead on at: {cards}").format(cards=", ".join(stuck))
    else:
        yield _("Key 0 was shown on every card, and led on from each.")
    yield ""


def way_out(lesson: Lesson, desk: Desk) -> Iterator[str]:
    """How many keys it takes to cover the screen, from the first screen, one card of each kind, and pages over each other."""
    yield heading(_("The way out"))
    pages = [first_page(lesson, desk)]
    for card in {kind(card): card for card in reversed(lesson.deck)}.values():
        session = Session(lesson, (), lambda _event: None)
        session.go_to(identity(card))
        pages.append(LessonView(desk, lesson, session))
    out = count_keys(desk, pages)
    told = _("Tried from {places} places; at the deepest {depth} pages lay over each other. Keys until the screen was covered:")
    yield told.format(places=out.places, depth=out.depth)
    never = _("it did not lead out")
    for keys, count in out.keys:
        yield f"  {keys}: {never if count is None else count}"
    yield ""


def to_read_again(answered: Sequence[Met]) -> Iterator[str]:
    """Cards that are worth another look: harm without a step, and more than a screen."""
    yield heading(_("To read again"))
    harmed = [met.card for met in answered if met.harms and not met.steps and not met.helps]
    if harmed:
        told = _("Harm is spoken of, and no step that can be taken was found: {cards}")
        yield told.format(cards=", ".join(harmed))
    elif not any(met.harms for met in answered):
        yield _("None of the words for harm that are looked for was found.")
    else:
        yield _("Wherever harm is spoken of, something that can be done stands on the same card.")
    yield _("This goes by single words only, so read it yourself too.")
    if long := [met.card for met in answered if met.scrolls]:
        yield _("Longer than a screen, at first or after answering: {cards}").format(cards=", ".join(long))


def heading(words: str) -> str:
    """A heading of the report."""
    return f"# {words}"
