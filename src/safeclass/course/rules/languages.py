"""What keeps the languages of one text in step: the same numbers, citations, length and force."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.model import Option
from safeclass.course.rules.force import check_force, suspect_force
from safeclass.course.rules.manuscript import Manuscript
from safeclass.course.rules.numbers import differing_numbers, suspect_numbers, write_number
from safeclass.course.rules.rule import Passage, Rule
from safeclass.course.wording import CITATION, citations
from safeclass.language import N_
from safeclass.language.pattern import compile_later

NUMBERS = Rule(
    "numbers-differ",
    Severity.ERROR,
    N_("Korean and English tell different numbers. Only in Korean: {korean}. Only in English: {english}."),
    N_("Write the same numbers, dates and articles in both, best by citing a fact."),
)
ONLY_KOREAN = NUMBERS._replace(wrong=N_("Korean tells numbers that English does not: {korean}."))
ONLY_ENGLISH = NUMBERS._replace(wrong=N_("English tells numbers that Korean does not: {english}."))
"""The same where one language tells all numbers that the other does, and more."""
CITATIONS = Rule(
    "citations-differ",
    Severity.WARNING,
    N_("'{name}' is cited in '{one}' and not in '{other}'."),
    N_("Cite the same facts, channels and sentences in every language."),
)
UNTRANSLATED = Rule(
    "untranslated",
    Severity.WARNING,
    N_("The words in '{language}' are in another language."),
    N_("Write the same in this language."),
)
JOSA = Rule(
    "josa",
    Severity.ERROR,
    N_("'{found}' leaves the particle open."),
    N_("Write the one that fits; after a citation write {{name:을/를}}."),
)
FULL_WIDTH = Rule(
    "full-width",
    Severity.ERROR,
    N_("'{sign}' is a full-width sign (U+{code})."),
    N_("Type the plain sign of the keyboard."),
)
LENGTH = Rule(
    "length-differs",
    Severity.ADVICE,
    N_("One language says much more than the other."),
    N_("Look whether both say the same."),
)
RULES = (NUMBERS, CITATIONS, UNTRANSLATED, JOSA, FULL_WIDTH, LENGTH)

OPEN_JOSA = compile_later(
    r"[을를이가은는과와아야]\([을를이가은는과와아야]\)|\([으이]\)[가-힣]|으로\(로\)|로\(으로\)|이에요\(예요\)|예요\(이에요\)|이었\(였\)"
)
WIDE_SIGN = compile_later("[\u3000-\u3002\u3008-\u3011\u3014-\u301f\uff01-\uff60\uffe0-\uffe6]")
NAMES = ("use", "law")
"""Keys of names, which each language gives in its own way."""

HANGUL = compile_later("[가-힣]")
LATIN_WORD = compile_later(r"\b[a-z]{2,}\b")


def suspect_languages(manuscript: Manuscript) -> Iterator[int]:
    """The passages in which languages could be out of step, or signs could stand that should not."""
    for language, run in manuscript.words.items():
        yield from run.holding(*WIDE_SIGN.findall(run.rare_signs))
        if language == "ko":
            yield from run.holding("(")
    for one, other in permutations(manuscript.cited.values(), 2):
        for number, cited in one.items():
            if cited != other.get(number):
                yield number
    if "ko" in manuscript.words and "en" in manuscript.words:
        korean, english = manuscript.words["ko"], manuscript.words["en"]
        for number, (in_korean, in_english) in enumerate(zip(korean.parts, english.parts, strict=True)):
            if len(in_korean) > 20 and not 1 < len(in_english) / len(in_korean) < 4:
                yield number
        yield from suspect_numbers(korean, english)
        yield from suspect_force(korean, english)


def check_languages(passage: Passage, place: Place) -> Iterator[Fault]:
    """Everything in which the languages of one passage are out of step, or written with other signs than they should be."""
    yield from _check_signs(passage, place)
    if not passage.is_known:
        return
    for one, other in permutations(passage.written, 2):
        if "{" in passage.written[one]:
            cited = [{citation.name for citation in citations(passage.written[language])} for language in (one, other)]
            for name in sorted(cited[0] - cited[1]):
                yield CITATIONS.broken(place, name=name, one=one, other=other)
    if "ko" not in passage.words or "en" not in passage.words or passage.key in NAMES:
        return
    korean, english = passage.words["ko"], passage.words["en"]
    only_korean, only_english = differing_numbers(korean, english)
    if only_korean or only_english:
        rule = NUMBERS if only_korean and only_english else ONLY_KOREAN if only_korean else ONLY_ENGLISH
        yield rule.broken(place, korean=_written(only_korean), english=_written(only_english))
    if not isinstance(passage.holder, Option) or passage.key == "why":  # an option is short: "Tell them" says 말해야 해요
        yield from check_force(korean, english, place)
    if len(korean) > 20 and not 1 < len(english) / len(korean) < 4:
        yield LENGTH.broken(place)


def suspect_translation(manuscript: Manuscript) -> Iterator[int]:
    """The passages that could be in another language than they are given for."""
    if "ko" in manuscript.written and "en" in manuscript.written:
        yield from (number for number, words in enumerate(manuscript.written["ko"].parts) if words.isascii())
        if not manuscript.written["en"].is_ascii:
            yield from manuscript.written["en"].matching(HANGUL)


def suspect_swapped(manuscript: Manuscript) -> Iterator[int]:
    """The passages of registries that could stand under each other's language."""
    if "ko" in manuscript.written and "en" in manuscript.written:
        yield from (number for number, words in enumerate(manuscript.written["ko"].parts) if words.isascii())


def check_swapped(passage: Passage, place: Place) -> Iterator[Fault]:
    """Whether the words of a registry are in another language than they are given for; a name may be the same in all."""
    if "ko" in passage.written and "en" in passage.written:
        korean = CITATION.sub("", passage.written["ko"])
        if korean.isascii() and len(LATIN_WORD.findall(korean)) > 1 and passage.written["ko"] != passage.written["en"]:
            yield UNTRANSLATED.broken(place, language="ko")


def check_translation(passage: Passage, place: Place) -> Iterator[Fault]:
    """Whether the words of a lesson are in the language they are given for. Registries hold names that have no translation."""
    if "ko" in passage.written and "en" in passage.written:
        korean, english = (
            CITATION.sub("", words) if "{" in words else words for words in (passage.written["ko"], passage.written["en"])
        )
        if korean.isascii() and len(LATIN_WORD.findall(korean)) > 1:
            yield UNTRANSLATED.broken(place, language="ko")
        if not english.isascii() and len(HANGUL.findall(english)) > len(LATIN_WORD.findall(english)):
            yield UNTRANSLATED.broken(place, language="en")


def _check_signs(passage: Passage, place: Place) -> Iterator[Fault]:
    for language, words in passage.words.items():
        if language == "ko" and "(" in words and (found := OPEN_JOSA.search(words)):
            yield JOSA.broken(place, found=found[0])
        if not words.isascii() and (sign := WIDE_SIGN.search(words)):
            yield FULL_WIDTH.broken(place, sign=sign[0], code=f"{ord(sign[0]):04X}")


def _written(values: set[float]) -> str:
    return ", ".join(map(write_number, sorted(values)))
