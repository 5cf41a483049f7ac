"""One slip of the pen neither hides another nor what else is wrong; a lesson with one is checked as a whole and not opened."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from safeclass.cli import main
from safeclass.commands.check import set_of_faults
from safeclass.course.card import SetAside, identity
from safeclass.course.course import Course
from safeclass.course.fault import Fault
from safeclass.course.lesson import Lesson

TODAY = date(2026, 11, 22)
LESSON = "lessons/every-kind.yaml"
OPEN_QUOTE = ('"친구라도 물어봐야 해요."', '"친구라도 물어봐야 해요.')
NO_COLON = ("- fill: two-words", "- fill two-words")
TAB = ('    ask: {ko: "뭐라고 물을까요?"', '\task: {ko: "뭐라고 물을까요?"')


def slipped(folder: Path, *changes: tuple[str, str], file: str = LESSON) -> list[int]:
    """Change a file of a course; the lines at which it was changed."""
    path = folder / file
    words = path.read_text(encoding="utf-8")
    lines = []
    for old, new in changes:
        assert words.count(old) == 1, old
        lines.append(words.count("\n", 0, words.index(old)) + 1)
        words = words.replace(old, new)
    path.write_text(words, encoding="utf-8")
    return lines


def told(folder: Path) -> list[Fault]:
    """What is told of a course, but for the fact that it never cites."""
    return [fault for fault in set_of_faults(Course(folder), TODAY) if fault.names.get("name") != "law-until-2024"]


def syntax(folder: Path) -> list[int]:
    """The lines of the slips, where nothing else is told."""
    faults = sorted(told(folder), key=lambda fault: fault.place)
    assert {fault.rule for fault in faults} <= {"yaml-syntax"}, faults
    return [fault.place.line for fault in faults]


@pytest.mark.parametrize("slip", [OPEN_QUOTE, NO_COLON, TAB], ids=["quote", "colon", "tab"])
def test_a_lesson_with_a_slip_is_not_opened(slip: tuple[str, str], course_folder: Path) -> None:
    (line,) = slipped(course_folder, slip)
    assert syntax(course_folder) == [line]
    assert Course(course_folder).lesson("every-kind")[0] is None, "what is left may lack a part that nobody can see is missing"


def test_every_slip_of_a_file_is_told_at_once(course_folder: Path) -> None:
    assert syntax(course_folder) == []
    lines = slipped(course_folder, OPEN_QUOTE, NO_COLON, TAB)
    assert syntax(course_folder) == lines


def test_slips_in_the_first_lines_of_neighbours_are_told(course_folder: Path) -> None:
    lines = slipped(
        course_folder, ("- attitude: my-hard", "- attitude：my-hard"), ("- think: my", "- think：my"), ("- help: w", "- help：w")
    )
    assert syntax(course_folder) == lines


def test_other_faults_are_told_beside_a_slip(course_folder: Path) -> None:
    lines = slipped(
        course_folder, OPEN_QUOTE, ("follows: yujin", "follows: nobody"), ('say: {ko: "읽었으면', 'sey: {ko: "읽었으면')
    )
    faults = told(course_folder)
    assert [fault.rule for fault in sorted(faults, key=lambda fault: fault.place)] == [
        "yaml-syntax",
        "unknown-name",
        "missing-key",
        "unknown-key",
    ]
    assert lines[0] in [fault.place.line for fault in faults]


def test_what_a_lesson_needs_is_not_missed_where_it_only_cannot_be_read(course_folder: Path) -> None:
    (line,) = slipped(course_folder, ("- help: where-to-turn", "- help where-to-turn"))
    assert syntax(course_folder) == [line]


def test_a_fact_that_is_cited_where_nothing_can_be_read_is_not_said_to_be_cited_nowhere(course_folder: Path) -> None:
    slipped(course_folder, ('"괜찮아요."', '"괜찮아요.'))
    (only,) = told(course_folder)
    assert only.rule == "yaml-syntax"


@pytest.mark.parametrize("key", ["cards", "closing", "teacher"])
@pytest.mark.parametrize("slip", [" {}:", "{}：", "\t{}:", "{} x", ": {}:"])
def test_a_key_with_a_slip_takes_nothing_along(slip: str, key: str, course_folder: Path) -> None:
    (line,) = slipped(course_folder, (f"\n{key}:\n", f"\n{slip.format(key)}\n"))
    assert syntax(course_folder) == [line + 1]


def test_a_card_lacks_a_key_whatever_an_unreadable_part_holds(course_folder: Path) -> None:
    slipped(course_folder, OPEN_QUOTE, ('    say: {ko: "답이 없으면 동의예요.", en: "No answer is a yes."}\n', ""))
    assert {fault.rule for fault in told(course_folder)} == {"yaml-syntax", "missing-key"}


def test_one_option_in_the_column_of_the_cards_takes_its_card_along(course_folder: Path) -> None:
    slipped(course_folder, ("      - {id: tell, right: true,", "  - {id: tell, right: true,"))
    (only,) = told(course_folder)
    assert only.rule == "yaml-syntax"


def test_a_part_of_a_card_among_the_cards_takes_its_card_along(course_folder: Path, every_kind: Lesson) -> None:
    path = course_folder / LESSON
    words = path.read_text(encoding="utf-8")
    options = words[words.index("      - {id: note-time, right") : words.index("  - ox: friend-or-not")]
    path.write_text(words.replace(options, options[4:]), encoding="utf-8")
    (only,) = told(course_folder)
    assert only.rule == "unknown-kind"
    lesson, _ = Course(course_folder).lesson("every-kind")
    assert lesson is not None
    kept = [identity(card) for card in lesson.deck if not isinstance(card, SetAside)]
    assert kept == [identity(card) for card in every_kind.deck if identity(card) != "what-yujin-can-do"]
    assert len({identity(card) for card in lesson.deck}) == len(lesson.deck)


def test_what_stands_behind_the_end_of_a_file_is_no_part_of_it(course_folder: Path) -> None:
    path = course_folder / LESSON
    words = path.read_text(encoding="utf-8")
    path.write_text(f"{words}---\n{words}", encoding="utf-8")
    assert syntax(course_folder) == [words.count("\n") + 1]


def test_a_slip_above_the_cards_keeps_the_lesson_closed_and_hides_no_other(course_folder: Path) -> None:
    lines = slipped(course_folder, ("minutes: 10", "minutes：10"), OPEN_QUOTE, NO_COLON)
    assert syntax(course_folder) == lines


def test_what_shifts_all_lines_is_told_once(course_folder: Path) -> None:
    slipped(course_folder, ("lesson: every-kind\n", " lesson: every-kind\n"))
    assert len(syntax(course_folder)) == 1


def test_a_fact_with_a_slip_is_left_out_alone(course_folder: Path) -> None:
    (line,) = slipped(
        course_folder,
        ("since: 2020-06-25\n    until: 2024-10-15\n    as_of", "since 2020-06-25\n    until: 2024-10-15\n    as_of"),
        file="facts.yaml",
    )
    assert [(fault.place.path, fault.place.line, fault.rule) for fault in told(course_folder)] == [
        ("facts.yaml", line, "yaml-syntax")
    ]
    assert list(Course(course_folder).registry.facts) == ["law-keep", "survey"]


def test_what_a_fact_with_a_slip_is_cited_for_is_not_told_again(course_folder: Path) -> None:
    slipped(course_folder, ("confidence: high", "confidence high"), file="facts.yaml")
    assert [fault.rule for fault in told(course_folder)] == ["yaml-syntax"]
    assert list(Course(course_folder).registry.facts) == ["law-until-2024", "survey"]


@pytest.mark.parametrize("slip", [('- channel: "1366"', '- channel："1366"'), ('  - channel: "1366"', '    channel: "1366"')])
def test_what_only_cites_a_channel_with_a_slip_is_not_told(slip: tuple[str, str], course_folder: Path) -> None:
    slipped(course_folder, slip, file="channels.yaml")
    assert [fault.place.path for fault in told(course_folder)] == ["channels.yaml"]


def test_the_help_band_keeps_the_channels_beside_one_with_a_slip(course_folder: Path) -> None:
    slipped(course_folder, ('"긴급"', '"긴급'), file="channels.yaml")
    course = Course(course_folder)
    assert "1366" in course.channels
    assert "112" not in course.channels
    before = Course(Path(__file__).parent / "small_course").short_channels
    assert [channel.channel for channel in course.short_channels] == [
        channel.channel for channel in before if channel.channel != "112"
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_lines_that_end_as_elsewhere_are_counted_alike(ends: str, course_folder: Path) -> None:
    lines = slipped(course_folder, OPEN_QUOTE, NO_COLON)
    path = course_folder / LESSON
    path.write_bytes(path.read_text(encoding="utf-8").replace("\n", ends).encode())
    assert syntax(course_folder) == lines


def test_of_a_list_whose_only_item_holds_a_slip_nothing_else_is_told(course_folder: Path) -> None:
    path = course_folder / "lessons" / "short-one.yaml"
    words = path.read_text(encoding="utf-8")
    end = words.index("\n  - ", words.index("cards:\n") + 10)
    path.write_text(words[:end].replace("\n  - page: ", "\n  - page：") + "\n", encoding="utf-8")
    assert [fault.rule for fault in Course(course_folder).lesson("short-one")[1]] == ["yaml-syntax"]


@pytest.mark.parametrize("dash", ["–", "ㅡ", "", "\t-"])
def test_the_numbers_for_help_stay_where_the_first_of_them_holds_a_slip(dash: str, course_folder: Path) -> None:
    slipped(course_folder, ('  - channel: "112"', f'  {dash} channel: "112"'), file="channels.yaml")
    if dash:
        assert [fault.rule for fault in told(course_folder)] == ["yaml-syntax"]
        assert list(Course(course_folder).channels) == ["1366", "school"]


def test_a_lesson_that_does_not_open_is_not_taken_for_one_that_was_renamed(course_folder: Path) -> None:
    assert main(["check", "--course", str(course_folder), "--accept"]) == 0
    assert main(["new", "asking-first", "--course", str(course_folder)]) == 0
    slipped(course_folder, ("minutes: 8", "minutes：8"), file="lessons/short-one.yaml")
    faults = told(course_folder)
    assert not [fault for fault in faults if fault.rule in ("renamed-id", "rewritten")]
