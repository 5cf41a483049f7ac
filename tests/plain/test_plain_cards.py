"""Cards that are read, and cards on which one picks: what is asked, how it is answered, and what follows."""

from __future__ import annotations

from datetime import date

import pytest
from playing import played, told

from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.paths import shipped
from safeclass.session.event import Happened


def test_a_page_is_read_and_any_line_goes_on(at) -> None:
    for line in ("", "1", "7", "123"):
        assert at("what-the-law-says", line).reached == "only-kept"


def test_a_fact_stands_in_lines_of_its_own(at) -> None:
    lines = at("what-the-law-says").paragraphs
    start = lines.index("Keeping one")
    assert lines[start : start + 4] == [
        "Keeping one",
        "up to 3 years in prison or a fine of up to 30 million won",
        "Article 14, Photo Act",
        "since 16 October 2024, as of 2 October 2026",
    ]
    assert lines[start - 1] == "Keeping one is in the law too."


def test_a_fact_past_its_review_says_so(small_course: Course, every_kind: Lesson) -> None:
    page = every_kind.cards[0]
    assert "may have changed" not in told(small_course, every_kind, page, [])
    assert "as of 2 October 2026, may have changed" in told(small_course, every_kind, page, [], today=date(2027, 5, 23))


def test_both_languages_stand_line_by_line(at) -> None:
    lines = at("what-the-law-says", language="both").paragraphs
    start = lines.index("갖고 있는 것도 법에 있어요.")
    assert lines[start + 1 : start + 4] == ["Keeping one is in the law too.", "갖고 있으면", "Keeping one"]


def test_a_choice_is_tried_again_and_then_explained_in_full(at) -> None:
    done = at("only-kept", "1", "", "3", "")
    again = done.after("Another look")
    assert "It used to be so." in again.split("How sure")[0]
    assert again.index("It used to be so.") < again.index("2) It is covered.") < again.index("Why")
    full = done.after("Why")
    for words in ("It used to be so.", "It can bring up to 3 years", "3 years is for keeping."):
        assert words in full.split("Choose everything")[0]
    assert "2) It is covered. (right answer)" in full
    assert "3) Only the sender. (my answer)" in full
    assert done.reached == "what-yujin-can-do"
    assert done.keeping.answers("only-kept") == [("nothing",), ("sender",)]


def test_a_wrong_first_try_gives_no_other_reason_away(at) -> None:
    assert "It can bring" not in at("only-kept", "1", "").text


def test_a_right_first_try_is_explained_at_once(at) -> None:
    done = at("only-kept", "2", "")
    assert "2) It is covered. (my answer, right answer)" in done.text
    assert "Another look" not in done.text


def test_an_opening_question_is_tried_once(at) -> None:
    done = at("may-post", "1")
    assert "first thoughts" in done.paragraphs[0]
    assert "2) Ask once more. (right answer)" in done.text


def test_sureness_is_asked_once_where_it_matters(at) -> None:
    done = at("only-kept", "1", "3", "2", "")
    assert done.text.count("How sure were you?") == 1
    rated = [event for event in done.keeping.recorded if event.happened is Happened.RATED]
    assert [(event.card, event.sure) for event in rated] == [("only-kept", 3)]
    assert "How sure" not in at("may-edit", "1").text


def test_an_empty_line_leaves_sureness_out(at) -> None:
    done = at("only-kept", "2", "", "")
    assert done.keeping.count(Happened.RATED) == 0
    assert done.reached == "what-yujin-can-do"


@pytest.mark.parametrize("typed", ["1 3", "1,3", "3, 1", "13", "1번 3번", "1) 3)", "１ ３", "1、3", "①③"])
def test_several_are_picked_on_one_line(at, typed: str) -> None:
    done = at("what-yujin-can-do", typed)
    assert done.keeping.answers("what-yujin-can-do") == [("tell", "note-time")]


def test_several_with_some_missing_says_that_there_is_more(at) -> None:
    done = at("what-yujin-can-do", "1", "")
    assert "What you picked fits. There is more to pick." in done.text
    assert "They decide together." not in done.text


@pytest.mark.parametrize(
    ("typed", "answer"), [("1", "o"), ("2", "x"), ("o", "o"), ("X", "x"), ("ㅐ", "o"), ("ㅌ", "x"), ("ｘ", "x")]
)
def test_o_and_x_are_called_by_number_or_letter(at, typed: str, answer: str) -> None:
    assert at("friend-or-not", typed).keeping.answers("friend-or-not") == [(answer,)]


def test_o_and_x_both_get_their_reason(at) -> None:
    text = at("friend-or-not", "2", "").text
    assert "1) O  True (right answer)\nA friend may not want it." in text
    assert "2) X  Not true (my answer)\nA friend may find a no hard." in text


def test_letters_are_no_answer_elsewhere(at) -> None:
    done = at("only-kept", "o", "x")
    assert done.keeping.answers("only-kept") == []
    assert done.text.count("Here you can type") == 2


def test_an_attitude_is_never_right_or_wrong(at) -> None:
    done = at("my-hard-part", "1", "2", "2")
    assert done.keeping.answers("my-hard-part") == [("saying-no",), ("asking",)]
    assert {event.right for event in done.keeping.recorded if event.card == "my-hard-part"} == {None}
    assert "It can be." in done.text
    assert "It can be short." in done.text
    assert done.reached == "my-words"
    assert "right answer)" not in done.text


def test_words_may_be_picked_and_come_back_at_the_end(at) -> None:
    done = at("my-words", "2", "", "", "", "", "")
    assert done.keeping.answers("my-words") == [("take-down",)]
    assert done.text.count("The words you chose") == 2
    assert "- Shall I take it down?" in done.after("What you can do now")
    without = at("my-words", *[""] * 6)
    assert without.keeping.answers("my-words") == []
    assert "The words you chose" not in without.text
    assert "What you can do now" in without.text


def test_where_to_turn_names_each_channel_and_when(at) -> None:
    assert "1366 Digital sexual crime\nIf it is a picture" in at("where-to-turn").text


def test_the_end_tells_what_one_can_do_and_no_score(at) -> None:
    end = at("may-trim", "2", "").after("What you can do now")
    assert end.splitlines()[1:3] == ["- Ask before taking one.", "- Dial 1366."]
    assert "- 1366 Digital sexual crime, " in end
    assert "It is never your fault." in end
    assert "Another look would be good around 6 December. You can leave it out." in end
    assert "%" not in end
    assert "score" not in end


def test_the_title_says_which_lesson_it_is(small_course: Course) -> None:
    lines = played(small_course, "every-kind", "1").paragraphs
    assert lines[lines.index("OK to take it? (10 min)") - 1] == "Ask"


def test_the_short_numbers_stand_above_every_lesson() -> None:
    course = Course(shipped())
    lines = played(course, course.lesson_ids[0], "1").paragraphs
    assert any(line.startswith("Where to turn: 112 ") and "1366" in line and "117" in line for line in lines)


def test_a_broken_card_is_set_aside_with_its_place(course_folder) -> None:
    file = course_folder / "lessons" / "every-kind.yaml"
    words = file.read_text("utf-8")
    line = words[: words.index("    say:")].count("\n") + 1
    file.write_text(words.replace("    say:", "    says:", 1), "utf-8")
    done = played(Course(course_folder), "every-kind", "1", *[""] * 4)
    assert done.status == 0
    assert "One card did not open. The next one follows." in done.text
    assert f"lessons/every-kind.yaml:{line}:" in done.text
    assert done.reached == "only-kept"
