"""What was meant by a sign that a Korean keyboard sent: letters from two-set jamo, digits from wide ones."""

from __future__ import annotations

import unicodedata

JAMO = dict(zip("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "qwertyuiopasdfghjklzxcvbnm", strict=True))
"""What the letter keys send while two-set Korean input is on, and the letters they stand for."""

SHIFTED = dict(zip("ㅃㅉㄸㄲㅆㅒㅖ", "QWERTOP", strict=True))
"""What the same keys send together with Shift, where that is another jamo."""

JOINING = {unicodedata.normalize("NFKC", jamo): letter for jamo, letter in (JAMO | SHIFTED).items()}
"""The same jamo as they arrive when text is decomposed (U+1107 in place of U+3142)."""

WIDE_DIGITS = {chr(0xFF10 + digit): str(digit) for digit in range(10)}
"""Digits two cells wide, as some Korean input methods send them."""

MEANT = JAMO | SHIFTED | JOINING | WIDE_DIGITS


def meant_by(sign: str) -> str:
    """The letter or digit that one typed sign stands for; any other sign as it is, composed."""
    composed = unicodedata.normalize("NFC", sign)
    return MEANT.get(composed, composed)
