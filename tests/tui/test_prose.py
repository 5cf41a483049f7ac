"""Running text on a page: no language loses a paragraph, and what a fact cites itself is in its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from looking import desk_for, screen_text
from scenes import at_card

from safeclass.course.course import Course
from safeclass.tui.views.sources import SourcesView

LESSON = Path("lessons") / "every-kind.yaml"


def replaced(path: Path, old: str, new: str) -> None:
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize(
    ("old", "new", "also"),
    [
        ("        {fault}\n    facts", "        {fault}\n\n        Call 112 first.\n    facts", "Call 112 first."),
        ("        **법**에 있어요.\n\n        {law-keep}\n", "        **법**에 있어요.\n", "up to 3 years in prison"),
    ],
    ids=["one more in English", "no fact in Korean"],
)
def test_a_language_with_more_paragraphs_keeps_them_all(columns: int, old: str, new: str, also: str, course_folder: Path) -> None:
    replaced(course_folder / LESSON, old, new)
    desk = desk_for("both", course=Course(course_folder))
    at_card(desk, "every-kind", "what-the-law-says")
    assert also in " ".join(screen_text(desk, columns, 60).split())


def test_a_value_that_cites_another_one_is_told_in_full(course_folder: Path) -> None:
    replaced(course_folder / "facts.yaml", 'ko: "3년 이하 징역', 'ko: "{law-keep.years} 이하 징역')
    replaced(course_folder / "facts.yaml", 'en: "up to 3 years in', 'en: "up to {law-keep.years} in')
    desk = desk_for("both", course=Course(course_folder))
    view = at_card(desk, "every-kind", "what-the-law-says")
    desk.open(SourcesView(desk, view.title(), view.facts()))
    for shown in (screen_text(desk, 120, 60), (desk.close(), screen_text(desk, 120, 60))[1]):
        assert "3년 이하 징역" in shown
        assert "up to 3 years in prison" in " ".join(shown.split())
        assert "{" not in shown
