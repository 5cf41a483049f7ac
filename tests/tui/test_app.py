"""The app itself, with real key events and clicks, without a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from running import app_at, seen
from scenes import LESSON

from safeclass.course.course import Course
from safeclass.paths import shipped
from safeclass.session.event import Happened
from safeclass.tui.views.end import EndView
from safeclass.tui.views.entry import EntryView
from safeclass.tui.views.glossary import GlossaryView
from safeclass.tui.views.help import HelpView
from safeclass.tui.views.home import HomeView
from safeclass.tui.views.lesson import LessonView
from safeclass.tui.views.pause import PauseView
from safeclass.tui.views.progress import ProgressView
from safeclass.tui.views.settings import SettingsView
from safeclass.tui.views.sources import SourcesView


async def test_a_sensitive_lesson_begins_with_a_choice_and_a_summary_can_be_read_instead() -> None:
    app, desk = app_at()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert isinstance(desk.view, EntryView)
        assert "건너뛰어도 돼요" in seen(app)
        await pilot.press("2")
        assert "요약" in seen(app)
        await pilot.press("escape")
        assert isinstance(desk.view, EntryView), "one Esc goes back one page"
        await pilot.press("2", "enter")
        assert isinstance(desk.view, HomeView)
        assert not desk.keeping.recorded


@pytest.mark.parametrize(
    ("key", "view"),
    [
        ("f1", HelpView),
        ("question_mark", HelpView),
        ("f3", SourcesView),
        ("f4", PauseView),
        ("f5", ProgressView),
        ("f6", SettingsView),
        ("f7", GlossaryView),
    ],
)
async def test_a_key_opens_a_page_over_a_card_and_escape_comes_back_to_it(key: str, view: type) -> None:
    app, desk = app_at("looking-is-in-it")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(key)
        assert isinstance(desk.view, view)
        await pilot.press("escape")
        assert isinstance(desk.view, LessonView)
        assert desk.view.session.at == "looking-is-in-it"


async def test_the_words_of_the_card_are_explained_first_and_the_same_key_closes_them() -> None:
    app, desk = app_at("looking-is-in-it", language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f7")
        shown = seen(app)
        assert shown.index("On this page") < shown.index("Money that a court orders")
        assert "juvenile" not in shown
        await pilot.press("f3")
        assert isinstance(desk.view, SourcesView)
        await pilot.press("escape", "f7")
        assert isinstance(desk.view, LessonView)


async def test_the_first_page_is_painted_before_the_words_are_read() -> None:
    course = Course(shipped())
    app, desk = app_at()
    desk.course = course
    app._read_ahead = lambda: None
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "SafeClass" in seen(app)
        assert "registry" not in vars(course)


async def test_the_language_changes_in_the_middle_of_a_question_and_nothing_else_does() -> None:
    app, desk = app_at("saved-never-opened", "down")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "법은 이 일을 어떻게 볼까요" in seen(app)
        before = list(desk.keeping.recorded)
        await pilot.press("f2")
        assert "How does the law see this" in seen(app)
        assert isinstance(desk.view, LessonView)
        assert desk.view.face.focus == 1
        assert desk.keeping.recorded == before
        await pilot.press("f2")
        assert "How does the law see this" in seen(app)
        assert "법은 이 일을 어떻게 볼까요" in seen(app)


async def test_an_answer_is_kept_before_its_reason_is_seen() -> None:
    app, desk = app_at("saved-never-opened")
    at_recording: list[str] = []
    record = desk.keeping.record

    def watch(event: object) -> None:
        at_recording.append(seen(app))
        record(event)

    desk.keeping.record = watch
    desk.view.session._record = watch
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        assert "한 번 더 생각해 봐요" in seen(app)
        assert "한 번 더 생각해 봐요" not in at_recording[0]
        assert desk.keeping.recorded[-1].happened is Happened.ANSWERED


async def test_wrong_then_right_then_on_by_keys() -> None:
    app, desk = app_at("saved-never-opened")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        assert "내가 고른 답" in seen(app)
        assert "맞는 답" not in seen(app)
        await pilot.press("right", "right", "right")
        assert "✓ 확실해요" in seen(app)
        await pilot.press("1")
        assert "맞는 답" in seen(app)
        await pilot.press("enter")
        assert desk.view.session.at == "two-who-looked"


async def test_backspace_takes_an_answer_back() -> None:
    app, desk = app_at("saved-never-opened")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "backspace")
        assert "내가 고른 답" not in seen(app)
        assert desk.view.session.state.given == ()


async def test_a_whole_lesson_ends_with_what_one_can_do() -> None:
    app, desk = app_at(language="en")
    lesson, _faults = desk.course.lesson(LESSON)
    desk.open(LessonView(desk, lesson))
    async with app.run_test(size=(80, 24)) as pilot:
        for _card in lesson.deck:
            await pilot.press("0")
        assert isinstance(desk.view, EndView)
        assert "What you can do now" in seen(app)
        assert "It is never your fault." in seen(app)


async def test_enter_leads_from_blank_to_blank_before_everything_has_a_place() -> None:
    app, _desk = app_at("act-and-law")
    async with app.run_test(size=(80, 24)) as pilot:
        walked = []
        for _time in range(5):
            walked.append(next(row for row in seen(app).splitlines() if row.startswith("  >")))
            await pilot.press("enter")
        assert len(set(walked[:4])) == 4
        assert walked[4] == walked[0]


@pytest.mark.parametrize(("guide", "language"), [("README.md", "en"), ("README.ko.md", "ko")])
async def test_the_guide_shows_the_first_page_as_it_is(guide: str, language: str) -> None:
    shown = (Path(__file__).parents[2] / guide).read_text(encoding="utf-8")
    app, _desk = app_at(language=language)
    async with app.run_test(size=(80, 24)):
        lines = [line.rstrip() for line in seen(app).splitlines()]
        assert "\n".join(lines).rstrip() in shown
