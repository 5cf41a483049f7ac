"""Every lesson is taken to its end in a real terminal: in both languages, with arrows, digits, the mouse and Korean input on.

Each lesson is taken in both languages, and in each of them one way; the next lesson takes the other two ways. With THOROUGH=1
every lesson is taken in both languages every way.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from hands import HANDS
from lesson_start import take_lesson
from thorough import THOROUGH

from safeclass.course.course import Course
from safeclass.paths import shipped
from safeclass.session.progress import LessonProgress

LESSONS = Course(shipped()).ids
LANGUAGES = ("ko", "en")
WALKS = [
    (name, language, way)
    for place, name in enumerate(LESSONS)
    for turn, way in enumerate(HANDS)
    for language in LANGUAGES
    if THOROUGH or (place + turn) % 4 == 2 * LANGUAGES.index(language)
]

Taken = Mapping[str, "Future[tuple[LessonProgress, LessonProgress]]"]
"""The walks under way, by the name of the test that asks for each."""


@pytest.fixture(scope="module")
def taken(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Taken]:
    """Every walk that a test will ask for: begun at once and taken on all cores, which halves the time on two."""
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        calls = {item.name: item.callspec.params for item in request.session.items if item.path == request.path}
        yield {
            name: pool.submit(take_lesson, ways["name"], ways["language"], ways["way"], tmp_path_factory.mktemp("home"))
            for name, ways in calls.items()
        }
        pool.shutdown(cancel_futures=True)


@pytest.mark.parametrize(("name", "language", "way"), WALKS)
def test_a_lesson_is_taken_to_its_end(name: str, language: str, way: str, taken: Taken, request: pytest.FixtureRequest) -> None:
    kept, expected = taken[request.node.name].result()
    assert dict(kept.cards) == dict(expected.cards)
    assert kept == expected
    assert kept.finished == 1
