"""A pupil's way through a lesson: help lines, what is passed over, and how deep the exit is, told from the app itself."""

from __future__ import annotations

import pytest
from previewing import Author

from safeclass.course.lesson import Lesson
from safeclass.tui.preview.leaving import count_keys
from safeclass.tui.preview.walk import Met, longest_without_help, walk
from safeclass.tui.views.entry import EntryView
from safeclass.tui.views.lesson import LessonView


def taken(author: Author, language: str = "ko", *, answers: bool) -> dict[str, Met]:
    again = Author(author.folder, author.file.stem, language)
    assert again.proof.lesson is not None
    return {met.card: met for met in walk(again.desk, again.proof.lesson, answers=answers)}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_help_line_is_a_help_card_a_channel_or_that_it_is_never_ones_fault(author: Author, language: str) -> None:
    met = taken(author, language, answers=False)
    assert met["what-the-law-says"].helps
    assert not met["may-post"].helps
    author.edit("다른 일이에요.", "다른 일이에요. {112}")
    author.edit("It is another thing.", "It is another thing. {112}")
    assert not taken(author, language, answers=False)["may-post"].helps, "a reason is seen only after answering"
    assert taken(author, language, answers=True)["may-post"].helps
    author.edit("은수는 찍어도 된다고 했어요.", "은수는 찍어도 된다고 했어요. {1366}")
    author.edit("Eunsu said yes to a photo.", "Eunsu said yes to a photo. {1366}")
    assert taken(author, language, answers=False)["may-post"].helps


def test_the_reason_of_what_was_not_picked_does_not_count(author: Author) -> None:
    author.edit("찍기에만 답했어요.", "찍기에만 답했어요. {112}")
    author.edit("The yes was for taking it.", "The yes was for taking it. {112}")
    assert not taken(author, answers=True)["may-post"].helps


def test_every_kind_of_card_is_walked_through_and_can_be_passed_over(author: Author, every_kind: Lesson) -> None:
    for answers in (True, False):
        met = taken(author, answers=answers)
        assert len(met) == len(every_kind.deck)
        assert all(card.can_skip for card in met.values())


def test_a_card_longer_than_the_screen_is_told(author: Author) -> None:
    assert not taken(author, answers=True)["what-the-law-says"].scrolls
    author.edit(
        "        갖고 있는 것도\n", "".join(f"        {number}번째예요.\n\n" for number in range(12)) + "        갖고 있는 것도\n"
    )
    assert taken(author, answers=True)["what-the-law-says"].scrolls


def test_harm_without_a_step_is_told_and_a_step_ends_it(author: Author) -> None:
    author.edit(
        "        갖고 있는 것도\n        **법**에 있어요.\n\n        {law-keep}\n\n        {fault}\n",
        "        누군가 협박했어요.\n",
    )
    found = taken(author, answers=True)["what-the-law-says"]
    assert (found.harms, found.steps, found.helps) == (True, False, False)
    author.edit("누군가 협박했어요.", "누군가 협박했어요. 어른에게 말해도 돼요.")
    assert taken(author, answers=True)["what-the-law-says"].steps


@pytest.mark.parametrize(
    ("helps", "longest"), [("", 0), ("x", 0), (".", 1), ("x..x...x.", 3), ("..x..", 2), ("...", 3), ("x....", 4)]
)
def test_the_longest_stretch_is_counted_between_help_lines_and_at_both_ends(helps: str, longest: int) -> None:
    met = [Met(f"card-{place}", helps=sign == "x") for place, sign in enumerate(helps)]
    assert len(longest_without_help(met)) == longest


def test_keys_to_leave_are_counted_in_the_app(author: Author) -> None:
    lesson = author.proof.lesson
    assert lesson is not None
    author.app.rehearsal.show("what-the-law-says")
    page = author.desk.view
    out = count_keys(author.desk, [EntryView(author.desk, lesson), page])
    assert out.places == 5
    assert out.depth == 4
    assert dict(out.keys) == {"Ctrl+Q": 1, "Esc": 3, "Tab Enter": 2}


def test_a_page_that_takes_every_key_cannot_keep_those_that_leave(author: Author) -> None:
    class Greedy(LessonView):
        def press(self, key: str) -> bool:
            return True

    assert author.proof.lesson is not None
    out = count_keys(author.desk, [Greedy(author.desk, author.proof.lesson)])
    assert dict(out.keys) == {"Ctrl+Q": 1, "Esc": 3, "Tab Enter": 2}
