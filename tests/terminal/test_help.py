"""Where to turn is one key away from everywhere, also when the course is broken."""

from __future__ import annotations

import re
import shutil
from functools import partial
from pathlib import Path

import pytest
from card_answers import first_with
from lesson_start import begin
from page_reading import Page
from program_start import Start
from pty_program import PtyProgram

from safeclass.course.card import Card
from safeclass.course.course import Course
from safeclass.course.page import Page as ReadPage
from safeclass.course.picking import Choice
from safeclass.course.scene import Scene
from safeclass.paths import shipped

KEYS = ("f1", "?")


@pytest.fixture
def broken_course(tmp_path: Path) -> Path:
    """A copy of the course, to be broken at will."""
    return Path(shutil.copytree(shipped(), tmp_path / "course"))


def see_help_and_come_back(program: PtyProgram, key: str, language: str = "ko") -> None:
    """Open help with a key, look at all of what it must tell, and go back to what was there before."""
    program.wait_for_quiet()
    before = program.text
    program.press(key)
    program.wait_for("누가 알게 되나요" if language == "ko" else "Who will know", "1366", "112")
    program.wait_for("경찰", "Police")
    program.press(key)
    program.wait_until(lambda: program.text == before, "it did not go back to where it was")


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("key", KEYS)
def test_from_home_settings_and_progress(key: str, language: str, start: Start) -> None:
    program = start("--language", language)
    program.wait_for("1366")
    see_help_and_come_back(program, key, language)
    for page in ("f6", "f5"):
        program.change(page)
        see_help_and_come_back(program, key, language)


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("kind", [Choice, ReadPage, Scene])
def test_from_a_card_its_reasons_and_its_sources(kind: type[Card], key: str, start: Start, course: Course) -> None:
    lesson, card = first_with(course, kind)
    walk = begin(start, course, lesson)
    walk.skip_to(card)
    walk.program.wait_for_quiet()
    see_help_and_come_back(walk.program, key)
    walk.program.change("enter")
    see_help_and_come_back(walk.program, key)
    walk.program.change("f3")
    see_help_and_come_back(walk.program, key)


@pytest.mark.parametrize("key", KEYS)
def test_from_the_pause(key: str, start: Start, course: Course) -> None:
    program = start("--language", "ko")
    program.wait_for("1366")
    program.press("f4")
    program.wait_for(Page(program, course, "ko").word("Any key brings you back."))
    program.press(key)
    program.wait_for("누가 알게 되나요")


def test_every_channel_is_told_in_full(start: Start, course: Course) -> None:
    program = start("--language", "ko", "--today", "2026-11-22")
    program.wait_for("1366")
    program.press("f1")
    page = Page(program, course, "ko")
    for number, channel in enumerate(course.channels.values()):
        if number:
            program.press("down")
        for text in (channel.for_, channel.first, channel.knows.name, channel.knows.police):
            told = page.said(text)
            program.wait_until(partial(reads_anywhere, program, told), f"{channel.channel}: {told}")


def reads_anywhere(program: PtyProgram, words: str) -> bool:
    """Whether words are at the right of the list of channels, wherever their lines break."""
    beside = "".join("".join(cells[34:]) for cells in program.cells)
    return all(word in beside for word in words.split())


@pytest.mark.parametrize("name", ["facts.yaml", "sources.yaml", "terms.yaml"])
def test_when_a_registry_is_broken(name: str, start: Start, broken_course: Path, course: Course) -> None:
    (broken_course / name).write_text("facts: [{\n", encoding="utf-8")
    program = start("learn", course.lesson_ids[0], "--course", str(broken_course), "--language", "ko")
    program.wait_for("1366")
    see_help_and_come_back(program, "f1")
    program.change("1")
    program.wait_for(" 1/")
    see_help_and_come_back(program, "?")


def test_when_every_lesson_is_broken(start: Start, broken_course: Path, course: Course) -> None:
    for file in (broken_course / "lessons").iterdir():
        file.write_text("lesson: [\n\0", encoding="utf-8")
    program = start("--course", str(broken_course), "--language", "ko")
    page = Page(program, course, "ko")
    program.wait_for("1366", page.word("This lesson did not open. The others still work.")[:10])
    see_help_and_come_back(program, "f1")
    program.change("enter")
    program.wait_for("lessons/")
    see_help_and_come_back(program, "?")


def test_when_the_channels_themselves_are_broken_the_police_is_still_named(start: Start, broken_course: Path) -> None:
    (broken_course / "channels.yaml").write_text("channels: ]\n", encoding="utf-8")
    program = start("--course", str(broken_course), "--language", "ko")
    program.wait_for("나가기")
    program.press("f1")
    program.wait_for("112", "117")


def test_a_card_with_a_fault_is_set_aside_and_the_next_one_follows(start: Start, broken_course: Path, course: Course) -> None:
    lesson, card = first_with(course, Choice)
    file = broken_course / "lessons" / f"{lesson.lesson}.yaml"
    whole = file.read_text(encoding="utf-8")
    file.write_text(re.sub(rf"^( *)- choice: {card}$", r"\g<0>\n\1  colour: red", whole, flags=re.MULTILINE), encoding="utf-8")
    walk = begin(start, course, lesson, "--course", str(broken_course))
    while walk.twin.at != card:
        walk.arrive()
        walk.program.press("0")
        walk.twin.skip()
    walk.program.wait_for(walk.page.word("One card did not open. The next one follows."), f"lessons/{lesson.lesson}.yaml")
    walk.hand.go_on()
    walk.twin.go_on()
    walk.arrive()
