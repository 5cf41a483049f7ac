"""A terminal that several people use: covered while nobody is there, and nothing of the last one for the next."""

from __future__ import annotations

import gc
import weakref
from datetime import timedelta

import pytest
from looking import TODAY, desk_for
from running import app_at, seen
from scenes import LESSON, at_card
from textual.events import Paste

from safeclass.commands.keeping import open_keeping
from safeclass.session.event import Event
from safeclass.session.session import Session
from safeclass.tui.desk import Appearance, Desk, Shared
from safeclass.tui.shared_app import SharedApp
from safeclass.tui.views.home import HomeView
from safeclass.tui.views.lesson import LessonView
from safeclass.tui.views.settings import SettingsView

COVER_AFTER, WIPE_AFTER = 90.0, 600.0


class Classroom:
    """An app at a shared terminal, and a clock that is turned by hand."""

    def __init__(self, card: str | None = None, keys: str = "") -> None:
        self.now = 1000.0
        first = desk_for()
        self.course, self.words = first.course, first.words
        self.today = TODAY
        self.shared = Shared(self.next_desk, COVER_AFTER, WIPE_AFTER, lambda: self.today)
        desk = self.next_desk()
        desk.open(HomeView(desk))
        if card is not None:
            at_card(desk, LESSON, card, keys)
        self.app = SharedApp(desk, clock=lambda: self.now)

    def next_desk(self) -> Desk:
        self.words.choose("ko")
        return Desk(self.course, self.words, open_keeping("me", is_guest=True), self.today, Appearance(), shared=self.shared)

    def pass_by(self, seconds: float) -> None:
        """Let time pass, and the app look around every second of it."""
        until = self.now + seconds
        while self.now < until:
            self.now = min(self.now + 1, until)
            self.app.look_around()

    @property
    def is_covered(self) -> bool:
        text = seen(self.app)
        assert ("2x1= 2" in text) is self.app.desk.view.is_covered
        return "2x1= 2" in text


CARD = "saved-never-opened"


async def test_nobody_there_covers_the_screen_and_any_key_comes_back_to_the_same_place() -> None:
    room = Classroom(CARD, "2 down")
    async with room.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = seen(room.app)
        for key in ("2", "enter", "escape", "f2", "tab", "up"):
            room.pass_by(COVER_AFTER - 1)
            await pilot.pause()
            assert not room.is_covered
            room.pass_by(1)
            await pilot.pause()
            assert room.is_covered
            await pilot.press(key)
            assert seen(room.app) == before, f"{key} did something else than come back"


async def test_a_click_comes_back_and_does_nothing_else() -> None:
    room = Classroom(CARD)
    async with room.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = seen(room.app)
        room.pass_by(COVER_AFTER)
        await pilot.pause()
        await pilot.click("#body", offset=(20, 8))
        assert seen(room.app) == before


async def test_keys_the_mouse_and_another_size_tell_that_somebody_is_there() -> None:
    room = Classroom(CARD)
    async with room.app.run_test(size=(80, 24)) as pilot:
        for act in (pilot.press("down"), pilot.hover("#body"), pilot.resize_terminal(90, 30)):
            room.pass_by(COVER_AFTER - 1)
            await act
            await pilot.pause()
        room.pass_by(COVER_AFTER - 1)
        await pilot.pause()
        assert not room.is_covered


async def test_whoever_comes_after_a_long_while_begins_anew() -> None:
    room = Classroom(CARD, "2")
    async with room.app.run_test(size=(80, 24)) as pilot:
        desk = room.app.desk
        assert desk.keeping.progress()
        room.pass_by(WIPE_AFTER - 1)
        assert room.app.desk is desk, "it was wiped too early"
        room.pass_by(1)
        await pilot.pause()
        assert room.is_covered
        room.pass_by(WIPE_AFTER * 3)
        await pilot.press("down")
        assert isinstance(room.app.desk.view, HomeView)
        assert "이어서 하기" not in seen(room.app)
        assert not room.app.desk.keeping.progress()


@pytest.mark.parametrize("leave", ["ctrl+q", "ctrl+c", "f10", "escape escape escape", "tab enter"])
async def test_two_keys_hand_over(leave: str) -> None:
    room = Classroom(CARD, "2")
    async with room.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*leave.split())
        await pilot.pause()
        assert room.is_covered
        assert room.app.is_running
        await pilot.press("enter")
        assert isinstance(room.app.desk.view, HomeView)
        assert "이어서 하기" not in seen(room.app)
        assert "2x1= 2" not in seen(room.app)


