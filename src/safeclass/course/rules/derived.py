"""What keeps numbers in step with each other: a share, a sum or a growth is recomputed from what it follows from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from safeclass.course.facts import Derived, Fact, Growth, Share, Sum
from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.registry import Registry
from safeclass.course.rules.manuscript import Manuscript
from safeclass.course.rules.numbers import english_numbers, korean_numbers, write_number
from safeclass.course.rules.rule import Passage, Rule
from safeclass.course.rules.words import QUOTED
from safeclass.course.text import Text
from safeclass.course.wording import resolved
from safeclass.language import N_
from safeclass.language.pattern import compile_later

WRONG_SHARE = Rule(
    "wrong-share",
    Severity.ERROR,
    N_("{part} of {whole} is {found}, not {told}."),
    N_("Look the three numbers up again. A wrong one that is taught as wrong stands in quotes."),
)
WRONG_SUM = Rule("wrong-sum", Severity.ERROR, N_("{parts} is {found}, not {told}."), N_("Look the numbers up again."))
WRONG_GROWTH = Rule(
    "wrong-growth",
    Severity.ERROR,
    N_("From {before} to {after} is a growth of {found}, not {told}."),
    N_("Look the numbers up again."),
)
NO_NUMBER = Rule(
    "no-number",
    Severity.ERROR,
    N_("'{name}' stands for no single number here."),
    N_("Name a part of this fact, `value`, a part of another fact as it is cited, or write digits."),
)
PART_DIFFERS = Rule(
    "part-differs",
    Severity.WARNING,
    N_("The part '{part}' tells {number}, and neither the value of this fact nor its sentence does."),
    N_("Change all of them together where the law has changed."),
)

LITERAL = compile_later(r"\d[\d,]*(?:\.\d+)?%?")
DECIMALS = compile_later(r"\d\.(\d+)")
ABOUT = compile_later(r"약 |about ")
READ = {"ko": korean_numbers, "en": english_numbers}
"""How each language's numbers are read."""

FEW = 20
"""A whole up to which '9 in 10' is only a way of saying 89.4%."""
COUNT = r"(?<![\d,.])\d++(?:,\d{3})*+"
COUNT_KO = rf"{COUNT}(?:[만천] ?{COUNT})?[명건개]?"
WHO_KO = r"(?:[^\s\d]\S* |\d+대\S? )?"
"""One word between the whole and the part, such as 10대가."""
SHARE = r"\((?P<share>\d+(?:\.\d+)?%)\)"
TOLD = {
    "ko": (compile_later(rf"(?P<of>{COUNT_KO}) (?:중|가운데)(?:에서)? {WHO_KO}(?P<part>{COUNT_KO}){SHARE}"),),
    "en": (
        compile_later(rf"(?P<part>{COUNT}) of (?:the )?(?P<of>{COUNT})\b[^.;(\d]{{0,80}}{SHARE}"),
        compile_later(rf"\b[Oo]f (?:the )?(?P<of>{COUNT})\b[^.;(\d]{{0,80}} (?P<part>{COUNT}) {SHARE}"),
    ),
}
"""How a sentence tells a part, a whole and a share together."""


class Number(NamedTuple):
    """A number as it is written."""

    value: float
    written: str
    """The number itself, without what it counts."""
    decimals: int
    is_about: bool
    """Whether it is said to be rounded."""

    @property
    def scale(self) -> int:
        """What one whole is in it: 100 for a percentage."""
        return 100 if self.written.endswith("%") else 1

    def is_met_by(self, quotient: float) -> bool:
        """Whether a quotient rounds to it."""
        return abs(self.scale * quotient - self.value) <= 0.5 * 0.1**self.decimals + 1e-9

    def is_sum_of(self, parts: list[Number]) -> bool:
        """Whether others make it; where it is rounded, nearly."""
        zeros = len(digits := f"{self.value:.0f}") - len(digits.rstrip("0")) if self.is_about else 0
        return abs(sum(part.value for part in parts) - self.value) <= (0.5 * 10.0**zeros if self.is_about else 1e-6)

    def like(self, quotient: float) -> str:
        """A quotient written in its way, to one digit more."""
        return f"{self.scale * quotient:.{self.decimals + 1}f}{'%' if self.scale == 100 else ''}"


