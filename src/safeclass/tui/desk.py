"""What every view works with: the course, the words, the learner's record, and the stack of views."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from safeclass.course.course import Course
from safeclass.language import Words
from safeclass.session.keeping import Keeping

if TYPE_CHECKING:
    from safeclass.course.channels import Channel
    from safeclass.course.terms import Term
    from safeclass.course.wording import Wording
    from safeclass.tui.views.view import View


@dataclass
class Appearance:
    """How the screen looks; changed in the settings."""

    theme: str = "dark"
    plain: bool = False
    """Whether characters take the place of colours and fields."""


@dataclass(frozen=True)
class Shared:
    """What holds at a terminal that several people use one after the other."""

    next_desk: Callable[[], Desk]
    """A desk for whoever comes next, with nothing of the one before."""
    cover_after: float
    """After how many seconds without a key the screen is covered."""
    wipe_after: float
    """After how many seconds without a key everything that was done is dropped."""
    today: Callable[[], date] = date.today
    """Which day it is: the program may run for weeks."""


@dataclass
class Desk:
    """The learner's desk."""

    course: Course
    words: Words
    keeping: Keeping
    today: date
    appearance: Appearance = field(default_factory=Appearance)
    save_settings: Callable[[], None] = lambda: None
    """Keeps the language and the appearance for the next time."""
    views: list[View] = field(default_factory=list)
    """What is open, the page in front last."""
    shared: Shared | None = None
    """Set at a terminal that several people use."""
    is_over: bool = False
    """Whether the program is to end."""

    @property
    def view(self) -> View:
        """The page in front."""
        return self.views[-1]

    def open(self, view: View) -> None:
        """Put a page in front."""
        self.views.append(view)

    def close(self) -> None:
        """Take the page in front away, and show the one behind it afresh; the last one stays."""
        if len(self.views) > 1:
            self.views.pop()
            self.view.came_back()

    def replace(self, view: View) -> None:
        """Put a page in the place of the one in front."""
        self.views[-1] = view

    def go_home(self) -> None:
        """Close everything but the first page."""
        del self.views[1:]
        self.view.came_back()

    def take(self, course: Course) -> None:
        """Work with another reading of the course from here on, in its languages."""
        self.course = course
        self.words.languages = course.languages
        if not set(self.words.shown) <= set(course.languages):
            self.words.choose(course.languages[0])
        self.__dict__.pop("wording", None)

    @cached_property
    def wording(self) -> Wording:
        """How the course's texts read today. The registries are read with the first use."""
        from safeclass.course.wording import Wording

        return Wording(self.course.registry, self.today)

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        """The words of the law that the lessons use. All of them are looked through with the first use."""
        from safeclass.course.glossary import glossary

        return glossary(self.course)

    @property
    def channels(self) -> Mapping[str, Channel]:
        """Where to turn."""
        return self.course.channels
