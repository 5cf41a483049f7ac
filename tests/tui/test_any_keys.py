"""No sequence of keys and clicks breaks a screen or loses the way home."""

from __future__ import annotations

import random

import pytest
from looking import desk_for, screen_sheet

from safeclass.session.progress import fold
from safeclass.tui.pages import PAGES
from safeclass.tui.views.home import HomeView

KEYS = [
    *"0123456789",
    "up",
    "down",
    "left",
    "right",
    "enter",
    "enter",
    "enter",
    "space",
    "backspace",
    "f8",
    "escape",
    "a",
    "o",
    "x",
    "²",
    "③",
    "٣",
]
SIZES = ((80, 24), (40, 24), (60, 20), (120, 40), (30, 8))


@pytest.mark.parametrize("seed", range(12))
def test_a_restless_learner_breaks_nothing(seed: int) -> None:
    chance = random.Random(seed)
    desk = desk_for(chance.choice(("ko", "en", "both")), plain=seed % 3 == 0)
    desk.open(HomeView(desk))
    for step in range(250):
        columns, rows = SIZES[step % len(SIZES)]
        sheet = screen_sheet(desk, columns, rows)
        assert len(sheet.rows) == rows
        clicks = [zone.key for zone in sheet.zones if zone.key != "leave"]
        key = chance.choice([*KEYS, *PAGES, *clicks[:12]])
        if key == "escape":
            desk.close()
        elif not desk.view.press(key) and key in PAGES:
            PAGES[key](desk)
        desk.words.choose(chance.choice(desk.words.choices) if chance.random() < 0.05 else desk.words.choice)
    desk.go_home()
    assert isinstance(desk.view, HomeView)
    for lesson, progress in desk.keeping.progress().items():
        assert fold(desk.keeping.events(lesson)).cards == progress.cards
