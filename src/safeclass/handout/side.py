"""One side of a sheet in one language: the words of the course and of the interface, ready to be put into HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from safeclass.course.course_file import Unit
from safeclass.course.facts import Fact
from safeclass.course.lesson import Lesson
from safeclass.course.page import Help, Page
from safeclass.course.text import Text, texts
from safeclass.course.wording import Alone, FactBlock, Paragraph, Wording, citations
from safeclass.handout.markup import Markup, element, joined, runs
from safeclass.language import N_, translate
from safeclass.language.dates import write_date

STEP = re.compile(r"(?:^|\s)([1-9])\) ")
"""The number of a step that is written inside a text: ``1) …  2) …``."""


@dataclass(frozen=True, slots=True)
class Side:
    """A lesson being written down in one language."""

    lesson: Lesson
    unit: Unit | None
    wording: Wording
    language: str

    def say(self, message: str, **names: str) -> str:
        """An interface message."""
        return translate(message, self.language).format(**names)

    def words(self, text: Text) -> Markup:
        """A text of the course on one line."""
        return self._set(text[self.language])

    def _set(self, words: str) -> Markup:
        return runs(self.wording.line(words, self.language))

    def prose(self, text: Text) -> Markup:
        """A text of the course in paragraphs, with facts in frames."""
        return joined(map(self._paragraph, self._paragraphs(text)))

    def _paragraph(self, paragraph: Paragraph) -> Markup:
        match paragraph:
            case FactBlock(fact=fact):
                return self.frame(fact)
            case Alone(runs=words):
                return element("p", runs(words), class_="alone")
            case _:
                return element("p", runs(paragraph))

    def frame(self, fact: Fact) -> Markup:
        """A fact in a frame: what, the value, what it stands on, since when and as of when."""
        told = [self.words(fact.about), element("strong", self.words(fact.value)), self.foundation(fact)]
        return element("div", *(element("p", line) for line in told), class_="frame")

    def foundation(self, fact: Fact, *, instead: Text | None = None) -> Markup:
        """The article that a fact stands on, or other words for one that stands on none, since when and as of when."""
        law = fact.law or instead
        dates = self.wording.held_from(fact, self.language)
        return element("small", joined([self.words(law), f" ({dates})"]) if law else dates)

    def steps(self, text: Text) -> Markup:
        """A text with the steps that it counts itself as a list; in paragraphs where it counts none."""
        lead, *parts = STEP.split(text[self.language])
        numbers, steps = parts[::2], parts[1::2]
        if not steps or numbers != [str(number) for number in range(1, len(numbers) + 1)]:
            return self.prose(text)
        listed = element("ol", *(element("li", self._set(step)) for step in steps))
        return joined([element("p", self._set(lead)), listed]) if lead.strip() else listed

    def section(self, heading: str, *inside: str, class_: str = "") -> Markup:
        """A part of the page under a heading, which is a message."""
        return element("section", element("h2", self.say(heading)), *inside, class_=class_)

    def title(self, note: str = "") -> Markup:
        """The head of the page: the unit, what the page is for, and the lesson's title."""
        unit = self.words(self.unit.title) if self.unit else Markup("")
        above = element("p", "SafeClass", element("span", unit), element("span", note), class_="above")
        return joined([above, element("h1", self.words(self.lesson.title))])

    def by_hand(self, *labels: str) -> Markup:
        """Lines to write on by hand, each after what belongs there, which is a message."""
        return element("p", *(element("span", self.say(label)) for label in labels), class_="by-hand")

    def foot(self, facts: Iterable[Fact]) -> Markup:
        """When the page was made, and the day after which the facts on it are to be looked at again."""
        today = self.wording.today
        notes = [self.say(N_("Made on {date}."), date=write_date(today, self.language))]
        day = min((fact.review_by for fact in facts), default=None)
        if day is not None and day < today:
            notes.append(self.say(N_("Some facts on this page are due for review.")))
        elif day is not None:
            notes.append(self.say(N_("After {date}, make a new one."), date=write_date(day, self.language)))
        return element("p", " ".join(notes), class_="made")

    def facts_in(self, *told: object) -> tuple[Fact, ...]:
        """The facts that things of the model cite, each once, in the order they are cited."""
        known = self.wording.registry.facts
        names = (citation.name for text in texts(told) for citation in citations(text[self.language]))
        return tuple(known[name] for name in dict.fromkeys(names) if name in known)

    @property
    def gist(self) -> tuple[Fact, ...]:
        """The facts that the lesson in short stands on: those that its summary cites, or without one those it frames."""
        return self.facts_in(self.lesson.summary) if self.lesson.summary else self.framed

    @property
    def framed(self) -> tuple[Fact, ...]:
        """The facts that stand in frames of their own in the lesson: what is worth keeping of one without a summary."""
        pages = (card for card in self.lesson.deck if isinstance(card, Page))
        parts = (part for page in pages for part in self._paragraphs(page.text))
        return tuple(dict.fromkeys(part.fact for part in parts if isinstance(part, FactBlock)))

    def _paragraphs(self, text: Text) -> tuple[Paragraph, ...]:
        return self.wording.paragraphs(text, self.language)

    @property
    def help(self) -> Help | None:
        """The lesson's own card of where to turn."""
        return next((card for card in self.lesson.deck if isinstance(card, Help)), None)
