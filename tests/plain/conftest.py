"""What the tests of plain mode share: going straight to a card of each kind."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playing import Played, played

from safeclass.course.card import identity
from safeclass.course.course import Course
from safeclass.course.lesson import Lesson

PlayAt = Callable[..., Played]


@pytest.fixture
def at(small_course: Course, every_kind: Lesson) -> PlayAt:
    """Play lines from the moment a card is reached: those before it are passed over."""

    def play_at(card: str, *lines: str, language: str = "en") -> Played:
        before = [identity(found) for found in every_kind.deck].index(card)
        done = played(small_course, "every-kind", "1", *[""] * before, *lines, language=language)
        assert done.status == 0
        assert f"{before + 1}/{len(every_kind.deck)}  " in done.text
        done.text = done.after(f"{before + 1}/{len(every_kind.deck)}  ")
        return done

    return play_at
