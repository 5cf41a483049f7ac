"""Whatever a learner does, in whatever order: the record says it all, the place is a card, and nothing answered is lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from learner import LESSON, Learner, answers

from safeclass.course.card import identity
from safeclass.course.scene import Scene
from safeclass.session.event import Event, Happened
from safeclass.session.judging import key_of
from safeclass.session.progress import fold
from safeclass.session.session import Phase, Session

CARDS = {identity(card): card for card in LESSON.deck}
ANSWERS = {name: list(answers(card)) for name, card in CARDS.items()}
NODES = [node.node for card in LESSON.deck if isinstance(card, Scene) for node in card.nodes]
WRITTEN = [words for given in ANSWERS.values() for answer in given for words in answer]
IDS = {"every-kind", *CARDS, *NODES, *(part for words in WRITTEN for part in words.split("="))}

THINGS_TO_DO = ["answer", "answer", "any", "way", "way", "on", "on", "skip", "back", "undo", "rate", "leave"]
STEPS = st.lists(st.tuples(st.sampled_from(THINGS_TO_DO), st.integers(0, 99)), max_size=60)


def take(learner: Learner, step: str, chance: int) -> None:
    """Do one thing a learner can do; `chance` picks among the ways of doing it."""
    session = learner.session
    match step:
        case "answer" if ANSWERS[session.at]:
            session.answer(ANSWERS[session.at][chance % len(ANSWERS[session.at])])
        case "any":
            other = [answer for given in ANSWERS.values() for answer in given]
            session.answer(other[chance * 7 % len(other)])
        case "way" if isinstance(session.card, Scene) and session.moment.ways:
            session.answer((session.moment.node.node, session.moment.ways[chance % len(session.moment.ways)].to))
        case "on":
            session.go_on()
        case "skip":
            session.skip()
        case "back":
            session.go_back()
        case "undo":
            session.undo()
        case "rate":
            session.rate(chance % 5)
        case "leave":
            learner.come_back()


def given_since_the_start(events: list[Event]) -> dict[str, list[tuple[str, ...]]]:
    """What was answered on each card and not taken back, by simple bookkeeping."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for event in events:
        if event.happened is Happened.STARTED:
            found = {}
        elif event.happened is Happened.ANSWERED:
            found.setdefault(str(event.card), []).append(event.answer)
        elif event.happened is Happened.UNDONE:
            found[str(event.card)].pop()
    return found


def hold(learner: Learner) -> None:
    """What is so at any moment."""
    session = learner.session
    assert fold(learner.events) == session.progress
    assert session.at in CARDS
    assert session.card is CARDS[session.at]
    assert 0 <= session.index < session.total == len(CARDS)
    kept = {name: [given.answer for given in card.given] for name, card in session.progress.cards.items() if card.given}
    assert kept == {name: given for name, given in given_since_the_start(learner.events).items() if given}
    assert len(session.state.given) <= session.tries or key_of(session.card) is None
    assert session.progress.is_begun is not session.is_over

    match session.phase:
        case Phase.ASKING:
            assert key_of(session.card) is None or not session.state.given
        case Phase.AGAIN:
            assert session.state.given[-1].right is False
            assert len(session.state.given) < session.tries
        case Phase.EXPLAINED:
            assert key_of(session.card) is None or session.state.given
    assert (session.feedback is None) is (key_of(session.card) is None or not session.state.given)
    if session.feedback is not None:
        assert session.feedback.right is (not session.feedback.off)
    for event in learner.events:
        assert {event.lesson, event.card or "every-kind"} <= IDS
        assert {part for words in event.answer for part in words.split("=")} <= IDS


@given(STEPS)
def test_whatever_is_done_the_record_says_it(steps: list[tuple[str, int]]) -> None:
    learner = Learner(LESSON)
    hold(learner)
    for step, chance in steps:
        if learner.session.is_over:
            learner.come_back()
        take(learner, step, chance)
        hold(learner)


@given(STEPS)
@settings(max_examples=30)
def test_coming_back_after_every_event_finds_the_same(steps: list[tuple[str, int]]) -> None:
    learner = Learner(LESSON)
    seen: list[tuple[int, Session, object]] = []
    for step, chance in steps:
        if learner.session.is_over:
            break
        take(learner, step, chance)
        seen.append((len(learner.events), learner.session, what_is_shown(learner.session)))
    for count, session, shown in seen:
        if not (session.is_over and count == len(learner.events)):
            again = Learner(LESSON, learner.events[:count])
            assert what_is_shown(again.session) == shown
            assert again.events == learner.events[:count]


def what_is_shown(session: Session) -> object:
    """Everything that a screen is drawn from."""
    moment = session.moment if isinstance(session.card, Scene) else None
    asked = (session.asks_how_sure, session.tries)
    return session.at, session.phase, session.state, session.feedback, asked, moment, session.progress


@given(STEPS)
@settings(max_examples=30)
def test_each_undo_takes_back_exactly_one_answer(steps: list[tuple[str, int]]) -> None:
    learner = Learner(LESSON)
    for step, chance in steps:
        if learner.session.is_over:
            break
        take(learner, step, chance)
        session = learner.session
        before = session.state.given
        assert session.undo() is bool(before)
        assert session.state.given == before[:-1]
        if before:
            assert session.answer(before[-1].answer)
            assert session.state.given == before


@given(STEPS)
@settings(max_examples=30)
def test_a_lesson_can_always_be_taken_to_its_end(steps: list[tuple[str, int]]) -> None:
    learner = Learner(LESSON)
    for step, chance in steps:
        if learner.session.is_over:
            break
        take(learner, step, chance)
    for _ in range(len(CARDS)):
        learner.session.go_on()
    assert learner.session.is_over
    assert learner.events[-1].happened is Happened.FINISHED
    assert fold(learner.events).finished == 1
