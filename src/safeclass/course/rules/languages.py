"""What keeps the languages of one text in step: the same numbers, citations, length and force."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, permutations

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.picking import Option
from safeclass.course.rules.force import check_force, suspect_force
from safeclass.course.rules.manuscript import Families, Manuscript
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

OPEN_JOSA = compile_later(
    r"[을를이가은는과와아야]\([을를이가은는과와아야]\)|\([으이]\)[가-힣]|으로\(로\)|로\(으로\)|이에요\(예요\)|예요\(이에요\)|이었\(였\)"
)
WIDE_SIGN = compile_later("[\u3000-\u3002\u3008-\u3011\u3014-\u301f\uff01-\uff60\uffe0-\uffe6]")
NAMES = ("use", "law")
"""Keys of names, which each language gives in its own way."""

SENTENCES = ("says", "about", "caution", "gloss", "reason", "first", "guardian", "hours", "for_", "voice_free")
"""Keys of the registries under which no name stands that could be the same in every language."""

HANGUL = compile_later("[가-힣]")
LATIN = compile_later("[A-Za-z]")
LATIN_WORD = compile_later(r"\b[a-z]{2,}\b")


def suspect_signs(manuscript: Manuscript) -> Iterator[int]:
    """The passages in which signs could stand that should not."""
    for language, run in manuscript.words.items():
        yield from run.holding(*WIDE_SIGN.findall(run.rare_signs))
        if language == "ko":
            yield from run.holding("(")


def check_signs(passage: Passage, place: Place) -> Iterator[Fault]:
    """Particles that are left open, and full-width signs."""
    for language, words in passage.words.items():
        if language == "ko" and "(" in words and (found := OPEN_JOSA.search(words)):
            yield JOSA.broken(place, found=found[0])
        if not words.isascii() and (sign := WIDE_SIGN.search(words)):
            yield FULL_WIDTH.broken(place, sign=sign[0], code=f"{ord(sign[0]):04X}")


def suspect_cited(manuscript: Manuscript) -> Iterator[int]:
    """The passages that do not cite the same in every language."""
    for one, other in combinations(manuscript.cited.values(), 2):
        if one != other:
            yield from (number for number in one.keys() | other.keys() if one.get(number) != other.get(number))


def check_cited(passage: Passage, place: Place) -> Iterator[Fault]:
    """Every name that is cited in one language and not in another."""
    if not passage.is_known:
        return
    cited = {language: {citation.name for citation in citations(words)} for language, words in passage.written.items()}
    for one, other in permutations(cited, 2):
        for name in sorted(cited[one] - cited[other]):
            yield CITATIONS.broken(place, name=name, one=one, other=other)


def suspect_told_numbers(manuscript: Manuscript) -> Iterator[int]:
    """The passages whose numbers could differ."""
    if "ko" in manuscript.words and "en" in manuscript.words:
        yield from suspect_numbers(manuscript.words["ko"], manuscript.words["en"])


def check_told_numbers(passage: Passage, place: Place) -> Iterator[Fault]:
    """The numbers that one language tells and the other does not."""
    if both := in_both(passage):
        only_korean, only_english = differing_numbers(*both)
        if only_korean or only_english:
            rule = NUMBERS if only_korean and only_english else ONLY_KOREAN if only_korean else ONLY_ENGLISH
            yield rule.broken(place, korean=_written(only_korean), english=_written(only_english))


def suspect_said_force(manuscript: Manuscript) -> Iterator[int]:
    """The passages in which one language could forbid, demand or allow."""
    if "ko" in manuscript.words and "en" in manuscript.words:
        yield from suspect_force(manuscript.words["ko"], manuscript.words["en"])


def check_said_force(passage: Passage, place: Place) -> Iterator[Fault]:
    """What one language forbids, demands or allows alone. An option is short: "Tell them" says 말해야 해요."""
    if (not isinstance(passage.holder, Option) or passage.key == "why") and (both := in_both(passage)):
        yield from check_force(*both, place)


def suspect_length(manuscript: Manuscript) -> Iterator[int]:
    """The passages in which one language says much more."""
    if "ko" in manuscript.words and "en" in manuscript.words:
        both = zip(manuscript.words["ko"].parts, manuscript.words["en"].parts, strict=True)
        yield from (number for number, (korean, english) in enumerate(both) if _is_far_off(korean, english))


def check_length(passage: Passage, place: Place) -> Iterator[Fault]:
    """Whether one language says much more."""
    if (both := in_both(passage)) and _is_far_off(*both):
        yield LENGTH.broken(place)


IN_STEP: Families = (
    (suspect_signs, check_signs),
    (suspect_cited, check_cited),
    (suspect_told_numbers, check_told_numbers),
    (suspect_said_force, check_said_force),
    (suspect_length, check_length),
)
"""What is looked for in every passage of a course, of its lessons and its registries."""


def in_both(passage: Passage) -> tuple[str, str] | None:
    """The Korean and the English words of a passage, where they are to say the same."""
    if passage.is_known and "ko" in passage.words and "en" in passage.words and passage.key not in NAMES:
        return passage.words["ko"], passage.words["en"]
    return None


def _is_far_off(korean: str, english: str) -> bool:
    """Whether one wording is much longer than the other, and neither is short."""
    return len(korean) > 20 and not 1 < len(english) / len(korean) < 4


def suspect_translation(manuscript: Manuscript) -> Iterator[int]:
    """The passages that could be in another language than they are given for."""
    if "ko" in manuscript.written and "en" in manuscript.written:
        yield from (number for number, words in enumerate(manuscript.written["ko"].parts) if words.isascii())
        if not manuscript.written["en"].is_ascii:
            yield from manuscript.written["en"].matching(HANGUL)


def suspect_swapped(manuscript: Manuscript) -> Iterator[int]:
    """The passages of registries that could stand under each other's language."""
    if "ko" in manuscript.written and "en" in manuscript.written:
        yield from suspect_translation(manuscript)


def check_swapped(passage: Passage, place: Place) -> Iterator[Fault]:
    """Whether the words of a registry are in another language than they are given for; a name may be the same in all."""
    if "ko" in passage.written and "en" in passage.written:
        korean, english = (CITATION.sub("", passage.written[language]) for language in ("ko", "en"))
        may_be_name = passage.key not in SENTENCES and korean == english
        if korean.isascii() and len(LATIN_WORD.findall(korean)) > 1 and not may_be_name:
            yield UNTRANSLATED.broken(place, language="ko")
        # Korean names of accounts may stand in English.
        if len(HANGUL.findall(english)) > len(LATIN.findall(english)) and not may_be_name:
            yield UNTRANSLATED.broken(place, language="en")


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


def _written(values: set[float]) -> str:
    return ", ".join(map(write_number, sorted(values)))
