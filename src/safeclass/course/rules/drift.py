"""What keeps a translation from falling behind: words that changed in one language since both were read side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.reviewed import (
    VALUE,
    Record,
    Records,
    Wordings,
    named_texts,
    named_values,
    read_records,
    texts_of,
    wordings,
)
from safeclass.course.rules.renamed import prefixes, renamed_ids
from safeclass.course.rules.rule import Rule
from safeclass.language import N_

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

STALE = Rule(
    "stale-translation",
    Severity.WARNING,
    N_("'{language}' changed since its review: it was '{old}' and is '{new}'. '{other}' still is '{words}'."),
    N_("Look whether both say the same; then record it: safeclass check --accept {path}"),
)
UNREVIEWED = Rule(
    "unreviewed",
    Severity.ADVICE,
    N_("Not yet reviewed: {count} of {total} texts here are new, or changed in every language."),
    N_("Read the languages side by side; then record it: safeclass check --accept {path}"),
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
    N_("Look whether that is meant; then record it: safeclass check --accept {path}"),
)
RULES = (STALE, UNREVIEWED, BROKEN_RECORD, RENAMED, CHANGED)

SHORT = 8
"""Signs up to which a wording does not tell what a renamed text was called before."""
EXCERPT = 60
"""Signs that are told of a longer wording."""

Name = tuple[str, str]
"""A file of the course, and a text's name in it."""

Noted = tuple[dict[str, dict[str, Wordings]], dict[Name, Place]]
"""The texts of some files as they are now, and where those stand that differ from what was recorded."""


