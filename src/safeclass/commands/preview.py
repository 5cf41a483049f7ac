"""`safeclass preview`: a lesson as a learner meets it, with its faults beside it, drawn anew whenever its file is saved."""

from __future__ import annotations

import shutil
from argparse import Namespace
from collections.abc import Set as AbstractSet
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from safeclass import paths
from safeclass.commands.crash import note_crash, stop
from safeclass.commands.ending import Ending
from safeclass.commands.front import believe_the_terminal, is_in_lines, look_of, run_app
from safeclass.commands.opening import Refused, course_around, lesson_in, open_course, refuse
from safeclass.commands.saved_files import SavedFiles
from safeclass.commands.trying import trying
from safeclass.course.course import Course
from safeclass.course.folder import COURSE_FILES
from safeclass.course.proof import Proof, Proofs
from safeclass.language import BOTH, N_, _, words
from safeclass.language.cells import printable
from safeclass.settings import read_settings

if TYPE_CHECKING:
    from safeclass.course.lesson import Lesson
    from safeclass.tui.desk import Desk
    from safeclass.tui.quiet import QuietApp

SIDE_BY_SIDE = 100
"""From so many columns both languages are shown where none was asked for."""


class Following:
    """A lesson's file, read anew whenever it or what it stands on is saved."""

    def __init__(self, course: Course, name: str) -> None:
        """The lesson `name` of an opened course; it is not read yet."""
        self._proofs = Proofs(course, name, trying)
        self._files = SavedFiles(Path(str(course.folder)), (self._proofs.path, *COURSE_FILES))
        self._unread: AbstractSet[str] = frozenset()

    def read(self) -> Proof:
        """The lesson as it reads now."""
        return self._proofs.read()

    def next_proof(self) -> Proof | None:
        """The lesson where anything was saved since the last look, else None.

        What is not whole may be in the middle of being written: it is told only if it is still so at the next look.
        """
        changed = self._files.changed()
        if not changed and not self._unread:
            return None
        proof = self._proofs.read(changed | self._unread)
        if changed and not proof.is_finished:
            self._unread |= changed
            return None
        self._unread = frozenset()
        return proof


def run(arguments: Namespace) -> int:
    """Show a lesson to its author; 0, or 2 where there is no such lesson, 1 where the program had to stop."""
    try:
        path = Path(arguments.file)
        arguments.course = arguments.course or course_around(path)
        course = open_course(arguments)
        name = lesson_in(path, course)
        prints = arguments.frame is not None or arguments.as_learner
        if not prints and is_in_lines(is_plain=False):
            raise Refused(_("The preview needs a terminal. Without one, --frame CARD and --as-learner print."))
        following = Following(course, name)
        proof = following.read()
        if arguments.frame is not None:
            return print_frame(arguments, proof)
        if arguments.as_learner:
            return print_walk(arguments, proof)
    except Refused as refused:
        return refuse(refused)
    return open_app(arguments, proof, following)


def desk_for(arguments: Namespace, course: Course) -> Desk:
    """The desk of an author, who leaves no record."""
    from safeclass.tui.desk import Desk
    from safeclass.tui.preview.rehearsal import Rehearsed

    look = look_of(read_settings(paths.settings_file()), is_plain=arguments.ascii)
    return Desk(course, words(), Rehearsed(), arguments.today or date.today(), look)


def print_frame(arguments: Namespace, proof: Proof) -> int:
    """Print a card as a screen of 80x24 holds it. Raises `Refused` with the cards there are."""
    from safeclass.course.card import identity
    from safeclass.tui.preview.pupil_screen import pupil_screen
    from safeclass.tui.preview.rehearsal import Rehearsal

    lesson = opened(proof)
    cards = [identity(card) for card in lesson.deck]
    asked = arguments.frame
    numbered = {str(number): card for number, card in enumerate(cards, 1)}
    card = next((card for card in cards if card == asked), numbered.get(asked))
    if card is None:
        there = ", ".join(f"{number} {card}" for number, card in numbered.items())
        raise Refused(_("There is no card '{card}'. Cards: {cards}").format(card=printable(asked), cards=there))
    desk = desk_for(arguments, proof.course)
    Rehearsal(desk, proof).show(card)
    print("\n".join(pupil_screen(desk.view, desk).lines()))
    return 0


def print_walk(arguments: Namespace, proof: Proof) -> int:
    """Print what a pupil meets on the way through. Raises `Refused` where the lesson does not open."""
    from safeclass.tui.preview.report import report

    lesson = opened(proof)
    if words().choice == BOTH:
        words().choose(words().main)
    for line in report(lesson, lambda: desk_for(arguments, proof.course)):
        print(line)
    return 0


def opened(proof: Proof) -> Lesson:
    """The lesson. Raises `Refused` with its first fault where it does not open."""
    if proof.lesson is None:
        fault = proof.faults[0]
        raise Refused(f"{fault.place}: {fault.say(words().main)} {fault.say_mend(words().main)}")
    return proof.lesson


def open_app(arguments: Namespace, proof: Proof, following: Following) -> int:
    """Show the lesson until its author leaves."""
    spoken = words()
    believe_the_terminal()
    if arguments.language is None and shutil.get_terminal_size().columns >= SIDE_BY_SIDE and BOTH in spoken.choices:
        spoken.choose(BOTH)
    desk = desk_for(arguments, proof.course)

    def make() -> QuietApp:
        from safeclass.tui.preview.app import PreviewApp

        return PreviewApp(desk, proof, following.next_proof, lambda error: note_crash(error, paths.crash_file()))

    ending = Ending()
    if run_app(make, ending):
        return ending.status
    return stop(None, says=N_("The preview had to stop. Your file is as you saved it."))
