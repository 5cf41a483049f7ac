"""Whatever is typed, and whatever the environment holds: a status, no traceback, no control sign, no file outside its folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from entering import COMMANDS, SMALL_COURSE, WORDS, files_in, run
from hypothesis import example, given
from hypothesis import settings as how
from hypothesis import strategies as st

OPTIONS = [
    "--course",
    "--language",
    "--profile",
    "--today",
    "--json",
    "--plain",
    "--guest",
    "--all",
    "--stale",
    "--check",
    "--format",
    "-h",
]
TYPED = st.lists(st.sampled_from([*COMMANDS, *OPTIONS, "en", "both", "short-one", "2026-11-22"]) | WORDS, max_size=5)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to stand in, with a home in it that is not there yet, and a file that is nobody's business."""
    place = tmp_path_factory.mktemp("place")
    (place / "outside.txt").write_text("outside")
    return place


def environment(place: Path, **more: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": str(place / "home"), "SAFECLASS_HOME": str(place / "kept")} | more


@given(TYPED)
@example(["--course", "a" * 5000, "outline"])
@example(["check", "a" * 5000])
@example(["learn", "--plain", "--profile", "\udcff\x1b[2J"])
@example(["facts", "--today", "\u202e2026-11-22"])
@example(["progress", "--profile", "가" * 10_000])
@how(max_examples=100)
def test_whatever_is_typed_is_answered(place: Path, typed: list[str]) -> None:
    course = ["--course", str(SMALL_COURSE)] if "--course" not in typed else []
    course = course if {"schema", "forget"}.isdisjoint(typed) else []
    typed = [word for word in typed if word != "schema"]
    before = files_in(SMALL_COURSE)
    ended = run(*typed, *course, environment=environment(place, LC_ALL="en_GB.UTF-8"))
    assert ended.is_clean()
    assert ended.status in (0, 1, 2)
    assert ended.status != 2 or (ended.out == "" and ended.err.count("\n") == 1)
    assert files_in(SMALL_COURSE) == before
    assert {path.name for path in place.iterdir()} <= {"outside.txt", "kept"}


NAMES = [
    "LC_ALL",
    "LC_MESSAGES",
    "LANG",
    "TERM",
    "COLUMNS",
    "LINES",
    "NO_COLOR",
    "XDG_DATA_HOME",
    "LOCALAPPDATA",
    "LANGUAGE",
    "TZ",
]


@given(st.dictionaries(st.sampled_from(NAMES), WORDS), st.sampled_from(["outline", "progress", "channels", "check", "--help"]))
@example({"LC_ALL": "\x1b[31m"}, "outline")
@example({"COLUMNS": "9" * 5000}, "--help")
@example({"COLUMNS": "1"}, "--help")
@how(max_examples=30)
def test_whatever_the_environment_holds_is_no_fault(place: Path, held: dict[str, str], command: str) -> None:
    ended = run(command, "--course", str(SMALL_COURSE), environment=environment(place, **held))
    assert ended.is_clean()
    assert (ended.status, ended.err) == (0, "")


@given(WORDS)
@example("/dev/null/deeper")
@example("a" * 5000)
@example("~/x")
@example(":memory:")
@example("file:x?mode=memory")
@how(max_examples=30)
def test_a_home_of_any_name_is_used_or_told_and_nothing_else_touched(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    place = tmp_path_factory.mktemp("home")
    (place / "outside.txt").write_text("outside")
    moved = place / "in" / name.replace("/", "_").replace("..", "__") if not name.startswith("/dev") else Path(name)
    at = {"SAFECLASS_HOME": str(moved)}
    before = files_in(place)
    ended = run("learn", "short-one", "--plain", "--course", str(SMALL_COURSE), lines="1\n1\nl\nq\n", environment=at)
    assert ended.is_clean()
    assert (ended.status, ended.err) == (0, "")
    asked = run("progress", "--course", str(SMALL_COURSE), environment=at)
    assert asked.is_clean()
    assert asked.status in (0, 1)
    after = files_in(place)
    assert before.items() <= after.items()
    assert all(Path(path).is_relative_to(moved) for path in after.keys() - before.keys())


def test_a_user_whose_home_nobody_knows_is_told_that_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", nobody)
    assert run("outline", "--course", str(SMALL_COURSE), environment={}).status == 0
    ended = run("progress", "--course", str(SMALL_COURSE), environment={})
    assert (ended.status, ended.err.count("\n")) == (1, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="there the folder has another name")
def test_a_relative_folder_for_data_is_ignored(place: Path) -> None:
    from safeclass.paths import home

    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SAFECLASS_HOME", raising=False)
        patch.setenv("HOME", str(place))
        patch.setenv("XDG_DATA_HOME", "somewhere")
        assert home() == place / ".local" / "share" / "safeclass" or sys.platform == "darwin"
