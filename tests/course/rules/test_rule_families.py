"""Each rule of the families is broken by a change to the good course and told where it is broken; the good course breaks none."""

from __future__ import annotations

import ast
from datetime import date, timedelta
from pathlib import Path

import pytest
from breaches import BREACHES, EYES, LESSON, PURPOSE, SAY, Breach
from rule_faults import TODAY, UNCITED, replaced, rules, told

from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course
from safeclass.course.fault import Severity
from safeclass.course.rules import CARDS, COURSE, RULES

SOURCE = Path(__file__).parents[3] / "src" / "safeclass"
OTHER_TESTS = {
    "key-not-right",
    "wrong-taken-as-right",
    "scene-stuck",
    "scene-endless",
    "uncited-fact",
    "channel-due",
    "in-no-unit",
    "lesson-minutes",
    "stale-translation",
    "unreviewed",
    "broken-record",
    "renamed-id",
    "changed-value",
    "gone-since-review",
    "rewritten",
    "bare-penalty",
    "no-comfort",
    "parallel-kind",
    "long-page",
    "longest-is-right",
}
"""Rules that no single change of words breaks."""


def test_the_good_course_breaks_no_rule(course_folder: Path) -> None:
    assert [f"{fault.place}: {fault.say('en')}" for fault in told(course_folder)] == []


@pytest.mark.parametrize("breach", BREACHES, ids=[f"{breach.rule} {breach.new[:44]}" for breach in BREACHES])
def test_a_broken_rule_is_told_where_it_is_broken(breach: Breach, course_folder: Path) -> None:
    place = breach.into(course_folder)
    faults = told(course_folder)
    assert place in [tuple(fault.place) for fault in faults if fault.rule == breach.rule], [str(f.place) + f.rule for f in faults]
    if "*" not in breach.also:
        weighty = rules(fault for fault in faults if fault.severity is not Severity.ADVICE)
        assert weighty <= {breach.rule} | breach.also
    for fault in faults:
        for language in ("ko", "en"):
            assert fault.say(language).strip()
            assert fault.say_mend(language).strip()
            assert "{" not in fault.say(language) or fault.rule == "stray-markup"


def test_what_is_wrong_in_one_language_is_told_at_the_line_of_its_words(course_folder: Path) -> None:
    old = '{ko: "무엇이 어려운가요?", en: "What is hard?"}'
    replaced(course_folder, old, "\n      ko: |\n        무엇이\n        어려운가요?\n      en: What is hard! And again.")
    lines = (course_folder / LESSON).read_text(encoding="utf-8").splitlines()
    (fault,) = [fault for fault in told(course_folder) if fault.rule == "exclamation"]
    assert lines[fault.place.line - 1].strip() == "en: What is hard! And again."
    assert fault.place.column == 7


PHRASES = """\
terms:
  - term: to-a-shelter
    use: {ko: "말하기", en: "telling someone"}
    avoid: {ko: ["혼자 ... 버티"], en: ["Wait alone"]}
    tempting: true
    reason: {ko: "혼자 두지 않아요.", en: "Nobody is left alone."}
"""


