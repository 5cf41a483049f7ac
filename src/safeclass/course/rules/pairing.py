"""What makes a lesson's beginning and end comparable: closing questions like the opening ones, of another case."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.model import OX, Card, Lesson, SetAside, identity, kind
from safeclass.course.rules.rule import Rule
from safeclass.course.text import Text
from safeclass.language import N_

OTHER_KIND = Rule(
    "parallel-kind",
    Severity.WARNING,
    N_("This is parallel to '{name}', which is of another kind."),
    N_("Make both of one kind, or what was learned cannot be compared."),
)
SAME_CASE = Rule(
    "parallel-same-case",
    Severity.WARNING,
    N_("This asks in '{language}' with the very words of '{name}'."),
    N_("Ask the same of another case, or a learner only has to remember."),
)
RULES = (OTHER_KIND, SAME_CASE)


def check_pairs(lesson: Lesson, place: Callable[[object], Place]) -> Iterator[tuple[str, Fault]]:
    """Closing questions that are of another kind than the opening one they are parallel to, or ask with the same words."""
    opening: dict[str, Card] = {identity(card): card for card in lesson.opening}
    for card in lesson.closing:
        first = opening.get(getattr(card, "parallel", ""))
        if first is None or isinstance(card, SetAside) or isinstance(first, SetAside):
            continue
        if kind(card) != kind(first):
            yield identity(card), OTHER_KIND.broken(place(card), name=identity(first))
        asked, before = _asked(card), _asked(first)
        same = next((language for language in asked if asked[language] == before.get(language)), None)
        if same is not None:
            yield identity(card), SAME_CASE.broken(place(card), language=same, name=identity(first))


def _asked(card: Card) -> Text:
    return card.say if isinstance(card, OX) else card.ask  # type: ignore[union-attr]  # every question has one
