"""The shipped facts and channels: the right numbers and no wrong one, dates in order, words that read in both languages."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from course_parts import CONTENT, COURSE, LANGUAGES, WORDING, WRITTEN_ON, lesson

from safeclass.course.text import Text, texts
from safeclass.language.josa import josa

CITATION = re.compile(r"\{[a-z0-9-]+(?:\.[a-z0-9_-]+)?(?::[^{}\s]+)?\}")

NUMBERS = {
    "112",
    "117",
    "1366",
    "1388",
    "109",
    "1377",
    "1577-1366",
    "ecrm.police.go.kr",
    "d4u.stop.or.kr",
    "takeitdown.ncmec.org",
}
"""Every number and address that may be shown."""

NEVER = ["02-735-" + "8894", "02-1234-" + "5678", "d4u." + "or.kr", "13" + "93"]
"""Numbers and an address that circulate and are wrong; written in parts, so that this file holds none of them."""


def test_every_channel_has_its_number_and_no_other_is_shown() -> None:
    assert {channel.number for channel in COURSE.channels.values() if channel.number} == NUMBERS


def test_the_help_band_shows_short_numbers() -> None:
    shown = [channel.number for channel in COURSE.short_channels]
    assert shown == ["112", "117", "1366", "1388", "109"]


def test_every_channel_says_who_will_know_and_was_checked() -> None:
    for channel in COURSE.channels.values():
        assert channel.sources, channel.channel
        assert channel.checked_on <= WRITTEN_ON
        for language in LANGUAGES:
            known = channel.knows
            assert all(len(words[language]) > 2 for words in (known.name, known.guardian, known.school, known.police))


@pytest.mark.parametrize("path", sorted(path for path in CONTENT.rglob("*") if path.is_file()), ids=lambda path: path.name)
def test_a_number_that_is_known_to_be_wrong_stands_nowhere(path: Path) -> None:
    words = path.read_text(encoding="utf-8")
    for number in NEVER:
        assert not re.search(rf"(?<![0-9A-Za-z.-]){re.escape(number)}(?![0-9A-Za-z-])", words), number


def test_dates_of_facts_are_in_order() -> None:
    wrong = []
    for fact in COURSE.registry.facts.values():
        days = [day for day in (fact.since, fact.until) if day]
        is_right = days == sorted(days) and fact.as_of <= fact.checked_on < fact.review_by and fact.checked_on <= WRITTEN_ON
        for earlier in fact.earlier:
            until = earlier.until or date.max
            is_right = is_right and earlier.since <= until
            is_right = is_right and (fact.since is None or earlier.since < fact.since)
        if not is_right or not fact.sources:
            wrong.append(fact.fact)
    assert wrong == []


def test_every_fact_and_sentence_reads_in_both_languages() -> None:
    registry = COURSE.registry
    things = (*registry.facts.values(), *registry.channels.values(), *registry.sentences.values(), *registry.terms.values())
    for text in texts(things):
        for language in LANGUAGES:
            said = WORDING.plain(text, language)
            assert said.strip()
            assert "{" not in said
            assert not re.search(r"[은는이가을를]\([은는이가을를]\)", said)


WRITTEN_OUT = re.compile(rf"({CITATION.pattern})(은|는|이|가|을|를|과|와|으로|로|이에요|예요)(?![가-힣])")
PAIR = {form: pair for pair in ("은/는", "이/가", "을/를", "과/와", "으로/로", "이에요/예요") for form in pair.split("/")}


def test_a_particle_that_is_written_out_fits_what_is_cited_before_it() -> None:
    registry = COURSE.registry
    things = (*registry.facts.values(), *registry.channels.values(), *registry.sentences.values(), *registry.terms.values())
    wrong = []
    for text in (*texts(things), *(text for name in COURSE.lesson_ids for text in texts(lesson(name)))):
        for found in WRITTEN_OUT.finditer(text["ko"]):
            cited = WORDING.plain(Text({"ko": found[1]}), "ko")
            if josa(cited, PAIR[found[2]]) != found[2]:
                wrong.append(found[0])
    assert wrong == []


def test_nothing_is_past_its_review_when_it_ships() -> None:
    assert [fact.fact for fact in COURSE.registry.facts.values() if fact.review_by < WRITTEN_ON] == []
