"""Signs that are fit to be seen, whatever they are written on."""

from __future__ import annotations

import unicodedata


def clean(words: str) -> str:
    """Words on one line, without any control sign or sign that steers direction."""
    if words.isprintable():
        return words
    signs = (" " if sign in "\n\t" else sign for sign in words)
    return "".join(sign for sign in signs if unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))
