"""The checker as a program: whatever lies in a course, it ends within a second and little memory, with a fault and its file."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile import HOSTILE, LONGEST, STEERING
from packing import packed

MEMORY = 256 << 20
"""Bytes of address space that the program may take."""

LIMITED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
from safeclass.cli import main
status = main(sys.argv[2:])
print(resource.getrusage(resource.RUSAGE_SELF).ru_utime, file=sys.stderr)
sys.exit(status)
"""

HEAVIEST = (
    "100 KB of [",
    "alias bomb",
    "recursive lesson",
    "50 MB in one word",
    "10,000 keys",
    "a million keys",
    "a million small things",
    "cards that are none",
    "aliases of one card",
    "half a million signs",
    "a heap of accents",
    "2,000 nodes that lead nowhere",
    "NUL",
    "escape sequence",
    "CP949",
    "UTF-16",
    "binary",
    "tabs",
    "Python tag",
)


def check(course: Path, *words: str) -> tuple[int, list[dict[str, object]]]:
    """Check a course in a process of its own; its status and the faults it told, in little time and memory."""
    ended = subprocess.run(
        [sys.executable, "-c", LIMITED, str(MEMORY), "check", "--json", *words, "--course", str(course)],
        capture_output=True,
        text=True,
        env=os.environ | {"LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.DEVNULL,
        timeout=30,
        check=False,
    )
    assert "Traceback" not in ended.stderr, ended.stderr
    assert float(ended.stderr.splitlines()[-1]) < 2 * LONGEST
    assert not STEERING.search(ended.stdout.replace("\n", ""))
    return ended.returncode, json.loads(ended.stdout or "[]")


@pytest.mark.parametrize("name", HEAVIEST)
def test_a_hostile_file_is_a_fault_with_its_file(name: str, course_folder: Path) -> None:
    held, rule = HOSTILE[name]
    (course_folder / "lessons" / "short-one.yaml").write_bytes(held.encode() if isinstance(held, str) else held)
    status, faults = check(course_folder)
    assert status == 1
    assert {fault["path"] for fault in faults} == {"lessons/short-one.yaml"}
    assert {fault["rule"] for fault in faults} & set(rule.split(" or "))


def _without_end(path: Path) -> None:
    path.symlink_to("/dev/zero")


NO_FILES: dict[str, Callable[[Path], object]] = {
    "a folder": Path.mkdir,
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to nothing": lambda path: path.symlink_to("nothing"),
    "a pipe": os.mkfifo,
    "a device": _without_end,
}


@pytest.mark.parametrize("make", NO_FILES.values(), ids=NO_FILES.keys())
@pytest.mark.parametrize("name", ["lessons/short-one.yaml", "facts.yaml", "course.yaml"])
def test_what_is_no_file_is_a_fault_with_its_name(name: str, make: Callable[[Path], object], course_folder: Path) -> None:
    (course_folder / name).unlink()
    make(course_folder / name)
    status, faults = check(course_folder)
    assert status == 1
    assert name in {fault["path"] for fault in faults if fault["rule"] in ("unreadable", "too-large")}


@pytest.mark.parametrize("name", ["100 KB of [", "a million keys", "escape sequence", "CP949", "recursive lesson"])
def test_a_hostile_course_file_is_a_fault_too(name: str, course_folder: Path) -> None:
    held, _rule = HOSTILE[name]
    (course_folder / "course.yaml").write_bytes(held.encode() if isinstance(held, str) else held)
    status, faults = check(course_folder)
    assert status == 1
    assert {fault["path"] for fault in faults} == {"course.yaml"}


def test_a_zip_that_inflates_is_a_fault_at_its_member(tmp_path: Path) -> None:
    zipped = packed(tmp_path / "c.zip", "", ("lessons/l.yaml", b"a" * 100_000_000))
    assert check(zipped) == (1, check(zipped)[1])
    assert [(fault["path"], fault["rule"]) for fault in check(zipped)[1]] == [("lessons/l.yaml", "zip")]


def test_names_of_files_reach_no_terminal_as_they_are(course_folder: Path) -> None:
    for name in (b"\x1b[2J.yaml", b"\xff\xfe.yaml", "\u202e.yaml".encode(), b"a\nb.yaml", b"\x9b.yaml"):
        (Path(os.fsdecode(os.fsencode(course_folder / "lessons") + b"/" + name))).write_text("lesson: x")
    status, faults = check(course_folder)
    assert status == 1
    assert len({fault["path"] for fault in faults}) >= 4
    assert all(str(fault["path"]).isprintable() for fault in faults)


def test_the_limit_would_be_noticed() -> None:
    """A program that takes more memory than is allowed ends, so that the tests above can fail."""
    code = f"import resource; resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY})); bytearray({MEMORY})"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode != 0
    assert resource.RLIMIT_AS
