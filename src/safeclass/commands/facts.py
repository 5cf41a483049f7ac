"""`safeclass facts`: each fact, as of when, from where, and when it is due for review."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from itertools import product

from safeclass.commands.opening import Refused, open_course, refuse
from safeclass.commands.saying import print_json
from safeclass.course.facts import Fact
from safeclass.course.wording import Wording, is_stale
from safeclass.language import N_, translate, words
from safeclass.language.dates import write_short_date


def run(arguments: Namespace) -> int:
    """List the facts; with `--stale` only those past their review date, and status 1 where there is any."""
    try:
        course = open_course(arguments)
    except Refused as refused:
        return refuse(refused)
    today = arguments.today or date.today()
    wording = Wording(course.registry, today)
    facts = [fact for fact in course.registry.facts.values() if not arguments.stale or is_stale(fact, today)]
    if arguments.json:
        print_json([_as_json(fact, wording, today) for fact in facts])
    else:
        for fact, language in product(facts, words().shown):
            due = translate(N_("review by {date}"), language).format(date=write_short_date(fact.review_by, language))
            told = f"{wording.as_of(fact, language)}, {due}"
            value = wording.plain(fact.value, language)
            print(f"{fact.fact}: {fact.about[language]}: {value} ({told}) [{', '.join(fact.sources)}]")
    return 1 if arguments.stale and facts else 0


def _as_json(fact: Fact, wording: Wording, today: date) -> dict[str, object]:
    return {
        "id": fact.fact,
        "about": dict(fact.about),
        "value": {language: wording.plain(fact.value, language) for language in fact.value},
        "says": {language: wording.plain(fact.says, language) for language in fact.says},
        "since": fact.since.isoformat() if fact.since else None,
        "until": fact.until.isoformat() if fact.until else None,
        "as_of": fact.as_of.isoformat(),
        "checked_on": fact.checked_on.isoformat(),
        "review_by": fact.review_by.isoformat(),
        "stale": is_stale(fact, today),
        "confidence": fact.confidence.value,
        "sources": list(fact.sources),
    }
