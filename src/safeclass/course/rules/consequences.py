"""What is wrong only because of something in course.yaml or the registries: the cause is told, not each place that follows."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from safeclass.course.course import EVERYTHING
from safeclass.course.fault import Fault
from safeclass.course.rules.misnamed import NAMES_A_THING, is_misnamed, with_counts

LANGUAGE = "unknown-language"
"""The rule that tells of words in a language that course.yaml does not name."""


def without_consequences(faults: Iterable[Fault], unread: Collection[str]) -> tuple[list[Fault], list[Fault]]:
    """Faults to be told, and those that only follow.

    They follow from things of these names that could not be read, as `Course.unread` is, from a language that course.yaml
    holds words in and does not name, or from a slip in the name of something that many places cite.
    """
    found, following = with_counts(list(faults))
    unnamed = {fault.names.get("key") for fault in found if fault.rule == LANGUAGE and fault.place.path == "course.yaml"}
    told: list[Fault] = []
    for fault in found:
        (following if _follows(fault, unread, unnamed) else told).append(fault)
    return told, following


def _follows(fault: Fault, unread: Collection[str], unnamed: Collection[str | None]) -> bool:
    if fault.rule in NAMES_A_THING and not is_misnamed(fault):
        return EVERYTHING in unread or fault.names["name"].partition(".")[0] in unread
    if fault.rule == "same-words":
        return EVERYTHING in unread or (bool(unread) and not fault.names["words"])
    if fault.rule == LANGUAGE:
        return fault.place.path != "course.yaml" and fault.names.get("key") in unnamed
    return fault.rule == "no-cards" and (EVERYTHING in unread or bool(unnamed))
