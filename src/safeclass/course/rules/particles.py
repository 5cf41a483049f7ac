"""What keeps Korean particles in step with what is cited before them: a value may change, and its last sound with it."""

from __future__ import annotations

from collections.abc import Iterator

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.registry import Registry
from safeclass.course.rules.manuscript import Manuscript
from safeclass.course.rules.rule import Passage, Rule
from safeclass.course.wording import CITATION, resolved
from safeclass.language import N_
from safeclass.language.josa import josa
from safeclass.language.pattern import compile_later

WRONG_PARTICLE = Rule(
    "wrong-particle",
    Severity.ERROR,
    N_("'{found}' does not fit '{words}'."),
    N_("Let the program choose it: {{{name}:{pair}}}."),
)

PAIRS = (
    "을/를",
    "은/는",
    "이/가",
    "과/와",
    "으로/로",
    "이에요/예요",
    "이나/나",
    "이라/라",
    "이라고/라고",
    "이었어요/였어요",
    "이랑/랑",
)
PAIR_OF = {form: pair for pair in PAIRS for form in pair.split("/")}
"""Each particle that is looked at, and the pair that it is of, after a consonant first."""
FORMS = "|".join(sorted(PAIR_OF, key=len, reverse=True))
BEHIND = compile_later(rf"{CITATION.pattern}({FORMS})(?:(?<=로)(?:는|도|만|부터)요?)?(?![가-힣])")
RIGHT_BEHIND = compile_later(rf"\}}(?:{FORMS})")
"""What is quickly seen of it."""


def suspect_particles(manuscript: Manuscript) -> Iterator[int]:
    """The passages in which a particle stands right behind a citation."""
    if "ko" in manuscript.written:
        yield from manuscript.written["ko"].matching(RIGHT_BEHIND)


def check_particles(passage: Passage, registry: Registry, place: Place) -> Iterator[Fault]:
    """Every particle that does not fit what is cited before it; where the last sound is not known, none."""
    for found in BEHIND.finditer(passage.written.get("ko", "")):
        name, part, particle, behind = found.groups()
        words = resolved(found.string[found.start() : found.start(4)], "ko", registry)
        pair = PAIR_OF[behind]
        fits = josa(words, pair)
        if particle is None and words and fits != behind and "(" not in fits:
            cited = name if part is None else f"{name}.{part}"
            yield WRONG_PARTICLE.broken(place, found=behind, words=words, name=cited, pair=pair)
