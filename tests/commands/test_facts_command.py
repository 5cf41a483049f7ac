"""`safeclass facts`: each fact, when it is due for review and where it is cited, in lines and for scripts."""

from __future__ import annotations

import json

import pytest
from at_the_shell import run

pytestmark = pytest.mark.usefixtures("home")


def test_facts_tell_what_is_due_for_review_and_the_status_says_whether_any_is(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "facts", "--stale", "--today", "2026-11-22", "--language", "en")
    assert (status, out) == (0, "No fact is due for review.\n"), "silence could mean that nothing was looked at"
    assert run(capsys, "facts", "--stale", "--today", "2026-11-22", "--json")[:2] == (0, "[]\n")
    status, out, _err = run(capsys, "facts", "--stale", "--today", "2029-01-01", "--json")
    facts = json.loads(out)
    assert status == 1
    assert all(fact["stale"] for fact in facts)
    status, out, _err = run(capsys, "facts", "--today", "2029-01-01", "--language", "en")
    assert status == 0
    assert "may have changed" in out


def test_facts_tell_which_cards_a_change_of_law_touches(capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, _err = run(capsys, "facts", "--json")
    cited_by = {fact["id"]: fact["cited_by"] for fact in json.loads(out)}
    assert "looking-and-keeping/link-opened" in cited_by["law-14-2-possess"]
    assert "my-age-and-the-law/thirteen" in cited_by["age-14-still"]
    _status, out, _err = run(capsys, "facts", "--language", "en")
    lines = out.splitlines()
    of_possess = next(number for number, line in enumerate(lines) if line.startswith("law-14-2-possess:"))
    assert lines[of_possess + 1] == f"  cited by: {', '.join(cited_by['law-14-2-possess'])}"


def test_facts_that_are_named_are_told_alone(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "facts", "law-14-2-possess", "{age-14-still}", "--language", "en")
    assert status == 0
    assert [line.partition(":")[0] for line in out.splitlines()[::2]] == ["law-14-2-possess", "age-14-still"]
    assert [fact["id"] for fact in json.loads(run(capsys, "facts", "age-14-still", "--json")[1])] == ["age-14-still"]
    assert run(capsys, "facts", "age-14-still", "--stale", "--today", "2026-11-22", "--json")[:2] == (0, "[]\n")


def test_a_fact_that_is_not_there_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "facts", "law-14-2-posess", "--json", "--language", "en")
    assert (status, out) == (2, "")
    assert err == "safeclass: There is no fact 'law-14-2-posess'. Is 'law-14-2-possess' meant? Every fact: safeclass facts\n"
    assert "meant?" not in run(capsys, "facts", "zzz", "--language", "en")[2]
