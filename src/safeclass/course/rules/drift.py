"""What keeps a translation from falling behind: words that changed in one language since both were read side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.reviewed import VALUE, Record, Wordings, texts_of
from safeclass.course.rules.renamed import gone_things, prefixes, renamed_ids
from safeclass.course.rules.rule import Rule
from safeclass.language import N_

SIDE_BY_SIDE = N_("Read the languages side by side; then record it: safeclass check --accept {path}")
IF_MEANT = N_("Look whether that is meant; then record it: safeclass check --accept {path}")

STALE = Rule(
    "stale-translation",
    Severity.WARNING,
    N_("'{language}' changed since its review: it was '{old}' and is '{new}'. '{other}' still is '{words}'."),
    N_("Look whether both say the same; then record it: safeclass check --accept {path}"),
)
UNREVIEWED = Rule(
    "unreviewed",
    Severity.ADVICE,
    N_("Not yet reviewed: {count} of {total} texts here are new."),
    SIDE_BY_SIDE,
)
BROKEN_RECORD = Rule(
    "broken-record",
    Severity.WARNING,
    N_("This record of reviews cannot be read."),
    N_("Take it back from the version before; or record anew: safeclass check --accept"),
)
RENAMED = Rule(
    "renamed-id",
    Severity.WARNING,
    N_("'{old}' is called '{new}' now: what learners answered under the old id is lost to them."),
    N_("Take the old id back. Where nobody has answered yet, record the new one: safeclass check --accept {path}"),
)
CHANGED = Rule(
    "changed-value",
    Severity.WARNING,
    N_("'{key}' changed since its review: it was '{old}' and is '{new}'."),
    IF_MEANT,
)
GONE = Rule(
    "gone-since-review",
    Severity.WARNING,
    N_("Gone since its review: {things}."),
    IF_MEANT,
)
REWRITTEN = Rule(
    "rewritten",
    Severity.WARNING,
    N_("Changed in every language since its review: it was '{old}' and is '{new}'."),
    SIDE_BY_SIDE,
)
RULES = (STALE, UNREVIEWED, BROKEN_RECORD, RENAMED, CHANGED, GONE, REWRITTEN)

NUMBERED = re.compile(r"/\d{1,2}(?:/|~|$)")
"""What the name of a text holds that is known by its place in a list: it moves on where another is put before it."""
SHORT = 8
"""Signs up to which a wording does not tell what a renamed text was called before."""
FEW = 5
"""How many things that are gone are named."""
EXCERPT = 60
"""Signs that are told of a longer wording."""

Name = tuple[str, str]
"""A file of the course, and the name in it of a text or a value."""


class Drift:
    """How the texts and values of a course differ from what was recorded of them."""

    def __init__(
        self, recorded: Mapping[str, Record], now: Mapping[str, Mapping[str, Wordings]], changed: Mapping[Name, Place]
    ) -> None:
        """What was recorded and what is there now, by the course's files, and where what changed or is new stands."""
        self._recorded = recorded
        self._now = now
        self._changed = changed

    def faults(self, *, is_whole: bool) -> Iterator[Fault]:
        """Texts that changed in one language only; how many of a file nobody has read side by side; values, ids and things gone.

        A text may have moved from one file to another; with `is_whole` false not every file was looked at.
        """
        if self._changed:
            yield from self._drift(is_whole)
            yield from self._changed_values()
            yield from self._renamed_ids(is_whole)
        yield from self._gone()

    def _drift(self, is_whole: bool) -> Iterator[Fault]:
        recorded = {(file, name): words for file, record in self._recorded.items() for name, words in texts_of(record).items()}
        known = Counter(map(_frozen, recorded.values()))
        kept = Counter(_frozen(words) for noted in self._now.values() for words in texts_of(noted).values())
        seen = {name: words for name, words in recorded.items() if is_whole or name[0] in self._now}
        gone = {name: words for name, words in seen.items() if kept[_frozen(words)] < known[_frozen(words)]}
        former = self._former_names() if is_whole else {}
        renamed = _by_wording(words for (file, name), words in gone.items() if name not in self._now.get(file, {}))
        unreviewed: Counter[str] = Counter()
        for (file, name), at in self._changed.items():
            now = self._now[file][name]
            recorded_here = recorded.get((former.get(file, file), name)) if not NUMBERED.search(name) else None
            if VALUE in now or recorded_here == now or (_frozen(now) in known and not recorded_here):
                continue
            before = recorded_here or gone.get((former.get(file, file), name)) or _renamed(now, renamed) or {}
            same = [language for language, words in now.items() if before.get(language) == words]
            new = [language for language in now if language in before and language not in same]
            if same and new:
                yield from (_stale(before, now, language, same[0], at) for language in new)
            elif new:
                yield _rewritten(before, now, at)
            elif not now.keys() <= before.keys():  # it is new, or in a language more
                unreviewed[file] += 1
        for file, count in unreviewed.items():
            yield UNREVIEWED.broken(Place(file), count=str(count), total=str(len(texts_of(self._now[file]))), path=file)

    def _changed_values(self) -> Iterator[Fault]:
        """Every value that is another one than was recorded; of what is new, and of a record without values, none."""
        for (file, name), at in self._changed.items():
            now, before = self._now[file][name], self._recorded.get(file, {})
            whose, _slash, key = name.rpartition("/")
            is_known = name in before or (any(VALUE in words for words in before.values()) and _stands_in(whose, before))
            if VALUE in now and is_known:
                old = before.get(name, {}).get(VALUE, "-")
                yield CHANGED.broken(at, key=key, old=excerpt(old, 0), new=excerpt(now[VALUE], 0), path=file)

    def _gone(self) -> Iterator[Fault]:
        """What was deleted from each file, and does not stand elsewhere in it."""
        for file, now in self._now.items():
            before = self._recorded.get(file, {})
            if before.keys() <= now.keys():
                continue
            renamed = {old for old, _new in renamed_ids(texts_of(before), texts_of(now))}
            gone = [thing for thing in gone_things(before, now) if not renamed & set(prefixes(thing))]
            kept = set(map(_frozen, texts_of(now).values()))
            things = [thing for thing in gone if not _is_among(kept, thing, before)]
            if things:
                named = ", ".join(things[:FEW]) + (", ..." if len(things) > FEW else "")
                yield GONE.broken(Place(file, 1, 1), things=named, path=file)

    def _renamed_ids(self, is_whole: bool) -> Iterator[Fault]:
        """Every lesson that is called otherwise than before, and every id in a lesson."""
        former = self._former_names() if is_whole else {}
        for file in {file: None for file, _name in self._changed if file.startswith("lessons/")}:
            before = former.get(file, file)
            if before != file:
                yield RENAMED.broken(Place(file), old=before, new=file, path=file)
            renamed = renamed_ids(texts_of(self._recorded.get(before, {})), texts_of(self._now[file]))
            for (old, new), under in {(_last(old), _last(new)): new for old, new in renamed}.items():
                at = min(place for (of, name), place in self._changed.items() if of == file and under in prefixes(name))
                yield RENAMED.broken(at, old=old, new=new, path=file)

    def _former_names(self) -> dict[str, str]:
        """For each file without a record the file that is gone and held most of the same texts."""
        recorded = self._recorded
        left = [file for file in recorded if file not in self._now]
        found: dict[str, str] = {}
        for file in self._now.keys() - recorded.keys() if left else ():
            now = self._now[file]
            common = {gone: sum(now.get(name) == words for name, words in recorded[gone].items()) for gone in left}
            former = max(left, key=common.__getitem__)
            if common[former] * 2 > len(now):
                found[file] = former
        return found


