"""Whatever comes in front of a page, the page is seen afterwards as it was left."""

from __future__ import annotations

import pytest
from running import app_at, seen

from safeclass.tui.app import SafeClassApp
from safeclass.tui.desk import Desk
from safeclass.tui.views.help import HelpView
from safeclass.tui.views.lesson import LessonView
from safeclass.tui.views.notice import NoticeView

LOW = (40, 10)
"""A screen that is too small for the pages here."""
CARD = "saved-never-opened"


def page_of(app: SafeClassApp) -> list[str]:
    """What is seen of the page itself."""
    return seen(app).splitlines()[2:-2]


async def after(*keys: str) -> tuple[list[str], Desk]:
    """What is seen of the page once these were pressed in a fresh app, and its desk."""
    app, desk = app_at(CARD)
    async with app.run_test(size=LOW) as pilot:
        await pilot.press(*keys)
        return page_of(app), desk


@pytest.mark.parametrize(
    "keys",
    ["f1 escape", "f1 f1", "f1 pagedown escape", "f4 x", "f4 space", "f4 f1 escape enter", "f5 escape", "f6 escape", "f7 f7"],
)
async def test_a_page_that_was_scrolled_comes_back_where_it_was(keys: str) -> None:
    app, desk = app_at(CARD)
    async with app.run_test(size=LOW) as pilot:
        top = page_of(app)
        await pilot.press("pagedown")
        before = page_of(app)
        assert before != top
        await pilot.press(*keys.split())
        assert isinstance(desk.view, LessonView)
        assert page_of(app) == before


async def test_every_page_of_several_comes_back_where_it_was() -> None:
    app, desk = app_at(CARD)
    async with app.run_test(size=LOW) as pilot:
        await pilot.press("pagedown")
        of_card = page_of(app)
        await pilot.press("f1", "pagedown")
        of_help = page_of(app)
        await pilot.press("f3", "pagedown", "escape")
        assert isinstance(desk.view, HelpView)
        assert page_of(app) == of_help
        await pilot.press("escape")
        assert page_of(app) == of_card


async def test_a_page_that_is_opened_begins_at_its_beginning() -> None:
    due, _desk = await after("f1")
    app, _desk = app_at(CARD)
    async with app.run_test(size=LOW) as pilot:
        await pilot.press("pagedown", "pagedown", "f1")
        assert page_of(app) == due
        await pilot.press("pagedown", "escape", "f1")
        assert page_of(app) == due


async def test_the_next_card_begins_where_its_focus_is() -> None:
    due, fresh = await after("0")
    now, desk = await after("pagedown", "0")
    assert desk.view.session.at == fresh.view.session.at
    assert now == due


async def test_a_notice_leaves_the_page_behind_it_where_it_was() -> None:
    app, desk = app_at(CARD)
    async with app.run_test(size=LOW) as pilot:
        await pilot.press("pagedown")
        before = page_of(app)
        desk.keeping.notices.append("Your progress file is damaged, so your answers are not saved.")
        await pilot.press("x")
        assert isinstance(desk.view, NoticeView)
        await pilot.press("enter")
        assert page_of(app) == before
