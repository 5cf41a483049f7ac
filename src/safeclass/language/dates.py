"""Dates the way each language writes them, by CLDR. Babel is imported with the first date: it takes 19 ms."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

REGIONS = {"en": "en_GB"}
"""The region whose habits a language follows here, where it is not the first one."""


@lru_cache(maxsize=512)
def write_date(day: date, language: str) -> str:
    """A date in a sentence: ``2024년 10월 16일``, ``16 October 2024``."""
    from babel.dates import format_date

    return format_date(day, "long", locale=REGIONS.get(language, language))


@lru_cache(maxsize=512)
def write_short_date(day: date, language: str) -> str:
    """A date in a table: ``2024. 10. 16.`` in Korean, elsewhere as in a sentence."""
    from babel.dates import format_date

    return format_date(day, "medium" if language == "ko" else "long", locale=REGIONS.get(language, language))


@lru_cache(maxsize=512)
def write_day(day: date, language: str) -> str:
    """A day without its year: ``12월 6일``, ``6 December``."""
    from babel.dates import format_skeleton

    return format_skeleton("MMMMd", day, locale=REGIONS.get(language, language))
