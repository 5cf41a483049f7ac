"""The registry of facts: every number, date and legal statement, once, with its dates and sources."""

from __future__ import annotations

from datetime import date

from safeclass.course.frozen import frozen, hint
from safeclass.course.shape import FixedWord
from safeclass.course.text import Id, Text


class Confidence(FixedWord):
    """How well a fact is founded."""

    HIGH = "high", "Read in the statute, on the agency's own page, or in two reports."
    MEDIUM = "medium", "Read in one good report."
    LOW = "low", "Read in something weaker."


class SourceKind(FixedWord):
    """What sort of publication a source is."""

    STATUTE = "statute", "The text of a law."
    RELEASE = "release", "What an authority told the press."
    PRESS = "press", "A report in a newspaper or on the air."
    GUIDE = "guide", "A handbook, manual or guideline."
    PAGE = "page", "A page on the web."
    ARTICLE = "article", "One of the articles that the course began with; what they got wrong stands under `wrong`."


@frozen
class Part:
    """A further value of a fact that has more than one, cited as ``{fact.part}``."""

    id: Id = hint("Stable name of the part.")
    value: Text = hint("The value with its unit.")


@frozen
class Share:
    """That one number of a fact is the share of another in a third. A number is named as it is cited, or is plain digits."""

    share: str = hint("The percentage or fraction: a part of this fact, `value`, a citation without braces, or digits.")
    part: str = hint("The number that is a part, named in the same way.")
    of: str = hint("The number that it is a part of, named in the same way.")


@frozen
class Sum:
    """That one number of a fact is the sum of others."""

    sum: str = hint("The sum: a part of this fact, `value`, a citation without braces, or digits.")
    parts: tuple[str, ...] = hint("The numbers that it is made of, named in the same way.")


@frozen
class Growth:
    """That one number of a fact is by how much per cent another has grown."""

    growth: str = hint("The percentage: a part of this fact, `value`, a citation without braces, or digits.")
    before: str = hint("The number before, named in the same way.")
    after: str = hint("The number after, named in the same way.")


Derived = Share | Sum | Growth
"""What `safeclass check` recomputes."""


@frozen
class Earlier:
    """What used to be so, before this fact replaced it."""

    since: date = hint("First day it was so.")
    until: date | None = hint("Last day it was so.", default=None)
    says: Text = hint("What was so, in the past tense.")


@frozen
class Fact:
    """One thing that is so, as of a date, according to somebody."""

    fact: Id = hint("Stable name, cited in text as ``{name}``.")
    about: Text = hint("What the value is about: the line above it in its block.")
    value: Text = hint("The value as it stands in a sentence, with its unit; no full stop.")
    parts: tuple[Part, ...] = hint("Further values, cited as ``{name.part}``.", default=())
    derived: tuple[Derived, ...] = hint("Numbers that follow from others; `safeclass check` recomputes them.", default=())
    says: Text = hint("The full statement in one to three sentences, for the source sheet.")
    law: Text | None = hint("The article, with the full name of its act.", default=None)
    since: date | None = hint("The day from which it holds; cited as ``{name.since}``.", default=None)
    until: date | None = hint("The last day it held, for what is history; cited as ``{name.until}``.", default=None)
    as_of: date = hint("The day whose state it describes: of the law text, of the count.")
    checked_on: date = hint("The day somebody last read the source.")
    review_by: date = hint("The day after which it is shown as possibly changed.")
    confidence: Confidence = hint("How well it is founded.")
    caution: Text | None = hint("How not to misread it.", default=None)
    sources: tuple[Id, ...] = hint("Sources it was read in; at least one.")
    earlier: tuple[Earlier, ...] = hint("What it replaced, oldest first.", default=())


@frozen
class Source:
    """Where something was read."""

    source: Id = hint("Stable name.")
    kind: SourceKind = hint("What sort of publication it is.")
    title: Text = hint("Its title, translated where it has one language only.")
    publisher: Text = hint("Who published it.")
    date: str = hint("When it was published or came into force: ``2026-10-02``, ``2021-01`` or ``2024``.")
    inferred: bool = hint("Whether the date was worked out from its contents.", default=False)
    address: str | None = hint("Where it can be found: a web address or a document number.", default=None)
    wrong: tuple[Text, ...] = hint("What it got wrong, with the correction.", default=())


@frozen
class FactFile:
    """The file ``facts.yaml``: what is so, since when, and who says it."""

    facts: tuple[Fact, ...] = hint("Every fact.", apart=True)


@frozen
class SourceFile:
    """The file ``sources.yaml``: where everything was read."""

    sources: tuple[Source, ...] = hint("Every source.", apart=True)
