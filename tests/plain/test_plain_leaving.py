"""Leaving plain mode at any line, and coming back: nothing is lost, and the end is always polite."""

from __future__ import annotations

from io import StringIO

import pytest
from playing import TODAY, WAY, GuestKeeping, played, played_text

from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.language import Words, speak, translate
from safeclass.plain import play
from safeclass.session.event import Happened
from safeclass.store.fault import MESSAGES, FaultKind

NO_ROOM = MESSAGES[FaultKind.FULL]


def test_one_way_goes_to_the_end(small_course: Course) -> None:
    done = played(small_course, "every-kind", *WAY)
    assert "What you can do now" in done.text
    assert done.keeping.count(Happened.FINISHED) == 1


@pytest.mark.parametrize("taken", range(len(WAY) + 1))
def test_input_that_ends_after_any_line_leaves_politely(small_course: Course, taken: int) -> None:
    for last in ("\n", ""):
        typed = "\n".join(WAY[:taken]) + (last if taken else "")
        done = played_text(small_course, "every-kind", typed)
        assert done.status == 0
        is_over = done.keeping.count(Happened.FINISHED) == 1
        assert done.paragraphs[-1].startswith("Another look would" if is_over else "You can come back at any time.")


@pytest.mark.parametrize("leave", ["q", "ㅂ", "Q", "나가기"])
@pytest.mark.parametrize("taken", [0, 1, 2, 9, 30])
def test_one_leaves_from_anywhere(small_course: Course, taken: int, leave: str) -> None:
    done = played(small_course, "every-kind", *WAY[:taken], leave, *["1"] * 50)
    assert done.status == 0
    assert done.paragraphs[-1] == "You can come back at any time. As a guest, your answers are not kept."
    before = played(small_course, "every-kind", *WAY[:taken]).keeping.recorded
    assert done.keeping.recorded == before


def test_every_answer_is_recorded_before_what_follows_is_told(small_course: Course) -> None:
    out = StringIO()
    seen: list[tuple[str, bool]] = []

    class Watching(GuestKeeping):
        def record(self, event) -> None:
            if event.happened is Happened.ANSWERED:
                seen.append((event.card, "The yes was for taking it." in out.getvalue()))
            super().record(event)

    keeping = Watching()
    play(small_course, "every-kind", keeping, speak(Words(small_course.languages, ("en",))), TODAY, StringIO("1\n1\n"), out)
    assert seen == [("may-post", False)]
    assert "The yes was for taking it." in out.getvalue()


def test_a_sitting_goes_on_where_it_was_left(small_course: Course) -> None:
    keeping = GuestKeeping()
    played(small_course, "every-kind", "1", "1", "", "", "", "", "1", keeping=keeping)
    again = played(small_course, "every-kind", keeping=keeping)
    assert "Back to where you stopped" in again.text
    assert "Before you start" not in again.text
    # The first answer was off: its reason is there again, and it can still be tried once more.
    assert "Another look\n1) It is fine. (my answer)\nIt used to be so." in again.text
    assert keeping.count(Happened.STARTED) == 1


def test_a_scene_that_was_left_is_told_from_its_beginning(small_course: Course) -> None:
    keeping = GuestKeeping()
    played(small_course, "every-kind", "1", *[""] * 11, "1", keeping=keeping)
    again = played(small_course, "every-kind", keeping=keeping)
    assert "Look at this" in again.text
    assert "Yujin: Did they say yes?" in again.text
    assert "What now?" in again.text


def test_notices_are_told_once(small_course: Course) -> None:
    keeping = GuestKeeping()
    keeping.notices.append("The record is in trouble.")
    done = played(small_course, "every-kind", "1", "1", "", keeping=keeping)
    assert done.text.count("The record is in trouble.") == 1
    assert keeping.notices == []


@pytest.mark.parametrize(("language", "languages"), [("ko", ["ko"]), ("en", ["en"]), ("both", ["ko", "en"])])
@pytest.mark.parametrize("moment", ["at the start", "at an answer"])
def test_notices_are_told_in_the_languages_of_the_learner(
    small_course: Course, moment: str, language: str, languages: list[str]
) -> None:
    class Troubled(GuestKeeping):
        def record(self, event) -> None:
            super().record(event)
            if event.happened is Happened.ANSWERED and moment == "at an answer":
                self.notices.append(NO_ROOM)

    keeping = Troubled()
    if moment == "at the start":
        keeping.notices.append(NO_ROOM)
    told = played(small_course, "every-kind", "1", "1", language=language, keeping=keeping).text
    assert translate(NO_ROOM, "ko") != NO_ROOM, "a notice that has no translation would show nothing"
    assert [said for said in ("ko", "en") if translate(NO_ROOM, said) in told] == languages


def test_that_nothing_is_lost_is_only_said_where_it_is_so(small_course: Course) -> None:
    keeping = GuestKeeping()
    keeping.is_guest = False
    assert played(small_course, None, keeping=keeping).text.rstrip().endswith("Nothing is lost.")
    keeping.notices.append("Your answer was not saved.")
    assert "Nothing is lost" not in played(small_course, None, keeping=keeping).text


def test_closed_streams_end_quietly(small_course: Course) -> None:
    words = speak(Words(small_course.languages))
    closed, out = StringIO(), StringIO()
    closed.close()
    assert play(small_course, "every-kind", GuestKeeping(), words, TODAY, closed, out) == 0
    assert out.getvalue()
    assert play(small_course, "every-kind", GuestKeeping(), words, TODAY, None, StringIO()) == 0
    assert play(small_course, "every-kind", GuestKeeping(), words, TODAY, StringIO("1\n"), closed) == 0
    assert play(small_course, "every-kind", GuestKeeping(), words, TODAY, StringIO("1\n"), None) == 0


def test_an_output_that_is_closed_on_the_way_ends_quietly(small_course: Course) -> None:
    out = StringIO()

    class Closing(GuestKeeping):
        def record(self, event) -> None:
            super().record(event)
            if event.happened is Happened.ANSWERED:
                out.close()

    keeping = Closing()
    words = speak(Words(small_course.languages))
    assert play(small_course, "every-kind", keeping, words, TODAY, StringIO("1\n" * 50), out) == 0
    assert keeping.count(Happened.ANSWERED) == 1


def test_what_a_card_was_left_with_is_not_asked_for_again(small_course: Course, every_kind: Lesson) -> None:
    keeping = GuestKeeping()
    played(small_course, "every-kind", *WAY, keeping=keeping)
    assert keeping.progress()["every-kind"].finished == 1
    # Opened again it begins again, with the choice first.
    again = played(small_course, "every-kind", "1", keeping=keeping)
    assert "Before you start" in again.text
    assert again.reached == "may-post"
    assert len(every_kind.deck) > 1
