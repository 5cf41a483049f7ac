"""How deep the exit is: the keys it takes to cover the screen, counted by pressing them in the app itself."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from textual.events import Key
from textual.pilot import Pilot

from safeclass.tui.app import SafeClassApp
from safeclass.tui.desk import Desk
from safeclass.tui.preview.pupil_screen import COLUMNS, HEIGHT
from safeclass.tui.views.home import HomeView
from safeclass.tui.views.view import View

WAYS = {"Ctrl+Q": ("ctrl+q",), "Esc": ("escape",) * 10, "Tab Enter": ("tab", "enter")}
"""The ways out with keys, by what is written on these; no way is followed for longer than its keys."""
OVER = ("f3", "f1", "f3")
"""Keys that lay one page over another: sources, where to turn, its sources."""


class LeavingApp(SafeClassApp):
    """The app, but that it stays after the screen was covered, to be left again."""

    def exit(self, *_arguments: object, **_options: object) -> None:
        """Stay."""

    def uncover(self, views: Sequence[View]) -> None:
        """Put pages back onto the desk."""
        self.escapes.clear()
        self.desk.views[:] = views
        self.query_one("#body").focus()
        self.redraw()


@dataclass(frozen=True, slots=True)
class WaysOut:
    """What was counted."""

    places: int
    """From how many places it was tried to leave."""
    depth: int
    """How many pages lay over each other at the deepest, the first page of the program not counted."""
    keys: tuple[tuple[str, int | None], ...]
    """Each way by its keys, and how many of them it took at the worst of all places; None where it did not lead out."""


def count_keys(desk: Desk, pages: Sequence[View]) -> WaysOut:
    """Leave from each page by each way, and from the deepest pile of pages over the last of them."""
    return asyncio.run(_count_keys(desk, pages))


async def _count_keys(desk: Desk, pages: Sequence[View]) -> WaysOut:
    home = HomeView(desk)
    desk.views[:] = [home]
    app = LeavingApp(desk)
    counts: dict[str, list[int | None]] = {way: [] for way in WAYS}
    async with app.run_test(size=(COLUMNS, HEIGHT)) as pilot:
        piles: list[tuple[View, ...]] = [(home, page) for page in pages]
        app.uncover(piles[-1])
        for key in OVER:
            await _press(app, pilot, key)
            if len(desk.views) > len(piles[-1]):
                piles.append(tuple(desk.views))
        for pile in piles:
            for way, keys in WAYS.items():
                app.uncover(pile)
                counts[way].append(await _leave(app, pilot, keys))
    worst = tuple((way, None if None in tried else max(filter(None, tried))) for way, tried in counts.items())
    return WaysOut(len(piles), max(map(len, piles)) - 1, worst)


async def _press(app: LeavingApp, pilot: Pilot[None], key: str) -> None:
    """Give the app a key as a terminal does, and wait until it went from the app to the page and back."""
    app.post_message(Key(key, None))
    for _leg in range(3):
        await pilot.pause(0)


async def _leave(app: LeavingApp, pilot: Pilot[None], keys: Sequence[str]) -> int | None:
    for count, key in enumerate(keys, 1):
        await _press(app, pilot, key)
        if app.desk.view.is_covered:
            return count
    return None
