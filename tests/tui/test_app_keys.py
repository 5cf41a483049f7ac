"""Keys, clicks and sizes that every page of the app takes alike, and every way out."""

from __future__ import annotations

import pytest
from running import app_at, seen
from textual.events import MouseScrollDown, MouseScrollUp

from safeclass.language import translate
from safeclass.session.pause import BREATHS
from safeclass.tui.escapes import Escapes
from safeclass.tui.frame import Body, Painted
from safeclass.tui.keys import name_of
from safeclass.tui.views.cover import CoverView
from safeclass.tui.views.home import HomeView
from safeclass.tui.views.lesson import LessonView
from safeclass.tui.views.pause import PauseView


async def test_jamo_letters_and_wide_digits_do_what_their_keys_do() -> None:
    app, desk = app_at("looking-is-in-it")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ㅜ")
        assert desk.view.session.at == "looking-in-words"
        await pilot.press("2")
        assert desk.view.face.placed
        await pilot.press("ㅠ")
        assert desk.view.session.at == "looking-is-in-it"
        await pilot.press("ㅂ")
        assert isinstance(desk.view, HomeView)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("leave", ["ctrl+q", "ctrl+ㅂ", "ctrl+c", "ctrl+ㅊ", "f10"]),
        ("suspend", ["ctrl+z", "ctrl+ㅋ"]),
        ("f1", ["f1", "?", "？", "question_mark"]),
        ("escape", ["q", "ㅂ", "Q"]),
        ("enter", ["n", "ㅜ"]),
        ("back", ["b", "ㅠ"]),
    ],
)
def test_keys_have_one_name_whatever_a_terminal_and_an_input_method_make_of_them(name: str, keys: list[str]) -> None:
    assert {key: name_of(key, key if len(key) == 1 else None) for key in keys} == dict.fromkeys(keys, name)


def test_three_escapes_leave_only_within_five_seconds() -> None:
    escapes = Escapes(iter((0.0, 4.0, 5.5, 8.9)).__next__)
    assert [escapes.press() for _ in range(4)] == [False, False, False, True]


async def test_behind_the_cover_of_whoever_left_there_is_nothing() -> None:
    app, desk = app_at("saved-never-opened")
    async with app.run_test(size=(80, 24)) as pilot:
        app.exit = lambda *args, **kwargs: None
        await pilot.press("ctrl+q", "enter", "escape", "1")
        assert [type(view) for view in desk.views] == [CoverView]
        assert "2x1= 2" in seen(app)


async def test_a_digit_that_counts_nothing_does_nothing() -> None:
    app, desk = app_at()
    async with app.run_test(size=(80, 24)) as pilot:
        home = desk.view
        await pilot.press("²", "³", "③", "½")  # the first two are keys of their own in some countries
        assert desk.view is home
        await pilot.press("1")
        assert desk.view is not home


@pytest.mark.parametrize("how", ["ctrl+q", "ctrl+c", "f10", "escape escape escape", "tab enter", "click"])
async def test_every_way_out_covers_the_screen_first(how: str) -> None:
    app, desk = app_at("saved-never-opened")
    async with app.run_test(size=(80, 24)) as pilot:
        covered: list[str] = []
        leave = app.exit
        app.exit = lambda *args, **kwargs: (covered.append(seen(app)), leave(*args, **kwargs))
        if how == "click":
            await pilot.click("#exit")
        elif how == "tab enter":
            await pilot.press("tab", "enter")
        else:
            await pilot.press(*how.split())
        await pilot.pause()
        assert isinstance(desk.view, CoverView)
        assert "2x1= 2" in covered[0]
        assert "나루" not in covered[0]
        assert "1366" not in covered[0]


async def test_tab_leads_to_exit_first_then_to_the_keys_and_back_to_the_page() -> None:
    app, _desk = app_at()
    async with app.run_test(size=(80, 24)) as pilot:
        seen_order = []
        for key in ("tab", "tab", "tab", "shift+tab", "shift+tab"):
            await pilot.press(key)
            assert app.focused is not None
            seen_order.append(app.focused.id)
        assert seen_order == ["exit", "keys", "body", "keys", "exit"]


async def test_the_key_band_can_be_walked_and_pressed() -> None:
    app, desk = app_at()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "tab", "right", "enter")
        assert desk.words.main == "en"


