"""Korean particles that follow the final sound of the word before them."""

from __future__ import annotations

import unicodedata

from safeclass.language.pattern import compile_later

FIRST_SYLLABLE, LAST_SYLLABLE = 0xAC00, 0xD7A3
RIEUL = 8
"""The place of ㄹ among the 28 finals of a Hangul syllable, no final being 0."""

# How the last sign is read aloud: 0 영, 1 일, 2 이, 3 삼, 6 육, 7 칠, 8 팔, L 엘, M 엠, N 엔, R 아르.
FINALS_OF_SIGNS = {"0": 21, "1": RIEUL, "3": 16, "6": 1, "7": RIEUL, "8": RIEUL, "l": RIEUL, "m": 16, "n": 4}
FINALS_OF_UNITS = {"%": 0}
PAIRS = frozenset(["은/는", "이/가", "을/를", "과/와", "아/야", "이에요/예요"])
"""The pairs whose two forms have nothing in common; every other one only adds a vowel after a consonant."""
ADDED = compile_later("(?P<vowel>[이으])(?P<rest>[가-힣]+)/(?P=rest)|이었(?P<ending>[가-힣]+)/였(?P=ending)")
"""Such a pair: 이나/나, 이라서/라서, 으로/로, 이었는데/였는데."""

BRACKETED = compile_later(r"(?<=\S)\s*\([^()]*\)\s*$")
"""What stands in brackets after a word is not read aloud."""

CLOSING = "\"')]}>"


def is_pair(pair: str) -> bool:
    """Whether Korean has a pair of particles or endings, after a consonant first, such as ``을/를``."""
    return pair in PAIRS or ADDED.fullmatch(pair) is not None


def final_of(word: str) -> int | None:
    """The final of the last sound of a word: 0 for none, 8 for ㄹ, another number for another; None where unknown."""
    said = BRACKETED.sub("", unicodedata.normalize("NFC", word)).rstrip(CLOSING + " \u00a0")
    if not said:
        return None
    last = said[-1]
    if FIRST_SYLLABLE <= ord(last) <= LAST_SYLLABLE:
        return (ord(last) - FIRST_SYLLABLE) % 28
    if last in FINALS_OF_UNITS:
        return FINALS_OF_UNITS[last]
    if last.isascii() and last.isalnum():
        return FINALS_OF_SIGNS.get(last.lower(), 0)
    return None


def josa(word: str, pair: str) -> str:
    """The particle of ``pair`` (``을/를``, ``으로/로``, ``이에요/예요`` …: after a consonant first) that fits ``word``.

    Where the last sound is unknown, both are kept: ``을(를)``.
    """
    closed, _, opened = pair.partition("/")
    final = final_of(word)
    if final is None:
        return f"{closed}({opened})"
    if closed.startswith("으로"):
        return opened if final in (0, RIEUL) else closed
    return closed if final else opened


def with_josa(word: str, pair: str) -> str:
    """A word with the particle that fits it: ``with_josa("117", "을/를")`` is ``117을``."""
    return word + josa(word, pair)


class Noun(str):
    """A word that takes a particle when formatted: ``f"{Noun('수업'):을/를}"``. Other formats are as for `str`."""

    def __format__(self, spec: str) -> str:
        return with_josa(str(self), spec) if "/" in spec else str.__format__(self, spec)
