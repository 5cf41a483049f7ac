"""What is told of a name that nobody knows: that it is not known, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from safeclass.course.registry import DATES, Registry
from safeclass.course.slips import QUOTED_WHOLE
from safeclass.course.slips.mistyped import mistyped
from safeclass.language import N_

Told = tuple[str, str, dict[str, str]]
"""What is wrong and how to mend it, as msgids with ``{names}``, and these names."""

LONGEST = 80
"""Signs up to which a name can be a typo of another."""
MOST_NAMES = 50
"""Names in one card up to which it is asked which one is meant; with thousands of them that would take minutes."""
WORDS = re.compile(r"\S\s+\S")


def unknown_key(key: str, known: Collection[str]) -> Told:
    """Of a key that has no place where it stands."""
    near = nearest_to(key, known)
    mend = N_("Is '{near}' meant? Keys here are: {keys}.") if near else N_("Keys here are: {keys}.")
    names = {"key": key, "near": near, "keys": ", ".join(known)}
    return mistyped(key, known) or (N_("'{key}' is not a key here."), mend, names)


CALLED = {
    "ko": ("한국어", "한글", "국어", "korean", "kr", "kor"),
    "en": ("영어", "영문", "english", "eng"),
    "ja": ("일본어", "日本語", "japanese", "jp"),
    "vi": ("베트남어", "tiếng việt", "vietnamese", "vn"),
    "zh": ("중국어", "中文", "chinese", "cn"),
}
"""What the code of a language is mistaken for, in small letters."""


def language_meant(key: str, languages: Collection[str]) -> str:
    """The code of a language that is written by its name; empty where it is none of these languages.

    What they call themselves is known where they are given as a mapping, as a course has them.
    """
    said = key.casefold()
    names = languages.items() if isinstance(languages, Mapping) else ()
    meant = [code for code, name in names if name.casefold() == said]
    meant += [code for code, names in CALLED.items() if said in (code, *names)]
    return next((code for code in meant if code in languages), "")


def unknown_language(key: str, words: str | None, languages: Collection[str]) -> Told:
    """Of a language that the course does not have, with the words behind it; None where there are none at all."""
    if words == "" and WORDS.search(key):
        return N_("Words end at a comma before '{found}'."), QUOTED_WHOLE, {"found": key}
    near = language_meant(key, languages)
    mend = N_("Languages here are: {languages}. They are named in course.yaml.")
    if near:
        mend = N_("Is '{near}' meant? Languages here are: {languages}.")
    names = {"key": key, "near": near, "languages": ", ".join(languages)}
    return mistyped(key) or (N_("'{key}' is not a language of this course."), mend, names)


def unknown_kind(key: str, kinds: Collection[str]) -> Told:
    """Of a card whose first key is no kind of card."""
    near = nearest_to(key.lower(), kinds)
    one_of = N_("Its first key should be one of: {kinds}.")
    mend = N_("Is '{near}' meant? Its first key should be one of: {kinds}.") if near else one_of
    return N_("Nothing of this kind is known here."), mend, {"near": near, "kinds": ", ".join(kinds)}


def unknown_citation(name: str, part: str | None, registry: Registry) -> Told:
    """Of a citation that stands for nothing."""
    cited, fact = f"{name}.{part}" if part else name, registry.facts.get(name)
    parts = (*DATES, "law", *(found.id for found in fact.parts)) if fact else ()
    there = [f"{name}.{known}" for known in parts if registry.cite(name, known) is not None]
    near = nearest_to(cited, there if part else (*registry.facts, *registry.channels, *registry.sentences))
    by_id = N_("Facts, channels and sentences are cited by id.")
    mend = N_("Is '{near}' meant? Facts, channels and sentences are cited by id.") if near else by_id
    return N_("Nothing is called '{name}'."), mend, {"name": cited, "near": near}


def unknown_fact(name: str, facts: Collection[str]) -> Told:
    """Of a fact that a card says it stands on."""
    near = nearest_to(name, facts)
    mend = N_("Is '{near}' meant? Facts stand in facts.yaml.") if near else N_("Facts stand in facts.yaml.")
    return N_("There is no fact '{name}'."), mend, {"name": name, "near": near}


def unknown_source(name: str, source: str, sources: Collection[str]) -> Told:
    """Of a source that an entry names."""
    near = nearest_to(source, sources)
    mend = N_("Is '{near}' meant? Sources stand in sources.yaml.") if near else N_("Sources stand in sources.yaml.")
    return N_("'{name}' names a source that is not there: '{source}'."), mend, {"name": name, "source": source, "near": near}


def unknown_name(name: str, known: Collection[str]) -> Told:
    """Of a name inside a lesson, where some could be named or none can yet."""
    near = nearest_to(name, known) if len(known) <= MOST_NAMES else ""
    mend = N_("Is '{near}' meant? Known are: {known}.") if near else N_("Known are: {known}.")
    if not known:
        mend = N_("There is none yet that could be named. Write it first, or delete the name.")
    return N_("'{name}' is not known here."), mend, {"name": name, "near": near, "known": ", ".join(known)}


def unknown_mark(name: str, known: Collection[str]) -> Told:
    """Of a mark that no way of a scene leaves."""
    wrong, mend, names = unknown_name(name, known)
    if not known:
        mend = N_("No way leaves a mark yet. Write `marks: {name}` at the one that is to leave it, or delete the condition.")
    return wrong, mend, names


def nearest_to(name: str, names: Iterable[str]) -> str:
    """The one of some names that a name is a likely typo of; empty where there is none."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, list(names), 1, 0.7) if len(name) <= LONGEST else ()), "")
