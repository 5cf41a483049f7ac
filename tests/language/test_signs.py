"""Words from anywhere are shown on one line, and nothing in them moves the cursor or turns the line round."""

from __future__ import annotations

import pytest

from safeclass.language.signs import clean


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("찍어도 돼?", "찍어도 돼?"),
        ("first\nsecond\tthird", "first second third"),
        ("\x1b[31mred\x07", "[31mred"),
        ("a\u202eb\u200bc", "abc"),
        ("half \ud800 a sign", "half  a sign"),
        ("", ""),
    ],
)
def test_only_what_can_be_seen_is_left_on_one_line(words: str, shown: str) -> None:
    assert clean(words) == shown
