"""What the first screen shows of lessons and channels, read without the rest of them."""

from __future__ import annotations

import re
from collections.abc import Collection

from safeclass.course.frozen import frozen, hint
from safeclass.course.text import Id, Text

CARDS_BEGIN = re.compile(rb"^(summary|can_do|turn_to|opening|cards|closing|teacher):", re.MULTILINE)
"""Where the head of a lesson file ends."""


@frozen
class LessonHead:
    """The keys of a lesson that stand above its cards."""

    lesson: Id = hint("The lesson's id, which is also the file's name.")
    title: Text = hint("The title.")
    aim: Text = hint("One line for the list of lessons: what one will be able to do.")
    minutes: int = hint("About how many minutes it takes alone: 8 to 12.")
    note: Text | None = hint("The one calm line of a sensitive lesson: its topic. Absent where not sensitive.", default=None)


@frozen
class ChannelHead:
    """What the help band shows of a channel."""

    channel: Id = hint("Stable name, cited in text as ``{name}``; for a short number the number itself.")
    number: str | None = hint("What one dials or types; absent for people one simply goes to.", default=None)
    short: Text | None = hint("One word for the help band; absent for channels that are not in it.", default=None)


@frozen
class ChannelHeads:
    """``channels.yaml``, as far as the help band goes."""

    channels: tuple[ChannelHead, ...] = hint("Every channel.", apart=True)


def read_head(data: bytes, path: str, languages: Collection[str]) -> LessonHead | None:
    """The head of a lesson, from the part of its file above the cards; None where that cannot be read."""
    # Where an index tells the heads, none of this is needed.
    from safeclass.course.reading import Reading

    begin = CARDS_BEGIN.search(data)
    return Reading(path, languages, only_head=True).read(data[: begin.start()] if begin else data, LessonHead)