@pytest.mark.parametrize("columns", [30, 60, 80, 200])
async def test_the_key_band_is_walked_along_what_is_seen_of_it(columns: int) -> None:
    app, _desk = app_at("saved-never-opened")
    async with app.run_test(size=(columns, 24)) as pilot:
        await pilot.press("tab", "tab")
        marked = set()
        for _step in range(12):
            band = app.query_one("#keys", Painted).sheet.lines()[0]
            assert ">" in band
            marked.add(band.index(">"))
            await pilot.press("right")
        assert len(marked) == len(app.query_one("#keys", Painted).sheet.zones)


async def test_another_key_between_escapes_stays() -> None:
    app, desk = app_at("saved-never-opened")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape", "escape", "down", "escape")
        assert isinstance(desk.view, HomeView)
        assert "Esc" in seen(app)


async def test_clicking_picks_and_goes_on() -> None:
    app, desk = app_at("saved-never-opened")
    async with app.run_test(size=(80, 24)) as pilot:
        body = app.query_one(Body)
        row = next(zone.row for zone in body.sheet.zones if zone.key == "pick 1")
        await pilot.click("#body", offset=(20, row))
        assert "맞는 답" in seen(app)
        await pilot.click("#keys", offset=(6, 0))
        assert desk.view.session.at == "two-who-looked"


async def test_the_screen_may_become_tiny_and_large_again() -> None:
    app, _desk = app_at("act-and-law")
    async with app.run_test(size=(80, 24)) as pilot:
        for size in ((10, 5), (1, 1), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "짝 맞추기" in seen(app)


@pytest.mark.parametrize(
    "key", ["f2", "f3", "f4", "f5", "f6", "f7", "space", "enter", "escape", "pageup", "down", "5", "x", "ㅂ"]
)
async def test_any_key_leads_back_from_a_break_and_does_nothing_else(key: str) -> None:
    app, desk = app_at("saved-never-opened")
    async with app.run_test(size=(80, 24)) as pilot:
        before = seen(app).splitlines()[:20]
        await pilot.press("f4")
        assert isinstance(desk.view, PauseView)
        await pilot.press(key)
        assert isinstance(desk.view, LessonView)
        assert seen(app).splitlines()[:20] == before
        assert app.focused is not None
        assert app.focused.id == "body"
        assert desk.words.choice == "ko"


@pytest.mark.parametrize("key", ["left", "right", "f2", "x"])
async def test_any_key_leads_back_from_a_break_that_was_opened_in_the_key_band(key: str) -> None:
    app, desk = app_at("saved-never-opened")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "tab", "f4", key)
        assert isinstance(desk.view, LessonView)
        assert app.focused is not None
        assert app.focused.id == "keys"


@pytest.mark.parametrize("how", ["ctrl+q", "ctrl+c", "f10", "escape escape escape", "enter", "tab enter"])
async def test_the_ways_out_lead_out_of_a_break(how: str) -> None:
    app, desk = app_at("saved-never-opened")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab" if how == "enter" else "x", "f4", *how.split())
        assert isinstance(desk.view, CoverView)


async def test_a_break_does_not_offer_a_key_for_the_language() -> None:
    app, _desk = app_at("saved-never-opened")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f4")
        assert "F2" not in seen(app)


async def test_a_break_breathes_in_holds_and_breathes_out_by_itself() -> None:
    app, desk = app_at("saved-never-opened")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f4")
        told = []
        for _ in BREATHS:
            told += [breath for breath in BREATHS if translate(breath, "ko") in seen(app)]
            app._tick()
            await pilot.pause()
        assert told == list(BREATHS)
        assert isinstance(desk.view, PauseView)


async def test_the_wheel_scrolls_the_way_it_is_turned() -> None:
    app, _desk = app_at()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("f1")
        top = seen(app)
        await pilot._post_mouse_events([MouseScrollDown], "#body")
        lower = seen(app)
        assert lower != top
        await pilot._post_mouse_events([MouseScrollUp], "#body")
        assert seen(app) == top


@pytest.mark.parametrize(("key", "answer"), [("o", "o"), ("x", "x"), ("ㅐ", "o"), ("ㅌ", "x")])
async def test_the_letters_of_the_two_answers_give_them_whatever_the_keyboard_writes(key: str, answer: str) -> None:
    app, desk = app_at("two-who-looked")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert desk.view.session.state.given[-1].answer == (answer,)


async def test_the_key_beside_a_channel_shows_it_and_0_is_the_tenth() -> None:
    app, desk = app_at()
    async with app.run_test(size=(80, 24)) as pilot:
        for key, name in (("1", "112"), ("3", "1366"), ("0", "take-it-down")):
            await pilot.press(*([] if key != "1" else ["f1"]), key)
            assert desk.view.channels[desk.view.focus].channel == name
