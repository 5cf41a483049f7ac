"""Which room may know which: by the graph of imports, and by what a fresh process has loaded."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]
SOURCE = PROJECT / "src"
SMALL_COURSE = PROJECT / "tests" / "course" / "small_course"

LOADED = "import sys; print(*sorted({name.partition('.')[0] for name in sys.modules} | {n for n in sys.modules if '.' in n}))"
"""Tells every module a process has loaded, at its end."""


def loaded_after(program: str, *arguments: str, home: Path) -> set[str]:
    """Every module that a fresh process has loaded once a program has run in it."""
    ended = subprocess.run(
        [sys.executable, "-c", f"{program}\n{LOADED}", *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=home,
        env=os.environ | {"PYTHONPATH": str(SOURCE), "SAFECLASS_HOME": str(home), "PYTHONIOENCODING": "utf-8"},
    )
    return set(ended.stdout.splitlines()[-1].split())


def test_each_room_imports_only_the_rooms_below_it(tmp_path: Path) -> None:
    program = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    ended = subprocess.run(
        [sys.executable, "-c", program, "--cache-dir", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(SOURCE), "NO_COLOR": "1"},
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "0 broken" in ended.stdout


@pytest.mark.parametrize(
    ("module", "unknown"),
    [
        ("safeclass.cli", {"textual", "rich", "sqlite3", "babel", "yaml"}),
        ("safeclass.commands.check", {"textual", "rich", "sqlite3", "babel"}),
        ("safeclass.commands.outline", {"textual", "rich", "sqlite3", "babel"}),
        ("safeclass.commands.channels", {"textual", "rich", "sqlite3", "babel"}),
        ("safeclass.commands.facts", {"textual", "rich", "sqlite3", "babel"}),
        ("safeclass.commands.schema", {"textual", "rich", "sqlite3", "babel"}),
        ("safeclass.commands.new", {"textual", "rich", "sqlite3", "babel"}),
        ("safeclass.session.session", {"textual", "rich", "sqlite3", "babel", "yaml", "random"}),
        ("safeclass.course.course", {"textual", "rich", "sqlite3", "babel", "yaml"}),
        ("safeclass.course.lesson_file", {"textual", "rich", "sqlite3", "babel"}),
        ("safeclass.language", {"textual", "rich", "sqlite3", "babel", "yaml"}),
        ("safeclass.language.dates", {"textual", "rich", "sqlite3", "babel", "yaml"}),
        ("safeclass.store.events", {"textual", "rich", "babel", "yaml"}),
        ("safeclass.plain", {"textual", "rich", "sqlite3", "babel"}),
        ("safeclass.tui.app", {"sqlite3", "babel"}),
    ],
)
def test_a_room_loads_nothing_it_does_not_know(module: str, unknown: set[str], tmp_path: Path) -> None:
    loaded = loaded_after(f"import {module}", home=tmp_path)
    assert module in loaded
    assert loaded & unknown == set()


RUN = "import sys; from safeclass.cli import main; assert main(sys.argv[1:]) in (0, 1)"


@pytest.mark.parametrize(
    "typed",
    [
        ["check", "--course", str(SMALL_COURSE)],
        ["check", "--json", "--course", str(SMALL_COURSE)],
        ["check"],
        ["outline", "--json"],
        ["channels"],
        ["facts"],
        ["schema", "--check"],
    ],
    ids=" ".join,
)
def test_a_whole_run_that_draws_and_keeps_nothing_loads_neither(typed: list[str], tmp_path: Path) -> None:
    assert loaded_after(RUN, *typed, home=tmp_path) & {"textual", "rich", "sqlite3", "babel", "importlib.metadata"} == set()


@pytest.mark.parametrize("of", ["check", "learn", "facts", "channels", "outline", "new", "schema", "progress", "forget"])
def test_one_command_does_not_import_another(of: str, tmp_path: Path) -> None:
    loaded = loaded_after(f"import safeclass.cli, safeclass.commands.{of}", home=tmp_path)
    others = {"check", "learn", "facts", "channels", "outline", "new", "schema", "progress", "forget"} - {of}
    known = {"progress": {"learn"}, "forget": {"learn"}}.get(of, set())
    assert {name for name in others - known if f"safeclass.commands.{name}" in loaded} == set()


def test_nothing_opens_a_socket_by_being_imported(tmp_path: Path) -> None:
    program = "import safeclass.tui.app, safeclass.plain, safeclass.store.events, safeclass.commands.learn"
    loaded = loaded_after(program, home=tmp_path)
    assert loaded & {"requests", "httpx", "aiohttp", "urllib.request", "http.client", "smtplib", "ftplib"} == set()


def test_no_module_of_the_program_is_called_a_helper() -> None:
    names = {path.stem for path in (SOURCE / "safeclass").rglob("*.py")}
    assert names & {"utils", "util", "helpers", "helper", "manager", "service", "misc", "common"} == set()
