"""What is wrong only because of something in course.yaml or the registries: the cause is told, not each place that follows."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from safeclass.course.course import EVERYTHING
from safeclass.course.fault import Fault

NAMES_A_THING = frozenset(["unknown-fact", "unknown-name", "unknown-source"])
"""The rules that tell of a name that nothing is called."""
LANGUAGE = "unknown-language"
"""The rule that tells of words in a language that course.yaml does not name."""


def without_consequences(faults: Iterable[Fault], unread: Collection[str]) -> tuple[list[Fault], list[Fault]]:
    """Faults to be told, and those that only follow.

    They follow from things of these names that could not be read, as `Course.unread` is, or from a language that course.yaml
    holds words in and does not name.
    """
    found = list(faults)
    unnamed = {fault.names.get("key") for fault in found if fault.rule == LANGUAGE and fault.place.path == "course.yaml"}
    told: list[Fault] = []
    following: list[Fault] = []
    for fault in found:
        (following if _follows(fault, unread, unnamed) else told).append(fault)
    return told, following


def _follows(fault: Fault, unread: Collection[str], unnamed: Collection[str | None]) -> bool:
    if fault.rule in NAMES_A_THING:
        named = fault.names.get("source", fault.names["name"])
        return EVERYTHING in unread or named.partition(".")[0] in unread
    if fault.rule == "same-words":
        return EVERYTHING in unread or (bool(unread) and not fault.names["words"])
    if fault.rule == LANGUAGE:
        return fault.place.path != "course.yaml" and fault.names.get("key") in unnamed
    return fault.rule == "no-cards" and (EVERYTHING in unread or bool(unnamed))
