"""One reading of a lesson file: which card each fault stands on, and what is read anew when."""

from __future__ import annotations

from pathlib import Path

import pytest

from safeclass.cli import main
from safeclass.commands.trying import trying
from safeclass.course.card import SetAside
from safeclass.course.course import Course
from safeclass.course.proof import Proof, Proofs

LESSON = "lessons/every-kind.yaml"


def proofs_of(folder: Path, lesson: str = "every-kind") -> Proofs:
    return Proofs(Course(folder), lesson, trying)


def edit(file: Path, *changes: tuple[str, str]) -> None:
    words = file.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in words, before
        words = words.replace(before, after, 1)
    file.write_text(words, encoding="utf-8")


def on_cards(proof: Proof) -> set[tuple[str, str]]:
    """Each fault by its rule, and the card it stands on as its author calls it."""
    return {(fault.rule, proof.name_of_card(fault)) for fault in proof.faults}


def test_a_good_lesson_has_no_fault_and_every_card_begins_at_its_line(course_folder: Path) -> None:
    proof = proofs_of(course_folder).read()
    assert proof.lesson is not None
    assert proof.faults == ()
    lines = (course_folder / LESSON).read_text(encoding="utf-8").splitlines()
    assert len(proof.begins) == len(proof.lesson.deck)
    assert all(lines[line - 1].endswith(f": {card}") for line, card in proof.begins)


def test_a_fault_stands_on_the_card_it_is_in(course_folder: Path) -> None:
    edit(
        course_folder / LESSON,
        ("어른에게 말하기", "어른에게 말하기!"),
        ("A friend may not want it.", "A friend may well not want it!"),
    )
    proof = proofs_of(course_folder).read()
    assert on_cards(proof) >= {("exclamation", "what-yujin-can-do"), ("exclamation", "friend-or-not")}
    assert {fault.rule for fault in proof.faults_of("friend-or-not")} == {"exclamation"}
    assert proof.faults_of("silence") == ()


def test_a_fault_above_the_cards_stands_on_none(course_folder: Path) -> None:
    edit(course_folder / LESSON, ("About photos shared without a yes.", "About photos shared without a yes!"))
    proof = proofs_of(course_folder).read()
    assert on_cards(proof) == {("exclamation", "")}
    assert [fault.rule for fault in proof.faults_of(None)] == ["exclamation"]


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("  - ox: silence\n", "  - ox: silence\n    colour: red\n", "unknown-key"),  # what its reading finds
        ('{id: x, right: true, why: {ko: "답을', '{id: x, why: {ko: "답을', "one-right"),  # what only its rules find
    ],
)
def test_the_faults_of_a_card_that_does_not_open_stand_on_its_notice(
    course_folder: Path, before: str, after: str, rule: str
) -> None:
    edit(course_folder / LESSON, (before, after))
    proof = proofs_of(course_folder).read()
    assert proof.lesson is not None
    (aside,) = [card for card in proof.lesson.deck if isinstance(card, SetAside)]
    assert proof.broken == {aside.id}
    assert rule in {fault.rule for fault in proof.faults_of(aside.id)}
    assert {proof.name_of_card(fault) for fault in proof.faults_of(aside.id)} == {""}
    assert proof.faults_of("may-post") == proof.faults_of("may-edit") == ()


def test_a_missing_key_told_where_its_card_begins_does_not_fall_to_the_card_before(course_folder: Path) -> None:
    edit(course_folder / LESSON, ('    say: {ko: "답이 없으면 동의예요.", en: "No answer is a yes."}\n', ""))
    proof = proofs_of(course_folder).read()
    assert {fault.rule for fault in proof.faults} >= {"missing-key"}
    assert proof.faults_of("may-post") == ()


def test_what_weighs_most_comes_first_on_a_card(course_folder: Path) -> None:
    long = (
        "What now, and then what, and after that what again, and so on and on and on, until there is nothing left to ask at all?"
    )
    edit(course_folder / "lessons/short-one.yaml", ("What now?", long), ("It does not tell.", "It does not tell!"))
    proof = proofs_of(course_folder, "short-one").read()
    faults = proof.faults_of("one-question")
    assert faults[0].rule == "exclamation"
    assert proof.advice == sum(fault.severity == "advice" for fault in faults) > 0


def test_a_registry_is_read_anew_only_where_it_was_changed(course_folder: Path) -> None:
    proofs = proofs_of(course_folder)
    proofs.read()
    edit(course_folder / "facts.yaml", ("3년 이하 징역 또는 3천만 원 이하 벌금", "5년 이하 징역"))
    as_before = proofs.read([LESSON]).course.registry.facts["law-keep"].value["ko"]
    assert as_before.startswith("3년")
    assert proofs.read(["facts.yaml"]).course.registry.facts["law-keep"].value["ko"] == "5년 이하 징역"


def test_a_fault_of_a_registry_is_told_too_and_stands_on_no_card(course_folder: Path) -> None:
    proofs = proofs_of(course_folder)
    (course_folder / "facts.yaml").write_text("facts: [\n", encoding="utf-8")
    proof = proofs.read(["facts.yaml"])
    assert not proof.is_finished
    assert ("yaml-syntax", "") in on_cards(proof)
    assert "facts.yaml" in {fault.place.path for fault in proof.faults}


def test_what_only_follows_from_a_slip_in_a_registry_is_not_told_beside_it(course_folder: Path) -> None:
    edit(course_folder / "facts.yaml", ("confidence: high", "confidence: hihg"))
    assert [(fault.place.path, fault.rule) for fault in proofs_of(course_folder).read().faults] == [("facts.yaml", "not-one-of")]


def test_a_course_that_does_not_open_leaves_the_last_one_to_go_on_with(course_folder: Path) -> None:
    proofs = proofs_of(course_folder)
    good = proofs.read()
    kept = (course_folder / "course.yaml").read_bytes()
    (course_folder / "course.yaml").write_bytes(b"\xff")
    proof = proofs.read(["course.yaml"])
    assert proof.lesson is None
    assert proof.course is good.course
    assert [fault.place.path for fault in proof.faults] == ["course.yaml"]
    (course_folder / "course.yaml").write_bytes(kept)
    assert proofs.read([LESSON]).lesson == good.lesson, "the course is read again as long as it did not open"


@pytest.mark.parametrize(("data", "finished"), [(b"", False), (b"lesson: [", False), (b"\xff", False), (b"lesson: x\n", True)])
def test_what_is_perhaps_still_being_written_is_told_from_what_is_wrong(course_folder: Path, data: bytes, finished: bool) -> None:
    (course_folder / LESSON).write_bytes(data)
    proof = proofs_of(course_folder).read()
    assert proof.lesson is None
    assert proof.is_finished is finished
    (course_folder / LESSON).unlink()
    assert not proofs_of(course_folder).read().is_finished


def test_that_one_language_changed_since_it_was_reviewed_is_told_until_it_is_recorded(course_folder: Path) -> None:
    assert main(["check", "--accept", str(course_folder)]) == 0
    proofs = proofs_of(course_folder)
    assert proofs.read().faults == ()
    edit(course_folder / LESSON, ("A friend may not want it.", "A friend may not wish it."))
    assert on_cards(proofs.read({LESSON})) == {("stale-translation", "friend-or-not")}
    assert main(["check", "--accept", str(course_folder / LESSON)]) == 0
    assert proofs.read({LESSON}).faults == ()
