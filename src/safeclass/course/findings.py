"""What is found in one file while its nodes are walked: where each thing stood, what is wrong, and what was left out."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final, NamedTuple, TypeVar

from safeclass.course.fault import Fault, Place
from safeclass.course.straight import LONGEST, Places
from safeclass.course.yaml_file import TYPE_ANEW, Unreadable, flaw_in
from safeclass.language import N_

Node = Any
"""A YAML node; what PyYAML's types know of one is not enough to walk it."""

T = TypeVar("T")

CORE_TAGS = "tag:yaml.org,2002:"
WANTED = {
    "mapping": N_("Keys with values should stand here."),
    "sequence": N_("A list ('- ...') should stand here."),
    "scalar": N_("Plain words should stand here."),
}
NO_TAG = N_("Delete it, or put words that begin with an exclamation mark in double quotes.")
MOST_FAULTS = 1000
"""After so many faults in its nodes a file is read no further."""

BROKEN: Final = object()
"""What stands for a thing that could not be read."""


class LeftOut(NamedTuple):
    """A thing that was left out because of what is wrong with it."""

    under: str
    """The attribute that it is missing from."""
    fault: Fault
    """What is wrong with it first."""
    place: Place


class Findings:
    """What is known of one file: its words, where each thing stood, and what is wrong with it."""

    def __init__(self, path: str, languages: Collection[str] = ()) -> None:
        self.path = path
        self.languages = languages
        """The languages every text must have, with their names where these are known; none when that is not known yet."""
        self.faults: list[Fault] = []
        self.left_out: list[LeftOut] = []
        """Things marked `apart` that were left out."""
        self.left_out_names: set[str] = set()
        """What these are called; `EVERYTHING` where that cannot be seen."""
        self._places: Places = {}
        self.text = ""
        """The words of the file, once they are read; what no parser can read is blank in them."""
        self.is_cut = False
        """Whether a part of the file that no parser can read was cut out of it."""
        self.is_straight = False
        """Whether every word of the file stands in it as it was read: it holds no escape, and no anchor or tag either."""

    def fault(self, at: Node | Place, rule: str, wrong: str, mend: str, **names: str) -> object:
        """Tell a fault; answers `BROKEN`, so that it can be returned in one line. Raises `Unreadable` after too many."""
        place = at if isinstance(at, Place) else self.place_of(at)
        if len(self.faults) >= MOST_FAULTS and not isinstance(at, Place):
            wrong, mend = N_("From here on this file was not read."), N_("Mend what is told before this, then check again.")
            raise Unreadable(Fault(place, "too-many", wrong, mend))
        self.faults.append(Fault(place, rule, wrong, mend, names))
        return BROKEN

    def place_of(self, node: Node) -> Place:
        """Where a node begins."""
        return Place(self.path, node.start_mark.line + 1, node.start_mark.column + 1)

    def keep(self, thing: T, node: Node) -> T:
        """A thing that was read, its place kept."""
        self._places[id(thing)] = (thing, node.start_mark)
        return thing

    def is_clean(self, node: Node) -> bool:
        """Whether a node has no tag of its own, and no sign that an escape such as ``\\e`` smuggled in."""
        if not node.tag.startswith(CORE_TAGS):
            self.fault(node, "tag", N_("'{tag}' is a tag, and tags are not used here."), NO_TAG, tag=node.tag)
            return False
        return node.id != "scalar" or self._is_sayable(node)

    def _is_sayable(self, node: Node) -> bool:
        if len(node.value) > LONGEST:
            self.fault(node, "too-long", N_("These words are too long for one place."), N_("Split them."))
            return False
        if flaw := flaw_in(node.value):
            place, rule, wrong = flaw
            self.fault(node, rule, wrong, TYPE_ANEW, code=f"{ord(node.value[place]):04X}")
            return False
        return True

    def is_a(self, kind: str, node: Node) -> bool:
        """Whether a node is of a kind: mapping, sequence or scalar; where it is not, that is told."""
        if node.id == kind:
            return True
        self.fault(node, f"not-{kind}", WANTED[kind], N_("Compare with another file of its kind."))
        return False
