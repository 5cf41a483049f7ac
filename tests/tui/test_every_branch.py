"""Every branch of every scene of the shipped course is taken on the screen, in each language, to its ending and on from there."""

from __future__ import annotations

from collections import deque

import pytest
from looking import desk_for, screen_text, shipped_course
from scenes import at_card

from safeclass.course.card import identity
from safeclass.course.scene import Scene
from safeclass.language import translate
from safeclass.session.scene import moment_of
from safeclass.session.session import Phase

SCENES = [
    (name, card)
    for name in shipped_course().lesson_ids
    if (lesson := shipped_course().lesson(name)[0])
    for card in lesson.deck
    if isinstance(card, Scene)
]


Choices = list[tuple[str, str]]


def branches(scene: Scene) -> list[list[str]]:
    """For each choice that can be made, with each set of marks it is met with, keys that lead through it to an ending."""
    found: list[list[str]] = []
    taken: set[tuple[object, ...]] = set()
    waiting: deque[tuple[list[str], Choices]] = deque([([], [])])
    while waiting:
        keys, choices = waiting.popleft()
        moment = moment_of(scene, choices)
        for number, way in enumerate(moment.ways, 1):
            step = (moment.node.node, way.to, frozenset(way.to for way in moment.ways), moment.told[-moment.new :])
            if step not in taken:
                taken.add(step)
                onward = [*keys, str(number)], [*choices, (moment.node.node, way.to)]
                waiting.append(onward)
                found.append(to_an_ending(scene, *onward))
    return found


def to_an_ending(scene: Scene, keys: list[str], choices: Choices) -> list[str]:
    """Keys that were pressed, and after them the first way at each turn."""
    while ways := (moment := moment_of(scene, choices)).ways:
        keys, choices = [*keys, "1"], [*choices, (moment.node.node, ways[0].to)]
    return keys


@pytest.mark.parametrize("language", shipped_course().languages)
@pytest.mark.parametrize(("name", "scene"), SCENES, ids=[identity(scene) for _, scene in SCENES])
def test_each_branch_of_a_scene_leads_to_an_ending_and_to_the_next_card(name: str, scene: Scene, language: str) -> None:
    words = translate("This path ends here. 9 goes back a step, to try another.", language).split(".")[0]
    endings = set()
    for keys in branches(scene):
        desk = desk_for(language)
        view = at_card(desk, name, identity(scene), "enter")
        for key in keys:
            assert view.session.phase is Phase.ASKING
            said = desk.wording.plain(view.session.moment.told[-1].text, language).split()
            assert said[0] in screen_text(desk)
            view.press(key)
        assert not view.session.moment.ways
        assert words in screen_text(desk)
        endings.add(view.session.moment.node.node)
        while view.session.at == identity(scene):
            view.press("enter")
    assert endings == {node.node for node in scene.nodes if not node.ways}
