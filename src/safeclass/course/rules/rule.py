"""What a rule is, and the passages that rules look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.picking import Option
from safeclass.course.placing import Pair, Sorted
from safeclass.course.text import Text


class Rule(NamedTuple):
    """Something that a good course keeps."""

    id: str
    """Stable name, for scripts and for silencing."""
    severity: Severity
    wrong: str
    """What is said where it is broken: a msgid with ``{names}``."""
    mend: str
    """How to mend it: a msgid with ``{names}``."""

    def broken(self, place: Place, **names: str) -> Fault:
        """The fault that it is broken at a place."""
        return Fault(place, self.id, self.wrong, self.mend, names, self.severity)


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of a course, and what it is there for."""

    text: Text
    key: str
    """The key it stands under: ``ask``, ``text``, ``why`` …"""
    holder: object
    """The thing of the model it belongs to."""
    written: Mapping[str, str]
    """What an author wrote, by language."""
    words: Mapping[str, str]
    """What a learner reads, by language: citations resolved, signs of bold left out."""
    is_known: bool
    """Whether everything it cites stands for something."""

    @property
    def is_said_to_be_answered(self) -> bool:
        """Whether what is quoted here is answered: a wrong option, a thing to sort or match, a question, what not to say."""
        is_wrong = isinstance(self.holder, Option) and not self.holder.right
        return is_wrong or isinstance(self.holder, Sorted | Pair) or self.key in ("say", "ask", "avoid", "prompts")

    @property
    def is_wrong_option(self) -> bool:
        """Whether it is an option that is not right, as it is offered."""
        return isinstance(self.holder, Option) and not self.holder.right and self.key == "text"
