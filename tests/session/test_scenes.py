"""Scenes: marks, ways that open and close, steps back, and choices that no longer fit what the author wrote since."""

from __future__ import annotations

from dataclasses import replace

from learner import LESSON, Learner

from safeclass.course.card import identity
from safeclass.course.lesson import Lesson
from safeclass.course.scene import Scene
from safeclass.course.text import Id
from safeclass.session.event import Happened
from safeclass.session.scene import moment_of
from safeclass.session.session import Phase, Session

SCENE = next(card for card in LESSON.deck if isinstance(card, Scene))


def begin() -> tuple[Learner, Session]:
    learner = Learner(LESSON)
    return learner, learner.go_to("in-the-chat")


def ways(session: Session) -> list[str]:
    return [way.to for way in session.moment.ways]


def told(session: Session) -> list[str]:
    return [message.text["en"] for message in session.moment.told]


def choose(session: Session, *path: str) -> None:
    for to in path:
        assert session.answer((session.moment.node.node, to))


def test_a_scene_begins_with_its_first_node_and_asks() -> None:
    _, session = begin()
    assert session.phase is Phase.ASKING
    assert session.moment.node.node == "photo"
    assert ways(session) == ["asked", "silent"]
    assert told(session) == ["Look at this", "Yujin looks at the screen."]
    assert session.moment.new == 2


def test_what_was_chosen_opens_lines_and_ways_later() -> None:
    _, session = begin()
    choose(session, "asked", "later")
    assert told(session)[-1] == "You are right"
    assert session.moment.new == 1
    assert ways(session) == ["told", "thanked"]

    _, session = begin()
    choose(session, "silent", "later")
    assert told(session)[-1] == "Nobody speaks."
    assert ways(session) == ["told", "beside"]


def test_what_was_passed_on_is_not_told() -> None:
    _, session = begin()
    choose(session, "asked", "told")
    assert told(session) == ["Look at this", "Yujin looks at the screen.", "Did they say yes?", "No", "Yujin told someone."]


def test_every_path_ends_and_none_is_right_or_wrong() -> None:
    ends: set[str] = set()

    def walk(path: tuple[str, ...]) -> None:
        learner, session = begin()
        choose(session, *path)
        assert session.feedback is None
        assert all(event.right is None for event in learner.events)
        if not session.moment.ways:
            assert session.phase is Phase.EXPLAINED
            ends.add(session.moment.node.node)
            assert len(path) <= 4
        for to in ways(session):
            walk((*path, to))

    walk(())
    assert ends == {"told", "thanked", "beside"}


def test_only_an_open_way_from_here_can_be_taken() -> None:
    learner, session = begin()
    before = list(learner.events)
    for answer in [
        ("photo", "told"),
        ("asked", "later"),
        ("asked", "silent"),
        ("later", "thanked"),
        ("photo", "asked", "later"),
        ("photo",),
        (),
    ]:
        assert not session.answer(answer)
    choose(session, "silent", "later")
    assert not session.answer(("later", "thanked")), "that way asks for a mark that was not left"
    assert len(learner.events) == len(before) + 2


def test_each_step_can_be_taken_back_to_the_first() -> None:
    learner, session = begin()
    moments = [session.moment]
    for to in ("asked", "later", "thanked"):
        choose(session, to)
        moments.append(session.moment)
    assert not session.moment.ways
    for moment in reversed(moments[:-1]):
        assert session.undo()
        assert session.moment == moment
    before = list(learner.events)
    assert not session.undo()
    assert learner.events == before


def test_another_path_can_be_tried_and_forgets_the_marks_of_the_first() -> None:
    _, session = begin()
    choose(session, "asked", "later")
    assert session.undo()
    assert session.undo()
    choose(session, "silent", "later")
    assert ways(session) == ["told", "beside"]


def test_leaving_and_coming_back_finds_the_scene_where_it_stood() -> None:
    learner, session = begin()
    choose(session, "asked", "later")
    moment = session.moment
    learner.come_back()
    assert learner.session.moment == moment
    learner.session.go_on()
    learner.session.go_back()
    assert learner.session.moment == moment


def test_a_scene_may_be_skipped_in_the_middle() -> None:
    learner, session = begin()
    choose(session, "asked")
    session.skip()
    assert session.at == "my-hard-part"
    assert Happened.SKIPPED in {event.happened for event in learner.events}
    session.go_back()
    assert session.moment.node.node == "asked"


def rewritten(**changes: object) -> Lesson:
    """The lesson as it is once its author has changed the scene."""
    scene = replace(SCENE, **changes)
    return replace(LESSON, cards=tuple(scene if identity(card) == "in-the-chat" else card for card in LESSON.cards))


def renamed(old: str, new: str) -> tuple[object, ...]:
    """The nodes with one of them under another name."""
    return tuple(
        replace(
            node,
            node=Id(new) if node.node == old else node.node,
            ways=tuple(replace(way, to=Id(new)) if way.to == old else way for way in node.ways),
        )
        for node in SCENE.nodes
    )


def test_after_a_choice_that_no_longer_fits_the_scene_stands_before_it_and_goes_on() -> None:
    learner, session = begin()
    choose(session, "asked", "later", "thanked")
    again = Learner(rewritten(nodes=renamed("later", "afterwards")), learner.events).session
    assert again.moment.node.node == "asked"
    assert ways(again) == ["afterwards", "told"]
    choose(again, "afterwards")
    assert again.moment.node.node == "afterwards", "a way that is chosen now is taken"
    choose(again, "thanked")
    assert again.phase is Phase.EXPLAINED


def test_when_the_first_node_has_another_name_the_scene_begins_anew() -> None:
    learner, session = begin()
    choose(session, "asked", "later")
    again = Learner(rewritten(nodes=renamed("photo", "picture"), start=Id("picture")), learner.events).session
    assert again.moment.node.node == "picture"
    choose(again, "silent")
    assert again.moment.node.node == "silent"


def test_a_step_back_after_a_rewritten_scene_is_a_step_back() -> None:
    learner, session = begin()
    choose(session, "asked", "later", "thanked")
    again = Learner(rewritten(nodes=renamed("later", "afterwards")), learner.events).session
    assert again.moment.node.node == "asked"
    assert again.undo()
    assert again.moment.node.node == "photo"


def test_a_scene_that_leads_in_a_circle_can_be_walked_round() -> None:
    photo, asked, *rest = SCENE.nodes
    circle = replace(asked, ways=(replace(asked.ways[0], to=Id("photo")), asked.ways[1]))
    session = Learner(rewritten(nodes=(photo, circle, *rest))).go_to("in-the-chat")
    choose(session, "asked", "photo", "asked", "photo", "silent")
    assert session.moment.node.node == "silent"
    for _ in range(5):
        assert session.undo()
    assert session.moment == moment_of(SCENE, [])
