"""Progress is the same after a way through JSON, and nonsense is known as such."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sitting import a_sitting
from test_keeping import EVENTS

from safeclass.session.event import Event
from safeclass.session.progress import CardProgress, Given, LessonProgress, fold
from safeclass.store.encoding import Row, decode, encode, event_of, row_of

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["cards", "given", "sure", "at", "format"]) | st.text(), inner)
    ),
)


@given(st.lists(EVENTS))
def test_progress_comes_back_the_same(events: list[Event]) -> None:
    progress = fold(events)
    assert decode(encode(progress)) == progress


@given(JSON, st.sampled_from(["", "at", "begun", "finished", "cards", "given", "sure"]))
def test_nonsense_is_refused_or_read_but_never_a_crash(nonsense: Any, where: str) -> None:
    whole: Any = json.loads(encode(fold(a_sitting())))
    if not where:
        whole = nonsense
    elif where in whole:
        whole[where] = nonsense
    else:
        whole["cards"]["only-looked"][where] = nonsense
    read = decode(json.dumps(whole))
    assert read is None or decode(encode(read)) == read


def test_progress_of_another_form_is_refused() -> None:
    text = encode(fold(a_sitting()))
    assert decode(text) is not None
    assert decode(text.replace('"format":1', '"format":2')) is None


@pytest.mark.parametrize("text", ["", "{}", "null", "[" * 100_000, '{"format":1,"at":1,"begun":true,"finished":0,"cards":{}}'])
def test_what_was_never_written_is_refused(text: str) -> None:
    assert decode(text) is None


@pytest.mark.parametrize(
    "row",
    [
        ("lesson", "dreamt", None, "[]", None, None),
        ("lesson", "answered", "card", '"words"', 1, None),
        ("lesson", "answered", "card", "[1]", 1, None),
        ("lesson", "answered", "card", "[", 1, None),
    ],
)
def test_an_event_that_makes_no_sense_is_passed_over(row: Row) -> None:
    assert event_of(row) is None


def test_a_row_holds_the_whole_event() -> None:
    assert [event_of(row_of(event)) for event in a_sitting()] == a_sitting()


def test_every_part_of_progress_is_written() -> None:
    # A part added to the domain would be lost on the disk without a word: write it in encoding.py, and raise FORMAT.
    assert [field.name for field in fields(LessonProgress)] == ["cards", "at", "is_begun", "finished"]
    assert [field.name for field in fields(CardProgress)] == ["given", "sure", "skipped"]
    assert [field.name for field in fields(Given)] == ["answer", "right"]
    assert [field.name for field in fields(Event)] == ["happened", "lesson", "card", "answer", "right", "sure"]
