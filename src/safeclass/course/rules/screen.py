"""What can be read on any terminal: signs of a known width, words and sentences that are not too long."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, partial

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.lesson import Lesson
from safeclass.course.page import Page
from safeclass.course.registry import Registry
from safeclass.course.rules.manuscript import PLAIN, Manuscript
from safeclass.course.rules.rule import Passage, Rule
from safeclass.course.wording import CITATION
from safeclass.language import N_
from safeclass.language.cells import width
from safeclass.language.pattern import compile_later

UNSAFE_SIGN = Rule(
    "unsafe-sign",
    Severity.ERROR,
    N_("In '{language}' stands '{sign}' (U+{code}), on whose width terminals disagree."),
    N_("Write it with plain signs: ... , - ~ and straight quotes."),
)
PICTURE = UNSAFE_SIGN._replace(mend=N_("Delete it, or say it in words."))
"""The same of a sign that is a picture: nothing on the keyboard stands for it."""
WIDE_WORD = Rule("wide-word", Severity.ADVICE, N_("'{word}' is wider than {cells} cells."), N_("Say it in two words."))
LONG_SENTENCE = Rule(
    "long-sentence",
    Severity.ADVICE,
    N_("A sentence in '{language}' has {count} words; {most} are enough."),
    N_("Make two sentences of it."),
)
LONG_PAGE = Rule("long-page", Severity.ADVICE, N_("This page has {count} words; {most} are enough."), N_("Make two cards of it."))
LONG_TITLE = Rule(
    "long-title",
    Severity.WARNING,
    N_("In '{language}' this title is {width} cells wide; above a card {most} are seen."),
    N_("Say it shorter. A Korean letter is two cells wide, an English one is one."),
)

WIDEST_WORD = 20
"""Cells of one Korean word between spaces."""
MOST_WORDS = {"ko": 20, "en": 25}
"""Words of one sentence."""
WIDEST_TITLE = 36
"""Cells of a lesson's title that fit into the band above its cards in 80 columns, between unit and place."""
MOST_ON_A_PAGE = 120
"""Korean words of one page."""

END_OF_SENTENCE = compile_later(r"[.?!:][')\"]*\s+|\n\s*\n")


@cache
def is_picture(sign: str) -> bool:
    """Whether a sign is drawn as a picture, and is no arrow or line."""
    return ord(sign) >= 0x1F000 or unicodedata.category(sign) == "So"


@cache
def is_unsafe(sign: str) -> bool:
    """Whether terminals draw a sign in different widths, or as a picture."""
    if sign in "\u00e9\u00b1\u00d7":  # drawn in one cell wherever a western alphabet is
        return False
    return unicodedata.east_asian_width(sign) == "A" or is_picture(sign)


def _as_one_word(registry: Registry, cited: re.Match[str]) -> str:
    """What a citation counts for: a word, or where it is a sentence the end of the one before."""
    return ". " if cited[1] in registry.sentences else "x"


def suspect_screen(manuscript: Manuscript) -> Iterator[int]:
    """The passages that could hold a sign of unknown width, or be too long in something."""
    for language, run in manuscript.words.items():
        yield from run.holding(*filter(is_unsafe, run.rare_signs))
        if language == "ko" and max(map(len, run.whole.split()), default=0) > WIDEST_WORD / 2:
            yield from (
                number
                for number, words in enumerate(run.parts)
                if max(map(len, words.split()), default=0) > WIDEST_WORD / 2 and not words.isascii()
            )
        most = MOST_WORDS.get(language)
        if most:
            yield from (number for number, words in enumerate(run.parts) if len(words) >= 2 * most and words.count(" ") >= most)
    if "ko" in manuscript.words:
        yield from (number for number, words in enumerate(manuscript.words["ko"].parts) if len(words) > 2 * MOST_ON_A_PAGE)


def check_screen(passage: Passage, registry: Registry, place: Place) -> Iterator[Fault]:
    """Signs of unknown width, and what is too long to be read at ease."""
    for language, words in passage.words.items():
        for sign in dict.fromkeys(PLAIN.sub("", words)) if not words.isascii() else ():
            if is_unsafe(sign):
                rule = PICTURE if is_picture(sign) else UNSAFE_SIGN
                yield rule.broken(place, language=language, sign=sign, code=f"{ord(sign):04X}")
        if language == "ko" and len(words) > WIDEST_WORD / 2:
            for word in words.split():
                if len(word) > WIDEST_WORD / 2 and width(word) > WIDEST_WORD and not word.isascii():
                    yield WIDE_WORD.broken(place, word=word, cells=str(WIDEST_WORD))
        most = MOST_WORDS.get(language)
        if most and words.count(" ") >= most:
            written = CITATION.sub(partial(_as_one_word, registry), passage.written[language])
            longest = max(len(sentence.split()) for sentence in END_OF_SENTENCE.split(written))
            if longest > most:
                yield LONG_SENTENCE.broken(place, language=language, count=str(longest), most=str(most))
    if isinstance(passage.holder, Page) and passage.key == "text" and "ko" in passage.words:
        count = len(passage.words["ko"].split())
        if count > MOST_ON_A_PAGE:
            yield LONG_PAGE.broken(place, count=str(count), most=str(MOST_ON_A_PAGE))


def check_title(lesson: Lesson, place: Callable[[object], Place]) -> Iterator[Fault]:
    """A title of a lesson that would be cut off on each of its pages."""
    for language, words in lesson.title.items():
        if (cells := width(words)) > WIDEST_TITLE:
            yield LONG_TITLE.broken(place(lesson.title), language=language, width=str(cells), most=str(WIDEST_TITLE))
