"""What the tests of every room share: a small good course, a home of their own, and the words of the interface compiled."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, settings

from safeclass.course.course import Course
from safeclass.course.fault import Fault, NoCourse
from safeclass.course.lesson import Lesson
from safeclass.course.rules.registries import check_registries
from safeclass.language import LOCALE_FOLDER
from safeclass.language.build import compile_catalogues

SMALL_COURSE = Path(__file__).parent / "course" / "small_course"
"""A course of two lessons in two languages; `every-kind` holds a card of each of the twelve kinds."""

AROUND = Path(__file__).parent / "course" / "around"
"""Two files with questions before and after a course."""

settings.register_profile("rooms", deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("rooms")


def pytest_configure() -> None:
    """Compile the catalogues where they are older than their source, so that Korean is said as a learner reads it."""
    sources = LOCALE_FOLDER.glob("*/LC_MESSAGES/*.po")
    compiled = ((source, source.with_suffix(".mo")) for source in sources)
    if any(not made.is_file() or made.stat().st_mtime < source.stat().st_mtime for source, made in compiled):
        compile_catalogues(LOCALE_FOLDER)


@pytest.fixture(scope="session", autouse=True)
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Settings and progress of the tests, apart from those of whoever runs them."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SAFECLASS_HOME", str(home))
        patch.delenv("PYTHONUNBUFFERED", raising=False)  # people have it not, and it hides what a stream could not write
        yield home


@pytest.fixture
def course_folder(tmp_path: Path) -> Path:
    """A copy of the small course, to be broken at will."""
    folder = tmp_path / "course"
    shutil.copytree(SMALL_COURSE, folder)
    return folder


@pytest.fixture
def framed_folder(course_folder: Path) -> Path:
    """A copy of the small course with questions before and after it, to be broken at will."""
    for file in AROUND.iterdir():
        shutil.copy(file, course_folder / "lessons")
    course = course_folder / "course.yaml"
    course.write_text(course.read_text(encoding="utf-8") + "opening: before\nclosing: after\n", encoding="utf-8")
    return course_folder


@pytest.fixture(scope="session")
def leave_only() -> Callable[[Path, str], None]:
    """Takes every language but one out of each file of a course."""

    def left(thing: object, others: set[str]) -> object:
        if isinstance(thing, dict):
            return {key: left(value, others) for key, value in thing.items() if key not in others}
        return [left(part, others) for part in thing] if isinstance(thing, list) else thing

    def leave(folder: Path, language: str) -> None:
        languages = set(yaml.safe_load((folder / "course.yaml").read_text(encoding="utf-8"))["languages"])
        for path in folder.rglob("*.yaml"):
            things = left(yaml.safe_load(path.read_text(encoding="utf-8")), languages - {language})
            path.write_text(yaml.safe_dump(things, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")

    return leave


@pytest.fixture(scope="session")
def small_course() -> Course:
    """The small course, opened; not to be changed."""
    return Course(SMALL_COURSE)


@pytest.fixture(scope="session")
def every_kind(small_course: Course) -> Lesson:
    """The lesson with a card of each kind."""
    lesson, faults = small_course.lesson("every-kind")
    assert lesson is not None
    assert not faults
    return lesson


@pytest.fixture(scope="session")
def faults_in() -> Callable[[Path], list[Fault]]:
    """Everything that keeps a course in a folder from being read and played; what else could be better is not told."""

    def told(folder: Path) -> list[Fault]:
        try:
            course = Course(folder)
        except NoCourse as no_course:
            return no_course.faults
        course.registries.readings = {}
        registry = course.registry
        names = {f"lessons/{lesson}.yaml" for lesson in course.lesson_ids} | set(course.files())
        lessons = (course.lesson(name.removeprefix("lessons/").removesuffix(".yaml"))[1] for name in sorted(names))
        return [
            *course.faults,
            *check_registries(registry, course.registries.place_in),
            *(fault for faults in lessons for fault in faults),
        ]

    return told
