"""Without colour and without signs of doubtful width: the focus and the answers can still be told."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

import pytest
from card_answers import first_with, right_answer, wrong_answer
from lesson_start import begin
from lesson_walk import Walk
from program_start import Start

from safeclass.course.card import Card
from safeclass.course.course import Course
from safeclass.course.page import Help, Page
from safeclass.course.picking import OX, Choice, Several, Think
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.scene import Scene

KINDS = (Choice, Several, OX, Fill, Match, Sort, Order, Page, Scene, Think, Help)


Look = tuple[tuple[str, ...], dict[str, Any]]

LOOKS: dict[str, Look] = {
    "NO_COLOR": ((), {"NO_COLOR": "1"}),
    "TERM=linux": ((), {"TERM": "linux", "COLORTERM": ""}),
    "--ascii": (("--ascii",), {}),
}
"""The ways of doing without colours: arguments and environment."""


def doubtful(text: str) -> list[str]:
    """The signs whose width terminals with a Korean font disagree about, and those that draw boxes."""
    return sorted({sign for sign in text if unicodedata.east_asian_width(sign) == "A" or 0x2500 <= ord(sign) <= 0x25FF})


def has_focus(walk: Walk) -> bool:
    """Whether a mark of the focus is on the page, alone or around a blank."""
    return any(re.search(r"(?<!\S)>(?!\S)|>[^<>]+<", line) for line in walk.program.lines[2:-1])


def pages(walk: Walk, card: Card) -> Iterator[str]:
    """A card as it is asked, answered wrongly, and explained; and the pages that every card can open."""
    walk.program.wait_for_quiet()
    yield walk.program.text
    match card:
        case Choice() | Several() | OX() | Fill() | Match() | Sort() | Order():
            assert has_focus(walk)
            for answer in (wrong_answer(card), right_answer(card)):
                walk.answer(answer)
                walk.program.wait_for(walk.page.word("Why" if walk.twin.phase.name == "EXPLAINED" else "Another look"))
                yield walk.program.text
                assert has_focus(walk)
                if walk.twin.phase.name == "EXPLAINED":
                    break
        case Scene():
            walk.program.press("enter")
            walk.program.wait_for(walk.page.word("Choose"))
            assert has_focus(walk)
            walk.program.press("1")
            walk.program.wait_for(walk.page.word("Back a step"))
            yield walk.program.text


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("look", LOOKS)
def test_every_kind_of_card_has_safe_signs_and_a_focus(look: str, kind: type[Card], start: Start, course: Course) -> None:
    lesson, name = first_with(course, kind)
    arguments, environment = LOOKS[look]
    walk = begin(start, course, lesson, *arguments, **environment)
    walk.skip_to(name)
    for text in pages(walk, walk.twin.card):
        assert not doubtful(text), text


@pytest.mark.parametrize("look", LOOKS)
def test_every_other_page_too(look: str, start: Start) -> None:
    arguments, environment = LOOKS[look]
    program = start("--language", "ko", *arguments, **environment)
    program.wait_for("1366")
    for key in ("f1", "f1", "f4", "enter", "f5", "escape", "f6", "escape", "tab", "tab", "f2", "f2"):
        program.change(key)
        assert not doubtful(program.text), program.text
    program.change("shift+tab")
    assert any(">" in line for line in program.lines)


@pytest.mark.parametrize("look", ["TERM=linux", "--ascii"])
def test_no_colour_at_all_is_written(look: str, start: Start, course: Course) -> None:
    lesson, name = first_with(course, Choice)
    arguments, environment = LOOKS[look]
    walk = begin(start, course, lesson, *arguments, **environment)
    walk.skip_to(name)
    walk.answer(wrong_answer(walk.twin.card))
    walk.program.wait_for(walk.page.word("Another look"))
    styles = re.findall(r"\x1b\[([0-9;]*)m", walk.program.output)
    assert not {style for style in styles if re.search(r"\b(?:[34]8;|[349]\d\b)", style)} - {"39", "49", "39;49"}
