"""From bytes to YAML nodes that know their line and column, with hostile input refused before it can hurt.

Nodes, not Python objects: a node still holds the words as they were written, so that ``0117``, ``24:00`` and ``No`` stay
text where text is due, and a key that is written twice is seen. PyYAML is imported with the first file.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Any

from safeclass.course.fault import Fault, Place
from safeclass.course.folder import LARGEST
from safeclass.language import N_

if TYPE_CHECKING:
    from yaml.nodes import Node

DEEPEST = 64
"""The deepest nesting that is read. The parser in C overflows its stack at some ten thousand levels."""

MOST_NODES = 50_000
"""The most words, lists and mappings that are read of one file: five times what the largest registry holds."""

FEW_OPENINGS = 5000
"""With fewer signs than this that could open a level, nesting cannot be deep enough to hurt the parser."""

IMPLICIT_TAG = "tag:yaml.org,2002:str"
"""The tag of every node that names none of its own."""

SEPARATORS = b":-,?[{\n"
"""What words, lists and mappings stand behind, at most three of them behind one: ``{a`` is a mapping, a key, and its value."""
MANY_SEPARATORS = MOST_NODES // 3
"""With no more separators than this there cannot be too many nodes, and they need not be counted."""

OPENINGS = ("[", "{", "- ", "? ")
"""What could open a level; there are never more of them than separators."""
HIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u115f\u1160\u200b"
    "\u200e\u200f\u2028-\u202e\u2060-\u2069\u3164\ufeff\uffa0\ufff9-\ufffb"
)
FORBIDDEN = f"[{HIDDEN}]"
"""Control signs, and signs that steer direction or hide: none may reach a terminal."""

MOST_MARKS = 30
"""The most combining marks on one letter; composing takes the square of their number, and no language has more than four."""

MARKED = (
    "\u0300-\u10ff\u1200-\u1fff\u20d0-\u20ff\u2cef-\u2fff\u302a-\u302f"
    "\u3099-\u309a\ua66f-\uabff\ufb1e-\ufeff\U00010000-\U0010ffff"
)
"""Every combining mark, and the letters of the scripts that have some."""

PLAIN = re.compile(r"[ -~\n\r\t가-힣]+")
"""What nearly every sign of a file is, and that needs no second look."""
SUSPECT = re.compile(f"[{HIDDEN}{MARKED}]")
"""What few files hold: only these are looked through with the two patterns around it, which take 2 ms to make."""
MARKS = f"[{MARKED}]{{{MOST_MARKS + 1},}}"
HIDDEN_SIGN = N_("There is an invisible control sign here (U+{code}).")
HEAPED = N_("A heap of accents stands here.")
TYPE_ANEW = N_("Delete the whole word here, with the spaces around it, and type it anew.")


class Unreadable(Exception):
    """A file that holds no nodes to walk; carries the one fault that says why."""

    def __init__(self, fault: Fault, stopped: tuple[int, int] | None = None) -> None:
        super().__init__(fault.rule)
        self.fault = fault
        self.stopped = stopped
        """The line and column, counted from 0, where a parser could go no further; None where that was not the reason."""


def compose(text: str, path: str) -> Node:
    """The root node of the words of a YAML file.

    Raises `Unreadable` where it holds too much, is not YAML, nested too deeply or empty.
    """
    import yaml

    data = text.encode()
    separators = len(data) - len(data.translate(None, SEPARATORS))
    loader = _loader(is_counting=separators > MANY_SEPARATORS)
    try:
        may_be_deep = separators > FEW_OPENINGS and sum(map(text.count, OPENINGS)) > FEW_OPENINGS
        if may_be_deep or loader is yaml.SafeLoader:
            _refuse_depth(data, path, loader)
        root = yaml.compose(data, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise Unreadable(_syntax_fault(error, mark, path, text), (mark.line, mark.column) if mark else None) from None
    except OverflowError:
        crowded = N_("More stands in this file than any lesson needs.")
        raise Unreadable(Fault(Place(path), "too-large", crowded, N_("Split it into smaller files."))) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise Unreadable(
            Fault(Place(path), "yaml-syntax", N_("This is not YAML."), N_("Save it as a plain text file."))
        ) from None
    if root is None:
        raise Unreadable(
            Fault(Place(path, 1, 1), "empty", N_("The file is empty."), N_("Copy another file of its kind and change it."))
        )
    return root


def get_ready() -> None:
    """Load the parser, before it is needed."""
    _loader(is_counting=False)


@cache
def _loader(*, is_counting: bool) -> Any:
    """PyYAML's parser in C where there is one, without the guessing at what a scalar means, which is not asked here.

    One that counts stops beyond `MOST_NODES`.
    """
    import yaml

    if not hasattr(yaml, "CSafeLoader"):
        return yaml.SafeLoader
    parser: Any = vars(yaml.cyaml)["CParser"]  # it has no types

    class NodeLoader(parser):  # type: ignore[misc]  # what has no types cannot be seen to be a class
        def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
            return IMPLICIT_TAG

        def descend_resolver(self, parent: Any, index: Any) -> None:
            pass

        def ascend_resolver(self) -> None:
            pass

    class CountingLoader(NodeLoader):
        nodes = 0

        def descend_resolver(self, parent: Any, index: Any) -> None:
            self.nodes += 1
            if self.nodes > MOST_NODES:
                raise OverflowError

    return CountingLoader if is_counting else NodeLoader


def decode(data: bytes, path: str) -> str:
    """The words of a file, NFC-normalised. Raises `Unreadable` where it is too large, not UTF-8 or holds a hidden sign."""
    if len(data) > LARGEST:
        raise Unreadable(
            Fault(Place(path), "too-large", N_("The file is larger than 1 MiB."), N_("Split it into smaller files."))
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise Unreadable(
            Fault(
                Place(path, line, column),
                "not-utf-8",
                N_("The file is not saved as UTF-8."),
                N_("In your editor choose 'Save as' and the encoding UTF-8."),
            )
        ) from None
    if flaw := flaw_in(text):
        place, rule, wrong = flaw
        at = Place(path, text.count("\n", 0, place) + 1, place - text.rfind("\n", 0, place))
        raise Unreadable(Fault(at, rule, wrong, TYPE_ANEW, {"code": f"{ord(text[place]):04X}"}))
    return unicodedata.normalize("NFC", text)


def flaw_in(text: str) -> tuple[int, str, str] | None:
    """What in a text is fit neither for a terminal nor for being composed: its place, the rule it breaks, what is wrong."""
    if not SUSPECT.search(PLAIN.sub("", text)):
        return None
    if hidden := re.search(FORBIDDEN, text):
        return hidden.start(), "control-character", HIDDEN_SIGN
    for found in re.finditer(MARKS, text):
        marks = 0
        for place, sign in enumerate(found[0], found.start()):
            marks = marks + 1 if unicodedata.combining(sign) else 0
            if marks > MOST_MARKS:
                return place - MOST_MARKS, "heaped-marks", HEAPED
    return None


def _refuse_depth(data: bytes, path: str, loader: Any) -> None:
    import yaml

    depth = 0
    for event in yaml.parse(data, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            raise Unreadable(_too_deep(event.start_mark, path))


def _too_deep(mark: Any, path: str) -> Fault:
    return Fault(
        Place(path, mark.line + 1, mark.column + 1),
        "too-deep",
        N_("This is nested too deeply."),
        N_("Close the brackets before this place."),
    )


def _syntax_fault(error: Any, mark: Any, path: str, text: str) -> Fault:
    from safeclass.course.slips import UNREADABLE, Stop
    from safeclass.course.slips.stopped import slip_at

    if mark and "nesting depth" in str(error.problem):
        # From PyYAML 6.0.4 on the parser in C has a limit of its own.
        return _too_deep(mark, path)
    if mark:
        begun = error.context_mark or mark
        slip = slip_at(text, Stop(str(error.problem or error.context or ""), mark.line, mark.column, (begun.line, begun.column)))
        return Fault(Place(path, slip.line + 1, slip.column + 1), "yaml-syntax", slip.wrong, slip.mend, slip.names)
    return Fault(Place(path), "yaml-syntax", *UNREADABLE)
