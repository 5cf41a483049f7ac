"""A lesson is put into course.yaml without touching what its author wrote, or not at all."""

from __future__ import annotations

import pytest

from safeclass.course.listing import with_lesson
from safeclass.course.template import lesson_template

HEAD = 'course: a  # 우리 과정\ntitle: {ko: "가", en: "a"}\nlanguages: {ko: "한국어", en: "English"}\nunits:\n'
UNIT = '- unit: ask  # first\n  title: {ko: "묻기", en: "Ask"}\n'
OTHER = '- unit: tell\n  title: {ko: "말하기", en: "Tell"}\n  lessons: [three]\n'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  lessons: [one, two]  # 두 개\n", "  lessons: [one, two, new]  # 두 개\n"),
        ("  lessons: [one, ]\n", "  lessons: [one, new, ]\n"),
        ("  lessons: [ one ]\n", "  lessons: [ one, new ]\n"),
        ("  lessons: [one,\n    two]\n", "  lessons: [one,\n    two, new]\n"),
        ("  lessons:\n  - one\n  - two  # 둘째\n", "  lessons:\n  - one\n  - two  # 둘째\n  - new\n"),
        ("  lessons:\n      - one\n\n", "  lessons:\n      - one\n      - new\n\n"),
        ('  lessons: ["one", "two"]\n', '  lessons: ["one", "two", new]\n'),
        ("  lessons: [one]\r\n", "  lessons: [one, new]\r\n"),
        ("  lessons:\r\n  - one\r\n", "  lessons:\r\n  - one\r\n  - new\r\n"),
    ],
)
@pytest.mark.parametrize("order", [(UNIT, OTHER), (OTHER, UNIT)])
def test_one_lesson_more_and_every_other_sign_stays(before: str, after: str, order: tuple[str, str]) -> None:
    def written(lessons: str) -> bytes:
        return (HEAD + "".join(unit + (lessons if unit == UNIT else "") for unit in order)).encode()

    assert with_lesson(written(before), "ask", "new") == written(after)


def test_a_last_line_without_an_end_is_one_line_all_the_same() -> None:
    data = (HEAD + UNIT + "  lessons:\n  - one").encode()
    assert with_lesson(data, "ask", "new") == data + b"\n  - new\n"


@pytest.mark.parametrize(
    "lessons",
    [
        "  lessons: []\n",
        "  lessons: one\n",
        "",
        "  lessons: [on\n",
        "  lessons: [two words]\n",
    ],
)
def test_what_is_not_safe_is_not_done(lessons: str) -> None:
    assert with_lesson((HEAD + UNIT + lessons).encode(), "ask", "new") is None


def test_a_unit_that_is_not_there_has_no_place_for_a_lesson() -> None:
    assert with_lesson((HEAD + OTHER).encode(), "ask", "new") is None
    assert with_lesson(b"\xff", "ask", "new") is None


@pytest.mark.parametrize("languages", [("ko", "en"), ("en", "ko"), ("ko",), ("en",), ("ko", "en", "vi")])
@pytest.mark.parametrize("is_sensitive", [True, False])
def test_a_new_lesson_is_written_in_the_languages_of_its_course(languages: tuple[str, ...], is_sensitive: bool) -> None:
    from safeclass.course.lesson import Lesson
    from safeclass.course.reading import Reading

    text = lesson_template("asking", languages, ("112", "school"), is_sensitive=is_sensitive)
    reading = Reading("lessons/asking.yaml", languages)
    lesson = reading.read(text.encode(), Lesson)
    assert reading.faults == []
    assert lesson is not None
    assert tuple(lesson.title) == languages
    assert (lesson.note is not None) == is_sensitive
    assert [*lesson.turn_to] == ["112", "school"]
