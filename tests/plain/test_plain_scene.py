"""A scene in plain lines."""

from __future__ import annotations

import pytest

from safeclass.session.event import Happened


def test_a_scene_tells_only_what_is_new(at) -> None:
    done = at("in-the-chat", "1")
    assert done.paragraphs[0].endswith("  Scene: Our class")
    assert done.paragraphs[1:5] == [
        "A photo appears in the group chat.",
        "Jio: Look at this",
        "Yujin looks at the screen.",
        "What could Yujin do?",
    ]
    assert done.text.count("Look at this") == 1
    assert "Yujin: Did they say yes?\nJio: No\n\nWhat now?\n1) Wait\n2) Tell a teacher" in done.text


@pytest.mark.parametrize("back", ["9", "b", "ㅠ", "u", "ㅕ", "９"])
def test_in_a_scene_one_goes_a_step_back(at, back: str) -> None:
    done = at("in-the-chat", "1", back, "2")
    assert done.keeping.answers("in-the-chat") == [("photo", "asked"), ("photo", "silent")]
    assert done.keeping.count(Happened.UNDONE) == 1
    assert "The chat goes quiet." in done.text
    assert "b: Back a step" in done.text


def test_at_an_ending_of_a_scene_any_number_goes_on(at) -> None:
    done = at("in-the-chat", "1", "2", "1")
    assert "This path ends here." in done.text
    assert done.reached == "my-hard-part"


def test_before_the_first_choice_back_leaves_the_scene(at) -> None:
    assert at("in-the-chat", "9").reached == "two-words"
