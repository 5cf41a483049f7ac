"""Events and progress as JSON text and back, the form they have on disk."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from typing import Any

from safeclass.course.text import Id
from safeclass.session.event import Event, Happened
from safeclass.session.progress import CardProgress, Given, LessonProgress

FORMAT = 1
"""The form of a kept progress; a row of another form is folded from its events again."""

_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

Row = tuple[str, str, str | None, str, int | None, int | None]
"""An event on disk: lesson, happened, card, answer, right, sure."""


def name(text: str) -> str:
    """A name in the one form in which it is kept and looked up: NFC, and sayable in UTF-8 whatever a shell handed over."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text).encode("utf-8", "backslashreplace").decode("utf-8")


def normal(event: Event) -> Event:
    """An event with every name in it in the form in which it is kept."""
    card = None if event.card is None else Id(name(event.card))
    return replace(event, lesson=Id(name(event.lesson)), card=card, answer=tuple([name(word) for word in event.answer]))


def row_of(event: Event) -> Row:
    """An event as a row."""
    right = None if event.right is None else int(event.right)
    return event.lesson, event.happened.value, event.card, _WRITER.encode(event.answer), right, event.sure


def event_of(row: Row) -> Event | None:
    """A row as an event; None where it is of a kind this version does not know, or cannot be read."""
    lesson, happened, card, answer, right, sure = row
    try:
        words = _words(json.loads(answer))
        is_right = None if right is None else bool(right)
        return Event(Happened(happened), Id(lesson), None if card is None else Id(card), words, is_right, sure)
    except (ValueError, TypeError, RecursionError):
        return None


def encode(progress: LessonProgress) -> str:
    """Progress as JSON; what is as at the beginning is left out, so that a row stays within one page of the file."""
    cards = {card: _encode_card(state) for card, state in progress.cards.items()}
    whole: dict[str, Any] = {"format": FORMAT, "at": progress.at, "begun": progress.is_begun, "finished": progress.finished}
    return _WRITER.encode({**whole, "cards": cards})


def decode(text: str) -> LessonProgress | None:
    """Progress from JSON; None where it is not what `encode` writes."""
    try:
        whole = json.loads(text)
        if whole["format"] != FORMAT:
            return None
        at, begun, finished = whole["at"], whole["begun"], whole["finished"]
        if not ((at is None or isinstance(at, str)) and isinstance(begun, bool) and isinstance(finished, int)):
            return None
        cards = {Id(card): _decode_card(state) for card, state in whole["cards"].items()}
        return LessonProgress(cards, None if at is None else Id(at), begun, finished)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None


def _encode_card(state: CardProgress) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    if state.given:
        kept["given"] = [[*given.answer, given.right] for given in state.given]
    if state.sure is not None:
        kept["sure"] = state.sure
    if state.skipped:
        kept["skipped"] = True
    return kept


def _decode_card(state: dict[str, Any]) -> CardProgress:
    given = tuple([Given(_words(answer[:-1]), _truth(answer[-1])) for answer in state.get("given", ())])
    sure = state.get("sure")
    if sure is not None and not isinstance(sure, int):
        raise TypeError(sure)
    return CardProgress(given, sure, "skipped" in state)


def _words(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError(value)
    "".join(value)  # The quickest way to a TypeError where one of them is no word: a summary reads ten thousand.
    return tuple(value)


def _truth(value: Any) -> bool | None:
    if value is None or value is True or value is False:
        return value
    raise TypeError(value)
