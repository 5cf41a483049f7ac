"""Cards that are answered by picking: one option or several, O or X, and with no right answer a view or a line to say."""

from __future__ import annotations

from safeclass.course.frozen import frozen, hint
from safeclass.course.shape import FixedWord
from safeclass.course.text import Id, Text
from safeclass.language import N_


class Topic(FixedWord):
    """What a question tests, where that matters to how it is asked: both kinds also ask how sure one is."""

    LAW = "law", "The question is about what the law says."
    MYTH = "myth", "The question is about something that many believe and that is not so."


@frozen
class Option:
    """One thing a learner may pick, and what picking it teaches."""

    id: Id = hint("Stable name; answers are kept by it, never by the words.")
    text: Text = hint("The words of the option.")
    right: bool = hint("Whether this option is a right one.", default=False)
    why: Text = hint("The reason: what is reasonable in it, the fact, the better move. 2 to 4 short sentences.")


@frozen
class Choice:
    """A question with exactly one right option; three options are enough."""

    choice: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("A small situation in the third person, then one question.")
    options: tuple[Option, ...] = hint("The options, one of them right.", some=3)
    about: Topic | None = hint("What the question is about; with it the learner is also asked how sure they are.", default=None)
    parallel: Id | None = hint("In `closing`: the opening question this one is parallel to.", default=None)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Several:
    """A question with one or more right options, all of which are to be picked."""

    several: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("The situation, then 'choose everything that ...'.")
    options: tuple[Option, ...] = hint("The options; at least one right and one not.", some=3)
    about: Topic | None = hint("What the question is about; with it the learner is also asked how sure they are.", default=None)
    parallel: Id | None = hint("In `closing`: the opening question this one is parallel to.", default=None)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Verdict:
    """O or X of an O/X question."""

    id: Id = hint("``o`` for true, ``x`` for not true.")
    right: bool = hint("Whether this is the right verdict.", default=False)
    why: Text = hint("The reason a learner reads after choosing it.")


VERDICTS = {"o": N_("True"), "x": N_("Not true")}
"""The two options of an O/X question in the order they are numbered, and what each means: msgids."""


@frozen
class OX:
    """A statement to call true (O) or not true (X)."""

    ox: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    say: Text = hint("The statement.")
    options: tuple[Verdict, ...] = hint("``o`` and ``x``, one of them right.")
    about: Topic | None = hint("What the question is about; with it the learner is also asked how sure they are.", default=None)
    parallel: Id | None = hint("In `closing`: the opening question this one is parallel to.", default=None)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class View:
    """One answer of an attitude question. It holds no key: there is nothing to get right."""

    id: Id = hint("Stable name of the answer.")
    text: Text = hint("The words of the answer.")
    reply: Text = hint("What the learner reads after choosing it; never a judgement.")


@frozen
class Attitude:
    """A question about oneself. It cannot hold a key and is never shown as right or wrong."""

    attitude: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("The question.")
    options: tuple[View, ...] = hint("The answers, each with a reply.", some=3)
    parallel: Id | None = hint("In `closing`: the opening question this one is parallel to.", default=None)
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())


@frozen
class Line:
    """One thing that someone could say."""

    id: Id = hint("Stable name of the line.")
    text: Text = hint("The words, as one would say them.")


@frozen
class Think:
    """A prompt to answer in one's head, with lines one could use; picking a line is free."""

    think: Id = hint("Stable name of the card: a-z, digits, hyphens. Answers are kept by it: do not change it later.")
    ask: Text = hint("The prompt.")
    lines: tuple[Line, ...] = hint("Words one could use.")
    facts: tuple[Id, ...] = hint("Facts the card stands on besides those it cites in its words.", default=())
