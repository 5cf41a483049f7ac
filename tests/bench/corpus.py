"""A course of any size, always the same for one seed: every kind of card, realistic in length, and nothing wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from corpus_registries import FACTS, write_registries
from corpus_words import ASKED, DEEDS, PEOPLE, THOUGHTS, Chance, Pair, block, quoted

QUESTIONS = [
    "choice",
    "several",
    "ox",
    "order",
    "sort",
    "fill",
    "choice",
    "ox",
    "match",
    "several",
    "order",
    "choice",
    "ox",
    "sort",
]
"""The questions between opening and closing: with three of each these are twenty."""
BEGIN = ("choice", "ox", "choice")
"""The opening questions, and the closing ones that are parallel to them."""
LESSONS_OF_A_UNIT = 20
LETTERS = "abcdefghijklmnopqrstuvwxyz"
FAULT = Pair("{fault}", "{fault}")

SCENE = {
    "start": ("said", "waited"),
    "said": ("told", "waited"),
    "waited": ("told", "beside"),
    "beside": (),
    "told": (),
}
"""The nodes of every scene, and where the ways of each lead."""


class LessonWriter:
    """The lines of one lesson file."""

    def __init__(self, name: str, chance: Chance) -> None:
        self._name = name
        self._chance = chance
        self._is_wordy = chance.is_wordy
        self._count = 0

    def lines(self) -> Iterator[str]:
        """The whole lesson."""
        chance = self._chance
        yield f"lesson: {self._name}"
        yield f"title: {quoted(chance.title())}"
        yield f"aim: {quoted(Pair('먼저 묻는 말을 연습해요', 'Rehearse how to ask first'))}"
        yield "minutes: 10"
        yield from block("note", chance.story(), 0)
        yield from block("summary", chance.story() + chance.citing() + FAULT, 0)
        yield "can_do:"
        yield from (f"- {quoted(chance.story())}" for _ in range(3))
        yield 'turn_to: ["1366", school]'
        yield "opening:"
        for place, kind in enumerate(BEGIN):
            yield from self.question(kind, f"before-{place}")
        yield "cards:"
        for place, kind in enumerate(QUESTIONS):
            if place % 5 == 0:
                yield from self.page()
            yield from self.question(kind, self.fresh(kind))
        yield from self.scene()
        yield from self.others()
        yield "closing:"
        for place, kind in enumerate(BEGIN):
            yield from self.question(kind, f"after-{place}", f"    parallel: before-{place}")
        yield "teacher:"
        for key in ("purpose", "time", "before", "if_told"):
            yield from block(key, chance.reason(), 2)
        yield "  prompts:"
        yield from (f"  - {quoted(chance.question())}" for _ in range(3))

    def fresh(self, kind: str) -> str:
        """A new id for a card."""
        self._count += 1
        return f"{kind}-{self._count}"

    def question(self, kind: str, name: str, *more: str) -> Iterator[str]:
        """A question of a kind."""
        chance = self._chance
        yield f"- {kind}: {name}"
        yield from (line[2:] for line in more)
        yield from block("say" if kind == "ox" else "ask", chance.question(), 2)
        if kind in ("choice", "several", "ox"):
            yield f"  about: {chance.random.choice(('law', 'myth'))}"
        many = 4 if self._is_wordy else 3
        match kind:
            case "choice" | "several":
                right = {chance.random.randrange(2)} if kind == "choice" else {0, 2}
                yield "  options:"
                yield from self.things(3 if kind == "choice" else many, right=right)
            case "ox":
                yield "  options:"
                for sign in "ox":
                    yield f"  - id: {sign}"
                    yield from ["    right: true"] if sign == "xo"[self._count % 2] else []
                    yield from block("why", chance.reason(), 4)
            case "order":
                yield "  items:"
                yield from self.things(many)
            case "match":
                yield "  pairs:"
                yield from self.pairs(3)
            case "sort":
                yield "  groups:"
                yield f"  - {{id: asked, text: {quoted(Pair('먼저 물었어요', 'They asked first'))}}}"
                yield f"  - {{id: not-asked, text: {quoted(Pair('물은 사람이 없어요', 'Nobody asked'))}}}"
                yield "  items:"
                yield from self.things(many, into=("asked", "not-asked"))
            case "fill":
                yield from block(
                    "text", Pair("올리기 전에 __a__ 묻고 __b__ 기다려요.", "Ask __a__ before posting, and wait __b__."), 2
                )
                yield "  bank:"
                for letter, deed in zip("ab-", chance.random.sample(DEEDS, 3), strict=True):
                    name, fills = (letter, f"fills: {letter}, ") if letter != "-" else ("c", "")
                    yield f"  - {{id: word-{name}, {fills}text: {quoted(deed)}, why: {quoted(chance.story())}}}"
        yield f"  facts: [{chance.random.choice(FACTS)}]"

    def things(self, count: int, right: frozenset[int] | set[int] = frozenset(), into: Sequence[str] = ()) -> Iterator[str]:
        """Options, items or steps."""
        for place, piece in enumerate(self._chance.pieces(count)):
            yield f"  - id: thing-{LETTERS[place]}"
            yield from ["    right: true"] if place in right else []
            yield from [f"    in: {into[place % len(into)]}"] if into else []
            yield f"    text: {quoted(piece)}"
            yield from block("why", self._chance.reason(), 4)

    def pairs(self, count: int) -> Iterator[str]:
        """What belongs together."""
        for place, (left, right) in enumerate(zip(self._chance.pieces(count), self._chance.pieces(count), strict=True)):
            yield f"  - id: pair-{LETTERS[place]}"
            yield f"    left: {quoted(left)}"
            yield f"    right: {quoted(right)}"
            yield from block("why", self._chance.reason(), 4)

    def page(self) -> Iterator[str]:
        """A page with a fact in a frame."""
        chance = self._chance
        told = [chance.story() + chance.random.choice(THOUGHTS), chance.citing(), chance.reason()]
        framed = chance.random.choice(FACTS)
        yield f"- page: {self.fresh('page')}"
        yield f"  title: {quoted(chance.title())}"
        yield "  text:"
        for language in ("ko", "en"):
            yield f"    {language}: |"
            for paragraph in (*(getattr(pair, language) for pair in told), f"{{{framed}}}"):
                yield from (f"      {paragraph}", "")
        yield f"  facts: [{framed}]"

    def scene(self) -> Iterator[str]:
        """A branching chat."""
        chance = self._chance
        people = chance.random.sample(PEOPLE, 2)
        names = [person.en.lower() for person in people]
        yield f"- scene: {self.fresh('scene')}"
        yield f"  room: {quoted(Pair('우리 반', 'Our class'))}"
        yield from block("intro", chance.reason(), 2)
        yield "  people:"
        yield from (f"  - {{id: {name}, name: {quoted(person)}}}" for name, person in zip(names, people, strict=True))
        yield f"  follows: {names[0]}"
        yield "  start: start"
        yield "  nodes:"
        for node, ways in SCENE.items():
            yield f"  - node: {node}"
            yield "    lines:"
            yield f"    - text: {quoted(chance.story())}"
            for _ in range(2):
                yield f"    - {{who: {chance.random.choice(names)}, text: {quoted(chance.random.choice(THOUGHTS))}}}"
            if ways:
                yield f"    ask: {quoted(chance.random.choice(ASKED))}"
                yield "    ways:"
                for to, piece in zip(ways, chance.pieces(2), strict=True):
                    yield f"    - {{to: {to}, text: {quoted(piece)}}}"

    def others(self) -> Iterator[str]:
        """The cards that cannot be answered rightly."""
        chance = self._chance
        yield f"- attitude: {self.fresh('attitude')}"
        yield from block("ask", chance.question(), 2)
        yield "  options:"
        for place, piece in enumerate(chance.pieces(3)):
            yield f"  - id: view-{LETTERS[place]}"
            yield f"    text: {quoted(piece)}"
            yield from block("reply", chance.reason(), 4)
        yield f"- think: {self.fresh('think')}"
        yield from block("ask", chance.question(), 2)
        yield "  lines:"
        yield from (f"  - {{id: line-{LETTERS[place]}, text: {quoted(piece)}}}" for place, piece in enumerate(chance.pieces(4)))
        yield f"- help: {self.fresh('help')}"
        yield from block("say", FAULT + chance.story(), 2)
        yield "  channels:"
        yield from (f'  - {{id: "{name}", here: {quoted(chance.story())}}}' for name in ("1366", "school", "112"))


def write_corpus(folder: Path, lessons: int, seed: int = 1, *, is_wordy: bool = False) -> Path:
    """Write a course of so many lessons, twenty questions each; the folder."""
    (folder / "lessons").mkdir(parents=True)
    write_registries(folder)
    names = [f"lesson-{number:04}" for number in range(1, lessons + 1)]
    for name in names:
        lines = LessonWriter(name, Chance(Random(f"{seed}/{name}"), FACTS, is_wordy=is_wordy)).lines()
        (folder / "lessons" / f"{name}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    units = [names[start : start + LESSONS_OF_A_UNIT] for start in range(0, lessons, LESSONS_OF_A_UNIT)]
    lines = ["course: corpus", 'title: {ko: "큰 과정", en: "A large course"}', "languages: {ko: 한국어, en: English}"]
    lines += ["minutes: {least: 1, most: 99}", "units:"]
    for number, unit in enumerate(units, 1):
        title = quoted(Pair(f"단원 {number}", f"Unit {number}"))
        lines += [f"  - unit: unit-{number}", f"    title: {title}", f"    lessons: [{', '.join(unit)}]"]
    (folder / "course.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return folder
