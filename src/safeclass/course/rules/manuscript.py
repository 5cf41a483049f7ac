"""All passages of a lesson in one run of words, so that what a rule looks for is looked for once in all of them.

Most passages break no rule, and a rule that looked at each of them would spend nearly all its time on finding nothing. So a
family of rules first names its suspects: the passages in which it could find anything, told by signs that are quickly seen.
It then looks closely at these alone. Who is no suspect must be certain to be clean; a suspect may be.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import accumulate

from safeclass.course.fault import Fault
from safeclass.course.registry import Registry
from safeclass.course.rules.rule import Passage
from safeclass.course.text import Text, texts_within
from safeclass.course.wording import CITATION, resolved
from safeclass.language.pattern import compile_later

BETWEEN = "\x1f"
"""What parts two passages: a sign that no file may hold, that counts as a space, and that no pattern looks for."""

PLAIN = compile_later(r"[\x00-\x7f가-힣\u00a0]+")
"""ASCII, Hangul, and the space that does not break: what nearly all words consist of."""
DIGITS = "0123456789"

Written = tuple[object, str, object]
"""A thing of the model, the key it stands under, and who holds it."""

Suspects = Callable[["Manuscript"], Iterable[int]]
"""Names the passages of a manuscript, by their number, in which a family of rules could find anything."""

Check = Callable[..., Iterator[Fault]]
"""Looks closely at one passage, given with its place."""

Families = tuple[tuple[Suspects, Check], ...]
"""Families of rules for one passage: who is suspect, and what is looked for there. A new one may suspect all of them."""


class Run:
    """The words of all passages in one language, one after another."""

    def __init__(self, whole: str) -> None:
        self.whole = whole
        """All words; `BETWEEN` stands between two passages."""

    @classmethod
    def of(cls, parts: list[str]) -> Run:
        """The run of some passages."""
        run = cls(BETWEEN.join(parts))
        run.parts = parts
        return run

    @cached_property
    def parts(self) -> list[str]:
        """The words of each passage."""
        return self.whole.split(BETWEEN)

    @cached_property
    def rare_signs(self) -> str:
        """Every sign of it that is neither ASCII nor Hangul, nor a space that does not break."""
        return "".join(dict.fromkeys(PLAIN.sub("", self.whole)))

    @cached_property
    def is_ascii(self) -> bool:
        """Whether all of it is ASCII."""
        return self.whole.isascii()

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate(map(len(BETWEEN).__add__, map(len, self.parts)), initial=0))

    def at(self, place: int) -> int:
        """The number of the passage that a place in the run lies in."""
        return bisect_right(self._starts, place) - 1

    def matching(self, pattern: re.Pattern[str]) -> Iterator[int]:
        """The passages that a pattern matches in; it must match nothing that goes on beyond a passage."""
        place = 0
        while found := pattern.search(self.whole, place):
            number = self.at(found.start())
            yield number
            place = self._starts[number + 1]

    def all_matching(self, pattern: re.Pattern[str]) -> dict[int, list[str]]:
        """By passage all that a pattern matches; it must match nothing that goes on beyond a passage."""
        found: dict[int, list[str]] = {}
        for match in pattern.finditer(self.whole):
            found.setdefault(self.at(match.start()), []).append(match[0])
        return found

    def holding_a_digit(self, *, only_rare: bool = False) -> Iterator[int]:
        """The passages that hold a digit, or only those that hold one that is not ASCII."""
        return self.holding(*("" if only_rare else DIGITS), *filter(str.isdecimal, self.rare_signs))

    def holding(self, *signs: str) -> Iterator[int]:
        """The passages that hold one of these runs of signs."""
        for sign in signs:
            place = self.whole.find(sign)
            while place >= 0:
                number = self.at(place)
                yield number
                place = self.whole.find(sign, self._starts[number + 1])


class Manuscript:
    """Every passage of some things of the model, in the order they are written."""

    def __init__(self, things: Sequence[Written], registry: Registry, said: dict[tuple[str, str], str | None]) -> None:
        """The passages of things.

        `said` keeps what each citation stands for, by language and citation, from one manuscript to the next.
        """
        self._registry = registry
        self._said = said
        self._texts: list[tuple[Text, str, object]] = []
        self._ends: list[int] = []
        for thing in things:
            self._texts += texts_within(*thing)
            self._ends.append(len(self._texts))
        languages = tuple(self._texts[0][0]) if self._texts else ()
        self.written = {language: Run.of([text[language] for text, _, _ in self._texts]) for language in languages}
        """What an author wrote, by language."""
        self.cited: dict[str, dict[int, set[tuple[str, str | None]]]] = {language: defaultdict(set) for language in languages}
        """By language and by passage, the names and parts it cites."""
        self._unknown: set[int] = set()
        self.words = {language: self._read(language) for language in languages}
        """What a learner reads, by language: citations resolved, signs of bold left out."""

    def __len__(self) -> int:
        return len(self._texts)

    def thing_of(self, number: int) -> int:
        """The number of the thing that a passage stands in."""
        return bisect_right(self._ends, number)

    def passage(self, number: int) -> Passage:
        """One passage."""
        text, key, holder = self._texts[number]
        written = {language: run.parts[number] for language, run in self.written.items()}
        words = {language: run.parts[number] for language, run in self.words.items()}
        return Passage(text, key, holder, written, words, number not in self._unknown)

    @cached_property
    def bare(self) -> Mapping[str, Run]:
        """What an author wrote, by language, with every citation left out."""
        return {language: Run(CITATION.sub(" ", run.whole)) for language, run in self.written.items()}

    def _read(self, language: str) -> Run:
        run = self.written[language]
        words = run.whole
        if "{" in words:
            words = CITATION.sub(lambda found: self._cite(found, language, run), words)
        if "**" in words:
            words = words.replace("**", "")
        return Run(words) if words is not run.whole else run

    def _cite(self, found: re.Match[str], language: str, run: Run) -> str:
        number = run.at(found.start())
        self.cited[language][number].add((found[1], found[2]))
        key = language, found[0]
        if key not in self._said:
            known = self._registry.cite(found[1], found[2]) is not None
            self._said[key] = resolved(found[0], language, self._registry) if known else None
        said = self._said[key]
        if said is None:
            self._unknown.add(number)
            return ""
        return said
