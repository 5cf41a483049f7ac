"""Dates the way each language writes them, by the patterns of CLDR.

The patterns stand in ``cldr.json``, which `safeclass.language.build` takes from Babel: Babel itself would cost 19 ms and
5 MiB at the first date, and 31 MB on every machine.
"""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from safeclass.language.pattern import compile_later

CLDR_FILE = Path(__file__).with_name("cldr.json")
"""For each language the patterns ``long``, ``short`` and ``day``, and the names of the months."""

FIELD = compile_later(r"y+|M+|d+")


@cache
def _patterns() -> dict[str, dict[str, Any]]:
    patterns: dict[str, dict[str, Any]] = json.loads(CLDR_FILE.read_text(encoding="utf-8"))
    return patterns


@lru_cache(maxsize=512)
def _write(day: date, language: str, pattern: str) -> str:
    known = _patterns().get(language)
    if known is None:
        return day.isoformat()

    def value(found: re.Match[str]) -> str:
        match found[0]:
            case "MMMM":
                return str(known["months"][day.month - 1])
            case "MM" | "dd":
                return f"{day.month if found[0] == 'MM' else day.day:02}"
        return str({"y": day.year, "M": day.month, "d": day.day}[found[0][0]])

    return FIELD.sub(value, known[pattern])


def write_date(day: date, language: str) -> str:
    """A date in a sentence: ``2024년 10월 16일``, ``16 October 2024``."""
    return _write(day, language, "long")


def write_short_date(day: date, language: str) -> str:
    """A date in a table: ``2024. 10. 16.`` in Korean, in English as in a sentence."""
    return _write(day, language, "short")


def write_day(day: date, language: str) -> str:
    """A day without its year: ``12월 6일``, ``6 December``."""
    return _write(day, language, "day")
