"""What tells a key that stands at the wrong option: its reason begins with what is reasonable, and then turns.

The reason of a wrong option concedes something and contradicts it; that of a right one does neither. Where the option that is
marked as right sounds like a wrong one, and another sounds right, the mark was probably moved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from safeclass.course.card import Card
from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.picking import OX, Choice
from safeclass.course.rules.rule import Rule
from safeclass.course.text import Text
from safeclass.language import N_
from safeclass.language.pattern import compile_later

REASON = Rule(
    "reason-against-key",
    Severity.WARNING,
    N_("The reason of the right answer contradicts it, as those of wrong ones do, and the reason of another does not."),
    N_("Look whether `right: true` stands where it should, and each reason with its own option."),
)

CONCEDED = (
    *("쉬워요", "쉬운", "느낄", "느껴", "자연스러", "이해돼", "당연", "맞아요", "맞지만", "것 같기도", "같아요"),
    *("보여요", "보일", "싶을", "싶어", "여길", "들었을", "마음일", "뜻일", "들릴", "마음은"),
)
SIGNS = (
    ("ko", compile_later(r"그런데|하지만|그래도|다만|그렇다고|[가-힣]지만 ")),
    ("ko", compile_later("|".join(CONCEDED))),
    ("en", compile_later(r"\b(?:But|Still|Yet|However|but)\b")),
)
"""What a reason holds that concedes or turns, and in which language."""
FAR = 2
"""By so many signs two reasons are of different kinds."""


def check_reasons(card: Card, place: Callable[[object], Place]) -> Iterator[Fault]:
    """Whether the reasons of a question with one right answer speak against its key."""
    if isinstance(card, Choice | OX) and sum(option.right for option in card.options) == 1:
        right = next(_turns(option.why) for option in card.options if option.right)
        if right >= FAR and any(_turns(option.why) <= right - FAR for option in card.options):
            yield REASON.broken(place(card))


def _turns(why: Text) -> int:
    """How many signs a reason has of conceding something and contradicting it."""
    return sum(language in why and sign.search(why[language]) is not None for language, sign in SIGNS)
