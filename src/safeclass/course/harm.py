"""Words by which it can be told that something done to a person is spoken of, and that something can be done about it.

Each language says both in many ways, so that what is told by this is a place to read again and no fault.
"""

from __future__ import annotations

import re

HARM = {
    "ko": re.compile("협박|퍼뜨[리려렸릴린]|유포|동의 없이|몰래|강요|괴롭[히혔힘]|따돌"),
    "en": re.compile(
        r"\b(?:threat\w*|blackmail\w*|bull(?:y|ies|ied|ying)|forc(?:e|es|ed|ing)|spread\w*|without (?:asking|consent|permission)"
        r"|against (?:their|that person's|someone's) will)\b",
        re.IGNORECASE,
    ),
}
"""Something done to a person, by language."""

STEP = {
    "ko": re.compile("[가-힣]도 돼요|수 있어|세요|[말물]어보|말하|말해|알[리려]|상담|신고|도움|도와|멈[추출춘]|열지|보내지"),
    "en": re.compile(
        r"\b(?:can|could|may|tell|tells|told|ask|asks|asked|report|reports|reported|call|talk|help|helps|stop|stops|keep"
        r"|leave|don't|do not|need not|say|says)\b",
        re.IGNORECASE,
    ),
}
"""Something that can be done, by language."""


def speaks_of_harm(words: str, language: str) -> bool:
    """Whether words speak of something done to a person; false in a language that nobody looks at here."""
    return language in HARM and HARM[language].search(words) is not None


def offers_a_step(words: str, language: str) -> bool:
    """Whether words speak of something that can be done."""
    return language in STEP and STEP[language].search(words) is not None
