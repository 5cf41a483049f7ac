"""What keeps the questions before and after in step: each opening one has a closing one that asks the same of a new case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from safeclass.course.card import Card, SetAside, identity, kind
from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.lesson import Lesson
from safeclass.course.picking import OX, Attitude, Choice, Several
from safeclass.course.rules.rule import Rule
from safeclass.course.text import Text
from safeclass.language import N_

CLOSING = Rule(
    "closing-not-parallel",
    Severity.WARNING,
    N_("There are {opening} opening questions and {closing} closing ones."),
    N_("Write the one that is missing, or delete the one that has no other. `parallel` names the opening question."),
)
NO_OPENING = CLOSING._replace(
    wrong=N_("There are {closing} closing questions and no opening one."),
    mend=N_(
        "Delete `closing`, or write opening questions for them. Questions for after the whole course are a lesson of their own,"
        " which course.yaml names as `closing`."
    ),
)
NO_CLOSING = CLOSING._replace(
    wrong=N_("There are {opening} opening questions and no closing one."),
    mend=N_(
        "Delete `opening`, or write closing questions for them. Questions for before the whole course are a lesson of their own,"
        " which course.yaml names as `opening`."
    ),
)
NONE_BEFORE = NO_OPENING._replace(
    mend=N_("In course.yaml name the lesson before the course too, as `opening`, or delete `closing`.")
)
NONE_AFTER = NO_CLOSING._replace(
    mend=N_("In course.yaml name the lesson after the course too, as `closing`, or delete `opening`.")
)
"""The same of the questions around a course, which stand in two files."""
UNANSWERED = Rule(
    "no-parallel",
    Severity.WARNING,
    N_("No closing question is parallel to '{name}'."),
    N_("Write `parallel: {name}` at the one that is."),
)
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

Compared = Choice | Several | OX | Attitude
"""A card that can be parallel to one before."""

UNCOUNTED = frozenset(["yaml-syntax", "unknown-kind", "unknown-key", "duplicate-key"])
"""The rules of faults in which cards may have run together, or apart."""


def are_counted(lesson: Lesson) -> bool:
    """Whether it is known how many cards a lesson has: what cannot be read may hold several of them, or be a part of one."""
    return not any(isinstance(card, SetAside) and card.fault.rule in UNCOUNTED for card in lesson.deck)


def check_parallel(
    opening: Sequence[Card],
    closing: Sequence[Card],
    place: Callable[[object], Place],
    *,
    is_counted: bool = True,
    is_around: bool = False,
) -> Iterator[tuple[str, Fault]]:
    """Opening questions that no closing one is parallel to, and closing ones that cannot be compared; each with its card.

    Unless it `is_counted` how many there are, nothing is told of that. With `is_around` they are those around a course.
    """
    if len(opening) != len(closing) and is_counted:
        first_one = (*closing, *opening)[0]
        at = first_one.place if isinstance(first_one, SetAside) else place(first_one)
        rule = CLOSING
        if not opening:
            rule = NONE_BEFORE if is_around else NO_OPENING
        elif not closing:
            rule = NONE_AFTER if is_around else NO_CLOSING
        yield "", rule.broken(at, opening=str(len(opening)), closing=str(len(closing)))
    elif len(opening) == len(closing) and not any(isinstance(card, SetAside) for card in (*opening, *closing)):
        answered = {getattr(card, "parallel", None) for card in closing}
        for card in opening:
            if identity(card) not in answered:
                yield identity(card), UNANSWERED.broken(place(card), name=identity(card))
    first: dict[str, Card] = {identity(card): card for card in opening}
    for card in closing:
        if not isinstance(card, Compared):
            continue
        before = first.get(card.parallel or "")
        if before is None or isinstance(before, SetAside):
            continue
        if not isinstance(before, Compared) or kind(card) != kind(before):
            yield identity(card), OTHER_KIND.broken(place(card), name=identity(before))
            continue
        asked, asked_before = _asked(card), _asked(before)
        same = next((language for language in asked if asked[language] == asked_before.get(language)), None)
        if same is not None:
            yield identity(card), SAME_CASE.broken(place(card), language=same, name=identity(before))


def _asked(card: Compared) -> Text:
    return card.say if isinstance(card, OX) else card.ask
