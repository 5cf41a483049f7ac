"""A name that nobody knows is told with the one that was probably meant, and a broken card brings no second fault along."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from safeclass.course.fault import Fault

Told = Callable[[Path], list[Fault]]


def changed(folder: Path, old: str, new: str) -> None:
    path = folder / "lessons" / "every-kind.yaml"
    words = path.read_text(encoding="utf-8")
    assert old in words
    path.write_text(words.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("- choice: only-kept", "- choise: only-kept", "'choice'"),
        ("- several: what", "- Several: what", "'several'"),
        ("{law-keep:이에요/예요}", "{law-kept:이에요/예요}", "'law-keep'"),
        ("{law-keep.since}부터", "{law-keep.sinse}부터", "'law-keep.since'"),
        ("{law-keep.years:은/는}", "{law-keep.year:은/는}", "'law-keep.years'"),
        ("답해요. {fault}", "답해요. {faul}", "'fault'"),
        ("    about: law\n", "    abot: law\n", "'about'"),
        ("facts: [law-keep]", "facts: [law-kept]", "'law-keep'"),
        ("in: given,", "in: givn,", "'given'"),
        ("{unless: spoke, text:", "{unless: spoken, text:", "'spoke'"),
    ],
)
def test_what_was_probably_meant_is_told(old: str, new: str, meant: str, course_folder: Path, faults_in: Told) -> None:
    changed(course_folder, old, new)
    (fault,) = faults_in(course_folder)
    for language, words in (("ko", "적으려던 것일까요?"), ("en", "meant?")):
        assert meant in fault.say_mend(language)
        assert words in fault.say_mend(language)


@pytest.mark.parametrize("new", ["- choise: may-post", "- zzz: may-post", "- choice: May Post"])
def test_a_broken_opening_question_is_told_once(new: str, course_folder: Path, faults_in: Told) -> None:
    changed(course_folder, "- choice: may-post", new)
    assert len(faults_in(course_folder)) == 1


def test_channels_that_are_not_there_are_told_where_they_are_listed(course_folder: Path, faults_in: Told) -> None:
    changed(course_folder, 'turn_to: ["1366", school]', 'turn_to: ["1366", nurse]')
    (fault,) = faults_in(course_folder)
    line = (course_folder / "lessons" / "every-kind.yaml").read_text(encoding="utf-8").splitlines()[fault.place.line - 1]
    assert line.startswith("turn_to:")


@pytest.mark.parametrize(("file", "source"), [("facts.yaml", "survey-2024"), ("channels.yaml", "act-photos")])
def test_a_source_that_is_not_there_is_told_with_the_one_that_was_meant(
    file: str, source: str, course_folder: Path, faults_in: Told
) -> None:
    path = course_folder / file
    words = path.read_text(encoding="utf-8")
    path.write_text(words.replace(f"sources: [{source}]", f"sources: [{source}x]", 1), encoding="utf-8")
    (fault,) = faults_in(course_folder)
    assert fault.say_mend("en") == f"Is '{source}' meant? Sources stand in sources.yaml."


def test_a_condition_where_no_way_leaves_a_mark_says_how_one_is_left(course_folder: Path, faults_in: Told) -> None:
    changed(course_folder, "{to: asked, marks: spoke,", "{to: asked,")
    for fault in faults_in(course_folder):
        assert "`marks: spoke`" in fault.say_mend("ko")


def test_a_channel_where_there_is_none_is_not_told_with_an_empty_list(course_folder: Path, faults_in: Told) -> None:
    (course_folder / "channels.yaml").write_text("channels: []\n", encoding="utf-8")
    told = [fault for fault in faults_in(course_folder) if fault.rule == "unknown-name"]
    assert told
    for fault in told:
        assert ": ." not in fault.say_mend("ko")
        assert ": ." not in fault.say_mend("en")


@pytest.mark.parametrize(("key", "code"), [("한국어", "ko"), ("Korean", "ko"), ("kr", "ko"), ("영어", "en"), ("English", "en")])
def test_a_language_by_its_name_is_told_with_its_code_and_nothing_else(
    key: str, code: str, course_folder: Path, faults_in: Told
) -> None:
    old = {"ko": '{ko: "찍기 전에 물어요"', "en": ', en: "Ask before taking a photo"'}[code]
    changed(course_folder, old, old.replace(f"{code}: ", f"{key}: "))
    (fault,) = faults_in(course_folder)
    assert fault.rule == "unknown-language"
    assert fault.say_mend("en") == f"Is '{code}' meant? Languages here are: ko, en."


def test_a_language_is_known_by_what_the_course_calls_it(course_folder: Path, faults_in: Told) -> None:
    path = course_folder / "course.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace('en: "English"}', 'en: "UK English"}'), encoding="utf-8")
    changed(course_folder, ', en: "Ask before taking a photo"', ', UK English: "Ask before taking a photo"')
    (fault,) = faults_in(course_folder)
    assert fault.say_mend("ko").startswith("'en' 언어")


def test_a_language_of_a_list_by_its_name_is_told_with_its_code(course_folder: Path, faults_in: Told) -> None:
    path = course_folder / "terms.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("avoid: {ko:", "avoid: {한국어:"), encoding="utf-8")
    told = [fault for fault in faults_in(course_folder) if fault.rule == "bad-id"]
    assert [fault.say_mend("en") for fault in told] == ["Write the code of the language: ko."]


def test_a_language_that_nobody_knows_is_told_with_those_there_are(course_folder: Path, faults_in: Told) -> None:
    changed(course_folder, 'en: "Ask before taking a photo"', 'en: "Ask before taking a photo", fr: "Demander"')
    (fault,) = faults_in(course_folder)
    assert "Languages here are: ko, en." in fault.say_mend("en")


def test_what_a_fact_does_not_have_is_not_what_was_meant(course_folder: Path, faults_in: Told) -> None:
    changed(course_folder, "{law-keep.since}부터", "{survey.since}부터")
    (fault,) = faults_in(course_folder)
    assert "survey.since" in fault.say("en")
    assert "survey.since" not in fault.say_mend("en")