async def test_whoever_comes_on_another_day_is_told_of_that_day() -> None:
    room = Classroom()
    async with room.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+q")
        room.today = TODAY + timedelta(days=4)
        room.pass_by(1)
        await pilot.press("x")
        assert not room.is_covered
        assert room.app.desk.today == room.today


async def test_one_more_escape_of_somebody_in_a_hurry_shows_nothing() -> None:
    room = Classroom(CARD)
    async with room.app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*["escape"] * 3)
        for key in (*["escape"] * 4, "ctrl+q", "ctrl+q"):
            await pilot.press(key)
            assert room.is_covered, f"{key} showed the first page"


async def test_escapes_of_the_last_one_do_not_count_for_the_next() -> None:
    room = Classroom(CARD)
    async with room.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape", "escape", "ctrl+q", "enter")
        desk = room.app.desk
        assert not room.is_covered
        await pilot.press("escape")
        assert room.app.desk is desk


async def test_what_is_pasted_tells_that_somebody_is_there() -> None:
    room = Classroom(CARD)
    async with room.app.run_test(size=(80, 24)) as pilot:
        room.pass_by(COVER_AFTER - 1)
        room.app.post_message(Paste("words"))
        await pilot.pause()
        room.pass_by(COVER_AFTER - 1)
        await pilot.pause()
        assert not room.is_covered


async def test_leaving_while_covered_wipes_too() -> None:
    room = Classroom(CARD, "2")
    async with room.app.run_test(size=(80, 24)) as pilot:
        desk = room.app.desk
        room.pass_by(COVER_AFTER)
        await pilot.press("ctrl+q")
        assert room.is_covered
        assert room.app.desk is not desk


async def test_language_and_colours_begin_anew() -> None:
    room = Classroom()
    async with room.app.run_test(size=(80, 24)) as pilot:
        before = seen(room.app)
        await pilot.press("f2", "f6", "2", "3", "ctrl+q", "enter")
        assert seen(room.app) == before
        assert room.app.desk.appearance == Appearance()


def kept_of_sittings() -> list[object]:
    """Every event and every sitting in memory."""
    gc.collect()
    return [thing for thing in gc.get_objects() if isinstance(thing, Event | Session)]


async def test_nothing_of_the_last_learner_is_left_in_memory() -> None:
    elsewhere = {id(thing): thing for thing in kept_of_sittings()}
    room = Classroom(CARD, "2 right")
    async with room.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "enter", "f3", "escape", "f5", "escape")
        desk = room.app.desk
        lesson = next(view for view in desk.views if isinstance(view, LessonView))
        assert any(id(thing) not in elsewhere for thing in kept_of_sittings())
        left = [weakref.ref(thing) for thing in (desk.keeping, lesson, lesson.session, lesson.face)]
        await pilot.press("ctrl+q", "enter")
        await pilot.pause()
        del desk, lesson
        assert not [thing for thing in kept_of_sittings() if id(thing) not in elsewhere]
        assert [thing() for thing in left] == [None] * len(left)


async def test_the_settings_say_what_holds_here_and_end_the_program() -> None:
    room = Classroom()
    async with room.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        text = " ".join(seen(room.app).split())
        assert "90초 동안" in text
        assert "10분 뒤에는" in text
        assert "SafeClass 닫기" in text
        for key in ("5", "left"):
            await pilot.press(key)
            await pilot.pause()
            assert room.app.is_running, f"{key} ended it for everybody"
        await pilot.press("enter")
        await pilot.pause()
        assert not room.app.is_running


async def test_alone_there_is_no_row_that_ends() -> None:
    app, desk = app_at()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6", "5")
        assert isinstance(desk.view, SettingsView)
        assert "SafeClass 닫기" not in seen(app)


async def test_whoever_comes_next_is_on_the_page_and_not_on_exit() -> None:
    room = Classroom(CARD)
    async with room.app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "enter", "x")
        desk = room.app.desk
        assert room.app.focus.part == "body"
        await pilot.press("enter")
        assert room.app.desk is desk
        assert not room.is_covered


async def test_midnight_takes_nothing_from_somebody_who_is_just_away() -> None:
    room = Classroom(CARD, "2")
    async with room.app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before, desk = seen(room.app), room.app.desk
        room.pass_by(COVER_AFTER)
        room.today = TODAY + timedelta(days=1)
        room.pass_by(1)
        await pilot.press("x")
        assert room.app.desk is desk
        assert seen(room.app) == before
