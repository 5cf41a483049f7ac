"""What the app offers beside lessons: questions before and after the course, what is worth meeting again, and an empty course."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import desk_for, screen_text
from running import app_at, seen
from scenes import LESSON

from safeclass.course.channels import NO_LIST
from safeclass.course.course import Course
from safeclass.course.text import Id
from safeclass.language import translate
from safeclass.session.event import Event, Happened
from safeclass.store.fault import FaultKind, StoreFault
from safeclass.tui.app import SafeClassApp
from safeclass.tui.frame import Body
from safeclass.tui.views.end import EndView
from safeclass.tui.views.entry import EntryView
from safeclass.tui.views.help import HelpView
from safeclass.tui.views.home import HomeView
from safeclass.tui.views.lesson import open_lesson
from safeclass.tui.views.notice import NoticeView
from safeclass.tui.views.progress import ProgressView
from safeclass.tui.views.sources import SourcesView
from safeclass.tui.views.then_and_now import ThenAndNowView


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


async def test_a_question_that_left_its_lesson_is_not_met_again() -> None:
    app, desk = app_at()
    desk.keeping.record(Event(Happened.STARTED, LESSON))
    desk.keeping.record(Event(Happened.ANSWERED, LESSON, Id("gone-since"), (Id("x"),), right=False))
    desk.keeping.record(Event(Happened.RATED, LESSON, Id("gone-since"), sure=3))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        assert "다시 만나기" in seen(app)
        await pilot.press("1")
        assert isinstance(desk.view, ProgressView)
        assert "다시 만나기" not in seen(app)


async def test_how_many_are_met_again_is_told_in_both_languages() -> None:
    app, desk = app_at("everyone-the-same", "1 right right right", language="both")
    desk.go_home()
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        assert "Meet 1 question again" in seen(app)


async def test_what_was_deleted_is_not_shown_any_more() -> None:
    app, desk = app_at("everyone-the-same", "1 right right right")
    desk.go_home()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        assert "다시 만나기" in seen(app)
        await pilot.press("f8", "2")
        assert "모두 지웠어요" in seen(app)
        await pilot.press("escape", "f5")
        assert "다시 만나기" not in seen(app)


async def test_behind_what_was_deleted_lies_the_first_page() -> None:
    app, desk = app_at("everyone-the-same", "1")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5", "f8", "2")
        assert "모두 지웠어요" in seen(app)
        await pilot.press("escape")
        assert isinstance(desk.view, HomeView)
        assert "이어서" not in seen(app)
        await pilot.press("escape")
        assert isinstance(desk.view, HomeView)


async def test_it_is_not_said_to_be_deleted_where_it_could_not_be() -> None:
    app, desk = app_at()
    trouble = StoreFault(FaultKind.LOCKED, is_forgetting=True).message

    def fail(lesson: str | None = None) -> bool:
        desk.keeping.notices.append(trouble)
        return False

    desk.keeping.forget = fail
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5", "f8", "2")
        assert isinstance(desk.view, NoticeView)
        await pilot.press("enter")
        assert "모두 지웠어요" not in seen(app)
        assert "모두 지울까요" in seen(app)


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


@pytest.mark.parametrize("language", ["ko", "en", "both"])
@pytest.mark.parametrize("columns", [30, 40, 80])
def test_without_a_list_of_channels_two_numbers_stand_whole_in_each_language(
    framed_folder: Path, language: str, columns: int
) -> None:
    (framed_folder / "channels.yaml").write_text("[", encoding="utf-8")
    desk = desk_for(language, course=Course(framed_folder))
    desk.open(HomeView(desk))
    desk.open(HelpView(desk))
    shown = " ".join(screen_text(desk, columns, 24).split())
    for spoken in desk.words.shown:
        for number in ("112", "117"):
            assert number in shown
        assert all(word in shown for word in translate(NO_LIST[0], spoken).split())
    assert "F3" not in shown


async def test_after_deleting_help_still_opens() -> None:
    app, _desk = app_at()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5", "f8", "2")
        assert "모두 지웠어요" in seen(app)
        await pilot.press("f1")
        assert "누가 알게 되나요" in seen(app)
        await pilot.press("escape", "enter")
        assert "천천히 해도 괜찮아요" in seen(app)


async def test_the_sign_for_under_way_is_explained_where_it_stands_and_nowhere_else() -> None:
    app, desk = app_at()
    desk.keeping.record(Event(Happened.STARTED, desk.course.opening))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        assert "~" not in seen(app)
        desk.keeping.record(Event(Happened.STARTED, LESSON))
        await pilot.press("escape", "f5")
        assert seen(app).count("~") == 2


async def test_the_letter_for_going_back_counts_nothing() -> None:
    app, desk = app_at()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f1", "b")
        assert isinstance(desk.view, HelpView)
        assert desk.view.focus == 0
        await pilot.press("9")
        assert desk.view.focus == 8
