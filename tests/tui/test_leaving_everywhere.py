"""Every way out, from every page, every kind of card and every place in a scene: the next picture is the table alone.

Each way is tried from every third page, so that each page is left in at least one way; with THOROUGH=1 from every page.
"""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from looking import desk_for
from scenes import SCREENS
from test_app import seen
from textual.pilot import Pilot
from thorough import THOROUGH

from safeclass.tui.app import SafeClassApp
from safeclass.tui.views.home import HomeView

LETTERS = re.compile(r"[^\W\d_]{2,}")

PAGES = [name for name in SCREENS if name not in ("cover", "settings-shared")]
"""Every page of an app that ends; what others find at a shared terminal is told in `test_shared`."""

WAYS: dict[str, tuple[str, Callable[[Pilot[None]], Awaitable[Any]]]] = {
    "Ctrl+Q": ("ko", lambda pilot: pilot.press("ctrl+q")),
    "Ctrl+Q with Korean input on": ("en", lambda pilot: pilot.press("ctrl+ㅂ")),
    "Esc three times": ("ko", lambda pilot: pilot.press("escape", "escape", "escape")),
    "a click on Exit": ("both", lambda pilot: pilot.click("#exit")),
    "Tab to Exit": ("en", lambda pilot: pilot.press("tab", "enter")),
}
"""The ways out, and the language that each is tried in."""


class StayingApp(SafeClassApp):
    """An app that shows what was on the screen when it would have ended, and goes on."""

    at_the_end: list[str]

    def exit(self, *_how: Any, **_named: Any) -> None:
        self.at_the_end.append(seen(self))


@pytest.mark.parametrize("way", WAYS)
async def test_the_table_is_all_that_is_seen_at_the_end(way: str) -> None:
    language, leave = WAYS[way]
    desk = desk_for(language)
    desk.open(HomeView(desk))
    app = StayingApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        for page in PAGES if THOROUGH else PAGES[list(WAYS).index(way) % 3 :: 3]:
            fresh = desk_for(language)
            fresh.open(HomeView(fresh))
            SCREENS[page](fresh)
            app.desk, app.at_the_end = fresh, []
            app.query_one("#body").focus()
            app.redraw()
            await pilot.pause()
            assert LETTERS.search(seen(app)), page
            await leave(pilot)
            await pilot.pause()
            assert app.at_the_end, f"{way} did not leave {page}"
            assert "2x1= 2" in app.at_the_end[0], page
            assert "9x9=81" in app.at_the_end[0], page
            assert not LETTERS.search(app.at_the_end[0]), page
            app.escapes.clear()
