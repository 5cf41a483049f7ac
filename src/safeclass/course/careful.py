"""The careful road from YAML nodes to the frozen objects of the model: every fault is told at its line, and none thrown.

A thing whose key is marked `apart` in the model (a card, a fact, a channel) is left out when anything in it is wrong; the
rest stands. The straight road (`safeclass.course.straight`) is tried first for each thing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any, Final, NamedTuple, TypeVar

from safeclass.course import shape as shapes
from safeclass.course.fault import Fault, Place
from safeclass.course.straight import DAY, ID, LONGEST, NULLS, OFF_ROAD, Places, road_to
from safeclass.course.text import Id, Text
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
NOT_AN_ID = N_("'{found}' is not an id.")
ID_SIGNS = N_("Use lower-case letters a-z, digits and hyphens.")
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


def _names_in(item: Node) -> set[str]:
    """What an item is called, and another one in it whose dash was lost."""
    if item.id == "mapping":
        return {value.value for key, value in item.value if key.value == item.value[0][0].value and value.id == "scalar"}
    return {item.value} if item.id == "scalar" else set()


class CarefulRoad:
    """The nodes of one file on their way to the model: where each thing stood, and what is wrong with it."""

    def __init__(self, path: str, languages: Collection[str] = (), *, only_head: bool = False) -> None:
        self.path = path
        self._only_head = only_head
        self.languages = languages
        """The languages every text must have, with their names where these are known; none when that is not known yet."""
        self.faults: list[Fault] = []
        self.left_out: list[LeftOut] = []
        """Things marked `apart` that were left out."""
        self.left_out_names: set[str] = set()
        """What these are called."""
        self._places: Places = {}
        self.text = ""
        """The words of the file, once they are read; what no parser can read is blank in them."""
        self.unread = ""
        """What no parser can read."""
        self.root: Node = None
        """What all of the file stands in."""
        self._kinds: Collection[str] = ()
        """The keys that a card begins with, once there was one."""
        self._seen: set[int] = set()
        self.is_straight = False
        """Whether every word of the file stands in it as it was read: it holds no escape, and no anchor or tag either."""

    def fault(self, at: Node | Place, rule: str, wrong: str, mend: str, **names: str) -> object:
        """Tell a fault; answers `BROKEN`, so that it can be returned in one line. Raises `Unreadable` after too many."""
        place = at if isinstance(at, Place) else self._place_of(at)
        if len(self.faults) >= MOST_FAULTS and not isinstance(at, Place):
            wrong, mend = N_("From here on this file was not read."), N_("Mend what is told before this, then check again.")
            raise Unreadable(Fault(place, "too-many", wrong, mend))
        self.faults.append(Fault(place, rule, wrong, mend, names))
        return BROKEN

    def _place_of(self, node: Node) -> Place:
        return Place(self.path, node.start_mark.line + 1, node.start_mark.column + 1)

    def _keep(self, thing: T, node: Node) -> T:
        self._places[id(thing)] = (thing, node.start_mark)
        return thing

    def _is_clean(self, node: Node) -> bool:
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

    def _take(self, shape: shapes.Shape, node: Node) -> Any:
        if not self._is_clean(node):
            return BROKEN
        if node.id != "scalar":
            if id(node) in self._seen:
                return self.fault(node, "alias", N_("This is an alias of another place."), N_("Write the words out here."))
            self._seen.add(id(node))
        match shape:
            case shapes.Words():
                return self._take_text(node)
            case shapes.Scalar(type=kind):
                return self._take_scalar(kind, node)
            case shapes.OneOf(enum=enum):
                return self._take_one_of(tuple(enum), node, enum)
            case shapes.Listed(of=of):
                return self._take_list(of, node)
            case shapes.PerLanguage(of=of):
                return self._take_per_language(of, node)
            case shapes.Record():
                return self._take_record(shape, node)
            case shapes.Kinds():
                return self._take_kind(shape, node)

    def _pairs(self, node: Node) -> Iterator[tuple[str, Node, Node]]:
        """The keys of a mapping with their nodes; a key written twice is a fault and is passed over."""
        seen: dict[str, int] = {}
        twice: list[tuple[str, Node]] = []
        for key, value in node.value:
            if not self._is_clean(key):
                continue
            name = unicodedata.normalize("NFC", key.value) if key.id == "scalar" else ""
            if name in seen:
                twice.append((name, key))
                continue
            seen[name] = key.start_mark.line + 1
            yield name, key, value
        if len({name for name, _ in twice}) > 1 and not node.flow_style:
            self._tell_lost_entry(*twice[0], node.value[0][0].value, "duplicate-key")
            return
        mend = N_("Only the first one is read, in line {line}. Bring what belongs together under that one, and delete this.")
        for name, key in twice:
            self.fault(key, "duplicate-key", N_("'{key}' stands here twice."), mend, key=name, line=str(seen[name]))

    def _tell_lost_entry(self, name: str, key: Node, first: object, rule: str) -> None:
        from safeclass.course.slips import DASH_LOST, ENTRY_LOST

        self.fault(key, rule, *(DASH_LOST if name == first else ENTRY_LOST), key=name, first=str(first))

    def _is(self, kind: str, node: Node) -> bool:
        if node.id == kind:
            return True
        self.fault(node, f"not-{kind}", WANTED[kind], N_("Compare with another file of its kind."))
        return False

    def _take_text(self, node: Node) -> Any:
        if node.id == "scalar":
            return self.fault(
                node,
                "one-language",
                N_("These words stand in no language."),
                N_("Write them for each language: {{{languages}}}."),
                languages=", ".join(f'{language}: "..."' for language in self.languages or ("ko", "en")),
            )
        if not self._is("mapping", node):
            return BROKEN
        words: dict[str, str] = {}
        meant: set[str] = set()
        lacking = set(self.languages) - {key.value for key, _ in node.value if key.id == "scalar"}
        for name, key, value in self._pairs(node):
            if self.languages and name not in self.languages:
                from safeclass.course.slips.mistyped import meant_by, mistyped
                from safeclass.course.unknown import unknown_language

                run_on = meant_by(name, lacking)
                told = mistyped(name, lacking) if run_on else None
                said = value.value if value.id == "scalar" else None
                wrong, mend, names = told or unknown_language(name, said, self.languages)
                meant.add(run_on)
                self.fault(key, "unknown-language", wrong, mend, **names)
                meant.add(names.get("near", ""))
            elif self._is("scalar", value) and self._is_clean(value):
                words[name] = unicodedata.normalize("NFC", value.value.strip())
                if not words[name] or (words[name] in NULLS and not value.style):
                    self._tell_no_words(value, N_("Write them in this language."))
                    words[name] = ""
        for language in self.languages:
            if language not in meant and language not in words and not any(key.value == language for key, _ in node.value):
                self.fault(
                    node,
                    "missing-language",
                    N_("'{language}' is missing."),
                    N_("Write the same words in this language."),
                    language=language,
                )
        complete = all(words.get(language) for language in self.languages)
        return self._keep(Text(words), node) if complete and words else BROKEN

    def _tell_no_words(self, node: Node, mend: str) -> object:
        from safeclass.course.slips import NOTHING
        from safeclass.course.slips.unread import all_behind_hash

        if node.value in NULLS:
            return self.fault(node, "empty-text", *NOTHING, found=node.value)
        if not node.style and (slip := all_behind_hash(self.text, node.start_mark.line)):
            place = Place(self.path, slip.line + 1, slip.column + 1)
            return self.fault(place, "words-behind-hash", slip.wrong, slip.mend, **slip.names)
        return self.fault(node, "empty-text", N_("There are no words here."), mend)

    def _take_scalar(self, kind: Any, node: Node) -> Any:
        if not self._is("scalar", node):
            return BROKEN
        words: str = unicodedata.normalize("NFC", node.value.strip())
        if kind is bool:
            if words in ("true", "false"):
                return words == "true"
            return self.fault(
                node, "not-true-or-false", N_("'{found}' is neither true nor false."), N_("Write true or false."), found=words
            )
        if kind is int:
            if words.isascii() and words.isdigit() and len(words) < 10:
                return int(words)
            return self.fault(node, "not-a-number", N_("'{found}' is not a whole number."), N_("Write digits only."), found=words)
        if kind is date:
            try:
                return date.fromisoformat(words if DAY.fullmatch(words) else "")
            except ValueError:
                form = N_("Write year, month and day in this form: 2026-11-22 is November 22, 2026.")
                return self.fault(node, "not-a-date", N_("'{found}' is not a date."), form, found=words)
        if not words or (kind is str and words in NULLS and not node.style):
            return self._tell_no_words(node, N_("Write them, or delete the key."))
        if kind is Id and not ID.fullmatch(words):
            return self.fault(node, "bad-id", NOT_AN_ID, ID_SIGNS, found=words)
        return words

    def _take_one_of(self, words: tuple[str, ...], node: Node, make: Any) -> Any:
        if not self._is("scalar", node):
            return BROKEN
        if node.value in words:
            return make(node.value)
        return self.fault(
            node,
            "not-one-of",
            N_("'{found}' is not one of: {words}."),
            N_("Write one of these."),
            found=node.value,
            words=", ".join(words),
        )

    def _take_list(self, of: shapes.Shape, node: Node) -> Any:
        if node.id == "scalar" and node.value and isinstance(of, shapes.Scalar):
            several = N_("Write them in '[ ]', parted by commas: [{found}].")
            return self.fault(node, "not-sequence", WANTED["sequence"], several, found=node.value.strip("[]() "))
        if not self._is("sequence", node):
            return BROKEN
        things = [self._take(of, item) for item in node.value]
        return BROKEN if BROKEN in things else self._keep(tuple(things), node) if things else ()

    def _take_apart(self, key: shapes.Key, of: shapes.Shape, node: Node) -> Any:
        """A list whose items stand alone: one with a fault in it is left out."""
        if not self._is("sequence", node):
            return BROKEN
        things = []
        for item in node.value:
            before = len(self.faults)
            thing = self._take(of, item)
            if len(self.faults) > before:
                self.left_out.append(LeftOut(key.attribute, self.faults[before], self._place_of(item)))
                self.left_out_names |= _names_in(item)
            else:
                things.append(thing)
        return tuple(things)

    def _take_per_language(self, of: shapes.Shape, node: Node) -> Any:
        if not self._is("mapping", node):
            return BROKEN
        things = {}
        for name, key, value in self._pairs(node):
            if not ID.fullmatch(name):
                self._tell_no_code(key, name)
                return BROKEN
            things[name] = self._take(of, value)
        return BROKEN if BROKEN in things.values() else things

    def _tell_no_code(self, key: Node, name: str) -> None:
        from safeclass.course.unknown import CALLED, language_meant

        near = language_meant(name, self.languages or CALLED)
        mend = N_("Write the code of the language: {near}.") if near else ID_SIGNS
        self.fault(key, "bad-id", NOT_AN_ID, mend, found=name, near=near)

    def _take_record(self, record: shapes.Record, node: Node) -> Any:
        if self.is_straight:
            try:
                return road_to(record.type, tuple(self.languages))(node, self._places)
            except OFF_ROAD:
                pass
        return self._take_record_with_care(record, node)

    def _take_record_with_care(self, record: shapes.Record, node: Node) -> Any:
        if not self._is("mapping", node):
            return BROKEN
        found: dict[str, Any] = {}
        broken = False
        for name, at, value in self._pairs(node):
            key = record.named.get(name)
            if key is None:
                if self._only_head:
                    continue
                if name in self._kinds and not node.flow_style:
                    self._tell_lost_entry(name, at, name, "unknown-key")
                    broken = True
                    break
                from safeclass.course.unknown import unknown_key

                wrong, mend, names = unknown_key(name, record.named)
                self.fault(at, "unknown-key", wrong, mend, **names)
                continue
            if key.apart and isinstance(key.shape, shapes.Listed):
                thing = self._take_apart(key, key.shape.of, value)
            else:
                thing = self._take(key.shape, value)
            if thing is not BROKEN:
                found[key.attribute] = thing
            elif key.required or not key.apart:
                broken = True
        written = {name.value for name, _ in node.value if name.id == "scalar"}
        for key in record.keys:
            if key.required and key.attribute not in found:
                if key.name not in written and not (node is self.root and self._is_unread(key.name)):
                    self.fault(node, "missing-key", N_("'{key}' is missing."), N_("Add the key."), key=key.name)
                broken = True
        return BROKEN if broken else self._keep(record.type(**found), node)

    def _is_unread(self, key: str) -> bool:
        """Whether a key begins a line of what no parser can read."""
        return re.search(rf"^\W*{key}\b", self.unread, re.MULTILINE) is not None

    def _take_kind(self, kinds: shapes.Kinds, node: Node) -> Any:
        if not self._is("mapping", node):
            return BROKEN
        for key, _ in node.value:
            if key.id == "scalar" and key.value in kinds.records:
                self._kinds = kinds.records
                return self._take_record(kinds.records[key.value], node)
        from safeclass.course.unknown import unknown_kind

        first = node.value[0][0].value if node.value else ""
        wrong, mend, names = unknown_kind(first if isinstance(first, str) else "", kinds.records)
        return self.fault(node, "unknown-kind", wrong, mend, **names)
