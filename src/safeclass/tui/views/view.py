"""What every page has: a title, a body, the keys it takes and the hints for them."""

from __future__ import annotations

from typing import NamedTuple

from safeclass.course.text import Text
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.said import Said


class Title(NamedTuple):
    """What the title band says."""

    unit: str = ""
    name: str = ""
    position: str = ""
    done: float = 0.0
    """How much of the thin line is filled, from 0 to 1."""
    also: str = ""
    """The name in the second language shown, for where there is room."""


SECONDS = 4
"""How often a page may change by itself."""


class View:
    """A page that fills the body of the screen."""

    densities: tuple[int, ...] = (0, 1, 2, 3, 4, 5)
    """How much may give way, in this order, before the page scrolls."""
    is_covered: bool = False
    """Whether it is the cover, which shows no band and takes no keys."""
    closes_with_any_key: bool = False
    """Whether it has also the keys that do something on every other page: all but help and the ways out."""
    has_more_below: bool = False
    """Whether there is more below that the page itself leaves out."""
    reads_through: bool = False
    """Whether Enter first shows what is below, before it goes on."""
    scrolled: int | None = None
    """The row that it was scrolled to, kept while other pages are in front; None where it follows its focus."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def title(self) -> Title:
        """What the title band says."""
        return Title()

    def draw(self, flow: Flow) -> None:
        """Lay the page out."""

    def press(self, key: str) -> bool:
        """Take a key; false where it means nothing here."""
        return False

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        return []

    def facts(self) -> tuple[str, ...]:
        """The facts that the page stands on, for the source sheet."""
        return ()

    def said_here(self) -> str:
        """What the page says in the languages shown, for the glossary to begin with its words."""
        return ""

    def tick(self) -> bool:
        """A few seconds have passed; whether the page looks different now."""
        return False

    def came_back(self) -> None:
        """The page is in front again."""

    def said(self, text: Text) -> Said:
        """A text of the course, in whichever language it is asked for."""
        return lambda language: self.desk.wording.line(text[language], language)

    def words(self, text: Text) -> str:
        """A text of the course as plain words in the main language, without asking the registries."""
        return text[self.desk.words.main]

    def also(self, text: Text) -> str:
        """A text of the course as plain words in the second language shown; empty where there is one alone."""
        return "".join(text[language] for language in self.desk.words.shown[1:])
