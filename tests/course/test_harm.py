"""Which sentences speak of something done to a person, and which of something that can be done about it."""

from __future__ import annotations

import pytest

from safeclass.course.harm import offers_a_step, speaks_of_harm


@pytest.mark.parametrize(
    ("language", "words", "harm", "step"),
    [
        ("ko", "누군가가 사진을 동의 없이 올렸어요.", True, False),
        ("ko", "선생님께 말해도 돼요.", False, True),
        ("ko", "은수가 사진을 봐요.", False, False),
        ("en", "Someone edited it without asking.", True, False),
        ("en", "Tell a teacher.", False, True),
        ("en", "Eunsu looks at a photo.", False, False),
        ("ko", "지오가 사진을 퍼뜨렸어요.", True, False),
        ("ko", "협박이 이어졌어요. 117에 알릴 수 있어요.", True, True),
        ("ko", "사진을 찍었어요.", False, False),
        ("en", "Somebody threatened Daon.", True, False),
        ("en", "They shared it without asking. You can tell an adult.", True, True),
        ("en", "Naru took a photo.", False, False),
        ("vi", "threat; tell someone", False, False),
        ("vi", "협박", False, False),
    ],
)
def test_harm_and_what_can_be_done_are_told_by_their_words(language: str, words: str, harm: bool, step: bool) -> None:
    assert (speaks_of_harm(words, language), offers_a_step(words, language)) == (harm, step)
