"""Keys by the names this program uses, whatever the terminal and the Korean input method make of them."""

from __future__ import annotations

from safeclass.language.jamo import meant_by

NAMES = {"question_mark": "f1", "?": "f1", "？": "f1", "space": "space", " ": "space", "full_stop": "."}
"""Other names of the same key: some terminals keep F1 for themselves, and a Korean layout may send a wide mark."""

LETTERS = {"q": "escape", "b": "back", "n": "enter"}
"""Letters that stand in for keys, for those who look for them: q goes back, b a card back, n goes on."""

CARD_BACK = ("9", "back")
"""What goes a card back, or a step in a scene; a digit may count something on the page instead."""

LEAVE = frozenset({"ctrl+q", "ctrl+ㅂ", "ctrl+c", "ctrl+ㅊ", "f10"})
"""Keys that leave from anywhere."""


SUSPEND = frozenset({"ctrl+z", "ctrl+ㅋ"})
"""Keys that go back to the shell for a while."""


def name_of(key: str, character: str | None) -> str:
    """The name of a pressed key: ``1``, ``up``, ``enter``, ``f1`` …; jamo and wide digits as what they stand for."""
    if key in LEAVE:
        return "leave"
    if key in SUSPEND:
        return "suspend"
    sign = meant_by(character) if character else ""
    if sign and sign.isprintable():
        return LETTERS.get(sign.lower(), NAMES.get(sign, sign))
    return NAMES.get(key, key)


def stepped(place: int, key: str, count: int) -> int:
    """Where an arrow key leads from a place in a list of so many: round from the last to the first, and back."""
    return (place + (1 if key in ("down", "right") else -1)) % count
