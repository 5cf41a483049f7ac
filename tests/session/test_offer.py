"""What is offered beside the lessons: never in the way, and never before its time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from safeclass.course.course import Course
from safeclass.session.offer import Offer, lesson_of, offer_now
from safeclass.session.progress import LessonProgress

BEGUN, DONE = LessonProgress(is_begun=True), LessonProgress(finished=1)
AGAIN = LessonProgress(is_begun=True, finished=1)


@pytest.mark.parametrize(
    ("progress", "offered"),
    [
        ({}, Offer.BEFORE),
        ({"before": BEGUN}, Offer.BEFORE),
        ({"before": DONE}, None),
        ({"every-kind": BEGUN}, None),
        ({"before": DONE, "every-kind": BEGUN}, None),
        ({"every-kind": DONE}, Offer.AFTER),
        ({"before": DONE, "every-kind": DONE}, Offer.AFTER),
        ({"before": DONE, "every-kind": DONE, "after": BEGUN}, Offer.AFTER),
        ({"after": BEGUN}, Offer.AFTER),
        ({"before": DONE, "every-kind": DONE, "after": DONE}, Offer.BOTH),
        ({"after": DONE}, Offer.BOTH),
        ({"after": AGAIN}, Offer.AFTER),
    ],
)
def test_first_the_questions_before_then_those_after_half_of_the_lessons_then_both(
    progress: Mapping[str, LessonProgress], offered: Offer | None, framed_folder: Path
) -> None:
    assert offer_now(Course(framed_folder), progress) is offered


@pytest.mark.parametrize(("done", "offered"), [(2, None), (3, Offer.AFTER), (5, Offer.AFTER)])
def test_half_of_many_lessons_is_half_of_them(done: int, offered: Offer | None, framed_folder: Path) -> None:
    names = ["every-kind", "short-one", "third", "fourth", "fifth"]
    course = framed_folder / "course.yaml"
    words = course.read_text(encoding="utf-8").replace("[every-kind, short-one]", f"[{', '.join(names)}]")
    course.write_text(words, encoding="utf-8")
    short = (framed_folder / "lessons" / "short-one.yaml").read_text(encoding="utf-8")
    for name in names[2:]:
        (framed_folder / "lessons" / f"{name}.yaml").write_text(short.replace("short-one", name), encoding="utf-8")
    assert offer_now(Course(framed_folder), dict.fromkeys(names[:done], DONE)) is offered


def test_one_lesson_that_is_done_is_half_of_one(framed_folder: Path) -> None:
    course = framed_folder / "course.yaml"
    words = course.read_text(encoding="utf-8").replace("[every-kind, short-one]", "[short-one]")
    course.write_text(words, encoding="utf-8")
    assert offer_now(Course(framed_folder), {"short-one": DONE}) is Offer.AFTER


def test_a_course_without_such_questions_offers_nothing(small_course: Course) -> None:
    for progress in ({}, {"every-kind": DONE}, {"every-kind": DONE, "short-one": DONE}):
        assert offer_now(small_course, progress) is None


def test_an_offer_opens_the_file_that_the_course_names(framed_folder: Path) -> None:
    course = Course(framed_folder)
    assert [lesson_of(offer, course) for offer in (Offer.BEFORE, Offer.AFTER, Offer.BOTH)] == ["before", "after", None]


def test_what_is_offered_may_be_passed_over_and_says_so() -> None:
    assert [offer.line for offer in Offer] == [
        "A few questions first, if you like",
        "Questions like the first ones, if you like",
        "What you chose, side by side",
    ]


def test_a_course_without_lessons_has_nothing_to_look_back_on(framed_folder: Path) -> None:
    course = framed_folder / "course.yaml"
    words = course.read_text(encoding="utf-8").replace("[every-kind, short-one]", "[]")
    course.write_text(words, encoding="utf-8")
    assert offer_now(Course(framed_folder), {"before": DONE}) is None
