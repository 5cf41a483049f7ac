"""A translation that fell behind is told with the old words, the new ones and the translation, by a record of reviews."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from reviewing import EYES, LESSON, OURS, SHORT, accept, replaced, rules, told

from safeclass.commands.check import rules_for, set_of_faults
from safeclass.course.course import Course
from safeclass.course.fault import Severity


def test_a_course_without_a_record_is_not_asked_for_one(course_folder: Path) -> None:
    assert told(course_folder) == []


def test_what_was_just_accepted_is_in_step(reviewed: Path) -> None:
    assert told(reviewed) == []


@pytest.mark.parametrize(
    ("new", "language", "old_words", "new_words", "other", "translation"),
    [
        (
            '{ko: "아무도 보지 않아요.", en: "One more pair of eyes."}',
            "ko",
            "보는 눈이 늘어요.",
            "아무도 보지 않아요.",
            "en",
            "One more pair of eyes.",
        ),
        (
            '{ko: "보는 눈이 늘어요.", en: "Nobody looks."}',
            "en",
            "One more pair of eyes.",
            "Nobody looks.",
            "ko",
            "보는 눈이 늘어요.",
        ),
    ],
)
def test_a_change_in_one_language_is_told_with_the_old_words_the_new_ones_and_the_translation(
    new: str, language: str, old_words: str, new_words: str, other: str, translation: str, reviewed: Path
) -> None:
    replaced(reviewed, EYES, new)
    (fault,) = told(reviewed)
    assert fault.severity is Severity.WARNING
    assert fault.rule == "stale-translation"
    assert fault.names | {"path": ""} == {
        "language": language,
        "old": old_words,
        "new": new_words,
        "other": other,
        "words": translation,
        "path": "",
    }
    lines = (reviewed / LESSON).read_text(encoding="utf-8").splitlines()
    assert new in lines[fault.place.line - 1]
    assert all(words in fault.say("ko") and words in fault.say("en") for words in (old_words, new_words, translation))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("choice: only-kept", "choice: just-kept"),
        ("{id: open, ", "{id: unwrap, "),
        ('{to: told, text: {ko: "{1366}에 묻기"', '{to: thanked, text: {ko: "{1366}에 묻기"'),
    ],
)
def test_an_id_that_was_renamed_is_told_where_it_stands(old: str, new: str, reviewed: Path) -> None:
    path = reviewed / LESSON
    words = path.read_text(encoding="utf-8")
    assert words.count(old) == 1
    path.write_text(words.replace(old, new), encoding="utf-8")
    (fault,) = [fault for fault in told(reviewed) if fault.rule == "renamed-id"]
    assert (fault.names["old"], fault.names["new"]) == tuple(words.split(",")[0].split()[1] for words in (old, new))
    around = path.read_text(encoding="utf-8").splitlines()[fault.place.line - 3 : fault.place.line]
    assert new in "\n".join(around)
    assert accept(reviewed) == 0
    assert told(reviewed) == []


def test_a_fixed_sentence_that_changed_in_every_language_is_told_with_its_old_words(reviewed: Path) -> None:
    replaced(
        reviewed,
        '{ko: "당신의 잘못이 아니에요.", en: "It is never your fault."}',
        '{ko: "누구의 잘못이에요.", en: "Someone is at fault."}',
        "terms.yaml",
    )
    faults = told(reviewed)
    assert [(fault.rule, fault.place.path, fault.names["old"]) for fault in faults] == [
        ("rewritten", "terms.yaml", "당신의 잘못이 아니에요.")
    ]


def test_registries_and_the_course_itself_are_reviewed_too(reviewed: Path) -> None:
    replaced(reviewed, 'en: "Ask {1366} first."', 'en: "Never ask {1366} first."', "terms.yaml")
    replaced(reviewed, 'ko: "{survey:이/가} 답했어요."', 'ko: "{survey:이/가} 빠짐없이 답했어요."', "facts.yaml")
    replaced(reviewed, 'en: "A small course"', 'en: "A large course"', "course.yaml")
    assert {(fault.place.path, fault.rule) for fault in told(reviewed)} == {
        ("terms.yaml", "stale-translation"),
        ("facts.yaml", "stale-translation"),
        ("course.yaml", "stale-translation"),
    }


def test_new_texts_are_one_piece_of_advice_a_file(reviewed: Path) -> None:
    line = next(
        line for line in (reviewed / LESSON).read_text(encoding="utf-8").splitlines(keepends=True) if "{id: never," in line
    )
    replaced(
        reviewed,
        line,
        line + '      - {id: once, text: {ko: "한 번", en: "once"}, why: {ko: "그때마다예요.", en: "It is each time."}}\n',
    )
    (fault,) = told(reviewed)
    assert (fault.rule, fault.severity, fault.place.path) == ("unreviewed", Severity.ADVICE, LESSON)
    assert fault.names["count"] == "2"


def test_a_text_that_changed_in_every_language_is_told_at_its_line_with_old_and_new(reviewed: Path) -> None:
    replaced(reviewed, EYES, '{ko: "아무도 보지 않아요.", en: "Nobody looks."}')
    replaced(reviewed, '{ko: "갖고 있으면", en: "Keeping one"}', '{ko: "만들면", en: "Making one"}', "facts.yaml")
    faults = told(reviewed)
    assert [(fault.rule, fault.severity, fault.place.path) for fault in faults] == [
        ("rewritten", Severity.WARNING, LESSON),
        ("rewritten", Severity.WARNING, "facts.yaml"),
    ]
    assert (faults[0].names["old"], faults[0].names["new"]) == ("보는 눈이 늘어요.", "아무도 보지 않아요.")
    assert "아무도 보지" in (reviewed / LESSON).read_text(encoding="utf-8").splitlines()[faults[0].place.line - 1]


def test_that_the_course_has_a_language_less_is_no_change_of_its_texts(
    reviewed: Path, leave_only: Callable[[Path, str], None]
) -> None:
    leave_only(reviewed, "ko")
    assert told(reviewed) == []
    replaced(reviewed, "보는 눈이 늘어요.", "아무도 보지 않아요.")
    assert [(fault.rule, fault.names["old"]) for fault in told(reviewed)] == [("rewritten", "보는 눈이 늘어요.")]


def test_that_the_course_has_a_language_more_is_told_as_texts_not_yet_reviewed(reviewed: Path) -> None:
    for path in (reviewed / "reviewed").rglob("*.json"):
        texts = json.loads(path.read_text(encoding="utf-8"))
        without = {name: {key: words for key, words in text.items() if key != "en"} for name, text in texts.items()}
        path.write_text(json.dumps(without), encoding="utf-8")
    assert {fault.rule for fault in told(reviewed)} == {"unreviewed"}


def test_lines_broken_in_another_place_are_no_change(reviewed: Path) -> None:
    replaced(reviewed, "        갖고 있는 것도\n        **법**에 있어요.", "        갖고 있는 것도 **법**에\n        있어요.")
    assert told(reviewed) == []


def test_reordering_is_no_change(reviewed: Path) -> None:
    path = reviewed / LESSON
    head, cards = path.read_text(encoding="utf-8").split("cards:\n")
    cards, closing = cards.split("closing:\n")
    blocks = cards.split("  - ")
    page = next(block for block in cards.split("\n  - ") if block.startswith("attitude"))
    assert len(blocks) > 10
    moved = cards.replace(f"  - {page}\n", "") + f"  - {page}\n"
    can_do = '  - {ko: "찍기 전에 물어볼 수 있어요.", en: "Ask before taking one."}\n'
    path.write_text(
        head.replace(can_do, "").replace("turn_to:", f"{can_do}turn_to:") + f"cards:\n{moved}closing:\n{closing}", "utf-8"
    )
    assert path.read_text(encoding="utf-8").index("attitude") > path.read_text(encoding="utf-8").index("help: where")
    assert [fault for fault in set_of_faults(Course(reviewed)) if fault.rule in OURS or fault.severity is Severity.ERROR] == []


def test_a_line_put_before_another_is_new_and_no_change_of_it(reviewed: Path) -> None:
    line = '          - {who: jio, text: {ko: "이거 봐", en: "Look at this"}}\n'
    replaced(reviewed, line, line.replace("Look at this", "See here") + line)
    fault, lines = sorted(told(reviewed), key=lambda fault: fault.rule == "changed-value")
    assert (lines.names["key"], lines.names["new"]) == ("lines", "who=jio, who=jio, -"), "who says what"
    assert (fault.rule, fault.names["count"]) == ("unreviewed", "1")


def test_a_renamed_lesson_and_a_renamed_card_are_told_as_that_and_what_changed_in_them_too(reviewed: Path) -> None:
    (reviewed / SHORT).rename(reviewed / "lessons" / "other-one.yaml")
    replaced(reviewed, "lesson: short-one", "lesson: other-one", "lessons/other-one.yaml")
    replaced(reviewed, "short-one", "other-one", "course.yaml")
    replaced(reviewed, "- several: what-yujin-can-do", "- several: what-can-be-done")
    renamed = [(fault.names["old"], fault.names["new"]) for fault in told(reviewed)]
    assert rules(reviewed) == ["renamed-id", "renamed-id"]
    assert renamed == [("what-yujin-can-do", "what-can-be-done"), (SHORT, "lessons/other-one.yaml")]
    replaced(reviewed, EYES, '{ko: "보는 눈이 늘어요.", en: "More eyes, and more."}')
    replaced(
        reviewed, '"물으면 알아요.", en: "Asking tells."', '"물으면 알아요.", en: "Asking tells all."', "lessons/other-one.yaml"
    )
    replaced(reviewed, 'en: "One thing to ask"', 'en: "Two things to ask"', "lessons/other-one.yaml")
    changed = [fault for fault in told(reviewed) if fault.rule != "renamed-id"]
    assert {(fault.rule, fault.place.path, fault.names.get("new")) for fault in changed} == {
        ("stale-translation", LESSON, "More eyes, and more."),
        ("stale-translation", "lessons/other-one.yaml", "Asking tells all."),
        ("stale-translation", "lessons/other-one.yaml", "Two things to ask"),
    }


@pytest.mark.parametrize("broken", [b"<<<<<<< ours\n{}", b'{"may-post/ask": "words"}', b"[]", b"\xff", b"[" * 100_000])
def test_a_record_that_cannot_be_read_is_told_and_accepting_mends_it(broken: bytes, reviewed: Path) -> None:
    (reviewed / "reviewed" / LESSON).with_suffix(".json").write_bytes(broken)
    faults = {fault.rule: fault for fault in told(reviewed)}
    assert set(faults) == {"broken-record", "unreviewed"}
    assert faults["broken-record"].place.path == "reviewed/lessons/every-kind.json"
    assert accept(reviewed) == 0
    assert told(reviewed) == []


def test_of_a_long_text_what_is_around_the_change_is_told(course_folder: Path) -> None:
    long = "Ask before you take one. " * 6
    replaced(course_folder, '{ko: "물어봐요.", en: "Ask."}', f'{{ko: "{"물어봐요. " * 14}", en: "{long}"}}', SHORT)
    assert accept(course_folder) == 0
    replaced(course_folder, long.strip(), long.strip()[:-8] + "two.", SHORT)
    (fault,) = told(course_folder)
    assert fault.names["new"].startswith("... ")
    assert "two." in fault.names["new"]
    assert all(len(fault.names[key]) < 80 for key in ("old", "new", "words"))


def test_two_reviews_of_one_course_make_one(reviewed: Path) -> None:
    replaced(reviewed, EYES, '{ko: "보는 눈이 늘어요.", en: "Nobody looks."}')
    course = Course(reviewed)
    one, other = rules_for(course), rules_for(course)
    course.lesson("every-kind", one.check_lesson)
    course.lesson("short-one", other.check_lesson)
    other.review.add(one.review.noted([LESSON]))
    assert [fault.names["new"] for fault in other.review.faults()] == ["Nobody looks."]
    assert set(other.review.records()) == {LESSON, SHORT}
