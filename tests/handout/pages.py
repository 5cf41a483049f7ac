"""Handouts of the shipped and the small course, and what a strict reader of HTML finds in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from safeclass.course.course import Course
from safeclass.course.wording import Wording
from safeclass.handout.document import handout
from safeclass.paths import shipped

TODAY = date(2026, 11, 27)
COURSE = Course(shipped())
LESSONS = COURSE.lesson_ids
LANGUAGES = COURSE.languages

VOID = {"meta"}
"""Elements that have no end."""
INSIDE_A_PARAGRAPH = {"span", "strong", "b", "small"}
"""What may stand in a paragraph: anything else would end it, whatever is written."""


@dataclass
class Page(HTMLParser):
    """One file, read strictly: elements nest, and nothing that is not meant to be there is."""

    open: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str | None]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    """The words in each language, as one would read them aloud."""
    style: str = ""
    languages: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]
        if "p" in self.open and tag not in INSIDE_A_PARAGRAPH:
            self.faults.append(f"<{tag}> in a paragraph")
        if tag not in VOID:
            self.open.append(tag)
        if tag == "article":
            self.languages.append(dict(attrs)["lang"] or "")

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> ends something else")
        if self.languages and tag not in INSIDE_A_PARAGRAPH:
            self._say("\n")

    def handle_data(self, data: str) -> None:
        if "style" in self.open:
            self.style += data
        elif "article" in self.open:
            self._say(data)

    def _say(self, words: str) -> None:
        self.words[self.languages[-1]] = self.words.get(self.languages[-1], "") + words


def read(written: str) -> Page:
    """A handout, read to its end."""
    page = Page()
    page.feed(written)
    page.close()
    if page.open:
        page.faults.append(f"never ended: {page.open}")
    return page


@cache
def written(lesson: str, *languages: str, today: date = TODAY) -> str:
    """The handout of a shipped lesson."""
    found, _faults = COURSE.lesson(lesson)
    assert found is not None
    return handout(found, COURSE.unit_of(lesson), Wording(COURSE.registry, today), languages or LANGUAGES)


def written_in(folder: Path, lesson: str) -> str:
    """The handout of a lesson of a course in a folder, in all its languages."""
    course = Course(folder)
    found, faults = course.lesson(lesson)
    assert found is not None, faults
    return handout(found, course.unit_of(lesson), Wording(course.registry, TODAY), course.languages)
