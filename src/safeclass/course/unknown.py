"""What is told of a name that nobody knows: that it is not known, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from safeclass.course.mistyped import mistyped
from safeclass.course.registry import DATES, Registry
from safeclass.course.slips import QUOTED_WHOLE
from safeclass.language import N_

Told = tuple[str, str, dict[str, str]]
"""What is wrong and how to mend it, as msgids with ``{names}``, and these names."""

LONGEST = 80
"""Signs up to which a name can be a typo of another."""
WORDS = re.compile(r"\S\s+\S")


def unknown_key(key: str, known: Collection[str]) -> Told:
    """Of a key that has no place where it stands."""
    near = nearest_to(key, known)
    mend = N_("Is '{near}' meant? Keys here are: {keys}.") if near else N_("Keys here are: {keys}.")
    names = {"key": key, "near": near, "keys": ", ".join(known)}
    return mistyped(key, known) or (N_("'{key}' is not a key here."), mend, names)


def unknown_language(key: str, words: str | None) -> Told:
    """Of a language that the course does not have, with the words behind it; None where there are none at all."""
    if words == "" and WORDS.search(key):
        return N_("Words end at a comma before '{found}'."), QUOTED_WHOLE, {"found": key}
    named = N_("Languages are named in course.yaml.")
    return mistyped(key) or (N_("'{key}' is not a language of this course."), named, {"key": key})


def unknown_kind(key: str, kinds: Collection[str]) -> Told:
    """Of a card whose first key is no kind of card."""
    near = nearest_to(key.lower(), kinds)
    one_of = N_("Its first key should be one of: {kinds}.")
    mend = N_("Is '{near}' meant? Its first key should be one of: {kinds}.") if near else one_of
    return N_("Nothing of this kind is known here."), mend, {"near": near, "kinds": ", ".join(kinds)}


def unknown_citation(name: str, part: str | None, registry: Registry) -> Told:
    """Of a citation that stands for nothing."""
    cited, fact = f"{name}.{part}" if part else name, registry.facts.get(name)
    parts = [f"{name}.{known}" for known in (*DATES, "law", *(found.id for found in fact.parts))] if fact else []
    near = nearest_to(cited, parts if part else (*registry.facts, *registry.channels, *registry.sentences))
    by_id = N_("Facts, channels and sentences are cited by id.")
    mend = N_("Is '{near}' meant? Facts, channels and sentences are cited by id.") if near else by_id
    return N_("Nothing is called '{name}'."), mend, {"name": cited, "near": near}


def nearest_to(name: str, names: Iterable[str]) -> str:
    """The one of some names that a name is a likely typo of; empty where there is none."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, list(names), 1, 0.7) if len(name) <= LONGEST else ()), "")
