"""`safeclass facts`: each fact, as of when, from where, when it is due for review, and what cites it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence
from datetime import date

from safeclass.commands.left_out import tell_left_out, why_whole
from safeclass.commands.opening import Refused, open_course_here, refuse
from safeclass.commands.saying import print_json
from safeclass.course.citing import places_that_cite
from safeclass.course.course import Course
from safeclass.course.facts import Fact
from safeclass.course.text import EVERYTHING
from safeclass.course.wording import Wording, is_stale
from safeclass.language import N_, _, translate, words
from safeclass.language.cells import printable
from safeclass.language.dates import write_short_date

FILE = "facts.yaml"
"""Where facts stand."""


def run(arguments: Namespace) -> int:
    """List the facts, or those that are named; with `--stale` only those past their review date.

    Then the status is 1 where there is one, and where all were asked for and one could not be read.
    """
    try:
        course = open_course_here(arguments)
        named = [_require_fact(name, course) for name in arguments.facts]
    except Refused as refused:
        return refuse(refused)
    known = course.registry.facts
    today = arguments.today or date.today()
    wording = Wording(course.registry, today)
    chosen = [known[name] for name in dict.fromkeys(named or known)]
    facts = [fact for fact in chosen if not arguments.stale or is_stale(fact, today)]
    cited_by = places_that_cite(course)
    is_whole = bool(named) or FILE not in course.registries.left_out
    if not named:
        tell_left_out(course, FILE, "channels.yaml")
    if arguments.json:
        print_json([_as_json(fact, wording, today, cited_by[fact.fact]) for fact in facts])
    elif arguments.stale and not facts and (chosen or is_whole):
        print(_("No fact is due for review.") if is_whole else _("Of the facts that could be read, none is due for review."))
    else:
        for fact in facts:
            for language in words().shown:
                _tell(fact, wording, language)
            print("  " + _("cited by: {places}").format(places=", ".join(cited_by[fact.fact]) or "-"))
    return 1 if arguments.stale and (facts or not is_whole) else 0


def _require_fact(name: str, course: Course) -> str:
    """The id of a fact, also as it is cited. Raises `Refused` with what was probably meant, or that it could not be read."""
    bare, facts = name.strip("{}"), course.registry.facts
    if bare not in facts:
        left_out = course.registries.left_out.get(FILE, ())
        if EVERYTHING in left_out:
            raise Refused(why_whole(FILE))
        if bare in left_out:
            raise Refused(_("The fact '{fact}' could not be read. To see why: safeclass check").format(fact=printable(bare)))
        tell_left_out(course, FILE)
        from safeclass.course.unknown import nearest_to

        near = nearest_to(bare, facts)
        wrong = _("There is no fact '{fact}'. Every fact: safeclass facts")
        if near:
            wrong = _("There is no fact '{fact}'. Is '{near}' meant? Every fact: safeclass facts")
        raise Refused(wrong.format(fact=printable(bare), near=near))
    return bare


def _tell(fact: Fact, wording: Wording, language: str) -> None:
    due = translate(N_("review by {date}"), language).format(date=write_short_date(fact.review_by, language))
    told = f"{wording.as_of(fact, language)}, {due}"
    about, value = (wording.of_fact(text, language) for text in (fact.about, fact.value))
    print(f"{fact.fact}: {about}: {value} ({told}) [{', '.join(fact.sources)}]")


def _as_json(fact: Fact, wording: Wording, today: date, cited_by: Sequence[str]) -> dict[str, object]:
    return {
        "id": fact.fact,
        "about": wording.in_each(fact.about),
        "value": wording.in_each(fact.value),
        "says": wording.in_each(fact.says),
        "since": fact.since.isoformat() if fact.since else None,
        "until": fact.until.isoformat() if fact.until else None,
        "as_of": fact.as_of.isoformat(),
        "checked_on": fact.checked_on.isoformat(),
        "review_by": fact.review_by.isoformat(),
        "stale": is_stale(fact, today),
        "confidence": fact.confidence.value,
        "sources": list(fact.sources),
        "cited_by": list(cited_by),
    }
