"""What is wrong only because of something in course.yaml or the registries: the cause is told, not each place that follows.

And what is wrong in the same way at a great many places, as all texts are where a course takes up a new language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from safeclass.course.fault import Fault, Severity
from safeclass.course.rules.misnamed import NAMES_A_THING, is_misnamed, with_counts
from safeclass.course.text import EVERYTHING
from safeclass.language import N_

LANGUAGE = "unknown-language"
"""The rule that tells of words in a language that course.yaml does not name."""

GONE = "gone-since-review"
"""The rule that tells of what stands in a file no more."""
UNCITED = "uncited-fact"
"""The rule that tells of a fact that no lesson cites."""
MISSING = "missing-language"
"""The rule that tells of a text without the words of a language."""
RESTS_ON_WORDS = frozenset(["same-words", "unused-silence"])
"""Rules that tell other things of a lesson where something that it cites could not be read."""
MOST_PLACES = 10
"""At so many places of one file it is told of each that a language is missing; at more, of the file."""


def without_consequences(faults: Iterable[Fault], unread: Collection[str]) -> tuple[list[Fault], list[Fault]]:
    """Faults to be told, and those that only follow.

    They follow from things of these names that could not be read, as `RegistryFiles.unread` is, from a language that course.yaml
    holds words in and does not name, or from a slip in the name of something that many places cite. What is gone from a file
    with an error may only not have been read, and so may what cites a fact.
    """
    found, following = with_counts(list(faults))
    erring = {fault.place.path for fault in found if fault.severity is Severity.ERROR}
    may_be_cited = bool(unread) or any(path.startswith("lessons/") for path in erring)
    unnamed = {fault.names.get("key") for fault in found if fault.rule == LANGUAGE and fault.place.path == "course.yaml"}
    told: list[Fault] = []
    for fault in found:
        is_unread = (fault.rule == GONE and fault.place.path in erring) or (fault.rule == UNCITED and may_be_cited)
        (following if is_unread or _follows(fault, unread, unnamed) else told).append(fault)
    return told, following


def _follows(fault: Fault, unread: Collection[str], unnamed: Collection[str | None]) -> bool:
    if is_misnamed(fault):
        return fault.names["meant"] in unread
    if fault.rule in NAMES_A_THING:
        named = fault.names.get("source", fault.names["name"])
        return EVERYTHING in unread or named.partition(".")[0] in unread
    if unread and fault.severity is Severity.ADVICE and fault.place.path.startswith("lessons/"):
        return True  # on words of which some that they cite are missing
    if fault.rule in RESTS_ON_WORDS:
        return bool(unread)
    if fault.rule == LANGUAGE:
        return fault.place.path != "course.yaml" and fault.names.get("key") in unnamed
    return fault.rule == "no-cards" and (EVERYTHING in unread or bool(unnamed))


def folded(faults: Iterable[Fault]) -> list[Fault]:
    """Faults to be told, where a language that is missing nearly everywhere in a file is one, at the first of its places."""
    found = list(faults)
    places = Counter(_missing_in(fault) for fault in found)
    told: dict[tuple[str, str] | int, Fault] = {}
    for number, fault in enumerate(found):
        where = _missing_in(fault)
        if where is None or places[where] <= MOST_PLACES:
            told[number] = fault
        elif where not in told or fault.place < told[where].place:
            told[where] = _everywhere(fault, places[where])
    return list(told.values())


def _missing_in(fault: Fault) -> tuple[str, str] | None:
    """The file and the language, where a fault tells that this is missing."""
    return (fault.place.path, fault.names["language"]) if fault.rule == MISSING else None


def _everywhere(first: Fault, places: int) -> Fault:
    wrong = N_("'{language}' is missing here and at {more} more places of this file.")
    mend = N_("Write the same words in this language. Every place is told by: safeclass check {path}")
    return Fault(first.place, first.rule, wrong, mend, {**first.names, "more": str(places - 1), "path": first.place.path})
