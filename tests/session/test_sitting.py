"""The engine by itself: first try, reason, try again, full explanation; skipping, undoing, going back and coming back."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from learner import LESSON, Learner, answers, play, right, wrong

import safeclass.session
from safeclass.course.fault import Fault, Place
from safeclass.course.model import OX, Attitude, Choice, Help, Lesson, Page, Scene, SetAside, Think, identity, kind
from safeclass.course.text import Id
from safeclass.session.event import Event, Happened
from safeclass.session.judging import is_possible, key_of
from safeclass.session.progress import LessonProgress, fold
from safeclass.session.session import TRIES, Phase, Reason, Session

OPENING = {identity(card) for card in LESSON.opening}
QUESTIONS = [card for card in LESSON.deck if key_of(card) is not None]
TRIED_TWICE = [card for card in QUESTIONS if identity(card) not in OPENING and not isinstance(card, OX)]
TRIED_ONCE = [card for card in QUESTIONS if card not in TRIED_TWICE]


def test_a_first_sitting_begins_at_the_first_card() -> None:
    learner = Learner(LESSON)
    first = identity(LESSON.deck[0])
    assert learner.session.at == first
    assert learner.events == [Event(Happened.STARTED, LESSON.lesson), Event(Happened.REACHED, LESSON.lesson, first)]
    assert (learner.session.index, learner.session.total) == (0, len(LESSON.deck))


@pytest.mark.parametrize("card", TRIED_TWICE, ids=identity)
def test_a_wrong_first_try_gets_its_own_reason_and_a_second_try(card: Any) -> None:
    session = Learner(LESSON).go_to(identity(card))
    assert (session.phase, session.feedback) == (Phase.ASKING, None)
    assert session.answer(wrong(card))
    feedback = session.feedback
    assert feedback is not None
    assert (session.phase, feedback.right) == (Phase.AGAIN, False)
    assert feedback.off
    every = {reason.id for reason in explained_reasons(card)}
    assert {reason.id for reason in feedback.reasons} < every, "not everything is explained yet"
    assert session.answer(right(card))
    assert session.phase is Phase.EXPLAINED
    assert session.feedback is not None
    assert session.feedback.right
    assert {reason.id for reason in session.feedback.reasons} == every


def explained_reasons(card: Any) -> tuple[Reason, ...]:
    """Every reason of a question."""
    session = Learner(LESSON).go_to(identity(card))
    session.answer(right(card))
    assert session.feedback is not None
    return session.feedback.reasons


@pytest.mark.parametrize("card", TRIED_TWICE, ids=identity)
def test_the_first_reason_never_gives_the_answer_away(card: Any) -> None:
    for answer in list(answers(card))[:60]:
        session = Learner(LESSON).go_to(identity(card))
        session.answer(answer)
        if session.phase is not Phase.AGAIN:
            continue
        assert session.feedback is not None
        if isinstance(card, Choice):
            assert [reason.id for reason in session.feedback.reasons] == [answer[0]]
            assert not session.feedback.reasons[0].right
        picked = {part for pair in answer for part in pair.split("=")}
        assert {reason.id for reason in session.feedback.reasons if reason.right} <= picked


@pytest.mark.parametrize("card", TRIED_TWICE, ids=identity)
def test_after_two_wrong_tries_everything_is_explained_and_nothing_more_can_be_tried(card: Any) -> None:
    learner = Learner(LESSON)
    session = learner.go_to(identity(card))
    for _ in range(TRIES):
        assert session.answer(wrong(card))
    assert session.phase is Phase.EXPLAINED
    assert session.feedback is not None
    assert not session.feedback.right
    assert {reason.id for reason in session.feedback.reasons} == {reason.id for reason in explained_reasons(card)}
    before = list(learner.events)
    assert not session.answer(right(card))
    assert learner.events == before


@pytest.mark.parametrize("card", TRIED_ONCE, ids=identity)
def test_an_opening_question_and_one_with_two_answers_are_tried_once(card: Any) -> None:
    session = Learner(LESSON).go_to(identity(card))
    assert session.tries == 1
    assert session.answer(wrong(card))
    assert session.phase is Phase.EXPLAINED
    assert not session.answer(right(card))
    assert session.feedback is not None
    assert len(session.feedback.reasons) == len(card.options)


@pytest.mark.parametrize("card", QUESTIONS, ids=identity)
def test_a_right_first_try_is_explained_at_once(card: Any) -> None:
    session = Learner(LESSON).go_to(identity(card))
    assert session.answer(right(card))
    assert session.phase is Phase.EXPLAINED
    assert session.feedback is not None
    assert session.feedback.right
    assert session.feedback.off == frozenset()
    assert all(reason.why["ko"] and reason.why["en"] for reason in session.feedback.reasons)
    assert session.progress.card(session.at).is_right_first


@pytest.mark.parametrize("card", QUESTIONS, ids=identity)
def test_the_reason_for_what_was_picked_comes_first(card: Any) -> None:
    if isinstance(card, Choice | OX):
        for answer in answers(card):
            session = Learner(LESSON).go_to(identity(card))
            session.answer(answer)
            assert session.feedback is not None
            assert session.feedback.reasons[0].id == answer[0]


def test_an_attitude_is_never_right_or_wrong_and_may_be_changed() -> None:
    learner = Learner(LESSON)
    session = learner.go_to("my-hard-part")
    assert (session.phase, session.feedback) == (Phase.ASKING, None)
    for answer in answers(session.card):
        assert session.answer(answer)
        assert learner.events[-1].right is None
        assert session.phase is Phase.EXPLAINED
        assert session.feedback is None
        assert not session.asks_how_sure
    assert not session.state.is_question
    assert session.progress.answered == 0


def test_a_line_may_be_picked_and_another_and_none() -> None:
    learner = Learner(LESSON)
    session = learner.go_to("my-words")
    assert session.phase is Phase.READING
    for answer in answers(session.card):
        assert session.answer(answer)
        assert learner.events[-1].right is None
        assert session.state.given[-1].answer == answer
    assert session.phase is Phase.READING


@pytest.mark.parametrize("read", [Page, Help])
def test_what_is_only_read_takes_no_answer(read: type) -> None:
    card = next(card for card in LESSON.deck if isinstance(card, read))
    session = Learner(LESSON).go_to(identity(card))
    assert session.phase is Phase.READING
    assert not session.answer(("1366",))
    assert not session.answer((identity(card),))
    assert not session.undo()
    assert session.feedback is None


def test_sureness_is_asked_only_of_law_and_myths_and_only_after_a_try() -> None:
    learner = Learner(LESSON)
    asked: set[str] = set()
    while not learner.session.is_over:
        session = learner.session
        assert not session.asks_how_sure
        before = list(learner.events)
        session.rate(3)
        assert learner.events == before, "nothing was tried yet"
        given = right(session.card) if key_of(session.card) is not None else next(answers(session.card), None)
        if given is not None:
            session.answer(given)
        if session.asks_how_sure:
            asked.add(session.at)
            for impossible in (0, 4, -1):
                session.rate(impossible)
            assert session.state.sure is None
            session.rate(2)
            assert session.state.sure == 2
        else:
            session.rate(2)
            assert session.state.sure is None
        session.go_on()
    assert asked == {"only-kept", "what-yujin-can-do", "friend-or-not"}


def test_sureness_is_kept_through_a_second_try_and_its_undoing() -> None:
    session = Learner(LESSON).go_to("only-kept")
    session.answer(("nothing",))
    session.rate(3)
    assert session.state.is_surprise
    session.answer(("sender",))
    assert session.state.sure == 3
    assert session.undo()
    assert session.state.sure == 3, "it was said of the first try, which still stands"
    assert session.undo()
    assert session.state.sure is None


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


def without(name: str) -> Lesson:
    """The lesson as it is once its author has deleted a card."""
    return replace(LESSON, cards=tuple(card for card in LESSON.cards if identity(card) != name))


def test_when_the_card_one_was_at_is_gone_one_is_near_to_where_one_was() -> None:
    learner = Learner(LESSON)
    for name in ("may-post", "silence", "may-edit", "only-kept"):
        session = learner.go_to(name)
        session.answer(right(session.card))
    learner.go_to("what-yujin-can-do")
    again = Learner(without("what-yujin-can-do"), learner.events)
    assert again.session.at == "friend-or-not"
    assert again.session.progress.answered == 4


def test_cards_in_another_order_keep_their_answers() -> None:
    learner = Learner(LESSON)
    session = learner.go_to("only-kept")
    session.answer(("covered",))
    turned = replace(LESSON, cards=tuple(reversed(LESSON.cards)))
    again = Learner(turned, learner.events)
    assert again.session.at == "only-kept"
    assert again.session.phase is Phase.EXPLAINED


@pytest.mark.parametrize(
    ("card", "answer", "things"),
    [
        ("only-kept", ("covered",), "options"),
        ("up-to-posting", ("ask-to-take", "look", "ask-to-post", "post"), "items"),
        ("who-to-call", ("danger=danger", "picture=picture", "nearby=nearby"), "pairs"),
        ("my-hard-part", ("saying-no",), "options"),
    ],
)
def test_an_answer_that_the_card_no_longer_offers_does_not_stand(card: str, answer: tuple[str, ...], things: str) -> None:
    learner = Learner(LESSON)
    session = learner.go_to(card)
    assert session.answer(answer)
    renamed = tuple(replace(thing, id=Id(f"new-{thing.id}")) for thing in getattr(session.card, things))
    old: Any = session.card
    new = replace(old, **{things: renamed})
    lesson = replace(LESSON, cards=tuple(new if identity(found) == card else found for found in LESSON.cards))
    again = Learner(lesson, learner.events).session
    assert again.at == card
    assert again.phase is Phase.ASKING
    assert again.feedback is None
    assert again.answer(next(answers(new)))


def test_a_card_that_became_another_kind_can_be_taken() -> None:
    kinds = [card for card in LESSON.cards if not isinstance(card, Page | Help)]
    for old in kinds:
        learner = Learner(LESSON)
        session = learner.go_to(identity(old))
        given = next(answers(old), None) or ("photo", "asked")
        assert session.answer(given)
        for new in kinds:
            changed: Any = new
            turned = replace(changed, **{kind(new): identity(old)})
            others = [card for card in LESSON.cards if card is old or card is not new]
            lesson = replace(LESSON, cards=tuple(turned if card is old else card for card in others))
            again = Learner(lesson, learner.events)
            assert again.session.at == identity(old)
            if not isinstance(new, Scene) and not is_possible(new, given):
                assert again.session.phase in (Phase.ASKING, Phase.READING)
                assert again.session.feedback is None
            play(again, rightly=True)


def test_a_card_that_was_set_aside_is_passed_like_a_page() -> None:
    fault = Fault(Place("lessons/every-kind.yaml", 3, 1), "unknown-kind", "This is no kind of card.", "")
    aside = SetAside(id=Id("set-aside-3-1"), fault=fault)
    lesson = replace(LESSON, opening=(aside, *LESSON.opening[1:]))
    learner = Learner(lesson)
    assert learner.session.card is aside
    assert learner.session.phase is Phase.READING
    assert not learner.session.answer(("ask-again",))
    learner.session.go_on()
    assert learner.session.at == "silence"


def test_the_session_knows_no_clock_no_chance_no_disk_and_no_screen() -> None:
    folder = Path(str(safeclass.session.__file__)).parent
    allowed = {"collections", "dataclasses", "datetime", "enum", "hashlib", "typing", "__future__", "safeclass"}
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


def test_kinds_that_are_not_asked_have_no_key() -> None:
    for card in LESSON.deck:
        if isinstance(card, Attitude | Think | Help | Page | Scene):
            assert key_of(card) is None
