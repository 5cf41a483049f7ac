"""The preview as its author sees it, kept as text. After a change that is meant, write it anew with UPDATE_SCREENS=1."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from looking import desk_for
from previewing import Author

from safeclass.tui.preview.pupil_screen import pupil_screen
from safeclass.tui.preview.rehearsal import Rehearsed
from safeclass.tui.views.lesson import LessonView

FOLDER = Path(__file__).parents[1] / "screens"

KEYS = {
    "preview-entry": "",
    "preview-card": "f8 f8",
    "preview-fault": "f8 f8 f8",
    "preview-broken-card": "f8 f8 f8 f8",
    "preview-frame": "f8 f8 f8 f6",
    "preview-faults": "f5",
    "preview-answers": "f8 f8 f8 f9",
}
"""The keys that lead to each screen."""

VIEWS = [
    *((name, language, (80, 24)) for name in KEYS for language in ("ko", "en")),
    *((name, "both", (120, 40)) for name in KEYS),
    ("preview-frame", "ko", (120, 30)),
    ("preview-fault", "ko", (40, 24)),
    ("preview-fault", "en", (60, 18)),
]


def compare(seen: str, name: str) -> None:
    kept = FOLDER / f"{name}.txt"
    if os.environ.get("UPDATE_SCREENS"):
        kept.write_text(seen, encoding="utf-8")
    assert seen == kept.read_text(encoding="utf-8"), f"{kept.name} looks different"


@pytest.mark.parametrize(("name", "language", "size"), VIEWS)
async def test_the_preview_is_as_it_was_looked_at(name: str, language: str, size: tuple[int, int], course_folder: Path) -> None:
    author = Author(course_folder)
    author.edit("No answer is a yes.", "No answer is a yes!")
    author.edit("  - choice: may-edit\n", "  - choice: may-edit\n    colour: red\n")
    author = Author(course_folder, language=language)
    async with author.app.run_test(size=size) as pilot:
        await pilot.press(*KEYS[name].split())
        compare(author.screen(), f"{name}-{language}-{size[0]}x{size[1]}")


async def test_what_was_saved_last_does_not_open(course_folder: Path) -> None:
    author = Author(course_folder)
    author.app.rehearsal.show("silence")
    async with author.app.run_test(size=(80, 24)):
        author.file.write_text("lesson: [", encoding="utf-8")
        await author.sees(lambda: author.proof.lesson is None)
        compare(author.screen(), "preview-kept-ko-80x24")


def test_no_snapshot_is_left_of_a_preview_that_is_gone() -> None:
    expected = {f"{name}-{language}-{columns}x{rows}.txt" for name, language, (columns, rows) in VIEWS}
    assert {path.name for path in FOLDER.glob("preview-*")} == expected | {"preview-kept-ko-80x24.txt"}


async def framed(author: Author, size: tuple[int, int]) -> list[str]:
    """The lines of the screen once the frame of a pupil's screen is shown around a card."""
    author.app.rehearsal.show("only-kept")
    async with author.app.run_test(size=size) as pilot:
        await pilot.press("f6")
        return author.screen().splitlines()


async def test_the_frame_holds_the_screen_of_a_pupil_to_the_last_cell(course_folder: Path) -> None:
    author = Author(course_folder)
    large = await framed(author, (120, 40))
    pupil = pupil_screen(author.desk.view, author.desk).lines()
    top = next(row for row, line in enumerate(large) if row > 2 and "나가기 Exit" in line)
    inside = [line[20:] for line in large[top : top + 24]]
    assert [line.rstrip() for line in inside] == [line.rstrip() for line in pupil]
    assert len(pupil) == 24


async def test_at_80x24_the_frame_is_the_screen_that_the_learners_app_draws(course_folder: Path) -> None:
    author = Author(course_folder)
    in_preview = await framed(author, (80, 24))
    from safeclass.tui.app import SafeClassApp
    from safeclass.tui.views.home import HomeView

    desk = desk_for("ko", course=author.desk.course)
    desk.keeping = Rehearsed()
    lesson, _faults = desk.course.lesson("every-kind")
    assert lesson is not None
    desk.views[:] = [HomeView(desk), LessonView(desk, lesson, author.desk.view.session)]
    app = SafeClassApp(desk)
    async with app.run_test(size=(80, 24)):
        strips = app.screen._compositor.render_strips()
        shown = ["".join(segment.text for segment in strip).rstrip() for strip in strips]
    assert in_preview == shown


async def test_a_page_longer_than_the_frame_scrolls_in_it(course_folder: Path) -> None:
    author = Author(course_folder)
    author.edit(
        "        갖고 있는 것도\n",
        "\n\n".join(f"        {number}번째 문단이에요." for number in range(30)) + "\n\n        갖고 있는 것도\n",
    )
    author = Author(course_folder)
    author.app.rehearsal.show("what-the-law-says")
    async with author.app.run_test(size=(120, 30)) as pilot:
        await pilot.press("f6")
        assert "0번째 문단" in author.screen()
        assert "29번째 문단" not in author.screen()
        for _page in range(6):
            await pilot.press("enter")
            if "29번째 문단" in author.screen():
                break
        assert "29번째 문단" in author.screen()
        assert author.app.rehearsal.here == "what-the-law-says"