class Review:
    """The texts of one course beside what was recorded of them."""

    def __init__(self, recorded: Mapping[str, Record] | None) -> None:
        """What was recorded, by the course's files; with None nothing is looked at."""
        self._recorded = recorded
        self._now: dict[str, dict[str, Wordings]] = {}
        self._changed: dict[Name, Place] = {}

    def note(self, file: str, thing: object, place: Callable[[object], Place], name: str = "") -> None:
        """Take in every text and every value of a thing that stands in a file, under a name."""
        if self._recorded is None:
            return
        before, now = self._recorded.get(file, {}), self._now.setdefault(file, {})
        for its_name, text in named_texts(thing, name):
            now[its_name] = wordings(text)
            if before.get(its_name) != now[its_name]:
                self._changed[file, its_name] = place(text)
        for its_name, value, of in named_values(thing, name):
            now[its_name] = {VALUE: value}
            if before.get(its_name) != now[its_name]:
                self._changed[file, its_name] = place(of)

    @property
    def is_kept(self) -> bool:
        """Whether there is a record to look at, if only one that is begun."""
        return self._recorded is not None

    def noted(self, files: Collection[str]) -> Noted:
        """What was taken in of some files, for a review of the same course elsewhere."""
        now = {file: self._now[file] for file in files if file in self._now}
        return now, {name: at for name, at in self._changed.items() if name[0] in now}

    def as_recorded(self, file: str) -> Noted:
        """What would be taken in of a file whose texts are those that were recorded."""
        record = (self._recorded or {}).get(file)
        return ({} if record is None else {file: dict(record)}), {}

    def add(self, noted: Noted) -> None:
        """Take in what another review of the same course took in."""
        self._now |= noted[0]
        self._changed |= noted[1]

    def records(self) -> Mapping[str, Record]:
        """What is to be recorded of each file as it is now."""
        return self._now

    def broken(self) -> Iterator[Fault]:
        """Every record that cannot be read."""
        if isinstance(self._recorded, Records):
            yield from (BROKEN_RECORD.broken(Place(path)) for path in self._recorded.broken())

    def faults(self, *, is_whole: bool = True) -> Iterator[Fault]:
        """Texts that changed in one language only; how many of a file nobody has read side by side; values and ids that changed.

        A text may have moved from one file to another; with `is_whole` false not every file was looked at.
        """
        if self._changed:
            yield from self._drift(is_whole)
            yield from self._changed_values()
            yield from self._renamed_ids(is_whole)

    def _drift(self, is_whole: bool) -> Iterator[Fault]:
        recorded = {
            (file, name): words for file, record in (self._recorded or {}).items() for name, words in texts_of(record).items()
        }
        known = Counter(map(_frozen, recorded.values()))
        kept = Counter(_frozen(words) for noted in self._now.values() for words in texts_of(noted).values())
        seen = {name: words for name, words in recorded.items() if is_whole or name[0] in self._now}
        gone = {name: words for name, words in seen.items() if kept[_frozen(words)] < known[_frozen(words)]}
        former = self._former_names() if is_whole else {}
        renamed = _by_wording(words for (file, name), words in gone.items() if name not in self._now.get(file, {}))
        unreviewed: Counter[str] = Counter()
        for (file, name), at in self._changed.items():
            now = self._now[file][name]
            if VALUE in now or _frozen(now) in known:
                continue
            before = gone.get((former.get(file, file), name)) or _renamed(now, renamed) or {}
            same = [language for language, words in now.items() if before.get(language) == words]
            new = [language for language in now if language in before and language not in same]
            if same and new:
                yield from (_stale(before, now, language, same[0], at) for language in new)
            else:
                unreviewed[file] += 1
        for file, count in unreviewed.items():
            yield UNREVIEWED.broken(Place(file), count=str(count), total=str(len(texts_of(self._now[file]))), path=file)

    def _changed_values(self) -> Iterator[Fault]:
        """Every value that is another one than was recorded; of what is new, and of a record without values, none."""
        for (file, name), at in self._changed.items():
            now, before = self._now[file][name], (self._recorded or {}).get(file, {})
            whose, _slash, key = name.rpartition("/")
            is_known = name in before or (any(VALUE in words for words in before.values()) and _stands_in(whose, before))
            if VALUE in now and is_known:
                old = before.get(name, {}).get(VALUE, "-")
                yield CHANGED.broken(at, key=key, old=excerpt(old, 0), new=excerpt(now[VALUE], 0), path=file)

    def _renamed_ids(self, is_whole: bool) -> Iterator[Fault]:
        """Every lesson that is called otherwise than before, and every id in a lesson."""
        former = self._former_names() if is_whole else {}
        for file in {file: None for file, _name in self._changed if file.startswith("lessons/")}:
            before = former.get(file, file)
            if before != file:
                yield RENAMED.broken(Place(file), old=before, new=file, path=file)
            renamed = renamed_ids(texts_of((self._recorded or {}).get(before, {})), texts_of(self._now[file]))
            for (old, new), under in {(_last(old), _last(new)): new for old, new in renamed}.items():
                at = min(place for (of, name), place in self._changed.items() if of == file and under in prefixes(name))
                yield RENAMED.broken(at, old=old, new=new, path=file)

    def _former_names(self) -> dict[str, str]:
        """For each file without a record the file that is gone and held most of the same texts."""
        recorded = self._recorded or {}
        left = [file for file in recorded if file not in self._now]
        found: dict[str, str] = {}
        for file in self._now.keys() - recorded.keys() if left else ():
            now = self._now[file]
            found[file] = max(left, key=lambda gone: sum(now.get(name) == words for name, words in recorded[gone].items()))
        return found


def read_review(folder: Traversable, *, is_begun: bool = False) -> Review:
    """The review of the course in a folder: what its record says, and where it has none nothing unless one `is_begun` now."""
    recorded = read_records(folder)
    return Review({} if recorded is None and is_begun else recorded)


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
    alike = next((at for at, (one, two) in enumerate(zip(old, new, strict=False)) if one != two), min(len(old), len(new)))
    told = {"old": excerpt(old, alike), "new": excerpt(new, alike), "words": excerpt(other, alike * len(other) // len(new))}
    return STALE.broken(at, language=language, other=same, path=at.path, **told)


def excerpt(words: str, around: int) -> str:
    """A part of a wording, around a place in it, of whole words; a short one as it is."""
    if len(words) <= EXCERPT:
        return words
    start = max(0, min(around - EXCERPT // 3, len(words) - EXCERPT))
    end = start + EXCERPT
    start = words.rfind(" ", 0, start) + 1 if start else 0
    end = words.find(" ", end) if " " in words[end:] else len(words)
    return ("... " if start else "") + words[start:end] + (" ..." if end < len(words) else "")
