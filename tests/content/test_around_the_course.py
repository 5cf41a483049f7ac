"""The ten questions before the course and the ten after it: parallel, fair, without a score, and about oneself without a key."""

from __future__ import annotations

from collections import Counter

import pytest
from course_parts import COURSE, LANGUAGES, WORDING, lesson

from safeclass.course.card import Card, identity
from safeclass.course.lesson import Lesson
from safeclass.course.picking import Attitude, Choice
from safeclass.language.cells import width

BEFORE, AFTER = lesson(COURSE.opening or ""), lesson(COURSE.closing or "")
PAIRS = [
    (first, next(card for card in AFTER.deck if getattr(card, "parallel", None) == identity(first))) for first in BEFORE.deck
]
NAMES = ("은수", "나루", "다온", "유진", "해솔", "지오", "가람", "이루", "새봄", "노아")
DOING = {"file-in-the-chat", "asked-to-edit", "saebom-tells-naru"}
"""What one would do: seen in a chat, asked to edit a photo, a friend tells."""

every_pair = pytest.mark.parametrize(("first", "second"), PAIRS, ids=[identity(first) for first, _second in PAIRS])
both_files = pytest.mark.parametrize("whole", [BEFORE, AFTER], ids=["before", "after"])


def test_five_of_knowledge_three_of_doing_and_two_about_oneself() -> None:
    assert Counter(type(card) for card in BEFORE.deck) == {Choice: 8, Attitude: 2}
    assert {identity(card) for card in BEFORE.deck} >= DOING
    assert len(PAIRS) == len(BEFORE.deck) == len(AFTER.deck) == 10


def test_nothing_is_taught_between_them() -> None:
    assert (BEFORE.cards, BEFORE.closing, AFTER.opening, AFTER.cards) == ((), (), (), ())
    assert BEFORE.deck == BEFORE.opening
    assert AFTER.deck == AFTER.closing


@every_pair
def test_a_pair_is_of_one_kind_and_tells_another_story(first: Card, second: Card) -> None:
    assert type(first) is type(second)
    for language in LANGUAGES:
        asked = [card.ask[language] for card in (first, second) if isinstance(card, Choice | Attitude)]
        assert len(set(asked)) == 2
    if isinstance(first, Attitude) and isinstance(second, Attitude):
        assert [view.id for view in first.options] == [view.id for view in second.options], "so that both answers compare"
    else:
        told = [{name for name in NAMES if name in card.ask["ko"]} for card in (first, second) if isinstance(card, Choice)]
        assert told[0] != told[1] or identity(first) in ("shared-at-thirteen", "saebom-tells-naru")


@both_files
def test_nobody_is_asked_how_sure_they_are(whole: Lesson) -> None:
    assert all(getattr(card, "about", None) is None for card in whole.deck)


@both_files
@pytest.mark.parametrize("language", LANGUAGES)
def test_options_are_of_like_length(whole: Lesson, language: str) -> None:
    for card in whole.deck:
        if isinstance(card, Choice):
            cells = [width(WORDING.plain(option.text, language)) for option in card.options]
            assert max(cells) <= 1.3 * min(cells), (identity(card), cells)


@both_files
def test_the_right_one_of_three_stands_in_every_place(whole: Lesson) -> None:
    cards = [card for card in whole.deck if isinstance(card, Choice)]
    assert all(len(card.options) == 3 for card in cards)
    places = Counter([option.right for option in card.options].index(True) for card in cards)
    assert all(2 <= places[place] <= 4 for place in range(3))


@both_files
def test_they_begin_with_one_calm_line_and_say_that_there_is_no_score(whole: Lesson) -> None:
    note, summary = whole.note, whole.summary
    assert note is not None
    assert "점수는 없" in note["ko"]
    assert "no score" in note["en"]
    assert summary is not None
    assert all("{fault}" in summary[language] for language in LANGUAGES)
