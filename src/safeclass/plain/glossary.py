"""The words of the law that the lessons use, and what they mean."""

from __future__ import annotations

from safeclass.course.glossary import glossary, in_order
from safeclass.course.terms import Term
from safeclass.language import N_
from safeclass.plain.desk import Desk, Said


def tell_glossary(desk: Desk) -> None:
    """Every word in a paragraph of its own, in the order of a dictionary."""
    terms = in_order(glossary(desk.course), desk.words.main)
    if not terms:
        desk.say(N_("There are no words to explain here."))
    for term in terms:
        desk.write(_told(desk, term))
    desk.paper.gap()


def _told(desk: Desk, term: Term) -> Said:
    use, *meaning = (desk.of(text) for text in (term.use, term.gloss, term.reason) if text is not None)
    return lambda language: f"{use(language)}: {' '.join(said(language) for said in meaning)}"
