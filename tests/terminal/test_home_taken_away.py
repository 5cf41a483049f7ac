"""In the middle of a lesson the home can no longer be looked into: it is told calmly, and the lesson goes on."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from card_answers import first_with, right_answer, wrong_answer
from lesson_start import begin
from lesson_walk import Walk
from program_start import environment_of, kept_in
from pty_program import PtyProgram

from safeclass.course.course import Course
from safeclass.course.picking import Choice
from safeclass.language import translate
from safeclass.store.fault import MESSAGES, FaultKind

AS_SOMEONE = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-dac_override,-dac_read_search"]
"""Runs a program without root's right to look into every folder."""


@pytest.fixture
def start(home: Path) -> Iterator[Callable[..., PtyProgram]]:
    """Starts the program as someone to whom folders can be closed; every one that was started is ended."""
    if os.getuid() == 0 and not shutil.which(AS_SOMEONE[0]):
        pytest.skip("to root no folder is closed")
    home.mkdir(parents=True)
    programs: list[PtyProgram] = []

    def start_one(*arguments: str, **environment: str) -> PtyProgram:
        command = [*(AS_SOMEONE if os.getuid() == 0 else []), sys.executable, "-m", "safeclass", *arguments]
        programs.append(PtyProgram(command, environment_of(home) | environment))
        return programs[-1]

    yield start_one
    for program in programs:
        program.close()


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    """The folder of settings and progress, in a folder that can be closed."""
    yield tmp_path / "above" / "home"
    (tmp_path / "above").chmod(0o700)


def close_the_way(home: Path) -> Callable[[], None]:
    home.parent.chmod(0)
    return lambda: home.parent.chmod(0o700)


def take_away(home: Path, put: Callable[[], object]) -> Callable[[], None]:
    """Move the home away, and put something in its place; answers what gives it back."""
    taken = home.rename(home.with_name("taken"))
    put()

    def give_back() -> None:
        home.unlink()
        taken.rename(home)

    return give_back


WAYS = {
    "a folder that is closed": (close_the_way, FaultKind.READ_ONLY),
    "a file in its place": (lambda home: take_away(home, partial(home.write_text, "a note")), FaultKind.UNAVAILABLE),
    "a link to itself": (lambda home: take_away(home, partial(home.symlink_to, home)), FaultKind.UNAVAILABLE),
}
"""How a home is lost, and the trouble that it is."""


def lose_and_answer(way: str, home: Path, start: Callable[..., PtyProgram], course: Course) -> tuple[Walk, Callable[[], None]]:
    """Come to a question, lose the home, answer, and read on past the notice."""
    lose, kind = WAYS[way]
    lesson, card = first_with(course, Choice)
    walk = begin(start, course, lesson)
    walk.skip_to(card)
    walk.program.wait_for_quiet()
    give_back = lose(home)
    walk.answer(wrong_answer(walk.twin.card))
    notice = walk.page.word(MESSAGES[kind])
    walk.program.wait_until(lambda: walk.page.reads(notice), "nothing was told")
    walk.program.press("enter")
    walk.program.wait_for(walk.page.word("Another look"))
    return walk, give_back


@pytest.mark.parametrize("way", WAYS)
def test_once_the_home_is_back_everything_is_kept(way: str, home: Path, start: Callable[..., PtyProgram], course: Course) -> None:
    walk, give_back = lose_and_answer(way, home, start, course)
    give_back()
    walk.answer(right_answer(walk.twin.card))
    walk.program.wait_for(walk.page.word("Why"))
    walk.program.press("ctrl+q")
    assert walk.program.wait_for_end() == 0
    assert kept_in(home)[walk.twin.lesson.lesson] == walk.twin.progress


@pytest.mark.parametrize("way", WAYS)
def test_where_it_stays_lost_one_leaves_as_ever(way: str, home: Path, start: Callable[..., PtyProgram], course: Course) -> None:
    walk, _give_back = lose_and_answer(way, home, start, course)
    walk.program.press("ctrl+q")
    assert walk.program.wait_for_end() == 0
    assert walk.program.is_restored
    assert walk.program.last_words.strip() == ""


@pytest.mark.parametrize("way", WAYS)
def test_in_plain_lines_the_lesson_goes_on_too(way: str, home: Path, start: Callable[..., PtyProgram]) -> None:
    lose, kind = WAYS[way]
    program = start("learn", "before-the-course", "--plain", "--language", "en")
    program.wait_for("Exit")
    program.press("1", "enter")
    program.wait_for("1/10", "Enter: Skip")
    give_back = lose(home)
    program.press("1", "enter")
    program.wait_for(translate(MESSAGES[kind], "en").split(",")[0])
    program.wait_for_quiet()
    program.press("q", "enter")
    assert program.wait_for_end() == 0
    assert program.shows("You can come back at any time.")
    assert not program.shows("Nothing is lost.")
    give_back()
