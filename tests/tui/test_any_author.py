"""Whatever an author deletes, doubles or swaps while walking about in the preview, it is drawn and stays in the lesson."""

from __future__ import annotations

import random
from datetime import date
from pathlib import Path

import pytest

from safeclass.commands.trying import trying
from safeclass.course.course import Course
from safeclass.course.proof import Proofs
from safeclass.language import Words, speak
from safeclass.tui.desk import Appearance, Desk
from safeclass.tui.preview.answers import AnswersView
from safeclass.tui.preview.app import renewed
from safeclass.tui.preview.fault_band import fault_band
from safeclass.tui.preview.faults import FaultsView
from safeclass.tui.preview.pupil_screen import pupil_screen
from safeclass.tui.preview.rehearsal import Rehearsal, Rehearsed
from safeclass.tui.views.help import HelpView

FILES = ("lessons/every-kind.yaml", "lessons/every-kind.yaml", "facts.yaml", "channels.yaml", "terms.yaml", "course.yaml")
KEYS = ("1", "2", "3", "0", "9", "enter", "enter", "space", "up", "down", "left", "right", "backspace", "f5", "f9")


def spoil(lines: list[str], chance: random.Random) -> list[str]:
    """Lines with one deleted, doubled, swapped or cut short, or all that follows gone."""
    place = chance.randrange(len(lines))
    line = lines[place]
    match chance.randrange(5):
        case 0:
            return lines[:place] + lines[place + 1 :]
        case 1:
            return lines[: place + 1] + lines[place:]
        case 2:
            return lines[:place] + lines[place + 1 :][:1] + [line] + lines[place + 2 :]
        case 3:
            return [*lines[:place], line[: chance.randrange(len(line) + 1)], *lines[place + 1 :]]
    return lines[:place]


@pytest.mark.parametrize("seed", range(6))
def test_a_restless_author_breaks_nothing(seed: int, course_folder: Path) -> None:
    chance = random.Random(seed)
    course = Course(course_folder)
    words = speak(Words(course.languages))
    words.choose(chance.choice(("ko", "en", "both")))
    proofs = Proofs(course, "every-kind", trying)
    desk = Desk(course, words, Rehearsed(), date(2026, 11, 22), Appearance(plain=seed % 3 == 0))
    rehearsal = Rehearsal(desk, proofs.read())
    good = {name: (course_folder / name).read_text(encoding="utf-8") for name in FILES}
    for _step in range(40):
        name = chance.choice(FILES)
        broken = good[name].splitlines()
        for _times in range(chance.randrange(3)):
            broken = spoil(broken, chance) or [""]
        (course_folder / name).write_text("\n".join(broken) + "\n", encoding="utf-8")
        before = rehearsal.here
        rehearsal.take(proofs.read([name]))
        desk.views[1:] = [renewed(view) for view in desk.views[1:]]
        assert rehearsal.here in rehearsal.stops
        if before in rehearsal.stops:
            assert rehearsal.here == before
        for _key in range(4):
            rehearsal.go(chance.choice((-1, 0, 0, 1, 3)))
            page = chance.choice((None, None, HelpView(desk), FaultsView(rehearsal), AnswersView(rehearsal)))
            if page is not None:
                desk.open(page)
            desk.view.press(chance.choice(KEYS))
            assert len(pupil_screen(desk.view, desk).rows) == 24
            assert len(fault_band(rehearsal, chance.choice((30, 80, 120)), 3).rows) == 3
            words.choose(chance.choice(words.choices))
            if chance.random() < 0.5:
                desk.close()
    for name, whole in good.items():
        (course_folder / name).write_text(whole, encoding="utf-8")
    rehearsal.take(proofs.read(FILES))
    assert rehearsal.proof.faults == ()
