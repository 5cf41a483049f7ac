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
KOREAN = compile_later(DIGITS + r"([천백])?([만억]|조(?= ?원))?")
ENGLISH = compile_later(DIGITS + r"(?: (thousand|million|billion|trillion))?")
SIZES = {
    "백": 1e2,
    "천": 1e3,
    "만": 1e4,
    "억": 1e8,
    "조": 1e12,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
}

MONTHS = {write_date(date(2024, month, 1), "en").split()[1]: month for month in range(1, 13)}
"""The English months and their numbers."""
MONTH = compile_later(rf"\b({'|'.join(MONTHS)})\b")
FULL_HOUR = compile_later(r"(?<=\d):00\b")
AFTERNOON = compile_later(r"(?<![\d:])(1?\d) ?(?:p\.?m\.?|PM)(?!\w)")
"""An hour as it is told in English: 3 p.m. is 15."""
NEAR_A_NUMBER = compile_later(r"\d ?$")

NUMBERS = {
    "ko": compile_later("[0-9][0-9.,십백천만억조 ]*[대시]?"),
    "en": compile_later("[0-9][0-9.,]*(?: (?:thousand|million|billion|trillion))?"),
}
"""A number in ASCII digits, with everything beside it that makes it more or less than these."""
ANY_MONTH = compile_later("|".join(MONTHS))
"""Found much faster than `MONTH`, which takes whole words only."""

ENGLISH_WORDS: dict[str, tuple[float, ...]] = {
    **dict.fromkeys(("a", "an", "one", "once", "first", "each", "per", "single", "another"), (1,)),
    **dict.fromkeys(("year", "month", "day", "hour"), (1,)),
    **dict.fromkeys(("two", "twice", "second", "secondary", "both", "pair", "double", "couple"), (2,)),
    **dict.fromkeys(("half", "halves"), (1, 2, 50)),  # 2분의 1, 절반, 50%
    **dict.fromkeys(("three", "third", "thirds"), (3,)),
    **dict.fromkeys(("four", "fourth", "quarter", "quarters"), (4,)),
    **dict.fromkeys(("five", "fifth"), (5,)),
    **dict.fromkeys(("six", "sixth"), (6,)),
    **dict.fromkeys(("seven", "seventh", "week"), (7,)),
    **dict.fromkeys(("eight", "eighth"), (8,)),
    **dict.fromkeys(("nine", "ninth"), (9,)),
    **dict.fromkeys(("ten", "tenth", "teens", "teenager", "teenagers", "decade"), (10,)),
    "eleven": (11,),
    **dict.fromkeys(("twelve", "dozen", "noon"), (12,)),
    "thirteen": (13,),
    "fortnight": (2, 14),
    **{
        name: (number,) for number, name in enumerate(("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"), 14)
    },
    **{name: (10 * tens,) for tens, name in enumerate(("twenty", "thirty", "forty", "fifty", "sixty"), 2)},
    "twenties": (20, 29),
    "thirties": (30, 39),
}
"""What English says in letters, and the numbers that it may stand for."""
SAID_IN_ENGLISH = compile_later(rf"\b({'|'.join(ENGLISH_WORDS)})\b(?: (hundred|thousand|million))?", re.IGNORECASE)
KOREAN_WORDS: dict[str, tuple[float, ...]] = {
    **dict.fromkeys(("절반", "반"), (1, 2, 50)),
    **dict.fromkeys(("하나", "하루", "첫", "처음", "한"), (1,)),
    **dict.fromkeys(("둘", "이틀", "두"), (2,)),
    **dict.fromkeys(("셋", "사흘", "세"), (3,)),
    **dict.fromkeys(("넷", "나흘", "네"), (4,)),
    **dict.fromkeys(("다섯", "닷새"), (5,)),
    **dict.fromkeys(("여섯", "엿새"), (6,)),
    **dict.fromkeys(("일곱", "일주일", "이레"), (7,)),
    "여덟": (8,),
    "아홉": (9,),
    "열흘": (10,),
    "보름": (15,),
    **{f"{size}{unit}": (SIZES[size] * SIZES[unit],) for size in "백천" for unit in "만억"},
    **{size: (SIZES[size],) for size in "백천만억"},
}
"""What Korean says in letters, from the first sign of a word on, and the numbers that it may stand for."""
KOREAN_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50}
SAID_IN_KOREAN = compile_later(
    rf"(?<![가-힣])(?:({'|'.join(KOREAN_WORDS)})|({'|'.join(KOREAN_TENS)})(하나|한|둘|두|셋|세|넷|네|다섯|여섯|일곱|여덟|아홉)?)"
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
    words = FULL_HOUR.sub("", words)
    found = {_value(number) * SIZES.get(number[3] or "", 1) for number in ENGLISH.finditer(words)}
    for hour in AFTERNOON.finditer(words):
        found.discard(float(hour[1]))
        found.add(float(hour[1]) % 12 + 12)
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
    said: set[float] = set()
    for found in SAID_IN_ENGLISH.finditer(words):
        said.update(number * SIZES.get(found[2] or "", 1) for number in ENGLISH_WORDS[found[1].lower()])
    said |= {float(MONTHS[found[1]]) for found in MONTH.finditer(words)}
    if ALWAYS.search(words):
        said.add(365)
    return said


def _said_in_korean(words: str) -> set[float]:
    said: set[float] = set()
    for found in SAID_IN_KOREAN.finditer(words):
        if found[1]:
            said.update(KOREAN_WORDS[found[1]])
        else:
            said.add(KOREAN_TENS[found[2]] + (KOREAN_WORDS[found[3]][0] if found[3] else 0))
    return said
