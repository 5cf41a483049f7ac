"""Keys by the names this program uses, whatever the terminal and the Korean input method make of them."""

from __future__ import annotations

import unicodedata

JAMO = dict(zip("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "qwertyuiopasdfghjklzxcvbnm", strict=True))
"""What the letter keys send while two-set Korean input is on, and the letters they stand for."""

NAMES = {"question_mark": "f1", "?": "f1", "？": "f1", "space": "space", " ": "space", "full_stop": "."}
"""Other names of the same key: some terminals keep F1 for themselves, and a Korean layout may send a wide mark."""

LETTERS = {"q": "escape", "b": "9", "n": "enter"}
"""Letters that stand in for keys, for those who look for them: q goes back, b a card back, n goes on."""

WIDE_DIGITS = {chr(0xFF10 + digit): str(digit) for digit in range(10)}

LEAVE = frozenset({"ctrl+q", "ctrl+ㅂ", "ctrl+c", "ctrl+ㅊ", "f10"})
"""Keys that leave from anywhere."""


def name_of(key: str, character: str | None) -> str:
    """The name of a pressed key: ``1``, ``up``, ``enter``, ``f1`` …; jamo and wide digits as what they stand for."""
    if key in LEAVE:
        return "leave"
    sign = unicodedata.normalize("NFC", character) if character else ""
    sign = JAMO.get(sign, WIDE_DIGITS.get(sign, sign))
    if sign and sign.isprintable():
        return LETTERS.get(sign.lower(), NAMES.get(sign, sign))
    return NAMES.get(key, key)