@pytest.mark.parametrize(
    ("old", "ko", "en", "found"),
    [
        (
            EYES,
            "혼자 조금 더 버텨요. 혼자서 오래 버티면 돼요.",
            "Wait alone. Never wait alone.",
            {"혼자서 오래 버티", "wait alone"},
        ),
        (EYES, "혼자 있어요. 버티지 않아요.", "Nobody should wait alone.", set()),
        ('{ko: "열어 보기", en: "Open it"}', "혼자 버티기", "Wait alone", set()),
        ('{ko: "시간을 적기", en: "Note the time"}', "혼자 버티기", "Wait alone", {"혼자 버티", "wait alone"}),
    ],
    ids=["gap and capital", "another sentence", "a wrong option", "a right option"],
)
def test_a_phrase_to_avoid_may_have_a_gap_or_begin_a_sentence_and_may_tempt_as_a_wrong_option(
    old: str, ko: str, en: str, found: set[str], course_folder: Path
) -> None:
    replaced(course_folder, "terms:\n", PHRASES, "terms.yaml")
    replaced(course_folder, old, f'{{ko: "{ko}", en: "{en}"}}')
    assert {fault.names["word"] for fault in told(course_folder) if fault.rule == "avoided-word"} == found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (SAY, "{ko: \"'유출'이라는 말이 맞아요.\", en: \"'It was leaked' is the right word.\"}"),
        ('{ko: "열어 보기", en: "Open it"}', "{ko: \"'유출'이라고 하기\", en: \"Call it 'a leak'\"}"),
        (EYES, '{ko: "비유출은 다른 말이에요.", en: "A leaky tap is another thing."}'),
        (PURPOSE, '{ko: "혼자 10분, 쉬는 시간 5분이에요.", en: "10 minutes alone, a break of 5 minutes."}'),
        (PURPOSE, '{ko: "세 명이 두 번 물어요.", en: "Three pupils ask twice."}'),
        (EYES, '{ko: "{survey.when} 조사에서 {survey.crime:이/가} 그랬어요.", en: "In {survey.when} it was {survey.crime}."}'),
        (
            EYES,
            '{ko: "{survey} 중 {survey.asked}({survey.asked-share})예요.",'
            ' en: "{survey.asked} of {survey} ({survey.asked-share})."}',
        ),
        (EYES, '{ko: "열 명 중 아홉 명({survey.crime})이에요.", en: "It is nine in ten ({survey.crime})."}'),
        (
            EYES,
            "{ko: \"'{survey} 중 {survey.asked}({survey.crime})'이라고 쓴 글이 있어요.\","
            " en: \"Some print '{survey.asked} of {survey} ({survey.crime})'.\"}",
        ),
        (EYES, '{ko: "예전에는 {law-until-2024:이었어요/였어요}.", en: "It used to be {law-until-2024}."}'),
        (EYES, '{ko: "열지 마세요.", en: "Leave it closed."}'),
        (EYES, '{ko: "퍼뜨리기는 다른 사람에게 보내는 일이에요.", en: "Sharing means sending it to someone else."}'),
        (EYES, '{ko: "마구 퍼뜨리고는 몰랐대요.", en: "It was shared, they say, in an oversharing mood."}'),
        (
            EYES,
            "{ko: \"안내문에는 '알립니다.'라고 적혀 있어요.\", en: \"'We report it,' says the leaflet.\"}",
        ),
        (EYES, '{ko: "아니다, 그러니까 물어요.", en: "No, and so they ask."}'),
        (EYES, '{ko: "알려야 해요.", en: "It has to be told."}'),
        (EYES, '{ko: "처벌받을 수 있어요.", en: "It can be punished."}'),
        (EYES, '{ko: "이 프로필과 이 프로그램이에요.", en: "This profile and this program."}'),
        (EYES, '{ko: "어른 한 명에게는 말해요.", en: "They tell at least one adult."}'),
        (EYES, '{ko: "한 번 더 이야기해요.", en: "They talk it over one more time."}'),
        (EYES, '{ko: "세 명 중 누가 먼저 묻나요?", en: "Who of the three asks first?"}'),
        (EYES, '{ko: "열심히 살 거예요.", en: "They will do their best."}'),
        (EYES, '{ko: "친구니까 물어요. 무서우니까.", en: "They are friends, so they ask. It is frightening."}'),
        (EYES, '{ko: "예전에 법을 바꿨어요. {law-until-2024:이었어요/였어요}.", en: "They kept it: {law-until-2024}."}'),
        (PURPOSE, '{ko: "오후 3시에 만나요.", en: "They meet at 3 p.m."}'),
        (PURPOSE, '{ko: "적어도 10분은 물어요.", en: "They ask for at least 10 minutes."}'),
        (EYES, '{ko: "눈이 늘어요... 또 ~1.", en: "More eyes - and ~2."}'),
    ],
)
def test_good_words_are_left_alone(old: str, new: str, course_folder: Path) -> None:
    replaced(course_folder, old, new)
    if "~2" in new:
        assert rules(told(course_folder)) == {"numbers-differ"}
    else:
        assert [fault.say("en") for fault in told(course_folder)] == []


def test_a_card_may_be_silent_about_one_rule_with_a_reason(course_folder: Path) -> None:
    replaced(course_folder, EYES, '{ko: "유진을(를) 봐요!", en: "They look at Yujin!"}')
    assert rules(told(course_folder)) == {"josa", "exclamation"}
    silence = 'silence: [{card: what-yujin-can-do, rule: josa, because: {ko: "예로 든 말이에요.", en: "An example."}}]\n'
    replaced(course_folder, "minutes: 10\n", f"minutes: 10\n{silence}")
    assert rules(told(course_folder)) == {"exclamation"}


