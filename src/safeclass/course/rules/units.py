"""What keeps the unit of a number in step: 3년 is 3 years, and not 3 months. Lessons cite such numbers, registries write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeclass.course.fault import Fault, Place
from safeclass.course.rules.languages import NUMBERS, in_both
from safeclass.course.rules.manuscript import Manuscript
from safeclass.course.rules.rule import Passage
from safeclass.language import N_
from safeclass.language.pattern import compile_later

OTHER_UNIT = NUMBERS._replace(wrong=N_("A number counts one thing in Korean, '{korean}', and another in English, '{english}'."))
"""The same where only what is counted differs."""

UNITS = {
    **dict.fromkeys(("년", "해", "year", "years"), "year"),
    **dict.fromkeys(("개월", "달", "month", "months"), "month"),
    **dict.fromkeys(("주", "주일", "week", "weeks"), "week"),
    **dict.fromkeys(("일", "day", "days"), "day"),
    **dict.fromkeys(("시간", "hour", "hours"), "hour"),
    **dict.fromkeys(("분", "minute", "minutes"), "minute"),
}
"""What counts time, and which unit it is in either language."""
COUNTED = {
    "ko": compile_later(r"(?<![\d,.])(\d+)(년|개월|달|주일|주|일|시간|분(?!의))"),
    "en": compile_later(r"(?<![\d,.])(\d+)[ -](years?|months?|weeks?|days?|hours?|minutes?)\b", re.IGNORECASE),
}


def suspect_units(manuscript: Manuscript) -> Iterator[int]:
    """The passages of registries in which both languages count something."""
    if "ko" in manuscript.words and "en" in manuscript.words:
        counted = (manuscript.words[language].matching(pattern) for language, pattern in COUNTED.items())
        yield from set.intersection(*map(set, counted))


def check_units(passage: Passage, place: Place) -> Iterator[Fault]:
    """Whether the same number counts years in one language and months in the other. Lessons cite what is counted."""
    both = in_both(passage)
    if both is None:
        return
    korean, english = (_counted(pattern, words) for pattern, words in zip(COUNTED.values(), both, strict=True))
    for number in korean.keys() & english.keys():
        if not {UNITS[unit] for unit in korean[number]} & {UNITS[unit] for unit in english[number]}:
            yield OTHER_UNIT.broken(place, korean=min(korean[number].values()), english=min(english[number].values()))


def _counted(pattern: re.Pattern[str], words: str) -> dict[str, dict[str, str]]:
    """For each number that counts time the units it does so in, each with the words for both."""
    found: dict[str, dict[str, str]] = {}
    for counted in pattern.finditer(words):
        found.setdefault(counted[1], {})[counted[2].lower()] = counted[0]
    return found
