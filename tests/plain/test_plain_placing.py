"""Putting in order, matching, sorting and filling blanks, each with one line of numbers."""

from __future__ import annotations

import pytest
from playing import played

from safeclass.course.card import identity
from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.session.judging import key_of, shuffled


def test_things_are_put_in_order(at, every_kind: Lesson) -> None:
    card = every_kind.cards[4]
    shown = [step.id for step in shuffled(identity(card), card.items)]
    right = " ".join(str(shown.index(step.id) + 1) for step in card.items)
    done = at("up-to-posting", right)
    assert done.keeping.answers("up-to-posting") == [key_of(card)]
    assert "1) Ask to take it. (fits here)\nIt comes first.\n2) Look together. (fits here)" in done.text
    assert at("up-to-posting", right.replace(" ", "")).keeping.answers("up-to-posting") == [key_of(card)]


def test_things_left_out_of_the_order_keep_theirs(at, every_kind: Lesson) -> None:
    card = every_kind.cards[4]
    shown = [step.id for step in shuffled(identity(card), card.items)]
    done = at("up-to-posting", "3")
    assert done.keeping.answers("up-to-posting") == [(shown[2], shown[0], shown[1], shown[3])]
    again = done.after("Another look")
    assert "(look again)" in again
    words = {step.id: step.text["en"] for step in card.items}
    assert f"1) {words[shown[2]]}" in again
    # The second line of numbers is about the order as it stands now.
    assert at("up-to-posting", "3", "2").keeping.answers("up-to-posting")[1] == (shown[0], shown[2], shown[1], shown[3])


@pytest.mark.parametrize("typed", ["1 1", "5", "1 2 3 4 5", "0 1"])
def test_numbers_that_make_no_order_are_asked_for_again(at, typed: str) -> None:
    done = at("up-to-posting", typed)
    assert done.keeping.answers("up-to-posting") == []
    assert "Here you can type" in done.text


def test_pairs_are_matched_on_one_line(at, every_kind: Lesson) -> None:
    card = every_kind.cards[5]
    places = [pair.id for pair in shuffled(identity(card), card.pairs)]
    right = " ".join(str(places.index(pair.id) + 1) for pair in card.pairs)
    done = at("who-to-call", right)
    assert done.keeping.answers("who-to-call") == [key_of(card)]
    assert "A. In danger now.: 112 (fits here)\nPolice answer." in done.text


def test_things_without_a_number_are_not_placed_and_keep_their_place_the_second_time(at, every_kind: Lesson) -> None:
    card = every_kind.cards[5]
    places = [pair.id for pair in shuffled(identity(card), card.pairs)]
    done = at("who-to-call", "1", "0 2")
    assert done.keeping.answers("who-to-call") == [(f"danger={places[0]}",), (f"danger={places[0]}", f"picture={places[1]}")]
    again = done.after("Another look").split("Why")[0]
    assert "B. A photo was shared.: ____" in again
    assert "It links to removal help." not in again
    assert "At school." in done.after("Why")


def test_the_reason_of_what_was_left_out_is_not_given_away(at, every_kind: Lesson) -> None:
    card = every_kind.cards[5]
    places = [pair.id for pair in shuffled(identity(card), card.pairs)]
    wrong = next(number for number, place in enumerate(places, 1) if place != "picture")
    again = at("who-to-call", f"0 {wrong}").text
    assert "It links to removal help." in again
    assert "Police answer." not in again
    right = places.index("picture") + 1
    assert "What you picked fits. There is more to pick." in at("who-to-call", f"0 {right}").text


def test_a_place_that_is_given_anew_is_taken_from_what_had_it(at, every_kind: Lesson) -> None:
    card = every_kind.cards[5]
    places = [pair.id for pair in shuffled(identity(card), card.pairs)]
    wrong = next(number for number, place in enumerate(places, 1) if place != "danger")
    answers = at("who-to-call", str(wrong), f"0 {wrong}").keeping.answers("who-to-call")
    assert answers == [(f"danger={places[wrong - 1]}",), (f"picture={places[wrong - 1]}",)]


@pytest.mark.parametrize("typed", ["1 1", "4", "1 2 3 1", "0 0"])
def test_numbers_that_match_nothing_are_asked_for_again(at, typed: str) -> None:
    done = at("who-to-call", typed)
    assert done.keeping.answers("who-to-call") == []
    assert "Here you can type" in done.text


def test_things_are_sorted_and_a_group_takes_several(at, every_kind: Lesson) -> None:
    card = every_kind.cards[6]
    shown = shuffled(identity(card), card.items)
    right = "".join("1" if item.in_ == "given" else "2" for item in shown)
    done = at("is-there-a-yes", right)
    assert set(done.keeping.answers("is-there-a-yes")[0]) == set(key_of(card) or ())
    wrong = at("is-there-a-yes", "1 1 1", "1 1 1").after("Why")
    assert "It was public.: No (my answer: Yes)\nPublic means to see." in wrong


def test_blanks_are_filled_from_the_bank(at) -> None:
    done = at("two-words", "1 2")
    assert "Ask [A ____] taking it and [B ____] posting it." in done.text
    assert "Ask [A before] taking it and [B again before] posting it." in done.text
    assert done.keeping.answers("two-words") == [("a=first", "b=again")]
    for why in ("It comes first.", "It is asked again.", "That would be not asking."):
        assert why in done.text


def test_a_wrong_blank_gets_its_own_reason_first(at) -> None:
    done = at("two-words", "3 2")
    again = done.after("Another look")
    assert "That would be not asking." in again
    assert "It is asked again." not in again
    assert "A. without (look again)\nB. again before (fits here)" in again


def test_a_card_with_many_things_gets_letters_for_all(course_folder) -> None:
    file = course_folder / "lessons" / "every-kind.yaml"
    item = '      - {{id: more-{n}, in: given, text: {{ko: "곳 {n}", en: "Place {n}"}}, why: {{ko: "이유", en: "Reason"}}}}\n'
    mark = "  - fill: two-words\n"
    file.write_text(file.read_text("utf-8").replace(mark, "".join(item.format(n=n) for n in range(40)) + mark), "utf-8")
    done = played(Course(course_folder), "every-kind", "1", *[""] * 9, "1 2 1", "2", "")
    assert done.status == 0
    assert "\nA. " in done.text
    assert "\nQQ. " in done.text
    assert len(done.keeping.answers("is-there-a-yes")) == 2
