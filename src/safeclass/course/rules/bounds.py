"""What keeps the bounds of a penalty or an age in step: 3년 이하 is up to 3 years, 19세 미만 is under 19."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.rules.manuscript import Manuscript
from safeclass.course.rules.rule import Passage, Rule
from safeclass.language import N_
from safeclass.language.pattern import compile_later

BOUND = Rule(
    "bound-differs",
    Severity.WARNING,
    N_("Only '{language}' says '{found}' of a penalty or an age."),
    N_("Say the bound in both: 이하, up to; 이상, at least; 미만, under."),
)

PLAINLY = {
    "ko": (
        compile_later(r"(?:\d년|만 원|\d원) 이하"),
        compile_later(r"\d년 이상(?=의? 징역|,| 징역|이에요)"),
        compile_later(r"\d세 미만"),
        compile_later(r"\d세 이상"),
        compile_later(r"\d세 이하"),
    ),
    "en": (
        compile_later(r"up to \d[\d,]* (?:years?|million won|won)", re.IGNORECASE),
        compile_later(r"at least \d+ years?", re.IGNORECASE),
        compile_later(r"\b[Uu]nder \d+\b(?!,| [A-Z]| million| hours| minutes)"),
        compile_later(r"\d (?:or|and) (?:over|older)\b"),
        compile_later(r"\d (?:or|and) (?:under|younger)\b"),
    ),
}
"""How a bound is said plainly: the most of a penalty, the least of it, an age that is not reached, and one that belongs to it."""
SOMEHOW = {
    "ko": (
        compile_later("이하|까지|최대|이내|길어야|많아야"),
        compile_later("이상|부터|최소|무기|적어도"),
        compile_later("미만|아래|어린|이하|미성년|안 되|되지 않|안 된|밑"),
        compile_later("이상|부터|넘"),
        compile_later("이하|까지"),
    ),
    "en": (
        compile_later(r"up to|at most|no more|maximum|or less|most the law|until|ceiling|heaviest|within", re.IGNORECASE),
        compile_later(r"at least|or more|from|to life|minimum|start|and over|or over|over", re.IGNORECASE),
        compile_later(r"under|below|younger|not yet|up to", re.IGNORECASE),
        compile_later(r"or over|and over|or older|and older|at least|from|or more|upwards", re.IGNORECASE),
        compile_later(r"or under|and under|or younger|and younger|up to|no older|until|to \d|–\d|-\d", re.IGNORECASE),
    ),
}
"""What counts as the same in the other language."""
OTHER = {"ko": "en", "en": "ko"}


SEEN = (("이하", "p to "), ("이상", "t least "), ("미만", "nder "))
"""How either language bounds something as a rule: where both do, nothing is looked at more closely."""


def suspect_bounds(manuscript: Manuscript) -> Iterator[int]:
    """The passages in which one language bounds something, and the other not in the usual way."""
    if "ko" in manuscript.words and "en" in manuscript.words:
        for korean, english in SEEN:
            yield from set(manuscript.words["ko"].holding(korean)) ^ set(manuscript.words["en"].holding(english))


def check_bounds(passage: Passage, place: Place) -> Iterator[Fault]:
    """Every bound that only one language says; the first of each kind."""
    if not passage.is_known:
        return
    for language, patterns in PLAINLY.items():
        for pattern, answer in zip(patterns, SOMEHOW[OTHER[language]], strict=True):
            found = pattern.search(passage.words[language])
            if found and not answer.search(passage.words[OTHER[language]]):
                yield BOUND.broken(place, language=language, found=found[0])
