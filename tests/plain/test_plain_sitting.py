"""A sitting in plain lines: going back and on, taking back, languages, help, sources, a break."""

from __future__ import annotations

import pytest
from playing import played

from safeclass.course.channels import LIMITS, Status
from safeclass.course.course import Course
from safeclass.session.event import Happened


@pytest.mark.parametrize("undo", ["u", "ㅕ"])
def test_the_last_answer_is_taken_back(small_course: Course, undo: str) -> None:
    done = played(small_course, "every-kind", "1", "1", undo, "2")
    assert done.keeping.answers("may-post") == [("asked-once",), ("ask-again",)]
    assert done.text.count("May Naru post it?") == 2
    assert "2) Ask once more. (my answer, right answer)" in done.text


def test_an_answer_is_taken_back_while_sureness_is_asked(small_course: Course) -> None:
    done = played(small_course, "every-kind", "1", *[""] * 4, "1", "u", "2", "")
    assert done.keeping.answers("only-kept") == [("nothing",), ("covered",)]
    assert done.text.count("How sure were you?") == 2
    assert "Another look" not in done.text


def test_where_nothing_was_answered_there_is_nothing_to_take_back(small_course: Course) -> None:
    done = played(small_course, "every-kind", "1", "u")
    assert "There is nothing to take back on this card." in done.text
    assert done.keeping.count(Happened.UNDONE) == 0


@pytest.mark.parametrize("back", ["9", "b", "ㅠ", "９"])
def test_one_goes_a_card_back(small_course: Course, back: str) -> None:
    done = played(small_course, "every-kind", "1", "1", "", back)
    assert done.reached == "may-post"
    assert "2) Ask once more. (right answer)" in done.text.rsplit("May Naru post it?", 1)[1]
    assert "This is the first card." in played(small_course, "every-kind", "1", back).text


def test_a_card_back_while_sureness_is_asked(small_course: Course) -> None:
    assert played(small_course, "every-kind", "1", *[""] * 4, "1", "9").reached == "what-the-law-says"


def test_0_and_an_empty_line_skip_at_no_cost(small_course: Course) -> None:
    done = played(small_course, "every-kind", "1", "", "0")
    assert done.reached == "may-edit"
    assert done.keeping.count(Happened.SKIPPED) == 2
    assert "my answer" not in done.text


@pytest.mark.parametrize("letter", ["l", "ㅣ", "L"])
def test_the_language_is_switched_in_the_middle_of_a_question(small_course: Course, letter: str) -> None:
    done = played(small_course, "every-kind", "1", "1", "u", letter, letter, letter, language="en")
    first, both, korean, english = done.text.split("May Naru post it?")[1:3] + done.text.split("나루가 올려도 될까요?")[1:3]
    assert "나루가" not in first
    assert both
    assert korean
    assert english
    assert done.words.choice == "en"
    assert done.keeping.answers("may-post") == [("asked-once",)]


def test_both_languages_ask_in_both(small_course: Course) -> None:
    done = played(small_course, "every-kind", "1", language="both")
    place = done.paragraphs.index("은수는 찍어도 된다고 했어요. 나루가 올려도 될까요?")
    assert done.paragraphs[place + 1] == "Eunsu said yes to a photo. May Naru post it?"
    assert done.paragraphs[place + 2 : place + 4] == ["1) 찍었으니 올려요.", "   It was taken, so post it."]


@pytest.mark.parametrize("letter", ["?", "？"])
def test_help_shows_short_numbers_then_all_and_asks_again(small_course: Course, letter: str) -> None:
    done = played(small_course, "every-kind", "1", letter, "2")
    help_ = done.text.split("May Naru post it?")[1]
    assert help_.index("Where to turn: ") < help_.index("Who will know")
    for channel in small_course.channels.values():
        for text in (channel.for_, channel.first, channel.voice_free, channel.languages, channel.knows.police):
            assert text["en"].split("{")[0] in help_
        for label in ("For", "First", "No voice", "Speaks", "My name", "Family", "School", "Police"):
            assert help_.count(f"{label}: ") == len(small_course.channels)
    assert all(limit in help_ for limit in LIMITS)
    assert done.text.count("May Naru post it?") == 2
    assert done.keeping.answers("may-post") == [("ask-again",)]


def test_help_is_there_when_the_channels_do_not_open(course_folder) -> None:
    (course_folder / "channels.yaml").write_text("[", "utf-8")
    done = played(Course(course_folder), None, "?")
    assert done.status == 0
    assert "The list of channels did not open." in done.text
    assert "In Korea: police 112, school violence 117." in done.text


@pytest.mark.parametrize("letter", ["s", "ㄴ"])
def test_sources_of_a_card_are_shown(small_course: Course, letter: str) -> None:
    done = played(small_course, "every-kind", "1", *[""] * 3, letter)
    sources = done.text.split("Keeping one: up to 3 years")[1]
    for words in ("What: ", "Law: Article 14, Photo Act", "Read in: ", "Mind: Intent is needed."):
        assert words in sources
    assert "Dates: as of 2 October 2026; Sources read 22 November 2026" in sources
    assert LIMITS[-1] == "No lawyer has read it."
    assert LIMITS[-1] in sources
    assert "Before: 25 June 2020 ~ 15 October 2024 Keeping one was not covered." in sources
    assert done.reached == "what-the-law-says"
    assert "There are no sources to show here." in played(small_course, "every-kind", "1", letter).text


def test_sources_while_sureness_is_asked(small_course: Course) -> None:
    done = played(small_course, "every-kind", "1", *[""] * 4, "1", "s", "1")
    assert "Read in: " in done.text
    assert done.keeping.count(Happened.RATED) == 1


def test_a_break_comes_back_to_the_same_place(small_course: Course) -> None:
    done = played(small_course, "every-kind", "1", "p", "anything", "2")
    assert "Breathe in slowly.\nHold it for a moment.\nBreathe out, slower still." in done.text
    assert done.keeping.answers("may-post") == [("ask-again",)]
    assert played(small_course, "every-kind", "1", "p").status == 0
    assert played(small_course, "every-kind", "1", "p", "q", "1").keeping.answers("may-post") == []


def test_during_a_break_help_is_still_one_key_away(small_course: Course) -> None:
    done = played(small_course, "every-kind", "1", "p", "?", "", "2")
    told = done.text.index("Breathe out, slower still.")
    assert told < done.text.index("Who will know") < done.text.rindex("Breathe in slowly.")
    assert done.text.rindex("Breathe in slowly.") < done.text.rindex("May Naru post it?")
    assert done.keeping.answers("may-post") == [("ask-again",)]


def test_help_says_what_is_not_sure_of_a_channel_and_when_it_was_looked_up(small_course: Course) -> None:
    told = played(small_course, None, "?").text
    assert {channel.status for channel in small_course.channels.values()} == set(Status)
    for channel in small_course.channels.values():
        name, hours = channel.name["en"], channel.hours["en"]
        (head,) = [line for line in told.replace("\u00a0", " ").splitlines() if name in line and hours in line]
        assert ("not confirmed yet" in head) is (channel.status is Status.UNCONFIRMED)
        assert ("changed lately" in head) is (channel.status is Status.CHANGED)
    assert told.count("Sources read ") == len(small_course.channels)
