"""What terms.yaml lists as words to avoid, and as names of a term, stands where it stands and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from breaches import EYES
from rule_faults import replaced, rules, told

TERMS = "terms.yaml"
USE = 'use: {ko: "퍼뜨리기", en: "sharing"}'


@pytest.mark.parametrize("phrases", ["", '"...", "유출"', '"... ...", "유출"', '"....", "유출"'])
def test_a_phrase_of_nothing_but_gaps_stands_nowhere_and_is_told(phrases: str, course_folder: Path) -> None:
    replaced(course_folder, 'ko: ["유출"]', f"ko: [{phrases}]", TERMS)
    replaced(course_folder, EYES, '{ko: "사진이 유출돼요.", en: "The photo gets out."}')
    faults = told(course_folder)
    assert [fault.names["word"] for fault in faults if fault.rule == "avoided-word"] == ["유출"] * bool(phrases)
    assert rules(faults) == ({"empty-text", "avoided-word"} if phrases else set())
    lines = (course_folder / TERMS).read_text(encoding="utf-8").splitlines()
    for place in (fault.place for fault in faults if fault.rule == "empty-text"):
        assert lines[place.line - 1][place.column - 1 :].startswith(f"[{phrases}]")


@pytest.mark.parametrize("phrase", ["... 버텨", "버텨 ...", "... ... 혼자서 오래", "오래 ... ... 버텨", "혼자서 오래 버텨"])
def test_a_phrase_may_begin_or_end_with_a_gap_and_lines_may_break_in_it(phrase: str, course_folder: Path) -> None:
    replaced(course_folder, 'ko: ["유출"]', f'ko: ["{phrase}"]', TERMS)
    block = "text:\n      ko: |\n        혼자서\n        오래 버텨요.\n      en: Wait it out."
    replaced(course_folder, 'text: {ko: "물어봐요.", en: "Ask."}', block, "lessons/short-one.yaml")
    assert rules(told(course_folder)) == {"avoided-word"}


@pytest.mark.parametrize(("ko", "en"), [("퍼뜨리기,", "sharing"), ("퍼뜨리기, ", "sharing,"), (",퍼뜨리기()", ", sharing ()")])
def test_a_comma_too_many_makes_no_name_that_stands_everywhere(ko: str, en: str, course_folder: Path) -> None:
    replaced(course_folder, USE, f'use: {{ko: "{ko}", en: "{en}"}}', TERMS)
    assert told(course_folder) == []
    replaced(course_folder, EYES, '{ko: "퍼뜨리기는 나빠요.", en: "That is called sharing, and sent to friends."}')
    assert {(fault.rule, fault.names["word"]) for fault in told(course_folder)} == {
        ("unexplained-term", "퍼뜨리기"),
        ("unexplained-term", "sharing"),
    }


def test_what_has_no_name_in_a_language_is_not_missed_there(course_folder: Path) -> None:
    replaced(course_folder, USE, 'use: {ko: "퍼뜨리기", en: ","}', TERMS)
    replaced(course_folder, EYES, '{ko: "퍼뜨리기, 곧 다른 사람에게 보내기예요.", en: "That is sending it to someone else."}')
    assert told(course_folder) == []
