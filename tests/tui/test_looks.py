"""What every screen keeps: it fits, it can be read, nothing is told by colour alone, nothing is left untranslated."""

from __future__ import annotations

import io
import re
import unicodedata
from itertools import product

import pytest
from babel.messages.pofile import read_po
from looking import desk_for, screen_sheet, screen_text
from scenes import SCREENS, at_card, screen

from safeclass.course.card import identity
from safeclass.course.course import Course
from safeclass.language import LOCALE_FOLDER
from safeclass.language.cells import width
from safeclass.paths import shipped
from safeclass.tui.body import body_sheet
from safeclass.tui.hint import all_hints
from safeclass.tui.palette import THEMES
from safeclass.tui.sheet import Sheet

PO = LOCALE_FOLDER / "ko" / "LC_MESSAGES" / "safeclass.po"
LESSONS = Course(shipped()).ids
SIZES = ((80, 24), (60, 20), (40, 24), (120, 40))
FOCUSED = (
    "home",
    "home-after",
    "entry",
    "choice",
    "choice-again",
    "ox",
    "several",
    "order",
    "match",
    "sort",
    "fill",
    "scene",
    "attitude",
    "help",
)


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def pairs_in(sheet: Sheet) -> set[tuple[str, str]]:
    return {(style.ink, style.field) for row in sheet.rows for sign, style in row if sign.strip()}


@pytest.mark.parametrize("theme", THEMES)
def test_every_pair_of_colours_in_use_can_be_read(theme: str) -> None:
    used: set[tuple[str, str]] = set()
    for name, language in product(SCREENS, ("ko", "en")):
        used |= pairs_in(screen_sheet(screen(name, language)))
    letters = {("celadon", "celadon"), ("indigo", "indigo")}  # the pixels of the big O and X
    least = 7.0 if theme == "contrast" else 4.5
    colours = THEMES[theme]
    weak = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 1) for pair in used - letters}
    assert len(used) > 10
    assert {pair: ratio for pair, ratio in weak.items() if ratio < least} == {}


@pytest.mark.parametrize(("name", "language"), list(product(SCREENS, ("ko", "en", "both"))))
@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_every_row_is_as_wide_as_the_screen(name: str, language: str, columns: int, rows: int) -> None:
    sheet = screen_sheet(screen(name, language), columns, rows)
    assert len(sheet.rows) == rows
    for row in sheet.rows:
        assert sum(width(sign) for sign, _style in row) == columns


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("lesson", LESSONS)
def test_every_card_can_be_seen_whole_at_80x24_before_it_is_answered(lesson: str, language: str) -> None:
    desk = desk_for(language)
    view = at_card(desk, lesson)
    too_tall = {}
    for card in view.lesson.deck:
        while view.session.at != identity(card):
            view.press("0")
        tall = len(body_sheet(view, desk, 80, 19).rows)
        if tall > 19:
            too_tall[identity(card)] = tall
    assert too_tall == {}


@pytest.mark.parametrize("name", FOCUSED)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_focus_is_seen_without_colour(name: str, language: str) -> None:
    for plain in (False, True):
        assert ">" in screen_text(screen(name, language, plain=plain))


@pytest.mark.parametrize(("name", "language"), list(product(SCREENS, ("ko", "en"))))
def test_no_sign_has_a_width_that_terminals_disagree_about(name: str, language: str) -> None:
    text = screen_text(screen(name, language, plain=True))
    assert {sign for sign in text if unicodedata.east_asian_width(sign) == "A"} == set()
    colourful = screen_text(screen(name, language))
    assert {sign for sign in colourful if unicodedata.east_asian_width(sign) == "A"} == set()


@pytest.mark.parametrize("name", SCREENS)
def test_korean_screens_hold_no_word_of_the_english_interface(name: str) -> None:
    catalog = read_po(io.BytesIO(PO.read_bytes()))
    words = {message.id for message in catalog if isinstance(message.id, str) and len(message.id) > 3 and message.id[0].isupper()}
    shared = {"Exit", "Police"}  # Exit stands in both languages on purpose, and so do the names of channels
    text = screen_text(screen(name, "ko"))
    assert {message for message in words - shared if re.search(rf"\b{re.escape(message)}\b", text)} == set()


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("name", sorted(set(SCREENS) - {"cover"}))
def test_exit_and_where_to_turn_are_on_every_screen(name: str, language: str) -> None:
    for columns, rows in SIZES:
        lines = screen_text(screen(name, language), columns, rows).splitlines()
        assert {"ko": "나가기", "en": "Exit"}[language] in lines[0]
        assert all(number in lines[-1] for number in ("112", "117", "1366", "1388", "109"))


@pytest.mark.parametrize("name", ["home-under-way", "settings", "settings-shared", "choice-again", "entry", "end"])
def test_side_by_side_each_half_speaks_its_own_language(name: str) -> None:
    body = body_sheet(screen(name, "both").view, screen(name, "both"), 120, 40)
    said = "\n".join("".join(sign for sign, _style in row[64:]) for row in body.rows)
    told_once = r"\d+분|하는 중|0 건너뛰기|[가-힣 ]+ / (?=[A-Z])"  # at the end of a row, and where both stand in one place
    assert re.findall("[가-힣]+", re.sub(told_once, "", said)) == []


@pytest.mark.parametrize(("name", "language"), list(product(SCREENS, ("ko", "en"))))
def test_no_two_keys_are_said_to_do_the_same(name: str, language: str) -> None:
    desk = screen(name, language)
    for reads_on in (False, True):
        hints = all_hints(desk.view, desk, reads_on=reads_on, has_page_behind=True)
        does = [hint.does for hint in hints]
        assert len(does) == len(set(does)), does


def test_the_cover_names_no_lesson_and_no_program() -> None:
    body = body_sheet(screen("cover", "ko").view, screen("cover", "ko"), 80, 24)
    text = "\n".join(body.lines())
    assert "2x1= 2" in text
    assert not any("가" <= sign <= "힣" for sign in text)
    assert "SafeClass" not in text
