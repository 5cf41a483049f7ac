"""The numbers that words tell, so that two languages can be held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from safeclass.course.rules.manuscript import Run
from safeclass.language.dates import write_date
from safeclass.language.pattern import compile_later

DIGITS = r"(\d{1,3}(?:,\d{3})+(?!\d)|\d+)(\.\d+)?"
KOREAN = compile_later(DIGITS + r"([천백])?([만억])?")
ENGLISH = compile_later(DIGITS + r"(?: (thousand|million|billion))?")
SIZES = {"백": 1e2, "천": 1e3, "만": 1e4, "억": 1e8, "thousand": 1e3, "million": 1e6, "billion": 1e9}

MONTHS = {write_date(date(2024, month, 1), "en").split()[1]: month for month in range(1, 13)}
"""The English months and their numbers."""
MONTH = compile_later(rf"\b({'|'.join(MONTHS)})\b")
NEAR_A_NUMBER = compile_later(r"\d ?$")

NUMBERS = {
    "ko": compile_later("[0-9][0-9.,십백천만억 ]*[대시]?"),
    "en": compile_later("[0-9][0-9.,]*(?: (?:thousand|million|billion))?"),
}
"""A number in ASCII digits, with everything beside it that makes it more or less than these."""
ANY_MONTH = compile_later("|".join(MONTHS))
"""Found much faster than `MONTH`, which takes whole words only."""

SAID_IN_ENGLISH = compile_later(
    r"\b(?:(an?|one|once|first|each|per|single|another|year|month|day|hour)|(two|twice|second|secondary|both|half|halves|pair)|(three|thirds?)|(four|fourth|quarters?)"
    r"|(five|fifth)|(six|sixth)|(seven|seventh|week)|(eight|eighth)|(nine|ninth)|(ten|tenth|teens|teenagers?|decade)"
    r"|(eleven)|(twelve|dozen|noon)|(thirteen)|(fourteen)|(fifteen)|(sixteen)|(seventeen)|(eighteen)|(nineteen)|(twenty))\b",
    re.IGNORECASE,
)
SAID_IN_KOREAN = compile_later(
    r"(?<![가-힣])(?:(한|하나|하루|첫|처음|반|절반)|(두|둘|이틀|절반|반)|(세|셋|사흘)|(네|넷)|(다섯)|(여섯)|(일곱|일주일)|(여덟)|(아홉)|(열))"
)
ALWAYS = compile_later(r"\bevery day\b|\ball year\b", re.IGNORECASE)
DIGIT = compile_later(r"\d")
TENS = compile_later(r"(?<!\d)([1-9]0)대")
"""An age as Koreans tell it: 10대 is 10 to 19."""


def korean_numbers(words: str) -> set[float]:
    """The numbers written in digits in Korean words: 1만 4,678 is one, 3천만 is 30,000,000, 오후 5시 is 17."""
    found: list[float] = []
    open_at = -1
    for number in KOREAN.finditer(words):
        value = _value(number)
        if number[3]:
            value *= SIZES[number[3]]
        if number[4]:
            value *= SIZES[number[4]]
        if value < 12 and words.startswith("시", number.end()) and words.endswith("오후 ", 0, number.start()):
            value += 12
        if open_at >= 0 and words[open_at : number.start()] in ("", " "):
            found[-1] += value
        else:
            found.append(value)
        open_at = number.end() if number[4] else -1
    return set(found)


def english_numbers(words: str) -> set[float]:
    """The numbers written in digits in English words, and the months: 16 October is 16 and 10, 50 million is one."""
    found = {_value(number) * SIZES.get(number[3] or "", 1) for number in ENGLISH.finditer(words)}
    for month in MONTH.finditer(words):
        # "May" and "March" are also other words, so they count only beside a number.
        beside = NEAR_A_NUMBER.search(words, 0, month.start()) or words[month.end() : month.end() + 2].strip().isdecimal()
        if beside or month[1] not in ("May", "March"):
            found.add(MONTHS[month[1]])
    return found


def differing_numbers(korean: str, english: str) -> tuple[set[float], set[float]]:
    """The numbers that only the Korean words tell, and those that only the English ones tell.

    A number that the other language says in letters (세 명, nine in ten) is not among them, and how often a number is
    told does not matter: a pronoun in one language is often the number again in the other.
    """
    if not DIGIT.search(korean) and not DIGIT.search(english):
        return set(), set()
    tens = [float(found[1]) for found in TENS.finditer(korean)]
    in_korean, in_english = korean_numbers(TENS.sub("", korean)), english_numbers(english)
    said_in_english = _said_in_english(english) if in_korean - in_english or tens else set()
    only_korean = in_korean - in_english - said_in_english
    only_korean |= {ten for ten in tens if not {ten, ten + 9} & (in_english | said_in_english)}
    only_english = in_english - in_korean - {number for ten in tens for number in (ten, ten + 9)}
    if only_english:
        only_english -= _said_in_korean(korean)
    return only_korean, only_english


def suspect_numbers(korean: Run, english: Run) -> Iterator[int]:
    """The passages whose numbers could differ: those in which not the same ones are seen at sight."""
    yield from korean.holding_a_digit(only_rare=True)
    yield from english.holding_a_digit(only_rare=True)
    yield from korean.holding("오후")
    yield from english.holding("May", "March")
    in_korean, in_english = korean.all_matching(NUMBERS["ko"]), english.all_matching(NUMBERS["en"])
    for number, months in english.all_matching(ANY_MONTH).items():
        in_english.setdefault(number, []).extend(months)
    for number in in_korean.keys() | in_english.keys():
        if not _are_the_same(" | ".join(in_korean.get(number, ())), " | ".join(in_english.get(number, ()))):
            yield number


@lru_cache(maxsize=4096)
def _are_the_same(korean: str, english: str) -> bool:
    """Whether words that are left of two passages, all that is said in digits and the months, tell the same numbers."""
    return not TENS.search(korean) and korean_numbers(korean) == english_numbers(english)


def write_number(value: float) -> str:
    """A number in digits."""
    return f"{value:,.10g}" if value >= 10_000 else f"{value:.10g}"


def _value(number: re.Match[str]) -> float:
    return float(number[1].replace(",", "") + (number[2] or ""))


def _said_in_english(words: str) -> set[float]:
    said = {float(found.lastindex or 0) for found in SAID_IN_ENGLISH.finditer(words)}
    said |= {float(MONTHS[found[1]]) for found in MONTH.finditer(words)}
    if 2 in said:
        said.add(1)  # a half: 2분의 1
    if ALWAYS.search(words):
        said.add(365)
    return said


def _said_in_korean(words: str) -> set[float]:
    said = {float(found.lastindex or 0) for found in SAID_IN_KOREAN.finditer(words)}
    if 1 in said:
        said.add(2)  # 절반, 반
    return said
