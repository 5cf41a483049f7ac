"""Four ways to answer: with arrows, with digits, with the mouse alone, and with Korean input left on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from drawn_screen import Place
from page_reading import Page
from pty_program import WHEEL_DOWN, WHEEL_UP

SURENESS = ("Just a guess", "Not quite sure", "Sure")
"""The levels of sureness, from 1."""

Find = Callable[[], Place | None]
"""Finds something on the page; None where it is not seen now."""


class Hand(Protocol):
    """What one can do on a card. Everything is counted from 0, sureness from 1."""

    @property
    def back(self) -> str | None:
        """The key that goes one level back; None where the way knows no keys."""
        return None

    def go_on(self) -> None:
        """Go on where there is nothing to answer."""

    def check(self) -> None:
        """Say that an answer of several parts is complete."""

    def pick(self, option: int) -> None:
        """Answer with one option."""

    def mark(self, line: int) -> None:
        """Keep one of the lines one could say."""

    def tick(self, options: Sequence[int]) -> None:
        """Pick some of several options, or take them back."""

    def give(self, thing: str | None, place: int) -> None:
        """Give the thing with these words, or the blank with the focus, its place."""

    def move(self, item: int, to: int) -> None:
        """Move an item of an order to another place."""

    def rate(self, sure: int) -> None:
        """Say how sure one is."""

    def step_back(self) -> None:
        """Take back the last choice of a scene."""


class DigitHand:
    """Digits, and Enter to go on; only the item to move in an order is found with the arrows."""

    back: str | None = "escape"

    def __init__(self, page: Page) -> None:
        self.page = page
        self.press = page.program.press

    def go_on(self) -> None:
        self.press("enter")

    def check(self) -> None:
        self.press("enter")

    def pick(self, option: int) -> None:
        self.press(str(option + 1))

    def mark(self, line: int) -> None:
        self.press(str(line + 1))

    def tick(self, options: Sequence[int]) -> None:
        self.press(*(str(option + 1) for option in options))

    def give(self, thing: str | None, place: int) -> None:
        self.press(str(place + 1))

    def move(self, item: int, to: int) -> None:
        self._walk_to(item)
        self.press(str(to + 1))

    def rate(self, sure: int) -> None:
        self.press(*["right"] * sure)

    def step_back(self) -> None:
        self.press("9")

    def _walk_to(self, option: int) -> None:
        """Press an arrow until the focus is seen on an option."""
        page, program = self.page, self.page.program
        program.wait_until(lambda: page.focus() is not None, "no focus is seen")
        steps = option - (page.focus() or 0)
        self.press(*["down" if steps > 0 else "up"] * abs(steps))
        program.wait_until(lambda: page.focus() == option, f"the focus never came to {option + 1}")


class JamoHand(DigitHand):
    """Korean input is on: the letter keys send jamo."""

    back = "ㅂ"

    def go_on(self) -> None:
        self.press("ㅜ")

    def step_back(self) -> None:
        self.press("ㅠ")


class ArrowHand(DigitHand):
    """Arrows to move, Enter to answer, Space to pick and to lift; a place, and a line one could say, only by its digit."""

    def pick(self, option: int) -> None:
        self._walk_to(option)
        self.press("enter")

    def tick(self, options: Sequence[int]) -> None:
        for option in options:
            self._walk_to(option)
            self.press("space")

    def move(self, item: int, to: int) -> None:
        self._walk_to(item)
        self.press("space")
        self._walk_to(to)
        self.press("space")


class MouseHand:
    """The left button and the wheel, and no key at all."""

    back: str | None = None

    def __init__(self, page: Page) -> None:
        self.page = page

    def go_on(self) -> None:
        self._click_key("Enter")

    def check(self) -> None:
        self._click_key("Enter")

    def pick(self, option: int) -> None:
        self._click(lambda: self.page.option(option + 1), f"option {option + 1}")

    def mark(self, line: int) -> None:
        self.pick(line)

    def tick(self, options: Sequence[int]) -> None:
        for option in options:
            self.pick(option)

    def give(self, thing: str | None, place: int) -> None:
        if thing is not None:
            self._click(lambda: self.page.thing(thing), thing)
        self._click(lambda: self.page.place(place + 1), f"place {place + 1}")

    def move(self, item: int, to: int) -> None:
        self.pick(item)
        self.page.program.wait_for(self.page.word("lifted"))
        self.pick(to)
        program = self.page.program
        program.wait_until(lambda: not program.shows(self.page.word("lifted")), "never put down")

    def rate(self, sure: int) -> None:
        words = self.page.word(SURENESS[sure - 1])
        self._click(lambda: next(reversed(self.page.program.places(words)), None), words)

    def step_back(self) -> None:
        self._click_key("9")

    def _click_key(self, key: str) -> None:
        """Click on what the key band says of a key."""
        program = self.page.program
        band = program.screen.lines - 2

        def found() -> list[Place]:
            return [place for place in program.places(f"{key} ") if place.row == band]

        program.wait_until(found, f"the key band never said what {key} does")
        program.click(*found()[0])

    def _click(self, find: Find, what: str) -> None:
        """Click on something, after turning the wheel until it is seen."""
        program = self.page.program
        for button, more in ((WHEEL_DOWN, "more below"), (WHEEL_UP, "more above")):
            while find() is None and program.shows(self.page.word(more)):
                program.wait_for_change(partial(program.wheel, button))
            if (place := find()) is not None:
                program.click(*place)
                return
        raise AssertionError(f"{what} is nowhere on the page. The screen:\n{program.text}")


HANDS: dict[str, Callable[[Page], Hand]] = {"arrows": ArrowHand, "digits": DigitHand, "mouse": MouseHand, "jamo": JamoHand}
"""The ways a lesson is taken."""
