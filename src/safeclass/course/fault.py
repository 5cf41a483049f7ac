"""A fault: where it is, which rule it breaks, what is wrong and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from safeclass.language import N_, translate
from safeclass.language.cells import printable


class Severity(StrEnum):
    """How much a fault weighs, the most first: an error keeps a card from being shown, a warning and an advice do not."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


SEVERITIES = {Severity.ERROR: N_("fault"), Severity.WARNING: N_("warning"), Severity.ADVICE: N_("advice")}
"""What a fault is called by how much it weighs, as msgids."""


class TopKey(NamedTuple):
    """A key at the top of a file, to ask where it stands."""

    key: str


class Place(NamedTuple):
    """A place in a file; lines and columns count from 1, and 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a course. Its words are msgids, so that it can be told in any language."""

    place: Place
    rule: str
    """The stable id of the rule that is broken."""
    wrong: str
    """What is wrong: a msgid with ``{names}``."""
    mend: str
    """How to mend it: a msgid with ``{names}``."""
    names: dict[str, str] = field(default_factory=dict)
    """What stands in the braces, as it was written; a terminal is given it only through `say` and `say_mend`."""
    severity: Severity = Severity.ERROR

    def say(self, language: str) -> str:
        """What is wrong, in a language."""
        return translate(self.wrong, language).format(**self._shown())

    def say_mend(self, language: str) -> str:
        """How to mend it, in a language."""
        return translate(self.mend, language).format(**self._shown())

    def _shown(self) -> dict[str, str]:
        return {name: printable(words) for name, words in self.names.items()}


class NoCourse(Exception):
    """A folder that holds no course that could be opened; carries the faults that say why."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__(faults[0].rule if faults else "no course")
        self.faults = faults
