"""The list of units and lessons, and opening one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from safeclass.course.course_file import Unit
from safeclass.course.fault import Fault
from safeclass.course.lesson import Lesson
from safeclass.course.text import Id
from safeclass.language import N_, ngettext
from safeclass.plain.channels import tell_short_numbers
from safeclass.plain.desk import Desk, Hint, Left, Said, same, say, tagged
from safeclass.plain.ending import tell_end
from safeclass.plain.entry import wants_to_start
from safeclass.plain.sitting import Sitting
from safeclass.plain.then_and_now import tell_then_and_now
from safeclass.plain.typed import Command
from safeclass.session.entry import begins_with_choice
from safeclass.session.lesson_list import LessonList
from safeclass.session.looking_back import only, surprises, told_surprises
from safeclass.session.offer import Offer, lesson_of, offer_now
from safeclass.session.progress import UNTOUCHED, LessonProgress
from safeclass.session.session import Session


@dataclass(frozen=True, slots=True)
class Contents:
    """What can be chosen from the list just now."""

    listed: LessonList
    """The lessons, and what was done; the list does not say which one was begun and not finished."""
    surprises: Mapping[Id, frozenset[Id]]
    """Questions that were answered with sureness and turned out otherwise, by lesson."""
    offer: Offer | None = None
    """What is offered beside the lessons, at the number 0."""

    @property
    def first(self) -> int:
        """The number of the first lesson."""
        return 2 if self.listed.stopped else 1

    @property
    def most(self) -> int:
        """The highest number."""
        return self.first + len(self.listed.lessons) - 1 + bool(self.surprises)


def browse(desk: Desk) -> None:
    """Show the list, open what is chosen, and come back to it. Raises `Left` where the learner leaves."""
    opened: set[str] = set()
    while True:
        contents = read_contents(desk)
        listed = contents.listed
        tell_contents(desk, contents)
        left = (name for name in listed.lessons if not listed.of(name).finished and name not in opened)
        chosen = _choose(desk, contents, listed.stopped or next(left, None))
        if chosen == "":
            _meet_again(desk, contents)
            continue
        if isinstance(chosen, Offer):
            name = lesson_of(chosen, desk.course)
            if name is None:
                _look_back(desk)
                continue
            chosen = name
        opened.add(chosen)
        open_lesson(desk, chosen, is_from_list=True)


def read_contents(desk: Desk) -> Contents:
    """The list as it is now."""
    progress = dict(desk.keeping.progress())
    offer = offer_now(desk.course, progress)
    return Contents(LessonList(desk.course, progress), surprises(desk.course.lesson_ids, progress), offer)


def _choose(desk: Desk, contents: Contents, coming: Id | None) -> str | Offer:
    """The lesson or the offer that is chosen; nothing for meeting questions again. An empty line goes on to what comes next."""
    offer = contents.offer
    hints = [Hint(f"1-{contents.most}", N_("Open"))] if contents.most else []
    if offer:
        hints.insert(0, Hint("0", offer.value))
    hints.append(Hint("Enter", N_("Carry on") if contents.listed.stopped else N_("Next") if coming else N_("Exit")))
    while True:
        typed = desk.ask(lambda: hints, partial(tell_contents, desk, contents))
        number = typed.number(contents.most)
        if typed.command is Command.GO_ON:
            if coming is None:
                raise Left
            return coming
        if offer and typed.is_number(0):
            return offer
        if number == 1 and contents.listed.stopped:
            return contents.listed.stopped
        if number is not None:
            index, lessons = number - contents.first, contents.listed.lessons
            return lessons[index] if index < len(lessons) else ""
        desk.explain(hints)


def tell_contents(desk: Desk, contents: Contents) -> None:
    """Carry on, then units and lessons with what is done, then what may be met again."""
    desk.paper.gap()
    desk.paper.write("SafeClass")
    tell_short_numbers(desk)
    if offer := contents.offer:
        desk.write(lambda language: f"{say(offer.value)(language)}. {say(offer.line)(language)}", "0) ")
    if contents.listed.stopped:
        desk.write(lambda language: f"{say(N_('Carry on'))(language)}. {say(N_('Back to where you stopped'))(language)}", "1) ")
    number = contents.first
    for place, unit in enumerate(contents.listed.units):
        desk.paper.gap()
        desk.write(partial(_of_unit, unit, contents.listed.done_of(place)))
        for lesson in unit.lessons:
            _tell_lesson(desk, lesson, contents.listed.of(lesson), number)
            number += 1
    if contents.surprises:
        count = sum(map(len, contents.surprises.values()))
        desk.paper.gap()
        desk.write(partial(told_surprises, count), f"{number}) ")


def _of_unit(unit: Unit, done: str, language: str) -> str:
    return f"{unit.title[language]} {done}"


def _tell_lesson(desk: Desk, lesson: Id, progress: LessonProgress, number: int) -> None:
    lead, head = f"{number}) ", desk.course.head(lesson)
    if head is None:
        desk.write(tagged(same(lesson), [say(N_("This lesson did not open. The others still work."))]), lead)
        return

    def said(language: str) -> str:
        state = N_("under way") if progress.is_begun else N_("done") if progress.finished else ""
        told = say(state)(language) if state else minutes(head.minutes)(language)
        return f"{head.title[language]} ({told}). {head.aim[language]}"

    desk.write(said, lead)


def minutes(count: int) -> Said:
    """So many minutes."""
    return lambda language: ngettext("{n} min", "{n} min", count, language).format(n=count)


def open_lesson(desk: Desk, name: str, *, is_from_list: bool = False) -> bool:
    """Open a lesson; one that is sensitive and not under way begins with a choice. False where the list was chosen instead."""
    lesson, faults = desk.course.lesson(name)
    if lesson is None:
        tell = partial(_tell_closed, desk, faults[0])
        tell()
        if is_from_list:
            desk.wait(N_("Back to the lessons"), tell)
        return True
    progress = desk.keeping.progress()
    if begins_with_choice(lesson, progress) and not wants_to_start(desk, lesson):
        return False
    _tell_title(desk, lesson, progress.get(lesson.lesson, UNTOUCHED).is_begun)
    session = Session(lesson, desk.keeping.events(name), desk.keeping.record)
    Sitting(desk, session).run()
    if name == desk.course.closing:
        tell_then_and_now(desk, lesson)
    end = partial(tell_end, desk, lesson, session.progress)
    end()
    if is_from_list:
        desk.wait(N_("Back to the lessons"), end)
    return True


def _look_back(desk: Desk) -> None:
    """Both answers to the questions before and after the course once more."""
    lesson, faults = desk.course.lesson(desk.course.closing or "")
    tell = partial(_tell_closed, desk, faults[0]) if lesson is None else partial(tell_then_and_now, desk, lesson)
    tell()
    desk.wait(N_("Back to the lessons"), tell)


def _tell_title(desk: Desk, lesson: Lesson, is_begun: bool) -> None:
    desk.paper.gap()
    unit = desk.course.unit_of(lesson.lesson)
    if unit is not None:
        desk.tell(unit.title)
    title = desk.of(lesson.title)
    desk.write(lambda language: f"{title(language)} ({minutes(lesson.minutes)(language)})")
    if is_begun:
        desk.say(N_("Back to where you stopped"))
    tell_short_numbers(desk)


def _tell_closed(desk: Desk, fault: Fault) -> None:
    """That a lesson did not open, and for whoever edits the course the place."""
    desk.paper.gap()
    desk.say(N_("This lesson did not open. The others still work."))
    desk.write(lambda language: f"{fault.place}  {fault.say(language)}")


def _meet_again(desk: Desk, contents: Contents) -> None:
    """Take the surprising questions of every lesson again; what is answered there is not kept."""
    for name, cards in contents.surprises.items():
        lesson, _faults = desk.course.lesson(name)
        if lesson is not None and (again := only(lesson, cards)) is not None:
            Sitting(desk, Session(again, (), lambda _event: None)).run()
