"""The course that comes with the program keeps what its authors promised: numbers, words, reasons, keys and scenes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course, shipped
from safeclass.course.fault import Severity
from safeclass.course.model import (
    OX,
    Attitude,
    Card,
    Choice,
    Lesson,
    Message,
    Page,
    Scene,
    SetAside,
    Several,
    Way,
    identity,
    kind,
)
from safeclass.course.text import Id, Text, texts
from safeclass.course.wording import Alone, Wording, citations
from safeclass.language.cells import width
from safeclass.language.josa import josa
from safeclass.session.judging import key_of, shuffled

CONTENT = shipped()
COURSE = Course(CONTENT)
WRITTEN_ON = date(2026, 11, 22)
WORDING = Wording(COURSE.registry, WRITTEN_ON)
LANGUAGES = ("ko", "en")

CITATION = re.compile(r"\{[a-z0-9-]+(?:\.[a-z0-9_-]+)?(?::[^{}\s]+)?\}")
LIST_NUMBER = re.compile(r"(?:^|(?<=\s))[1-9]\)(?=\s)")
FORBIDDEN = re.compile("[\u2026\u2014\u2013\u00b7\u2192\u201c\u201d\u2018\u2019\u2460-\u2473\U0001f000-\U0001faff]")
"""Signs whose width terminals disagree on, and pictures."""

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

DIGITS_THAT_STAY = {
    ("if-it-happens-to-me", "F1"): "a key, which is no number of the course",
}
"""Digits that a lesson may hold in its words, and why."""

AVOIDED_BUT_REBUTTED: dict[tuple[str, str], str] = {}
"""Avoided words that a lesson may quote, by lesson and word, and why: the same card rebuts them."""


@cache
def lesson(name: str) -> Lesson:
    found, _ = COURSE.lesson(name)
    assert found is not None
    return found


def words_of(name: str) -> Iterator[tuple[str, str]]:
    """Every wording of a lesson with its language."""
    for text in texts(lesson(name)):
        yield from text.items()


def scenes() -> list[Scene]:
    return [card for name in COURSE.lesson_ids for card in lesson(name).deck if isinstance(card, Scene)]


every_lesson = pytest.mark.parametrize("name", COURSE.lesson_ids)


def test_nothing_is_wrong() -> None:
    wrong = [fault for fault in set_of_faults(Course(CONTENT)) if fault.severity is not Severity.ADVICE]
    assert [f"{fault.place}: {fault.rule}: {fault.say('en')}" for fault in wrong] == []


def test_every_lesson_file_is_in_a_unit_once() -> None:
    assert sorted(f"lessons/{name}.yaml" for name in COURSE.lesson_ids) == sorted(COURSE.files())


@every_lesson
def test_what_the_list_shows_is_what_the_lesson_says(name: str) -> None:
    head, whole = COURSE.head(name), lesson(name)
    assert head is not None
    assert (head.lesson, head.title, head.aim, head.minutes, head.note) == (
        whole.lesson,
        whole.title,
        whole.aim,
        whole.minutes,
        whole.note,
    )


@every_lesson
def test_three_questions_to_begin_with_and_three_like_them_at_the_end(name: str) -> None:
    opening, closing = lesson(name).opening, lesson(name).closing
    assert len(opening) == len(closing) == 3
    assert all(key_of(card) is not None for card in opening + closing)
    parallels = [getattr(card, "parallel", None) for card in closing]
    assert sorted(map(str, parallels)) == sorted(map(str, map(identity, opening)))
    for card in closing:
        first = next(other for other in opening if identity(other) == getattr(card, "parallel", None))
        asked = {words for language in LANGUAGES for text in (asks(card), asks(first)) for words in [text[language]]}
        assert len(asked) == 2 * len(LANGUAGES), "a new case in new words"


def asks(card: Card) -> Text:
    return card.say if isinstance(card, OX) else card.ask  # type: ignore[union-attr]  # every question has one


@every_lesson
def test_there_are_enough_questions_and_a_card_for_each_need(name: str) -> None:
    deck = lesson(name).deck
    assert sum(key_of(card) is not None for card in deck) >= 7
    assert {"page", "think", "help"} <= {kind(card) for card in deck}
    assert not any(isinstance(card, SetAside) for card in deck)
    pages = [isinstance(card, Page) for card in lesson(name).cards]
    assert not any(first and second for first, second in pairwise(pages)), "a page is followed by a question"


def test_all_twelve_kinds_are_used() -> None:
    assert len({kind(card) for name in COURSE.lesson_ids for card in lesson(name).deck}) == 12


@every_lesson
def test_every_option_has_a_reason_in_every_language(name: str) -> None:
    for card in lesson(name).deck:
        for key in ("options", "items", "pairs", "bank"):
            for option in getattr(card, key, ()):
                reason = option.reply if isinstance(card, Attitude) else option.why
                assert all(len(reason[language].strip()) > 5 for language in LANGUAGES), f"{identity(card)}/{option.id}"


@every_lesson
def test_every_question_names_the_facts_it_stands_on(name: str) -> None:
    known = COURSE.registry.facts
    for card in lesson(name).deck:
        if key_of(card) is not None:
            cited = {citation.name for text in texts(card) for words in text.values() for citation in citations(words)}
            assert (cited | set(getattr(card, "facts", ()))) & known.keys(), identity(card)


@every_lesson
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_option_is_seldom_the_longest(name: str, language: str) -> None:
    choices = [card for card in lesson(name).deck if isinstance(card, Choice)]
    longest = 0
    for card in choices:
        cells = {option.right: 0 for option in card.options}
        for option in card.options:
            cells[option.right] = max(cells[option.right], width(WORDING.plain(option.text, language)))
        longest += cells[True] > cells[False]
    assert longest <= len(choices) / 3


@every_lesson
def test_the_right_option_stands_in_different_places(name: str) -> None:
    choices = [card for card in lesson(name).deck if isinstance(card, Choice)]
    places = [[option.right for option in card.options].index(True) for card in choices]
    assert len(set(places)) >= min(2, len(places))
    verdicts = {key_of(card) for card in lesson(name).deck if isinstance(card, OX)}
    assert len(verdicts) == 2, "O and X are both right once"
    for card in lesson(name).deck:
        if isinstance(card, Several):
            rights = [option.right for option in card.options]
            assert rights != sorted(rights), "the right ones do not stand together at the end"
            assert rights != sorted(rights, reverse=True), "the right ones do not stand together at the front"


def test_over_the_course_the_right_option_stands_in_each_place() -> None:
    choices = [card for name in COURSE.lesson_ids for card in lesson(name).deck if isinstance(card, Choice)]
    places = [[option.right for option in card.options].index(True) for card in choices]
    assert all(places.count(place) >= len(places) / 5 for place in range(3))


@every_lesson
def test_nothing_is_shown_in_the_order_it_is_to_be_put_in(name: str) -> None:
    for card in lesson(name).deck:
        for things in (getattr(card, "items", ()), getattr(card, "pairs", ())):
            if things:
                assert [thing.id for thing in shuffled(identity(card), things)] != [thing.id for thing in things]


@pytest.mark.parametrize("path", sorted(CONTENT.rglob("*.yaml")), ids=lambda path: path.name)
def test_no_sign_that_terminals_disagree_on(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [f"{number}: {line}" for number, line in enumerate(lines, 1) if FORBIDDEN.search(line)] == []


@every_lesson
def test_no_exclamation(name: str) -> None:
    assert [words for _, words in words_of(name) if "!" in words] == []


@every_lesson
def test_no_word_that_is_to_be_avoided(name: str) -> None:
    found = []
    for language, words in words_of(name):
        for term in COURSE.registry.terms.values():
            for word in term.avoid.get(language, ()):
                pattern = re.escape(word) if language == "ko" else rf"\b{re.escape(word)}(?:s|ed|ing)?\b"
                if re.search(pattern, words, re.IGNORECASE) and (name, word) not in AVOIDED_BUT_REBUTTED:
                    found.append((word, words))
    assert found == []


@every_lesson
def test_every_number_comes_from_a_citation(name: str) -> None:
    teacher = lesson(name).teacher
    notes = {id(text) for text in texts(teacher)}
    found = []
    for text in texts(lesson(name)):
        for words in text.values():
            bare = CITATION.sub("", words)
            if id(text) in notes:
                bare = LIST_NUMBER.sub("", bare)
            if teacher is not None and text is teacher.time:
                bare = re.sub(r"\d+(?=분| minutes| of talk)", "", bare)
            for stays in (words for lesson_name, words in DIGITS_THAT_STAY if lesson_name == name):
                bare = bare.replace(stays, "")
            if re.search(r"\d", bare):
                found.append(words)
    assert found == []


@every_lesson
def test_the_teacher_is_told_the_same_minutes_as_the_learner(name: str) -> None:
    teacher = lesson(name).teacher
    assert teacher is not None
    for language in LANGUAGES:
        first = re.search(r"\d+", teacher.time[language])
        assert first
        assert int(first[0]) == lesson(name).minutes


@every_lesson
def test_where_anyone_may_have_been_harmed_it_is_said_that_it_is_not_their_fault(name: str) -> None:
    cited = [{citation.name for citation in citations(words)} for _, words in words_of(name)]
    if lesson(name).note is not None:
        assert any("fault" in names for names in cited)
        assert lesson(name).summary is not None
    if any("fault" in names for names in cited):
        pages = [card for card in lesson(name).cards if isinstance(card, Page)]
        for language in LANGUAGES:
            alone = [part for page in pages for part in WORDING.paragraphs(page.text, language) if isinstance(part, Alone)]
            assert alone, f"it stands alone on a page in {language}"


@every_lesson
def test_both_languages_cite_the_same(name: str) -> None:
    for text in texts(lesson(name)):
        cited = {language: sorted({(part.name, part.part or "") for part in citations(text[language])}) for language in LANGUAGES}
        channels = COURSE.registry.channels.keys()
        numbers = {language: [one for one in cited[language] if one[0] in channels] for language in LANGUAGES}
        assert numbers["ko"] == numbers["en"], text


@every_lesson
def test_pages_have_as_many_paragraphs_in_each_language(name: str) -> None:
    for card in lesson(name).deck:
        if isinstance(card, Page):
            kinds = {language: [type(part) for part in WORDING.paragraphs(card.text, language)] for language in LANGUAGES}
            assert kinds["ko"] == kinds["en"], card.page


@pytest.mark.parametrize("scene", scenes(), ids=identity)
def test_a_scene_goes_forward_and_has_several_ends(scene: Scene) -> None:
    ways = {node.node: [way.to for way in node.ways] for node in scene.nodes}
    assert len(ways) >= 12
    assert sum(not leads for leads in ways.values()) >= 3
    done: set[Id] = set()

    def walk(node: Id, path: tuple[Id, ...]) -> None:
        assert node not in path, f"{node} leads back to itself"
        if node not in done:
            for to in ways[node]:
                walk(to, (*path, node))
            done.add(node)

    walk(scene.start, ())
    assert done == set(ways)
    assert all(len(node.ways) != 1 for node in scene.nodes), "a choice has more than one way"
    assert all(len(node.ways) <= 4 for node in scene.nodes)
    left = {way.marks for node in scene.nodes for way in node.ways if way.marks}
    things: list[Message | Way] = [line for node in scene.nodes for line in node.lines]
    things += [way for node in scene.nodes for way in node.ways]
    asked = {mark for thing in things for mark in (thing.if_, thing.unless) if mark}
    assert asked, "what was chosen makes a difference later"
    assert left == asked


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
