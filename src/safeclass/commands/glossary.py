"""`safeclass glossary`: the words of the law that the lessons use, and what they mean."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from safeclass.commands.left_out import tell_left_out
from safeclass.commands.opening import Refused, open_course_here, refuse
from safeclass.commands.saying import print_json
from safeclass.course.glossary import glossary, in_order
from safeclass.course.terms import Term
from safeclass.course.wording import Wording
from safeclass.language import _, words


def run(arguments: Namespace) -> int:
    """List the words, in the order of a dictionary; in two languages each word in the first and then in the second."""
    try:
        course = open_course_here(arguments)
    except Refused as refused:
        return refuse(refused)
    wording = Wording(course.registry, arguments.today or date.today())
    terms = in_order(glossary(course), words().main)
    tell_left_out(course, "terms.yaml", "facts.yaml", "channels.yaml")
    if arguments.json:
        print_json([_as_json(term, wording) for term in terms])
        return 0
    for term in terms:
        for language in words().shown:
            said = (wording.plain(text, language) for text in (term.gloss, term.reason) if text is not None)
            print(f"{wording.plain(term.use, language)}: {' '.join(said)}")
    if not terms:
        print(_("There are no words to explain here."))
    return 0


def _as_json(term: Term, wording: Wording) -> dict[str, object]:
    every = wording.in_each
    return {
        "id": term.term,
        "use": every(term.use),
        "gloss": every(term.gloss) if term.gloss is not None else {},
        "reason": every(term.reason),
    }
