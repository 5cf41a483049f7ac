"""What keeps a lesson kind: polite speech, penalties that say it depends, and a hand for whom it may touch."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from safeclass.course.card import Card, identity
from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.lesson import Lesson
from safeclass.course.page import Help
from safeclass.course.registry import Registry
from safeclass.course.rules.manuscript import Manuscript
from safeclass.course.rules.rule import Passage, Rule
from safeclass.course.rules.words import QUOTED
from safeclass.course.scene import Message
from safeclass.course.terms import CEILING, FAULT
from safeclass.course.text import texts
from safeclass.course.wording import CITATION, resolved
from safeclass.language import N_
from safeclass.language.pattern import compile_later

SPEECH_LEVEL = Rule(
    "speech-level",
    Severity.WARNING,
    N_("'{found}' speaks to an audience, not to one pupil."),
    N_("End it in -아요 or -어요; only what is quoted ends in -니다."),
)
BARE_PENALTY = Rule(
    "bare-penalty",
    Severity.WARNING,
    N_("In '{language}' this card tells a penalty, and not that it depends on the case."),
    N_("Add {{ceiling}}, or that a real case depends on age and circumstances."),
)
NO_COMFORT = Rule(
    "no-comfort",
    Severity.WARNING,
    N_("This lesson is sensitive and says nowhere that it is not one's fault."),
    N_("Cite {{fault}} on a page."),
)
NO_HELP = Rule(
    "no-help",
    Severity.WARNING,
    N_("This lesson is sensitive and has no card that says where to turn."),
    N_("Add a card of the kind `help`."),
)

IN_P = "".join(map(chr, range(ord("갑"), ord("힣"), 28)))
"""The syllables that end in ㅂ."""
FORMAL = compile_later(rf"[가-힣]*(?:[{IN_P}](?:니[다까]|시다)|십시오)(?=[.?!]|$)", re.MULTILINE)
"""A Korean sentence that ends as one does before an audience."""
BOOKISH = compile_later(r"[가-힣]+다(?=[.?!])")
"""One that ends as in a book."""
PENALTY = {
    "ko": compile_later(r"(?:년|만 원) 이하의? (?:징역|벌금)|년 이상의? 징역|무기 또는|무기징역"),
    "en": compile_later(
        r"(?:up to|at least) [\w-]+ years? in prison|(?<!administrative )fine of up to|life or at least|in prison for life",
        re.IGNORECASE,
    ),
}
DEPENDS = {
    "ko": compile_later("달라|사건마다|사안마다|살펴"),
    "en": compile_later(r"depend|differ|case by case|each case|looked at|weigh", re.IGNORECASE),
}
"""How one says that what happens in a real case is not what is threatened."""


def suspect_speech(manuscript: Manuscript) -> Iterator[int]:
    """The passages that may hold a formal ending."""
    if "ko" in manuscript.words:
        yield from manuscript.words["ko"].holding("니다", "니까", "시다", "십시오", "다.", "다?")


def check_speech(passage: Passage, place: Place) -> Iterator[Fault]:
    """Korean that speaks to an audience or like a book; what is quoted and what somebody says in a scene may."""
    words = QUOTED.sub("", passage.words.get("ko", ""))
    found = FORMAL.search(words) or (None if passage.is_said_to_be_answered else BOOKISH.search(words))
    if found and not (isinstance(passage.holder, Message) and passage.holder.who):
        yield SPEECH_LEVEL.broken(place, found=found[0])


class Care:
    """What is owed to the learners of one course."""

    def __init__(self, registry: Registry) -> None:
        """A course is held to saying a fixed sentence only where it has it."""
        self._registry = registry
        self._said = cache(lambda citation, language: resolved(citation, language, registry))

    def check(self, lesson: Lesson, place: Callable[[object], Place], *, is_whole: bool) -> Iterator[tuple[str, Fault]]:
        """Penalties told without a word on the case, and what a sensitive lesson lacks; each with its card, or none.

        What a lesson lacks is only known where it `is_whole`: a card that could not be read may hold it.
        """
        for card in lesson.deck if CEILING in self._registry.sentences else ():
            for language in PENALTY:
                if language in lesson.title and self._is_bare(card, language):
                    yield identity(card), BARE_PENALTY.broken(place(card), language=language)
        if lesson.note is not None and is_whole:
            is_said = any(f"{{{FAULT}" in words for text in texts(lesson) for words in text.values())
            if FAULT in self._registry.sentences and not is_said:
                yield "", NO_COMFORT.broken(place(lesson))
            if lesson.cards and not any(isinstance(card, Help) for card in lesson.cards):
                yield "", NO_HELP.broken(place(lesson))

    def _is_bare(self, card: Card, language: str) -> bool:
        words = "\n".join([text[language] for text in texts(card)])
        if "{" in words:
            words = CITATION.sub(lambda cited: self._said(cited[0], language), words)
        return bool(PENALTY[language].search(words)) and not DEPENDS[language].search(words)
