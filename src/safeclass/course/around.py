"""A YAML file read around what no parser can read in it, so that one slip of the pen neither hides another nor the rest."""

from __future__ import annotations

from typing import Any, NamedTuple

from safeclass.course.fault import Fault
from safeclass.course.slips import SECOND_FILE
from safeclass.course.slips.parts import Outline, Part, without
from safeclass.course.yaml_file import Unreadable, compose

MOST_SLIPS = 20
"""So many slips of one file are told at once."""
MOST_READ_AGAIN = 2_000_000
"""Signs that are read again for one file; a large one is read again less often."""


class Rest(NamedTuple):
    """What is left of a file."""

    root: Any
    """Its root node; None where no parser can read what is left either."""
    text: str
    """Its words, what was cut out left blank."""
    cut: tuple[tuple[Fault, Part | None], ...]
    """The slips, each with the part of the file that was cut out for it; none where it is in no part."""


def compose_around(text: str, path: str, outline: Outline, slipped: Unreadable) -> Rest:
    """The rest of a file in which a parser has stopped, without what it stops at: items of lists, or keys at the top."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    cut: list[tuple[Fault, Part | None]] = []
    root = None
    while root is None:
        number = slipped.fault.place.line - 1
        is_second = slipped.fault.wrong == SECOND_FILE[0]
        part = Part("", range(number, len(lines))) if is_second else outline.part_at(lines, number)
        cut.append((slipped.fault, part))
        if part is None or len(cut) > min(MOST_SLIPS, MOST_READ_AGAIN // len(text)):
            break
        lines = without(lines, part)
        try:
            root = compose("\n".join(lines), path)
        except Unreadable as further:
            is_shifted = not part.is_item and further.fault.place.line - 1 == part.lines.stop  # as are all lines of the file
            if is_shifted or further.stopped in (None, slipped.stopped):
                break  # what stops it is not what was cut out, or nothing is left
            slipped = further
    return Rest(root, "\n".join(lines), tuple(cut))