def _is_among(kept: Collection[frozenset[tuple[str, str]]], thing: str, record: Record) -> bool:
    """Whether what a thing said is still said somewhere, if in another place; of a value nobody can tell."""
    said = [words for name, words in texts_of(record).items() if thing in prefixes(name)]
    return bool(said) and all(_frozen(words) in kept for words in said)


def _stands_in(whose: str, record: Record) -> bool:
    """Whether anything of a thing is recorded; of the file itself it always is."""
    return not whose or any(name.startswith(f"{whose}/") for name in record)


def _last(name: str) -> str:
    return name.rpartition("/")[2]


def _frozen(words: Wordings) -> frozenset[tuple[str, str]]:
    return frozenset(words.items())


def _by_wording(texts: Iterable[Wordings]) -> dict[tuple[str, str], list[Wordings]]:
    """Texts by each of their wordings, but for those so short that they are said again by chance."""
    found: dict[tuple[str, str], list[Wordings]] = {}
    for text in texts:
        for wording in text.items():
            if len(wording[1]) > SHORT:
                found.setdefault(wording, []).append(text)
    return found


def _renamed(words: Wordings, gone: Mapping[tuple[str, str], list[Wordings]]) -> Wordings | None:
    """The one text no longer there that a wording comes from; None where there is none, or more than one."""
    found = [text for wording in words.items() for text in gone.get(wording, ())]
    return found[0] if found and all(text == found[0] for text in found) else None


def _stale(before: Wordings, now: Wordings, language: str, same: str, at: Place) -> Fault:
    old, new, other = before[language], now[language], now[same]
    alike = _alike(old, new)
    told = {"old": excerpt(old, alike), "new": excerpt(new, alike), "words": excerpt(other, alike * len(other) // len(new))}
    return STALE.broken(at, language=language, other=same, path=at.path, **told)


def _rewritten(before: Wordings, now: Wordings, at: Place) -> Fault:
    language = next(iter(now))
    old, new = before.get(language, "-"), now[language]
    alike = _alike(old, new)
    return REWRITTEN.broken(at, old=excerpt(old, alike), new=excerpt(new, alike), path=at.path)


def _alike(old: str, new: str) -> int:
    """How many signs two wordings begin with in common."""
    return next((at for at, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), min(len(old), len(new)))


def excerpt(words: str, around: int) -> str:
    """A part of a wording, around a place in it, of whole words; a short one as it is."""
    if len(words) <= EXCERPT:
        return words
    start = max(0, min(around - EXCERPT // 3, len(words) - EXCERPT))
    end = start + EXCERPT
    start = words.rfind(" ", 0, start) + 1 if start else 0
    end = words.find(" ", end) if " " in words[end:] else len(words)
    return ("... " if start else "") + words[start:end] + (" ..." if end < len(words) else "")