def test_a_silence_is_not_told_as_unknown_where_its_card_could_not_be_read(course_folder: Path) -> None:
    silence = "silence: [{card: friend-or-not, rule: josa, because: {ko: 가, en: a}}]\n"
    replaced(course_folder, "minutes: 10\n", f"minutes: 10\n{silence}")
    replaced(course_folder, "- ox: friend-or-not", "- oxo: friend-or-not")
    assert "unknown-silence" not in rules(told(course_folder))


def test_a_fact_that_nothing_cites_is_told(course_folder: Path) -> None:
    faults = list(set_of_faults(Course(course_folder), TODAY))
    assert {fault.names["name"] for fault in faults if fault.rule == "uncited-fact"} == UNCITED


def test_that_a_fact_cites_itself_does_not_count(course_folder: Path) -> None:
    path = course_folder / "sources.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("{survey}", "SafeClass"), encoding="utf-8")
    assert [fault.names["name"] for fault in told(course_folder) if fault.rule == "uncited-fact"] == ["survey"]


def test_a_channel_that_nobody_has_looked_up_for_half_a_year_is_told(course_folder: Path) -> None:
    last_good = date(2027, 5, 20)  # 180 days after they were looked up; one of them was called a day later
    assert not [fault for fault in told(course_folder, last_good) if fault.rule == "channel-due"]
    due = [fault for fault in told(course_folder, last_good + timedelta(days=1)) if fault.rule == "channel-due"]
    assert [fault.names for fault in due] == [{"name": "112", "date": "2026-11-21"}, {"name": "school", "date": "2026-11-21"}]
    assert {fault.place.path for fault in due} == {"channels.yaml"}
    assert told(course_folder, today=None) == []


def test_nothing_is_due_where_no_day_is_given(course_folder: Path) -> None:
    replaced(course_folder, "review_by: 2027-12-31", "review_by: 2026-11-23", "facts.yaml")
    assert rules(told(course_folder)) == {"fact-due"}
    assert told(course_folder, today=None) == []


def test_a_page_that_goes_on_and_on_is_told(course_folder: Path) -> None:
    replaced(course_folder, 'text: {ko: "물어봐요."', f'text: {{ko: "{"물어봐요. " * 121}"', "lessons/short-one.yaml")
    assert "long-page" in rules(told(course_folder))


def test_right_options_that_are_the_longest_too_often_are_told(course_folder: Path) -> None:
    replaced(course_folder, 'right: true, text: {ko: "한 번 더 물어요."', 'right: true, text: {ko: "꼭 한 번 더 물어봐요."')
    assert told(course_folder) == []
    replaced(
        course_folder, 'id: trim-ask, right: true, text: {ko: "물어요."', 'id: trim-ask, right: true, text: {ko: "먼저 물어요."'
    )
    assert [(fault.rule, tuple(fault.place)) for fault in told(course_folder)] == [("longest-is-right", (LESSON, 2, 1))]


def test_words_are_added_by_adding_them_to_the_list_of_terms(course_folder: Path) -> None:
    replaced(course_folder, 'ko: ["유출"]', 'ko: ["유출", "눈이"]', "terms.yaml")
    assert [fault.names["word"] for fault in told(course_folder)] == ["눈이"]


def test_every_rule_that_can_be_told_is_listed_and_broken() -> None:
    defined, found = set[str](), set[str]()
    for path in (
        *(SOURCE / "course").rglob("*.py"),
        SOURCE / "session" / "playing_through.py",
        SOURCE / "session" / "minutes.py",
    ):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                arguments = [argument for argument in node.args if isinstance(argument, ast.Constant | ast.JoinedStr)]
                first = arguments[0].value if arguments and isinstance(arguments[0], ast.Constant) else None
                if isinstance(node.func, ast.Name) and node.func.id == "Rule" and isinstance(first, str):
                    defined.add(first)
                for name, words in zip(node.args, node.args[1:], strict=False):
                    is_told = isinstance(words, ast.Call) and isinstance(words.func, ast.Name) and words.func.id == "N_"
                    if is_told and isinstance(name, ast.Constant) and isinstance(name.value, str):
                        found.add(name.value)
    assert defined == set(CARDS) | set(COURSE)
    assert found - set(RULES) == set()
    assert defined - {breach.rule for breach in BREACHES} == OTHER_TESTS
    assert all(sentence.endswith(".") for sentence in RULES.values())
