"""Rules that more than one change breaks: penalties and what depends, comfort, the tense of history, parallel questions."""

from __future__ import annotations

from pathlib import Path

import pytest
from breaches import EYES, LESSON
from rule_faults import replaced, rules, told

from safeclass.course.fault import Severity

CEILING = """\
  - sentence: ceiling
    text: {ko: "실제 처분은 상황에 따라 달라요.", en: "A real case depends on its circumstances."}
"""


def test_a_penalty_is_told_with_the_word_that_it_depends(course_folder: Path) -> None:
    replaced(course_folder, "sentences:\n", f"sentences:\n{CEILING}", "terms.yaml")
    bare = [fault for fault in told(course_folder) if fault.rule == "bare-penalty"]
    assert [(fault.names["language"], fault.place.line) for fault in bare] == [("ko", 30), ("en", 30), ("ko", 48), ("en", 48)]
    replaced(course_folder, "**법**에 있어요.\n\n        {law-keep}\n", "**법**에 있어요.\n\n        {law-keep} {ceiling}\n")
    replaced(course_folder, "the **law** too.\n\n        {law-keep}\n", "the **law** too.\n\n        {law-keep} {ceiling}\n")
    replaced(course_folder, '{ko: "{law-keep:이에요/예요}."', '{ko: "{law-keep:이에요/예요}. 나이에 따라 달라요."')
    bare = [fault for fault in told(course_folder) if fault.rule == "bare-penalty"]
    assert [(fault.names["language"], fault.place.line) for fault in bare] == [("en", 48)]


def test_a_sensitive_lesson_says_that_it_is_not_ones_fault(course_folder: Path) -> None:
    path = course_folder / LESSON
    path.write_text(path.read_text(encoding="utf-8").replace("{fault}", "{ask-first}"), encoding="utf-8")
    assert [(fault.rule, fault.place.line) for fault in told(course_folder)] == [("no-comfort", 2)]
    note = 'note: {ko: "동의 없이 퍼뜨린 사진 이야기예요.", en: "About photos shared without a yes."}\n'
    replaced(course_folder, note, "")
    replaced(course_folder, 'summary: {ko: "묻고 답해요. {ask-first}", en: "Ask and answer. {ask-first}"}\n', "")
    assert told(course_folder) == []


def test_a_closing_question_is_of_the_kind_of_its_opening_one(course_folder: Path) -> None:
    replaced(course_folder, "    parallel: silence\n", "    parallel: kept\n")
    replaced(course_folder, "    parallel: may-edit\n", "    parallel: silence\n")
    replaced(course_folder, "    parallel: kept\n", "    parallel: may-edit\n")
    faults = told(course_folder)
    assert rules(faults) == {"parallel-kind"}
    assert [fault.names["name"] for fault in faults] == ["may-edit", "silence"]


@pytest.mark.parametrize(
    ("korean", "english", "severities"),
    [
        ("보관하면 {law-until-2024:이에요/예요}.", "Keeping one brings {law-until-2024}.", [Severity.WARNING]),
        ("보관하면 {law-until-2024:이었어요/였어요}.", "Keeping one brings {law-until-2024}.", [Severity.ADVICE]),
        ("보관하면 {law-until-2024:이에요/예요}.", "Keeping one brought {law-until-2024}.", [Severity.ADVICE]),
        (
            "지금은 {law-until-2024:을/를} 받을 수 있어요. 달라요.",
            "One can now be punished with {law-until-2024}. It depends.",
            [Severity.WARNING],
        ),
        ("그때는 {law-until-2024:이었어요/였어요}.", "It meant {law-until-2024}.", []),
    ],
)
def test_history_told_as_now_is_a_warning_where_no_language_sounds_like_the_past(
    korean: str, english: str, severities: list[Severity], course_folder: Path
) -> None:
    replaced(course_folder, EYES, f'{{ko: "{korean}", en: "{english}"}}')
    assert [fault.severity for fault in told(course_folder) if fault.rule == "past-fact"] == severities
