"""Compiles the catalogues, and takes the patterns of dates from CLDR.

The catalogues are compiled whenever a wheel is built or an editable install is done (``hatch_build.py``). By hand,
``python src/safeclass/language/build.py`` does that and writes ``cldr.json`` anew, for instance with a new language.
"""

from __future__ import annotations

import json
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALES = {"ko": ("ko", "medium"), "en": ("en_GB", "long")}
"""For each language the locale whose habits it follows here, and the length of its dates in tables."""


def compile_catalogues(locale: Path) -> list[Path]:
    """Write a ``.mo`` beside every ``.po`` below a folder; returns the files written."""
    written = []
    for source in sorted(locale.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        with source.open("rb") as po:
            catalog = read_po(po, locale=source.parts[-3])
        with target.open("wb") as mo:
            write_mo(mo, catalog)
        written.append(target)
    return written


def date_patterns() -> str:
    """The text of ``cldr.json``: how each language writes dates, from the CLDR data that Babel carries."""
    patterns = {}
    for language, (name, short) in LOCALES.items():
        locale = Locale.parse(name)
        patterns[language] = {
            "long": locale.date_formats["long"].pattern,
            "short": locale.date_formats[short].pattern,
            "day": str(locale.datetime_skeletons["MMMMd"].pattern),
            "months": [locale.months["format"]["wide"][month] for month in range(1, 13)],
        }
    return json.dumps(patterns, ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    here = Path(__file__).parent
    compile_catalogues(here / "locale")
    (here / "cldr.json").write_text(date_patterns(), encoding="utf-8")
