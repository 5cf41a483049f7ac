"""Settings and records that somebody else wrote: read where they make sense, and never shown or followed where they do not."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from entering import SMALL_COURSE, WORDS, Ended, files_in, run, told_json
from hypothesis import example, given
from hypothesis import settings as how
from hypothesis import strategies as st

from safeclass.commands.crash import note_crash
from safeclass.course.course import Course
from safeclass.session.event import Event, Happened
from safeclass.session.session import Session
from safeclass.settings import Settings, read_settings, write_settings
from safeclass.store.events import EventStore

ATOMS = st.none() | st.booleans() | st.integers() | st.floats() | WORDS
ANYTHING = st.recursive(ATOMS, lambda of: st.lists(of, max_size=3), max_leaves=4)
SETTINGS = st.dictionaries(st.sampled_from(["language", "theme", "plain", "x"]), ANYTHING)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


def typed(home: Path, *words: str, lines: str = "") -> Ended:
    ended = run(*words, "--course", str(SMALL_COURSE), lines=lines, environment={"SAFECLASS_HOME": str(home), "LC_ALL": "en_GB"})
    assert ended.is_clean()
    return ended


@given(st.binary(max_size=60) | SETTINGS.map(json.dumps).map(str.encode))
@example(b"[" * 60_000)
@example(b'{"plain": ' + b"9" * 5000 + b"}")
@example(b'{"language": "' + b"a" * 5_000_000)
@example(b"\xff\xfe{}")
@how(max_examples=30)
def test_settings_of_any_kind_are_read_as_far_as_they_make_sense(home: Path, held: bytes) -> None:
    (home / "settings.json").write_bytes(held)
    found = read_settings(home / "settings.json")
    assert (type(found.language), type(found.theme), type(found.plain)) == (str, str, bool)
    assert typed(home, "outline").status == 0


@given(
    st.sampled_from(["index.json", "checked.json", "registries.json"]),
    st.binary(max_size=60) | ANYTHING.map(json.dumps).map(str.encode),
)
@example("index.json", b"[" * 60_000)
@example("checked.json", b"[" * 60_000)
@example("index.json", b'{"course.yaml": "' + b"a" * 9_000_000 + b'"}')
@how(max_examples=30)
def test_what_is_remembered_of_a_course_is_used_only_where_it_makes_sense(home: Path, name: str, held: bytes) -> None:
    (home / name).write_bytes(held)
    assert typed(home, "outline").status == 0
    assert typed(home, "learn", "--plain", lines="q\n").status == 0
    assert typed(home, "check").status == 0
    assert typed(home, "check", str(SMALL_COURSE / "lessons" / "short-one.yaml")).status == 0


@pytest.mark.parametrize("kind", ["a pipe that nobody writes to", "a device without an end", "a folder", "a link to itself"])
@pytest.mark.parametrize("name", ["settings.json", "index.json", "checked.json", "registries.json"])
def test_what_is_no_file_is_as_none(name: str, kind: str, tmp_path: Path) -> None:
    file = tmp_path / name
    match kind:
        case "a folder":
            file.mkdir()
        case "a link to itself":
            file.symlink_to(file)
        case "a device without an end":
            file.symlink_to("/dev/zero")
        case _:
            os.mkfifo(file)
    assert read_settings(tmp_path / "settings.json") == Settings()
    for words in (["outline"], ["check"], ["check", str(SMALL_COURSE / "lessons" / "short-one.yaml")]):
        assert typed(tmp_path, *words).status == 0
    assert typed(tmp_path, "learn", "--plain", lines="q\n").status == 0


@pytest.mark.parametrize("word", ["\\ud800", "\\u001b]0;x\\u0007", "\\u202e", "dark\\n"])
def test_a_word_that_cannot_be_shown_is_no_setting(word: str, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text(f'{{"language": "{word}", "theme": "{word}", "plain": true}}', encoding="utf-8")
    assert read_settings(tmp_path / "settings.json") == Settings(plain=True)
    assert typed(tmp_path, "learn", "--plain", lines="l\nq\n").status == 0
    assert read_settings(tmp_path / "settings.json").language
    assert not (tmp_path / "crash.log").exists()
    assert [path.name for path in tmp_path.glob("settings*")] == ["settings.json"]


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    home, outside = tmp_path / "home", tmp_path / "outside.txt"
    home.mkdir()
    outside.write_text("outside")
    for name in ("settings.json", "settings.json.new", "settings.json.safeclass-new", "crash.log"):
        (home / name).symlink_to(outside)
    assert write_settings(Settings("en"), home / "settings.json")
    note_crash(ValueError("words"), home / "crash.log")
    assert outside.read_text() == "outside"
    assert read_settings(home / "settings.json").language == "en"
    assert (home / "crash.log").read_text().startswith("ValueError")


def test_schemas_are_not_written_through_a_link(course_folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"\xff outside")
    (course_folder / "lesson.schema.json").symlink_to(outside)
    (course_folder / "facts.schema.json").write_bytes(b"\xff\xfe")
    os.mkfifo(course_folder / "terms.schema.json")
    ended = run("schema", "--course", str(course_folder), environment={"SAFECLASS_HOME": str(tmp_path / "home")})
    assert ended.status == 0
    assert outside.read_bytes() == b"\xff outside"
    assert json.loads((course_folder / "lesson.schema.json").read_bytes())
    assert run("schema", "--check", "--course", str(course_folder), environment={}).status == 0


def kept(home: Path) -> Path:
    path = home / "progress.sqlite3"
    for old in home.glob("progress.sqlite3*"):
        old.unlink()
    store = EventStore(path, lambda: datetime.now(UTC))
    store.append("me", Event(Happened.STARTED, "every-kind"))
    store.append("me", Event(Happened.ANSWERED, "every-kind", "may-post", ("ask-again",), right=True))
    store.close()
    return path


CARDS = st.dictionaries(st.sampled_from(["may-post", "who-to-call", "in-the-chat"]) | WORDS, ANYTHING, max_size=3)
STATES = WORDS | st.fixed_dictionaries(
    {"format": st.just(1), "at": ANYTHING, "begun": ANYTHING, "finished": st.just(10**4000) | ANYTHING, "cards": CARDS}
).map(json.dumps)
NUMBERS = st.integers(-(2**63), 2**63 - 1)
ANSWERS = WORDS | ANYTHING.map(json.dumps)


@given(
    st.sampled_from(["every-kind"]) | WORDS,
    STATES,
    st.sampled_from([*Happened]) | WORDS,
    ANSWERS,
    NUMBERS,
)
@how(max_examples=15)
def test_a_record_with_any_words_in_it_is_told_and_gone_on_with(
    home: Path, lesson: str, state: str, happened: str, answer: str, number: int
) -> None:
    path = kept(home)
    rows: tuple[Any, ...] = (lesson, happened, "may-post", answer, number, number)
    with closing(sqlite3.connect(path)) as other, other:
        hold = "INSERT OR REPLACE INTO lesson_progress VALUES ('me', ?, ?)"
        other.execute(hold, (lesson.encode("utf-8", "replace").decode(), state.encode("utf-8", "replace").decode()))
        safe = [part.encode("utf-8", "replace").decode() if isinstance(part, str) else part for part in rows]
        add = "INSERT INTO event (at, profile, lesson, happened, card, answer, right, sure) VALUES (1, 'me', ?, ?, ?, ?, ?, ?)"
        other.execute(add, safe)
    assert typed(home, "progress").status == 0
    asked = typed(home, "progress", "--json")
    assert asked.status == 0
    assert told_json(asked)
    assert typed(home, "learn", "every-kind", "--plain", lines="\n1\n\n\nu\nb\n").status == 0


@given(st.lists(st.tuples(st.integers(0, 20_479), st.integers(0, 255)), max_size=8), st.none() | st.integers(0, 20_479))
@how(max_examples=15)
def test_a_record_with_any_bytes_in_it_is_read_or_set_aside(home: Path, changes: list[tuple[int, int]], end: int | None) -> None:
    path = kept(home)
    held = bytearray(path.read_bytes())
    for place, byte in changes:
        held[place % len(held)] = byte
    path.write_bytes(held[:end])
    assert typed(home, "progress").status in (0, 1)
    assert typed(home, "learn", "every-kind", "--plain", lines="\n1\n").status == 0
    assert {Path(name).name.split(".")[0] for name in files_in(home)} <= {
        "progress",
        "settings",
        "index",
        "checked",
        "registries",
    }


EVENTS = st.lists(
    st.builds(
        Event,
        st.sampled_from([*Happened]),
        st.just("every-kind"),
        st.none() | st.sampled_from(["may-post", "who-to-call", "in-the-chat", "my-words", "none", ""]),
        st.lists(st.sampled_from(["ask-again", "a=b", "=", "", "photo", "silent", "112=112"]), max_size=4).map(tuple),
        st.none() | st.booleans(),
        st.none() | st.integers(),
    ),
    max_size=25,
)


@given(EVENTS, st.lists(st.integers(0, 5), max_size=30))
def test_a_sitting_goes_on_from_any_events(events: list[Event], steps: list[int]) -> None:
    lesson, _faults = Course(SMALL_COURSE).lesson("every-kind")
    assert lesson is not None
    session = Session(lesson, events, lambda event: None)
    for step in steps:
        assert session.phase is not None
        assert session.feedback is None or session.feedback.answer
        match step:
            case 0:
                session.go_on()
            case 1:
                session.skip()
            case 2:
                session.undo()
            case 3:
                session.go_back()
            case 4:
                session.rate(9)
            case _:
                session.answer(("ask-again",))
        if session.is_over:
            break