def check_derived(fact: Fact, registry: Registry, place: Callable[[object], Place]) -> Iterator[Fault]:
    """Every number of a fact that does not follow from those it is said to follow from; none in languages nobody reads here."""
    for derived in fact.derived if READ.keys() & fact.value.keys() else ():
        numbers: list[Number] = []
        for name in _names(derived):
            if number := _number_of(name, fact, registry):
                numbers.append(number)
            else:
                yield NO_NUMBER.broken(place(derived), name=name)
        if len(numbers) == len(_names(derived)):
            yield from _recompute(derived, numbers[0], numbers[1:], place(derived))


def check_parts(fact: Fact, registry: Registry, place: Callable[[object], Place]) -> Iterator[Fault]:
    """Every part of a fact of law with a number that the fact itself does not tell, where that tells any."""
    if fact.law is None:
        return
    known: dict[str, set[float]] = {}
    for language, read in READ.items():
        if language not in fact.value:
            continue
        value, *also = (resolved(text[language], language, registry) for text in (fact.value, fact.says, fact.about))
        if numbers := read(value):
            known[language] = numbers.union(*map(read, also))
    for part in fact.parts:
        told = (READ[language](resolved(part.value[language], language, registry)) - known[language] for language in known)
        if differing := next(filter(None, told), None):
            yield PART_DIFFERS.broken(place(part), part=part.id, number=write_number(min(differing)))


def suspect_shares(manuscript: Manuscript) -> Iterator[int]:
    """The passages that tell a share in brackets."""
    for language, run in manuscript.words.items():
        if language in TOLD:
            yield from run.holding("%)")


def check_shares(passage: Passage, place: Place) -> Iterator[Fault]:
    """Every sentence that tells a part, a whole and a share that do not agree, but for what is quoted or to be answered."""
    if passage.is_said_to_be_answered and passage.key != "why":
        return
    for language, words in passage.words.items():
        if "%)" not in words:
            continue
        for pattern in TOLD.get(language, ()):
            for found in pattern.finditer(QUOTED.sub("", words)):
                share, part, whole = (_read(found[key], language) for key in ("share", "part", "of"))
                if share and part and whole and whole.value > FEW and part.value <= whole.value:
                    yield from _check_share(share, part, whole, place)


def _names(derived: Derived) -> tuple[str, ...]:
    match derived:
        case Share():
            return derived.share, derived.part, derived.of
        case Sum():
            return derived.sum, *derived.parts
        case Growth():
            return derived.growth, derived.before, derived.after


def _recompute(derived: Derived, told: Number, others: list[Number], at: Place) -> Iterator[Fault]:
    match derived:
        case Share():
            yield from _check_share(told, others[0], others[1], at)
        case Sum() if not told.is_sum_of(others):
            parts, found = " + ".join(part.written for part in others), write_number(sum(part.value for part in others))
            yield WRONG_SUM.broken(at, parts=parts, found=found, told=told.written)
        case Growth():
            before, after = others
            growth = (after.value - before.value) / before.value if before.value else 0
            if not told.is_met_by(growth):
                names = {"before": before.written, "after": after.written, "found": told.like(growth)}
                yield WRONG_GROWTH.broken(at, told=told.written, **names)


def _check_share(told: Number, part: Number, whole: Number, at: Place) -> Iterator[Fault]:
    share = part.value / whole.value if whole.value else 0
    if not told.is_met_by(share):
        yield WRONG_SHARE.broken(at, part=part.written, whole=whole.written, found=told.like(share), told=told.written)


def _number_of(name: str, fact: Fact, registry: Registry) -> Number | None:
    """The one number that a name stands for in a fact; None where it stands for none, or for several."""
    cited: object = fact.value if name == "value" else registry.cite(fact.fact, name) or registry.cite(*name.split(".", 1))
    if isinstance(cited, Text):
        return next((_read(cited[language], language) for language in READ if language in cited), None)
    return _read(name, "en") if LITERAL.fullmatch(name) else None


def _read(words: str, language: str) -> Number | None:
    numbers = READ[language](words)
    if len(numbers) != 1:
        return None
    (value,) = numbers
    decimals = DECIMALS.search(words)
    written = write_number(value) if decimals is None else f"{value:.{len(decimals[1])}f}"
    sign = "%" if "%" in words else ""
    return Number(value, written + sign, len(decimals[1]) if decimals else 0, bool(ABOUT.search(words)))
