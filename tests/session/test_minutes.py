"""About how many minutes a lesson takes: what a learner meets once is counted, in each language at its own pace."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeclass.commands.check import set_of_faults
from safeclass.course.course import Course
from safeclass.course.fault import Fault
from safeclass.session.minutes import Pace

EVERY_KIND = "lessons/every-kind.yaml"
SHORT = "lessons/short-one.yaml"
TWENTY_MINUTES = f'{{ko: "{"말 " * 2399}말.", en: "{"word " * 3199}word."}}'
HUNDRED_TWENTY = "말 " * 119 + "말."
HUNDRED_SIXTY = "word " * 159 + "word."
LONG = f'{{ko: "{HUNDRED_TWENTY}", en: "{HUNDRED_SIXTY}"}}'
"""A minute in each language."""


def minutes(folder: Path, file: str) -> dict[str, float]:
    course = Course(folder)
    lesson, _faults = course.lesson(file.removeprefix("lessons/").removesuffix(".yaml"))
    assert lesson is not None
    return Pace(course.registry).estimate(lesson)


def replaced(folder: Path, old: str, new: str, file: str) -> None:
    path = folder / file
    words = path.read_text(encoding="utf-8")
    assert words.count(old) == 1, old
    path.write_text(words.replace(old, new), encoding="utf-8")


def line_of_minutes(folder: Path, file: str) -> int:
    lines = (folder / file).read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith("minutes:"))


def told(folder: Path) -> list[Fault]:
    return [fault for fault in set_of_faults(Course(folder)) if fault.rule == "lesson-minutes"]


def test_words_are_read_at_the_pace_of_their_language_and_a_question_takes_twenty_seconds(course_folder: Path) -> None:
    assert minutes(course_folder, SHORT) == {"ko": round(12 / 120 + 20 / 60, 1), "en": round(10 / 160 + 20 / 60, 1)}
    replaced(course_folder, '{ko: "물어봐요.", en: "Ask."}', LONG, SHORT)
    assert minutes(course_folder, SHORT) == {"ko": round(131 / 120 + 20 / 60, 1), "en": round(169 / 160 + 20 / 60, 1)}


def test_the_pace_is_120_korean_and_160_english_words_a_minute(course_folder: Path) -> None:
    before = minutes(course_folder, SHORT)
    replaced(course_folder, '{ko: "물어봐요.", en: "Ask."}', TWENTY_MINUTES, SHORT)
    after = minutes(course_folder, SHORT)
    assert [round(after[language] - before[language], 1) for language in ("ko", "en")] == [20.0, 20.0]


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ('{ko: "찍어도 돼?", en: "OK to take it?"}', "the title, which is read in the list"),
        ('{ko: "찍기에만 답했어요.", en: "The yes was for taking it."}', "why a wrong option is wrong"),
        ('{ko: "못 봤을 수도 있어요.", en: "It may not have been seen."}', "why an O that is not right is not"),
        ('{ko: "봐야 답해요.", en: "One has to see it."}', "a reason that is shown when it is asked for"),
        ('{ko: "글이면 돼요.", en: "Words are enough."}', "the reason of a second right option"),
        ('{ko: "또 물어요.", en: "It is asked again."}', "the reason of a word in a second blank"),
        ('{ko: "짧아도 돼요.", en: "It can be short."}', "the reply to another view"),
        ('{ko: "묻는 말을 연습해요.", en: "To rehearse asking."}', "what only the teacher reads"),
        ('{ko: "동의 없이 퍼뜨린 사진 이야기예요.", en: "About photos shared without a yes."}', "the note before it begins"),
    ],
)
def test_what_a_learner_need_not_meet_is_not_counted(words: str, what: str, course_folder: Path) -> None:
    before = minutes(course_folder, EVERY_KIND)
    replaced(course_folder, words, LONG, EVERY_KIND)
    assert minutes(course_folder, EVERY_KIND) == before, what


@pytest.mark.parametrize(
    "words",
    [
        '{ko: "찍기 전에 물어볼 수 있어요.", en: "Ask before taking one."}',
        '{ko: "법에도 있어요", en: "The law says so too"}',
        '{ko: "유진이가 할 수 있는 일을 모두 골라 보세요.", en: "Choose everything Yujin can do."}',
        '{ko: "괜찮아요.", en: "It is fine."}',
        '{ko: "다른 일이에요.", en: "It is another thing."}',
        '{ko: "함께 정해요.", en: "They decide together."}',
        '{ko: "맨 먼저예요.", en: "It comes first."}',
        '{ko: "경찰이 받아요.", en: "Police answer."}',
        '{ko: "친구라도 물어봐야 해요.", en: "Even a friend is to be asked."}',
        '{ko: "차례대로 놓아 주세요.", en: "Put these in order."}',
        '{ko: "짝을 이어 보세요.", en: "Match the pairs."}',
        '{ko: "동의가 있었나요?", en: "Was there a yes?"}',
        '{ko: "있었어요", en: "Yes"}',
        '{ko: "두 번 물었어요.", en: "Asked twice."}',
        '{ko: "빈칸을 채워 주세요.", en: "Fill the blanks."}',
        '{ko: "단체 대화방에 사진이 올라왔어요.", en: "A photo appears in the group chat."}',
        '{ko: "무엇이 어려운가요?", en: "What is hard?"}',
        '{ko: "뭐라고 물을까요?", en: "What could you ask?"}',
        '{ko: "먼저예요.", en: "It comes first."}',
        '{ko: "이거 봐", en: "Look at this"}',
        '{ko: "그럴 수 있어요.", en: "It can be."}',
        '{ko: "내려 줄까?", en: "Shall I take it down?"}',
        '{ko: "사진일 때", en: "If it is a picture"}',
        '{ko: "다온이는 갖고 있어도 된다고 했어요. 보내도 될까요?", en: "Daon said it can be kept. May it be sent?"}',
    ],
)
def test_what_a_learner_meets_is_counted(words: str, course_folder: Path) -> None:
    before = minutes(course_folder, EVERY_KIND)
    path = course_folder / EVERY_KIND
    path.write_text(path.read_text(encoding="utf-8").replace(words, LONG, 1), encoding="utf-8")
    after = minutes(course_folder, EVERY_KIND)
    assert all(0.8 < after[language] - before[language] <= 1.1 for language in ("ko", "en")), (before, after)


def test_of_the_reasons_of_things_that_are_sorted_one_of_middling_length_counts(course_folder: Path) -> None:
    before = minutes(course_folder, EVERY_KIND)
    replaced(course_folder, '{ko: "봐도 된다는 뜻이에요.", en: "Public means to see."}', LONG, EVERY_KIND)
    assert minutes(course_folder, EVERY_KIND)["ko"] == before["ko"], "two of three are short"
    replaced(course_folder, '{ko: "따로 물었어요.", en: "Asked apart."}', LONG, EVERY_KIND)
    assert 0.8 < minutes(course_folder, EVERY_KIND)["ko"] - before["ko"] <= 1.1, "two of three are long"


def test_a_citation_counts_for_the_words_it_stands_for(course_folder: Path) -> None:
    replaced(course_folder, '{ko: "물어봐요.", en: "Ask."}', f'{{ko: "{"{law-keep} " * 15}", en: "Ask."}}', SHORT)
    assert minutes(course_folder, SHORT)["ko"] == round((11 + 15 * 8) / 120 + 20 / 60, 1), "3년 이하 징역 또는 3천만 원 이하 벌금"


def test_a_fact_on_a_line_of_its_own_is_read_with_what_it_is_about(course_folder: Path) -> None:
    before = minutes(course_folder, EVERY_KIND)
    replaced(course_folder, '{ko: "갖고 있으면", en: "Keeping one"}', LONG, "facts.yaml")
    after = minutes(course_folder, EVERY_KIND)
    assert all(0.8 < after[language] - before[language] <= 1.1 for language in ("ko", "en")), (before, after)
    page = course_folder / EVERY_KIND
    page.write_text(
        page.read_text(encoding="utf-8").replace("        {law-keep}\n", "        {law-keep.years}\n"), encoding="utf-8"
    )
    assert minutes(course_folder, EVERY_KIND)["ko"] < before["ko"], "a part of it is drawn alone"


def test_what_is_asked_on_the_way_through_a_scene_is_counted(course_folder: Path) -> None:
    before = minutes(course_folder, EVERY_KIND)
    replaced(course_folder, '{ko: "이제 무엇을 할까요?", en: "What now?"}', LONG, EVERY_KIND)
    assert minutes(course_folder, EVERY_KIND)["ko"] > before["ko"] + 0.8, "half of the ways are asked this"


def test_of_a_scene_the_way_of_middling_length_counts(course_folder: Path) -> None:
    before = minutes(course_folder, EVERY_KIND)
    replaced(course_folder, '{ko: "지오는 내렸어요.", en: "Jio took it down."}', LONG, EVERY_KIND)
    assert minutes(course_folder, EVERY_KIND) == before, "one ending of five that grew longer is not the usual way"
    replaced(course_folder, '{ko: "유진이는 알렸어요.", en: "Yujin told someone."}', LONG, EVERY_KIND)
    assert minutes(course_folder, EVERY_KIND)["ko"] > before["ko"] + 0.8, "most ways end here"


def test_what_only_those_meet_who_chose_otherwise_is_not_on_the_usual_way(course_folder: Path) -> None:
    before = minutes(course_folder, EVERY_KIND)
    replaced(course_folder, '{ko: "아무도 말하지 않아요.", en: "Nobody speaks."}', LONG, EVERY_KIND)
    after = minutes(course_folder, EVERY_KIND)
    assert all(after[language] - before[language] < 0.2 for language in after), "two ways of six, where nobody spoke before"


def test_a_way_that_leads_back_is_walked_once(course_folder: Path) -> None:
    before = minutes(course_folder, EVERY_KIND)
    ask = '{to: told, text: {ko: "{1366}에 묻기", en: "Ask {1366}"}}'
    replaced(course_folder, ask, f'{ask}\n          - {{to: photo, text: {{ko: "다시 보기", en: "Look again"}}}}', EVERY_KIND)
    after = minutes(course_folder, EVERY_KIND)
    assert all(0 <= after[language] - before[language] < 0.3 for language in after)


def test_a_lesson_that_is_too_long_or_too_short_is_told_in_each_language(course_folder: Path) -> None:
    assert told(course_folder) == []
    replaced(course_folder, "minutes: {least: 0, most: 12}", "minutes: {least: 1, most: 6}", "course.yaml")
    faults = told(course_folder)
    assert [(fault.place.path, fault.place.line, fault.names.get("language")) for fault in faults] == [
        (EVERY_KIND, line_of_minutes(course_folder, EVERY_KIND), None),
        (EVERY_KIND, 3, "ko"),
        (EVERY_KIND, 3, "en"),
        (SHORT, line_of_minutes(course_folder, SHORT), None),
        (SHORT, 2, "ko"),
        (SHORT, 2, "en"),
    ]
    estimated = "By the length of the texts it is about: ko 6.4, en"
    assert faults[0].say("en").startswith(f"`minutes` says 10, and 1 to 6 are due. {estimated}")
    assert faults[0].say_mend("en").startswith("Write about how many minutes it takes alone.")
    assert faults[1].say("en") == "By the length of its texts this lesson takes about 6.4 minutes in 'ko'; 1 to 6 are due."
    assert "`minutes` says 10." in faults[1].say_mend("en")


def test_exactly_the_minutes_that_are_due_are_neither_too_few_nor_too_many(course_folder: Path) -> None:
    a_minute = f'{{ko: "{"말 " * 68}말.", en: "{"word " * 97}word."}}'
    replaced(course_folder, '{ko: "물어봐요.", en: "Ask."}', a_minute, SHORT)
    assert minutes(course_folder, SHORT) == {"ko": 1.0, "en": 1.0}
    replaced(course_folder, "minutes: 8", "minutes: 1", SHORT)
    replaced(course_folder, "minutes: {least: 0, most: 12}", "minutes: {least: 1, most: 1}", "course.yaml")
    assert {fault.place.path for fault in told(course_folder)} == {EVERY_KIND}


def test_a_course_that_asks_for_nothing_is_held_to_eight_to_twelve(course_folder: Path) -> None:
    replaced(course_folder, "minutes: {least: 0, most: 12}\n", "", "course.yaml")
    assert {(fault.place.path, fault.names["least"], fault.names["most"]) for fault in told(course_folder)} == {
        (EVERY_KIND, "8", "12"),
        (SHORT, "8", "12"),
    }


def test_a_lesson_with_a_card_set_aside_is_not_measured(course_folder: Path) -> None:
    replaced(course_folder, "minutes: {least: 0, most: 12}", "minutes: {least: 1, most: 6}", "course.yaml")
    replaced(course_folder, "- ox: friend-or-not", "- oxo: friend-or-not", EVERY_KIND)
    assert {fault.place.path for fault in told(course_folder)} == {SHORT}


def test_a_lesson_that_is_not_yet_written_is_not_measured(course_folder: Path) -> None:
    replaced(course_folder, "minutes: {least: 0, most: 12}", "minutes: {least: 1, most: 6}", "course.yaml")
    replaced(course_folder, '"물어봐요."', '"할 일: 물어보는 말 쓰기"', SHORT)
    assert {fault.place.path for fault in told(course_folder)} == {EVERY_KIND}


def test_the_minutes_that_the_list_of_lessons_tells_are_looked_at_too(course_folder: Path) -> None:
    replaced(course_folder, "minutes: 10", "minutes: 1366", EVERY_KIND)
    assert [fault.names["minutes"] for fault in told(course_folder)] == ["1366"]
