"""The careful road from YAML nodes to the frozen objects of the model: every fault is told at its line, and none thrown.

A thing whose key is marked `apart` in the model (a card, a fact, a channel) is left out when anything in it is wrong; the
rest stands. The straight road (`safeclass.course.straight`) is tried first for each thing.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from safeclass.course import shape as shapes
from safeclass.course.findings import BROKEN, WANTED, Findings, LeftOut, Node
from safeclass.course.straight import ID, OFF_ROAD, road_to
from safeclass.course.values import ID_SIGNS, NOT_AN_ID, pairs_of, take_one_of, take_scalar, take_text, tell_lost_entry
from safeclass.language import N_


def _names_in(item: Node) -> set[str]:
    """What an item is called, and another one in it whose dash was lost."""
    if item.id == "mapping":
        return {value.value for key, value in item.value if key.value == item.value[0][0].value and value.id == "scalar"}
    return {item.value} if item.id == "scalar" else set()


def _is_part(of: shapes.Shape, item: Node) -> bool:
    """Whether an item of a list begins as a part of such an item does: as an option, a pair, a line or a way."""
    records = of.records.values() if isinstance(of, shapes.Kinds) else ()
    parts = [key.shape.of for record in records for key in record.keys if isinstance(key.shape, shapes.Listed)]
    begins = {begin for part in parts for begin in shapes.begins_of(part)} | {"text", "who"}  # the last two in a scene's nodes
    return item.id == "mapping" and bool(item.value) and item.value[0][0].value in begins


class CarefulRoad(Findings):
    """The nodes of one file on their way to the model."""

    def __init__(self, path: str, languages: Collection[str] = (), *, only_head: bool = False) -> None:
        super().__init__(path, languages)
        self._only_head = only_head
        self._kinds: Collection[str] = ()
        """The keys that a card begins with, once there was one."""
        self._seen: set[int] = set()

    def _take(self, shape: shapes.Shape, node: Node) -> Any:
        if not self.is_clean(node):
            return BROKEN
        if node.id != "scalar":
            if id(node) in self._seen:
                return self.fault(node, "alias", N_("This is an alias of another place."), N_("Write the words out here."))
            self._seen.add(id(node))
        match shape:
            case shapes.Words():
                return take_text(self, node)
            case shapes.Scalar(type=kind):
                return take_scalar(self, kind, node)
            case shapes.OneOf(enum=enum):
                return take_one_of(self, tuple(enum), node, enum)
            case shapes.Listed(of=of):
                return self._take_list(of, node)
            case shapes.PerLanguage(of=of):
                return self._take_per_language(of, node)
            case shapes.Record():
                return self._take_record(shape, node)
            case shapes.Kinds():
                return self._take_kind(shape, node)

    def _take_list(self, of: shapes.Shape, node: Node) -> Any:
        if node.id == "scalar" and node.value and isinstance(of, shapes.Scalar):
            several = N_("Write them in '[ ]', parted by commas: [{found}].")
            return self.fault(node, "not-sequence", WANTED["sequence"], several, found=node.value.strip("[]() "))
        if not self.is_a("sequence", node):
            return BROKEN
        things = [self._take(of, item) for item in node.value]
        return BROKEN if BROKEN in things else self.keep(tuple(things), node) if things else ()

    def _take_apart(self, key: shapes.Key, of: shapes.Shape, node: Node) -> Any:
        """A list whose items stand alone: one with a fault in it is left out."""
        if not self.is_a("sequence", node):
            return BROKEN
        things: list[Any] = []
        above: Node | None = None
        for item in node.value:
            before = len(self.faults)
            thing = self._take(of, item)
            if len(self.faults) > before:
                self.left_out.append(LeftOut(key.attribute, self.faults[before], self.place_of(item)))
                self.left_out_names |= _names_in(item)
                if above is not None and self.faults[before].rule == "unknown-kind" and _is_part(of, item):
                    things.pop()  # it belongs to the item above it, which now lacks it
                    self.left_out.append(LeftOut(key.attribute, self.faults[before], self.place_of(above)))
                above = None
            else:
                things.append(thing)
                above = item
        return tuple(things)

    def _take_per_language(self, of: shapes.Shape, node: Node) -> Any:
        if not self.is_a("mapping", node):
            return BROKEN
        things = {}
        for name, key, value in pairs_of(self, node):
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
        if not self.is_a("mapping", node):
            return BROKEN
        found: dict[str, Any] = {}
        broken = False
        for name, at, value in pairs_of(self, node):
            key = record.named.get(name)
            if key is None:
                if self._only_head:
                    continue
                if name in self._kinds and not node.flow_style:
                    tell_lost_entry(self, name, at, name, "unknown-key")
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
                if key.name not in written:
                    self.fault(node, "missing-key", N_("'{key}' is missing."), N_("Add the key."), key=key.name)
                broken = True
        return BROKEN if broken else self.keep(record.type(**found), node)

    def _take_kind(self, kinds: shapes.Kinds, node: Node) -> Any:
        if not self.is_a("mapping", node):
            return BROKEN
        for key, _ in node.value:
            if key.id == "scalar" and key.value in kinds.records:
                self._kinds = kinds.records
                return self._take_record(kinds.records[key.value], node)
        from safeclass.course.unknown import unknown_kind

        first = node.value[0][0].value if node.value else ""
        wrong, mend, names = unknown_kind(first if isinstance(first, str) else "", kinds.records)
        return self.fault(node, "unknown-kind", wrong, mend, **names)
