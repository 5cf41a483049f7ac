"""The words of the law in plain mode: one letter, at any time, and then the question again."""

from __future__ import annotations

import pytest
from playing import played

from safeclass.course.course import Course
from safeclass.paths import shipped

FINE = "fine: Money that a court orders a person to pay as a criminal penalty."
ASKED = "Iru opened and watched it"
"""Words of the first question of the lesson."""


@pytest.mark.parametrize("letter", ["g", "G", "ㅎ"])
def test_a_letter_tells_every_word_and_the_question_is_told_again(letter: str) -> None:
    done = played(Course(shipped()), "looking-and-keeping", "1", letter)
    assert done.text.count(FINE) == 1
    before, _fine, after = done.text.partition(FINE)
    assert before.count(ASKED) == after.count(ASKED) == 1
    assert not done.keeping.answers("link-opened")


def test_in_two_languages_each_word_is_told_twice() -> None:
    lines = played(Course(shipped()), None, "g", language="both").paragraphs
    place = next(index for index, line in enumerate(lines) if line.startswith("보호처분: "))
    assert lines[place + 1].startswith("protective disposition: ")


def test_where_there_is_nothing_to_explain_that_is_said(small_course: Course) -> None:
    assert "There are no words to explain here." in played(small_course, "every-kind", "1", "g").text
