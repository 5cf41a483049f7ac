"""What does not fit is not missed: options stay while one chooses, Enter reads on, and a key is named where Enter does not."""

from __future__ import annotations

import pytest
from looking import screen_text
from running import app_at, seen
from scenes import screen

from safeclass.tui.views.help import HelpView


@pytest.mark.parametrize(("language", "columns"), [("ko", 40), ("en", 60), ("both", 80)])
async def test_every_option_is_there_while_another_one_can_be_chosen(language: str, columns: int) -> None:
    app, desk = app_at("saved-never-opened", "2", language)
    async with app.run_test(size=(columns, 24)):
        rows = "\n".join(app.window.page.lines())
        for option in desk.view.session.card.options:
            assert option.text[desk.words.main].split()[0] in rows
        assert "PgDn" in seen(app) or not app.window.has_more_below


async def test_what_is_ticked_stays_on_a_small_screen() -> None:
    shown = screen_text(screen("several", "ko"), 40, 24)
    assert shown.count("골랐어요") + shown.count("고름") == 2 or "PgDn" in shown


async def test_enter_shows_the_rest_of_a_reason_before_it_goes_on() -> None:
    app, desk = app_at("saved-never-opened", "2 3", "both")
    async with app.run_test(size=(60, 20)) as pilot:
        here = desk.view.session.at
        presses = 0
        while app.window.has_more_below:
            assert "더 읽기" in seen(app)
            await pilot.press("enter")
            assert desk.view.session.at == here
            presses += 1
        assert presses
        await pilot.press("enter")
        assert desk.view.session.at != here


async def test_enter_shows_all_of_a_place_to_turn_to_before_it_goes_back() -> None:
    app, desk = app_at("saved-never-opened")
    async with app.run_test(size=(40, 24)) as pilot:
        await pilot.press("f1")
        assert "경찰이 알게" not in seen(app)
        read = ""
        while app.window.has_more_below:
            await pilot.press("enter")
            read += seen(app)
        assert isinstance(desk.view, HelpView)
        assert "알게 돼요" in read
        await pilot.press("enter")
        assert not isinstance(desk.view, HelpView)


async def test_what_was_told_of_an_item_does_not_move_with_it() -> None:
    desk = screen("order-again", "en")
    before = screen_text(desk)
    assert "fits here" in before
    assert "look again" in before
    for key in ("space", "down", "up", "space"):
        desk.view.press(key)
    assert screen_text(desk).count("look again") == before.count("look again")
    for key in ("space", "down", "space"):
        desk.view.press(key)
    moved = screen_text(desk).splitlines()
    assert not any(tag in row for row in moved for tag in ("fits here", "look again") if row.startswith(("  >", "   2")))
