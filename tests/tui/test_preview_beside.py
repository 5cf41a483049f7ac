"""What a preview has beside the pages of the lesson: the list of faults, answers with their reasons, the end, the way out."""

from __future__ import annotations

from pathlib import Path

import pytest
from previewing import Author, at

from safeclass.tui.preview.answers import AnswersView
from safeclass.tui.preview.faults import FaultsView
from safeclass.tui.preview.rehearsal import Around
from safeclass.tui.views.lesson import LessonView


async def test_the_list_of_faults_leads_to_their_cards_and_follows_what_is_mended(author: Author) -> None:
    author.edit("A friend may not want it.", "A friend may not want it!")
    author.edit("어른에게 말하기", "어른에게 말하기!")
    author = Author(author.folder)
    app = author.app
    async with app.run_test(size=(80, 24)) as pilot:
        assert "고칠 곳 2개" in author.screen()
        await pilot.press("f5", "down", "enter")
        assert app.rehearsal.here == "friend-or-not"
        assert "'en' 글에 느낌표가 있어요" in author.screen()
        await pilot.press("f5")
        author.edit("A friend may not want it!", "A friend may not want it.")
        await author.sees(lambda: "고칠 곳 1개" in author.screen())
        assert isinstance(author.desk.view, FaultsView)
        await pilot.press("enter")
        assert app.rehearsal.here == "what-yujin-can-do"
        author.edit("어른에게 말하기!", "어른에게 말하기")
        await author.sees(lambda: "고칠 곳이 없어요" in author.screen())
        await pilot.press("f5")
        assert author.screen().count("고칠 곳이 없어요") == 2
        await pilot.press("f5")
        assert isinstance(author.desk.view, LessonView)


async def test_f9_shows_every_reason_of_every_kind_of_card(author: Author) -> None:
    app = author.app
    async with app.run_test(size=(80, 200)) as pilot:
        for card in author.proof.lesson.deck:
            at(author, getattr(card, type(card).__name__.lower()))
            await pilot.press("f9")
            assert isinstance(author.desk.view, AnswersView)
            shown = "".join(author.screen().split())
            for part in ("options", "items", "pairs", "bank"):
                for thing in getattr(card, part, ()):
                    why = getattr(thing, "why", None) or thing.reply
                    said = "".join(app.desk.wording.plain(why, "ko").split())
                    assert said in shown
            for node in getattr(card, "nodes", ()):
                assert node.node in shown
                assert all("".join(app.desk.wording.plain(way.text, "ko").split()) in shown for way in node.ways)
            await pilot.press("f9")
            assert isinstance(author.desk.view, LessonView)


async def test_answering_works_as_for_a_learner_and_the_end_takes_no_answer_away(author: Author) -> None:
    app = at(author, "may-post").app
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "enter")
        while app.rehearsal.here is not Around.END:
            await pilot.press("0")
        await pilot.press("enter")
        assert app.rehearsal.here is Around.END
        app.rehearsal.show("may-post")
        await pilot.press("down")
        assert "내가 고른 답" in author.screen() or "맞는 답" in author.screen()


async def test_the_questions_after_the_course_end_with_then_and_now(course_folder: Path) -> None:
    author = Author(course_folder)
    author.edit("languages:", "closing: after-all\nlanguages:", "course.yaml")
    words = author.file.read_text(encoding="utf-8").replace("lesson: every-kind", "lesson: after-all")
    (course_folder / "lessons" / "after-all.yaml").write_text(words, encoding="utf-8")
    author = at(Author(course_folder, "after-all"), "may-post")
    app = author.app
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2")
        while app.rehearsal.here is not Around.END:
            await pilot.press("f8")
        assert "한 번 더 물어요." in author.screen()
        author.edit("한 번 더 물어요.", "꼭 한 번 더 물어요.")
        await author.sees(lambda: "꼭 한 번 더" in author.screen())
        await pilot.press("f7")
        assert isinstance(author.desk.view, LessonView)


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 24)])
async def test_leaving_covers_the_preview_too(author: Author, size: tuple[int, int]) -> None:
    app = at(author, "only-kept").app
    covered: list[str] = []
    async with app.run_test(size=size) as pilot:
        leave = app.exit
        app.exit = lambda *args, **kwargs: (covered.append(author.screen()), leave(*args, **kwargs))
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert "2x1= 2" in covered[0]
    assert "이루" not in covered[0]
    assert "F5" not in covered[0]
    assert "1366" not in covered[0]
