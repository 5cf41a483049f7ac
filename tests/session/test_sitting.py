"""Moving through a lesson: skipping, taking back, going back, coming back, and the end; all of it is in the record."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import pytest
from learner import LESSON, Learner, play, right, wrong

import safeclass.session
from safeclass.course.card import identity
from safeclass.course.text import Id
from safeclass.session.event import Event, Happened
from safeclass.session.judging import key_of
from safeclass.session.looking_back import only
from safeclass.session.progress import CardProgress, LessonProgress, fold
from safeclass.session.session import Phase, Session

QUESTIONS = [card for card in LESSON.deck if key_of(card) is not None]


def test_a_first_sitting_begins_at_the_first_card() -> None:
    learner = Learner(LESSON)
    first = identity(LESSON.deck[0])
    assert learner.session.at == first
    assert learner.events == [Event(Happened.STARTED, LESSON.lesson), Event(Happened.REACHED, LESSON.lesson, first)]
    assert (learner.session.index, learner.session.total) == (0, len(LESSON.deck))


@pytest.mark.parametrize("card", LESSON.deck, ids=identity)
def test_any_card_may_be_skipped_at_no_cost(card: Any) -> None:
    learner = Learner(LESSON)
    session = learner.go_to(identity(card))
    index = session.index
    session.skip()
    assert Event(Happened.SKIPPED, LESSON.lesson, identity(card)) in learner.events
    assert session.is_over or session.index == index + 1
    assert session.progress.card(identity(card)).skipped
    assert session.progress.answered == 0
    learner.come_back()
    if not session.is_over:
        assert learner.session.progress == session.progress


def test_a_skipped_card_can_still_be_answered() -> None:
    learner = Learner(LESSON)
    session = learner.go_to("only-kept")
    session.skip()
    assert session.go_back()
    assert session.phase is Phase.ASKING
    assert session.answer(("covered",))
    assert not session.state.skipped


def test_skipping_what_is_explained_only_goes_on() -> None:
    learner = Learner(LESSON)
    session = learner.go_to("only-kept")
    session.answer(("covered",))
    session.skip()
    assert Happened.SKIPPED not in {event.happened for event in learner.events}
    assert session.at == "what-yujin-can-do"


def test_what_was_passed_over_and_then_taken_back_stands_as_if_new() -> None:
    session = Learner(LESSON).go_to("only-kept")
    before = session.state
    session.answer(("nothing",))
    session.skip()
    session.go_back()
    assert session.undo()
    assert session.state == before


def test_a_card_left_for_another_keeps_its_first_answer() -> None:
    session = Learner(LESSON).go_to("only-kept")
    session.answer(("nothing",))
    session.skip()
    session.go_back()
    assert session.phase is Phase.AGAIN
    assert session.state.given[0].answer == ("nothing",)
    assert session.answer(("covered",))
    assert not session.state.is_right_first


@pytest.mark.parametrize("card", QUESTIONS, ids=identity)
def test_an_answer_may_be_taken_back_at_every_point(card: Any) -> None:
    learner = Learner(LESSON)
    session = learner.go_to(identity(card))
    assert not session.undo()
    states = [(session.phase, session.state, session.feedback)]
    while session.phase is not Phase.EXPLAINED:
        session.answer(wrong(card))
        states.append((session.phase, session.state, session.feedback))
    for phase, state, feedback in reversed(states[:-1]):
        assert session.undo()
        assert (session.phase, session.state, session.feedback) == (phase, state, feedback)
    assert not session.undo()
    assert session.answer(right(card))


def test_going_back_ends_at_the_first_card() -> None:
    learner = Learner(LESSON)
    learner.go_to("only-kept")
    while learner.session.index:
        assert learner.session.go_back()
    before = list(learner.events)
    assert not learner.session.go_back()
    assert learner.events == before


def test_going_back_and_on_loses_no_answer() -> None:
    session = Learner(LESSON).go_to("only-kept")
    session.answer(("covered",))
    session.go_back()
    session.go_on()
    assert session.phase is Phase.EXPLAINED
    assert session.state.given[0].answer == ("covered",)


@pytest.mark.parametrize("rightly", [True, False])
def test_coming_back_after_any_event_finds_everything_as_it_was(rightly: bool) -> None:
    learner = Learner(LESSON)
    play(learner, rightly=rightly)
    recorded = list(learner.events)
    assert recorded[-1].happened is Happened.FINISHED
    for count in range(len(recorded)):
        again = Learner(LESSON, recorded[:count])
        assert again.session.progress.cards == fold(recorded[:count]).cards
        if count > 1:
            assert again.events == recorded[:count], "coming back is no event"
            last = next(event.card for event in reversed(recorded[:count]) if event.happened is Happened.REACHED)
            assert again.session.at == last
        assert again.session.phase is not None
        play(again, rightly=rightly)
        assert again.session.progress.finished == 1


@pytest.mark.parametrize("rightly", [True, False])
def test_what_a_whole_lesson_adds_up_to(rightly: bool) -> None:
    learner = Learner(LESSON)
    play(learner, rightly=rightly)
    progress = fold(learner.events)
    assert progress == learner.session.progress
    assert progress.answered == len(QUESTIONS)
    assert progress.right_first == (len(QUESTIONS) if rightly else 0)
    assert progress.finished == 1
    assert not progress.is_begun
    surprises = {name for name, card in progress.cards.items() if card.is_surprise}
    assert surprises == (set() if rightly else {"only-kept", "what-yujin-can-do", "friend-or-not"})


def test_after_the_end_a_new_sitting_begins_anew_and_keeps_that_it_was_finished() -> None:
    learner = Learner(LESSON)
    play(learner, rightly=True)
    learner.come_back()
    assert learner.session.at == identity(LESSON.deck[0])
    assert learner.session.progress.cards == {}
    assert learner.session.progress.finished == 1
    assert not learner.session.is_over
    play(learner, rightly=False)
    assert fold(learner.events).finished == 2
    assert fold(learner.events).right_first == 0


def test_after_the_end_nothing_more_happens() -> None:
    learner = Learner(LESSON)
    while not learner.session.is_over:
        learner.session.go_on()
    session = learner.session
    before = list(learner.events)
    assert not session.answer(right(session.card))
    assert not session.undo()
    assert not session.go_back()
    session.skip()
    session.rate(3)
    session.go_on()
    assert learner.events == before


def test_after_the_end_no_answer_is_taken_back() -> None:
    learner = Learner(only(LESSON, {Id("only-kept")}))
    assert learner.session.answer(right(learner.session.card))
    learner.session.go_on()
    before = list(learner.events)
    assert not learner.session.undo()
    assert learner.events == before


def test_what_was_never_answered_is_neither_right_nor_a_surprise() -> None:
    for card in (CardProgress(), CardProgress(sure=3)):
        assert (card.is_question, card.is_right_first, card.is_surprise) == (False, False, False)


def test_after_the_end_nobody_can_say_how_sure_they_were() -> None:
    learner = Learner(only(LESSON, {Id("only-kept")}))
    assert learner.session.answer(right(learner.session.card))
    assert learner.session.asks_how_sure
    learner.session.go_on()
    before = list(learner.events)
    learner.session.rate(3)
    assert learner.events == before


def test_an_event_that_names_no_card_changes_nothing() -> None:
    before = LessonProgress(at=Id("only-kept"))
    assert before.after(Event(Happened.ANSWERED, LESSON.lesson, None, ("x",))) == before


def test_a_record_that_was_kept_years_ago_can_still_be_read() -> None:
    names = ["started", "reached", "answered", "rated", "skipped", "undone", "finished"]
    assert [kind.value for kind in Happened] == names, "records on disk hold these names"


def test_events_hold_ids_and_nothing_that_anyone_wrote() -> None:
    learner = Learner(LESSON)
    play(learner, rightly=False)
    for event in learner.events:
        held = [event.lesson, *([event.card] if event.card else ()), *event.answer]
        assert all(part.isascii() and part.replace("-", "").isalnum() for words in held for part in words.split("="))
        assert event.sure in (None, 1, 2, 3)


def test_every_change_is_recorded_before_it_can_be_seen() -> None:
    shown: list[LessonProgress] = []
    sitting: list[Session] = []
    sitting.append(Session(LESSON, (), lambda event: shown.extend(session.progress for session in sitting)))
    (session,) = sitting
    session.go_on()
    before = session.progress
    assert session.answer(("o",))
    assert shown[-1] == before
    assert session.progress != before


def test_a_record_that_fails_changes_nothing() -> None:
    learner = Learner(LESSON)

    def fail(event: Event) -> None:
        raise OSError("the disk is full")

    session = Session(LESSON, tuple(learner.events), fail)
    before = session.progress
    with pytest.raises(OSError, match="full"):
        session.answer(("ask-again",))
    assert session.progress == before


def test_one_may_go_to_any_card_by_its_id_and_back_from_the_end() -> None:
    learner = Learner(LESSON)
    last = identity(LESSON.deck[-1])
    assert learner.session.go_to(last)
    assert learner.session.at == last
    before = len(learner.events)
    assert learner.session.go_to(last)
    assert not learner.session.go_to("no-such-card")
    assert (learner.session.at, len(learner.events)) == (last, before)
    learner.session.go_on()
    assert learner.session.is_over
    assert learner.session.go_to("may-post")
    assert not learner.session.is_over
    assert learner.session.answer(("ask-again",))


def test_the_session_knows_no_clock_no_chance_no_disk_and_no_screen() -> None:
    folder = Path(str(safeclass.session.__file__)).parent
    allowed = {
        "collections",
        "dataclasses",
        "datetime",
        "enum",
        "functools",
        "hashlib",
        "typing",
        "__future__",
        "safeclass",
    }
    for path in folder.glob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
                assert node.level == 0
            for name in names:
                assert name.split(".")[0] in allowed, f"{path.name} imports {name}"
                assert not name.startswith("safeclass.") or name.split(".")[1] in ("language", "course", "session")
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("today", "now", "utcnow", "read_text", "read_bytes", "open"), path.name
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("open", "print", "input", "__import__", "exec", "eval", "id", "hash")
