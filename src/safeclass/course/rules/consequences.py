"""What is wrong only because something in the registries could not be read: the cause is told, not each place that cites it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from safeclass.course.course import EVERYTHING
from safeclass.course.fault import Fault

NAMES_A_THING = frozenset(["unknown-fact", "unknown-name", "unknown-source"])
"""The rules that tell of a name that nothing is called."""


def without_consequences(faults: Iterable[Fault], unread: Collection[str]) -> tuple[list[Fault], list[Fault]]:
    """Faults to be told, and those that only follow from things of these names that could not be read, as `Course.unread` is."""
    told: list[Fault] = []
    following: list[Fault] = []
    for fault in faults:
        (following if _follows(fault, unread) else told).append(fault)
    return told, following


def _follows(fault: Fault, unread: Collection[str]) -> bool:
    if fault.rule in NAMES_A_THING:
        return EVERYTHING in unread or fault.names["name"].partition(".")[0] in unread
    if fault.rule == "same-words":
        return EVERYTHING in unread or (bool(unread) and not fault.names["words"])
    return fault.rule == "no-cards" and EVERYTHING in unread
