"""One file of a course, read: from its bytes to one object of the model, and where everything in it stands.

Every thing that is read keeps its place, so that a rule that looks at it later can point at it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar, cast

from safeclass.course import shape as shapes
from safeclass.course.careful import CarefulRoad
from safeclass.course.fault import Fault, Place, Severity, TopKey
from safeclass.course.findings import MOST_FAULTS, LeftOut, Node
from safeclass.course.straight import is_straight
from safeclass.course.text import EVERYTHING
from safeclass.course.yaml_file import Unreadable, compose, decode

if TYPE_CHECKING:
    from safeclass.course.slips import Slip
    from safeclass.course.slips.parts import Outline

T = TypeVar("T")


class Reading(CarefulRoad):
    """One file being read: what was found, where it stood, and what is wrong with it.

    With `only_head` the model is only the first part of what stands in the file, and keys it does not know are passed over.
    """

    def __init__(self, path: str, languages: Collection[str] = (), *, only_head: bool = False) -> None:
        super().__init__(path, languages, only_head=only_head)
        self.top: dict[str, int] = {}
        """The keys at the top of the file, each with the number of its line from 0; none where they stand in braces."""
        self.keys: dict[str, Any] = {}
        """All keys at the top of the file, each with the mark where it begins."""

    def read(self, data: bytes, model: type[T]) -> T | None:
        """The whole file as one object of the model, or None where it cannot stand.

        Where the languages are not known yet, they are those that the file itself names under ``languages``.
        """
        try:
            self.text = decode(data, self.path)
            record: shapes.Record = shapes.record_of(cast(Any, model))
            root = self._compose(record)
            words = self.text
            if not self.languages:
                self.languages = _languages_in(root)
            self.is_straight = not self._only_head and is_straight(words)
            if self.is_straight and root.id == "mapping" and not root.flow_style:
                self.top = {key.value: key.start_mark.line for key, _ in root.value if key.id == "scalar"}
            if root.id == "mapping":
                self.keys = {key.value: key.start_mark for key, _ in reversed(root.value) if key.id == "scalar"}
            found = self._take(record, root)
        except Unreadable as unreadable:
            self.faults.append(unreadable.fault)
            return None
        if not self._only_head:
            self._tell_what_is_read_otherwise(words)
        return found if isinstance(found, model) else None

    def _compose(self, record: shapes.Record) -> Node:
        """The root node of the file, without the things marked `apart` that no parser can read: these are told and left out.

        Raises `Unreadable` with the last slip of the file where what cannot be read is no such thing.
        """
        try:
            return compose(self.text, self.path)
        except Unreadable as unreadable:
            if unreadable.stopped is None:
                raise
            from safeclass.course.around import compose_around

            outline = _outline_of(record)
            root, self.text, cut = compose_around(self.text, self.path, outline, unreadable)
        self.is_cut = True
        for fault, part in cut:
            self.faults.append(fault)
            key = record.named.get(part.key) if part else None
            if part and key and key.apart and part.is_item == (part.key in outline.lists):
                place = Place(self.path, part.lines.start + 1, part.column + 1)
                self.left_out.append(LeftOut(key.attribute, fault, place))
                self.left_out_names |= part.names or ({EVERYTHING} if part.is_item else set())
            else:
                root = None
        if root is None:
            raise Unreadable(self.faults.pop())
        return root

    def _tell_what_is_read_otherwise(self, words: str) -> None:
        """Words that YAML takes for something else than their author does, and says nothing."""
        from safeclass.course.slips import unread

        words = words.replace("\r\n", "\n")
        if " #" in words:
            self._tell_slips("words-behind-hash", unread.words_behind_hash(words, self.languages))
            self._tell_slips("words-behind-hash", unread.remarks_in_words(words), Severity.WARNING)
        self._tell_slips("lines-without-bar", unread.lines_without_bar(words))
        if not self.is_straight and "&" in words:
            self._tell_slips("alias", unread.anchors(words))

    def _tell_slips(self, rule: str, slips: Iterator[Slip], severity: Severity = Severity.ERROR) -> None:
        for slip in islice(slips, MOST_FAULTS):
            place = Place(self.path, slip.line + 1, slip.column + 1)
            self.faults.append(Fault(place, rule, slip.wrong, slip.mend, slip.names, severity))

    def place(self, thing: object, language: str = "") -> Place:
        """Where a thing that was read stood, or a `TopKey`, or the file itself; of a text the line of one language."""
        mark = self.keys.get(thing.key) if isinstance(thing, TopKey) else self._places.get(id(thing), (None, None))[1]
        at = Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path)
        return self._line_of(language, at) if language and mark else at

    def _line_of(self, language: str, at: Place) -> Place:
        """Where the words of a text in a language begin, where each language has a line of its own; else where the text does."""
        column = at.column - 1
        for number, line in enumerate(self.text.splitlines()[at.line - 1 :], at.line):
            if line[column:].startswith(f"{language}:"):
                return Place(self.path, number, at.column)
            if number > at.line and line[:column].strip():
                break  # the text has ended
        return at


def _outline_of(record: shapes.Record) -> Outline:
    """What is known beforehand of a file that becomes one record."""
    from safeclass.course.slips.parts import Outline

    apart = {key.name: key.shape for key in record.keys if key.apart}
    lists = {name: shapes.begins_of(shape.of) for name, shape in apart.items() if isinstance(shape, shapes.Listed)}
    return Outline(record.named.keys(), lists)


def _languages_in(root: Node) -> tuple[str, ...]:
    """The languages that a file names under ``languages``."""
    for key, value in root.value if root.id == "mapping" else ():
        if key.value == "languages" and value.id == "mapping":
            return tuple(name.value for name, _ in value.value if name.id == "scalar")
    return ()
