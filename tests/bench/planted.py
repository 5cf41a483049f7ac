"""Faults of many families planted into a made course, each with the file, line and rule at which it is to be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple


class Told(NamedTuple):
    """A fault that is to be told."""

    file: str
    line: int
    rule: str


class Seed(NamedTuple):
    """A way to spoil one line of a card or an entry."""

    rules: tuple[str, ...]
    """What is to be told, once each."""
    line: str
    """A pattern that the line matches."""
    spoilt: str
    """What stands there instead."""
    is_at_the_top: bool = False
    """Whether it is told at the first line of the card or entry, and not where it was spoilt."""
    of: str = ""
    """A pattern that the first line of the card matches."""
    above: int = 0
    """How many lines above the spoilt one it is told: a text of several lines is told at its first."""


PAIR = r'\{ko: "([^"]*)", en: "([^"]*)"\}'
WORDS = rf"(    text: |    left: |  title: ){PAIR}"

LESSON_SEEDS = [
    Seed(("unknown-key",), r"  about: law$", "  abuot: law"),
    Seed(("not-one-of",), r"  about: myth$", "  about: myths"),
    Seed(("not-true-or-false",), r"    right: true$", "    right: yes"),
    Seed(("bad-id",), r"  - id: (thing-[a-z])$", r"  - id: The_\1"),
    Seed(("missing-language",), WORDS, r'\1{ko: "\2"}'),
    Seed(("empty-text",), WORDS, r'\1{ko: "\2", en: ""}'),
    Seed(("one-language",), WORDS, r'\1"\2"'),
    Seed(("unknown-language", "missing-language"), WORDS, r'\1{ko: "\2", fr: "\3"}'),
    Seed(("duplicate-key",), WORDS, r'\1{ko: "\2", ko: "\2", en: "\3"}'),
    Seed(("tag",), WORDS, r'\1{ko: !word "\2", en: "\3"}'),
    Seed(("control-character",), WORDS, r'\1{ko: "\2\\e[31m", en: "\3"}'),
    Seed(("one-right",), r"    right: true$", "    right: false", is_at_the_top=True, of="- (choice|ox)"),
    Seed(("duplicate-id",), r"  - id: thing-b$", "  - id: thing-a"),
    Seed(("unknown-name",), r"    in: asked$", "    in: elsewhere", above=1),
    Seed(("unknown-fact",), WORDS, r'\1{ko: "\2 {no-such-fact}", en: "\3 {no-such-fact}"}'),
    Seed(("unknown-particle",), WORDS, r'\1{ko: "\2 {fault:x/y}", en: "\3 {fault}"}'),
    Seed(("avoided-word",), WORDS, r'\1{ko: "\2 유출이에요.", en: "\3"}'),
    Seed(("avoided-word",), WORDS, r'\1{ko: "\2", en: "\3 It was Leaked."}'),
    Seed(("exclamation",), WORDS, r'\1{ko: "\2", en: "\3 So it is!"}'),
    Seed(("josa",), WORDS, r'\1{ko: "\2 사진을(를) 봐요.", en: "\3"}'),
    Seed(("full-width",), WORDS, r'\1{ko: "\2 네，그래요.", en: "\3"}'),
    Seed(("unsafe-sign",), WORDS, r'\1{ko: "\2 그리고 …", en: "\3"}'),
    Seed(("numbers-differ",), WORDS, r'\1{ko: "\2 7쪽에요.", en: "\3"}'),
    Seed(("bare-number", "bare-number"), WORDS, r'\1{ko: "\2 2024년.", en: "\3 In 2024."}'),
    Seed(("citations-differ",), WORDS, r'\1{ko: "\2 {fault}", en: "\3"}'),
    Seed(("untranslated",), r"(  title: )" + PAIR, r'\1{ko: "\2", en: "\2"}'),
    Seed(("exclamation",), r'(      ko: "[^"]*)"$', r'\1!"'),
    Seed(("avoided-word",), r'(      en: "[^"]*)"$', r'\1 What a monster."'),
    Seed(("blanks",), r'(    ko: ".*)__b__(.*)$', r"\1\2"),
]
"""Ways to spoil a card of a lesson. None changes how many lines there are, or which cards can be played at its ends."""

FACT_SEEDS = [
    Seed(("no-source",), r"    sources: \[.*$", "    sources: []", is_at_the_top=True),
    Seed(("fact-due",), r"    review_by: .*$", "    review_by: 2026-12-01", is_at_the_top=True),
    Seed(("checked-ahead", "dates-in-disorder"), r"    checked_on: .*$", "    checked_on: 2099-02-02", is_at_the_top=True),
    Seed(("numbers-differ",), r'(    caution: \{ko: ")', r"\g<1>8번째 "),
    Seed(("unknown-source",), r"    sources: \[source-\d+,", "    sources: [nowhere,"),
]
"""Ways to spoil an entry of facts.yaml."""


def plant(folder: Path, count: int, seed: int = 1) -> list[Told]:
    """Spoil so many cards and facts of a course, one fault each; what is to be told, in order."""
    random = Random(f"plant {seed}")
    told: list[Told] = []
    places = [("facts.yaml", top) for top in tops_of(folder / "facts.yaml", "  - fact: ", "facts:", "")]
    chosen = random.sample(places, min(len(places), count // 10))
    lessons = sorted(f"lessons/{path.name}" for path in (folder / "lessons").iterdir())
    cards = [(file, top) for file in lessons for top in tops_of(folder / file, "- ", "cards:", "closing:")]
    chosen += random.sample(cards, count - len(chosen))
    random.shuffle(chosen)
    for number, (file, top) in enumerate(chosen):
        seeds = FACT_SEEDS if file == "facts.yaml" else LESSON_SEEDS
        # Each way has its turn; where the card has no such line, the next one is tried.
        turns = [seeds[(number + turn) % len(seeds)] for turn in range(len(seeds))]
        told += next(found for each in turns if (found := spoil(folder, file, top, each, random)))
    return sorted(told)


def tops_of(path: Path, start: str, after: str, before: str) -> Iterator[int]:
    """The numbers of the lines, from 0, at which the cards or entries of one list begin."""
    lines = path.read_text(encoding="utf-8").splitlines()
    first = lines.index(after)
    last = lines.index(before) if before else len(lines)
    for number in range(first, last):
        if lines[number].startswith(start) and not lines[number].startswith(("- {", "- help", "- scene", "- think")):
            yield number


def spoil(folder: Path, file: str, top: int, seed: Seed, random: Random) -> list[Told]:
    """Spoil one line of the card that begins at a line, where it has one of the kind; what is to be told."""
    path = folder / file
    lines = path.read_text(encoding="utf-8").split("\n")
    if not re.match(seed.of, lines[top]):
        return []
    margin = lines[top].index("-")
    end = next((n for n in range(top + 1, len(lines)) if not lines[n].startswith(" " * (margin + 1))), len(lines))
    fit = [number for number in range(top, end) if re.match(seed.line, lines[number])]
    if not fit:
        return []
    number = random.choice(fit)
    lines[number] = re.sub(seed.line, seed.spoilt, lines[number], count=1)
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")
    line = top + 1 if seed.is_at_the_top else number + 1 - seed.above
    return [Told(file, line, rule) for rule in seed.rules]
