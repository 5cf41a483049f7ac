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
NUMBER = compile_later(r"\d+")
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
    counted = [
        {number: {found for found in pattern.finditer(words) if found[1] == number} for number in NUMBER.findall(words)}
        for (pattern, words) in zip(COUNTED.values(), both, strict=True)
    ]
    for number in counted[0].keys() & counted[1].keys():
        korean, english = counted[0][number], counted[1][number]
        if korean and english and not {UNITS[found[2]] for found in korean} & {UNITS[found[2].lower()] for found in english}:
            yield OTHER_UNIT.broken(place, korean=min(found[0] for found in korean), english=min(found[0] for found in english))
