"""A lesson that is saved again and again while its preview is open: the real app, real files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from previewing import Author, at

from safeclass.course.card import SetAside
from safeclass.tui.preview.faults import FaultsView
from safeclass.tui.preview.rehearsal import Around
from safeclass.tui.views.entry import EntryView
from safeclass.tui.views.lesson import ClosedLessonView, LessonView


async def test_f7_and_f8_lead_through_everything_a_learner_meets_without_an_answer(author: Author) -> None:
    app, rehearsal = author.app, author.app.rehearsal
    async with app.run_test(size=(80, 24)) as pilot:
        met = [rehearsal.here]
        for _stop in range(len(rehearsal.stops)):
            await pilot.press("f8")
            met.append(rehearsal.here)
        assert met[:-1] == rehearsal.stops
        assert met[-1] == Around.END
        assert "이제 할 수 있는 것" in author.screen()
        for _stop in range(len(rehearsal.stops)):
            await pilot.press("f7")
        assert rehearsal.here is Around.ENTRY
        assert not any(card.given for card in author.desk.keeping.progress()["every-kind"].cards.values())


async def test_a_save_is_shown_at_the_same_card_with_the_answers_that_still_fit(author: Author) -> None:
    app = at(author, "only-kept").app
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1")
        assert "한 번 더 생각해 봐요" in author.screen()
        author.edit("이루는 갖고만 있었어요.", "이루는 그대로 갖고만 있었어요.")
        await author.sees(lambda: "그대로 갖고만" in author.screen())
        assert app.rehearsal.here == "only-kept"
        assert "한 번 더 생각해 봐요" in author.screen()
        author.edit("{id: nothing, text", "{id: none, text")
        await author.sees(lambda: "한 번 더 생각해 봐요" not in author.screen())
        assert app.rehearsal.here == "only-kept"


async def test_a_save_is_shown_in_the_summary_that_was_opened_from_the_choice(author: Author) -> None:
    app = author.app
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        assert app.rehearsal.here is Around.SUMMARY
        author.edit("묻고 답해요.", "먼저 묻고 답해요.")
        await author.sees(lambda: "먼저 묻고 답해요." in author.screen())
        assert app.rehearsal.here is Around.SUMMARY


async def test_a_card_that_did_not_change_stays_as_it_was_to_the_focus(author: Author) -> None:
    app = at(author, "what-yujin-can-do").app
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "down", "down")
        before = author.screen().splitlines()[:18]
        author.edit("친구라도 물어봐야 해요.", "친구라도 물어봐야 할까요?")
        shown = author.proof
        await author.sees(lambda: author.proof is not shown)
        assert author.screen().splitlines()[:18] == before
        await pilot.press("enter")
        assert author.desk.keeping.progress()["every-kind"].card("what-yujin-can-do").given


@pytest.mark.parametrize("keys", ["", "f1 pagedown", "f9", "f9 pagedown"])
async def test_a_save_leaves_every_page_where_it_was_scrolled_to(author: Author, keys: str) -> None:
    app = at(author, "what-yujin-can-do").app
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("1", "pagedown", *keys.split())
        before = [view.scrolled for view in author.desk.views]
        assert before[0]
        author.edit("친구라도 물어봐야 해요.", "친구라도 물어봐야 할까요?")
        shown = author.proof
        await author.sees(lambda: author.proof is not shown)
        assert [view.scrolled for view in author.desk.views] == before


@pytest.mark.parametrize("key", ["f2", "f5", "f6", "f7", "f8", "f9"])
async def test_any_key_leads_back_from_a_break_as_it_does_for_a_pupil(author: Author, key: str) -> None:
    app = at(author, "only-kept").app
    async with app.run_test(size=(80, 24)) as pilot:
        before = author.screen()
        await pilot.press("f4")
        assert author.screen() != before
        await pilot.press(key)
        assert author.screen() == before


async def test_a_scene_stays_entered_when_its_words_change(author: Author) -> None:
    app = author.app
    scene = next(card.scene for card in author.proof.lesson.deck if type(card).__name__ == "Scene")
    at(author, scene)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        page = author.desk.view
        assert isinstance(page, LessonView)
        said = page.session.moment.node.lines[0].text["ko"]
        author.edit(said, f"{said} 정말로")
        await author.sees(lambda: "정말로" in author.screen())


async def test_a_card_that_breaks_gives_way_to_a_notice_and_comes_back_mended(author: Author) -> None:
    app = at(author, "silence").app
    async with app.run_test(size=(80, 24)):
        author.edit("  - ox: silence\n", "  - ox: silence\n    colour: red\n")
        await author.sees(lambda: "카드 한 장을 열지 못했어요" in author.screen())
        page = author.desk.view
        assert isinstance(page, LessonView)
        assert isinstance(page.session.card, SetAside)
        assert "20번째 줄" in author.screen()
        author.edit("    colour: red\n", "")
        await author.sees(lambda: app.rehearsal.here == "silence")
        assert "고칠 곳이 없어요" in author.screen()


async def test_a_card_that_broke_is_found_by_its_id_when_cards_before_it_go(author: Author) -> None:
    app = at(author, "silence").app
    whole = author.file.read_text(encoding="utf-8")
    async with app.run_test(size=(80, 24)):
        author.edit("  - ox: silence\n", "  - ox: silence\n    colour: red\n")
        await author.sees(lambda: "카드 한 장을 열지 못했어요" in author.screen())
        start, end = whole.index("  - choice: may-post"), whole.index("  - ox: silence")
        author.file.write_text(whole[:start] + whole[end:], encoding="utf-8")
        await author.sees(lambda: "카드 한 장을 열지 못했어요" not in author.screen())
        assert app.rehearsal.here == "silence"


async def test_a_card_that_gets_another_id_or_moves_is_followed(author: Author) -> None:
    app = at(author, "silence").app
    async with app.run_test(size=(80, 24)):
        author.edit("parallel: silence", "parallel: may-post")
        author.edit("  - ox: silence\n", "  - ox: no-answer\n")
        await author.sees(lambda: app.rehearsal.here == "no-answer")
        words = author.file.read_text(encoding="utf-8")
        start, end = words.index("  - choice: may-post"), words.index("  - ox: no-answer")
        author.edit(words[start:end], "")
        await author.sees(lambda: len(author.proof.begins) and author.proof.begins[0][1] == "no-answer")
        assert app.rehearsal.here == "no-answer"
        assert "1/" in author.screen().splitlines()[0]


@pytest.mark.parametrize("data", [b"lesson: [", b"", b"\xff\xfe", b"lesson: every-kind\n", None])
async def test_a_file_that_opens_no_more_leaves_the_last_lesson_in_sight(author: Author, data: bytes | None) -> None:
    app = at(author, "only-kept").app
    kept = author.file.read_bytes()
    async with app.run_test(size=(80, 24)) as pilot:
        author.file.unlink() if data is None else author.file.write_bytes(data)
        await author.sees(lambda: author.proof.lesson is None)
        assert "이루는 갖고만 있었어요." in author.screen()
        assert "지금 파일은 열리지 않아요" in author.screen()
        await pilot.press("f8", "f7", "f5")
        assert isinstance(author.desk.view, FaultsView)
        await pilot.press("enter")
        author.file.write_bytes(kept)
        await author.sees(lambda: author.proof.lesson is not None)
        assert "고칠 곳이 없어요" in author.screen()
        assert app.rehearsal.here in ("only-kept", Around.ENTRY)


async def test_a_lesson_that_never_opened_opens_when_it_is_mended(course_folder: Path) -> None:
    file = course_folder / "lessons" / "every-kind.yaml"
    kept = file.read_bytes()
    file.write_bytes(b"lesson: [")
    author = Author(course_folder)
    async with author.app.run_test(size=(80, 24)) as pilot:
        assert isinstance(author.desk.view, ClosedLessonView)
        assert "이 수업을 열지 못했어요" in author.screen()
        await pilot.press("f8", "f9", "f9", "f6", "f6", "enter", "escape")
        file.write_bytes(kept)
        await author.sees(lambda: isinstance(author.desk.view, EntryView))


async def test_a_fact_that_is_edited_is_read_anew(author: Author) -> None:
    app = at(author, "what-the-law-says").app
    async with app.run_test(size=(80, 24)) as pilot:
        assert "3천만 원" in author.screen()
        await pilot.press("f3")
        author.edit("3년 이하 징역 또는 3천만 원 이하 벌금", "9년 이하 징역", "facts.yaml")
        await author.sees(lambda: "9년 이하 징역" in author.screen())
        await pilot.press("escape")
        assert "9년 이하 징역" in author.screen()
        author.edit("fact: law-keep", "fact: law-gone", "facts.yaml")
        await author.sees(lambda: "카드 한 장을 열지 못했어요" in author.screen())


async def test_a_lesson_and_its_course_may_lose_a_language(course_folder: Path) -> None:
    author = at(Author(course_folder, "short-one", "both"), "one-thought")
    async with author.app.run_test(size=(120, 30)) as pilot:
        assert "One thought" in author.screen()
        author.edit('languages: {ko: "한국어", en: "English"}', 'languages: {ko: "한국어"}', "course.yaml")
        await author.sees(lambda: author.proof.lesson is None)
        assert "One thought" in author.screen(), "the lesson that is kept in sight keeps its languages"
        author.file.write_text(re.sub(r', en: "[^"]*"', "", author.file.read_text(encoding="utf-8")), encoding="utf-8")
        await author.sees(lambda: author.proof.lesson is not None)
        await pilot.press("f2", "f5", "f9", "escape")
        assert "물어봐요." in author.screen()
        assert "One thought" not in author.screen()


async def test_a_new_language_in_the_course_leaves_the_lesson_in_sight_in_its_own(author: Author) -> None:
    app = at(author, "only-kept").app
    async with app.run_test(size=(80, 24)) as pilot:
        author.edit('en: "English"}', 'en: "English", vi: "Tieng Viet"}', "course.yaml")
        await author.sees(lambda: author.proof.lesson is None)
        for _language in range(4):
            await pilot.press("f2", "f1", "f1")
            assert "이루는" in author.screen() or "Iru" in author.screen()
