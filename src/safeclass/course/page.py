"""Cards that are only read: a page, and where to turn."""

from __future__ import annotations

from safeclass.course.frozen import frozen, hint
from safeclass.course.text import Id, Text


@frozen
class Page:
    """A read card: one thought, at most nine lines at 80 columns.

    A paragraph that is only a citation of a fact is drawn as a framed block with value, law and date; a paragraph that
    is only a fixed sentence stands alone in its own ink.
    """

    page: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    title: Text = hint("The heading.")
    text: Text = hint("The words; a blank line parts paragraphs.")
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Turn:
    """A channel offered on a help card, and when it is the one to try."""

    id: Id = hint("The channel's id in channels.yaml.")
    here: Text = hint("When to turn here, in this situation.")


@frozen
class Help:
    """Where to turn in one situation."""

    help: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    say: Text = hint("The situation and the first thing to hear.")
    channels: tuple[Turn, ...] = hint("Two to four channels, the one to try first at the top.")
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())
