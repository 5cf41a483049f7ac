"""The app itself, with real key events and clicks, without a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import desk_for
from scenes import LESSON, at_card

from safeclass.course.course import Course, shipped
from safeclass.course.text import Id
from safeclass.session.event import Event, Happened
from safeclass.tui.app import SafeClassApp
from safeclass.tui.desk import Desk
from safeclass.tui.frame import Body
from safeclass.tui.views.cover import CoverView
from safeclass.tui.views.end import EndView
from safeclass.tui.views.entry import EntryView
from safeclass.tui.views.glossary import GlossaryView
from safeclass.tui.views.help import HelpView
from safeclass.tui.views.home import HomeView
from safeclass.tui.views.lesson import LessonView, open_lesson
from safeclass.tui.views.pause import PauseView
from safeclass.tui.views.progress import ProgressView
from safeclass.tui.views.settings import SettingsView
from safeclass.tui.views.sources import SourcesView
from safeclass.tui.views.then_and_now import ThenAndNowView


def app_at(card: str | None = None, keys: str = "", language: str = "ko") -> tuple[SafeClassApp, Desk]:
    desk = desk_for(language)
    desk.open(HomeView(desk))
    if card is not None:
        at_card(desk, LESSON, card, keys)
    return SafeClassApp(desk), desk


def seen(app: SafeClassApp) -> str:
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())


async def test_a_sensitive_lesson_begins_with_a_choice_and_a_summary_can_be_read_instead() -> None:
    app, desk = app_at()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert isinstance(desk.view, EntryView)
        assert "건너뛰어도 돼요" in seen(app)
        await pilot.press("2")
        assert "요약" in seen(app)
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


async def test_the_screen_may_become_tiny_and_large_again() -> None:
    app, _desk = app_at("act-and-law")
    async with app.run_test(size=(80, 24)) as pilot:
        for size in ((10, 5), (1, 1), (200, 60), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "짝짓기" in seen(app)


async def test_questions_met_again_are_those_that_surprised_and_nothing_of_it_is_kept() -> None:
    app, desk = app_at("everyone-the-same", "1 right right right")
    desk.go_home()
    async with app.run_test(size=(80, 24)) as pilot:
        before = list(desk.keeping.recorded)
        await pilot.press("f5")
        assert "다시 만나기" in seen(app)
        await pilot.press("1")
        assert "동의 없이 성적으로 합성한 것을 본" in seen(app)
        await pilot.press("2", "enter")
        assert isinstance(desk.view, ProgressView)
        assert desk.keeping.recorded == before


async def test_a_lesson_that_was_finished_offers_the_choice_again() -> None:
    app, desk = app_at()
    desk.keeping.record(Event(Happened.STARTED, LESSON))
    desk.keeping.record(Event(Happened.FINISHED, LESSON))
    async with app.run_test(size=(80, 24)) as pilot:
        open_lesson(desk, LESSON)
        await pilot.press("down")
        assert isinstance(desk.view, EntryView)


async def test_the_questions_before_the_course_are_offered_and_the_first_lesson_is_still_one_key_away() -> None:
    app, desk = app_at()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "수업을 시작하기 전에" in seen(app)
        await pilot.press("enter")
        assert desk.view.lesson.lesson == desk.course.lesson_ids[0]
        await pilot.press("escape")
        for keys in (["0"], ["up", "enter"]):
            await pilot.press(*keys)
            assert isinstance(desk.view, EntryView)
            assert desk.view.lesson.lesson == "before-the-course"
            await pilot.press("escape")
        await pilot.press("down")
        assert desk.view.focus == 0
        row = next(zone.row for zone in app.query_one(Body).sheet.zones if zone.key == "0")
        await pilot.click("#body", offset=(10, row))
        assert isinstance(desk.view, EntryView)


async def test_from_the_questions_before_to_both_answers_side_by_side() -> None:
    app, desk = app_at(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("0", "1", *["1", "enter"] * 10)
        assert isinstance(desk.view, EndView)
        await pilot.press("enter")
        assert "Before the lessons" not in seen(app), "answered: no longer offered"
        for lesson in desk.course.lesson_ids[:8]:
            desk.keeping.record(Event(Happened.STARTED, lesson))
            desk.keeping.record(Event(Happened.FINISHED, lesson))
        desk.go_home()
        await pilot.press("f2", "f2", "f2", "0", "1", *["0"] * 8, "3", "enter", "3", "enter")
        assert isinstance(desk.view, ThenAndNowView)
        for _question in range(8):
            assert "It was never sent" in seen(app) or desk.view.index
            assert "Left open. That is fine." in seen(app)
            await pilot.press("f3")
            assert isinstance(desk.view, SourcesView)
            await pilot.press("f3", "enter")
        assert "I'd say something right there" in seen(app)
        assert "Why" not in seen(app)
        await pilot.press("9")
        assert "Why" in seen(app)
        await pilot.press("enter", "enter", "enter")
        assert isinstance(desk.view, EndView)
        assert "Ask who will know before you ask for help." in seen(app)
        await pilot.press("enter", "0")
        assert isinstance(desk.view, ThenAndNowView)
        await pilot.press("escape")
        assert isinstance(desk.view, HomeView)


async def test_leaving_all_questions_open_ends_without_a_look_back() -> None:
    app, desk = app_at(language="en")
    async with app.run_test(size=(80, 24)) as pilot:
        open_lesson(desk, "after-the-course")
        await pilot.press("1", *["0"] * 10)
        assert isinstance(desk.view, EndView)


async def test_both_answers_of_a_file_that_does_not_open_any_more_are_told_calmly(framed_folder: Path) -> None:
    desk = desk_for("en", course=Course(framed_folder))
    desk.keeping.record(Event(Happened.STARTED, Id("after")))
    desk.keeping.record(Event(Happened.FINISHED, Id("after")))
    (framed_folder / "lessons" / "after.yaml").write_text("lesson: [", encoding="utf-8")
    desk.open(HomeView(desk))
    app = SafeClassApp(desk)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("0")
        assert "This lesson did not open." in seen(app)
        await pilot.press("enter")
        assert isinstance(desk.view, HomeView)


async def test_a_course_without_lessons_can_be_walked_and_left(framed_folder: Path) -> None:
    for units in ("opening: before\nunits: []", "units: []"):
        words = 'course: small\ntitle: {ko: "작은 수업", en: "A small course"}\nlanguages: {ko: "한국어", en: "English"}\n'
        (framed_folder / "course.yaml").write_text(f"{words}{units}\n", encoding="utf-8")
        desk = desk_for("en", course=Course(framed_folder))
        app = SafeClassApp(desk)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("down", "up", "down", "enter", "right", "1", "0", "escape", "up", "down")
            assert "SafeClass" in seen(app)
            assert not app.is_crashed


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
