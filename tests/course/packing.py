"""Zips of the small course: honest ones, and ones that were made to hurt."""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

SMALL_COURSE = Path(__file__).parent / "small_course"
FILES = {str(path.relative_to(SMALL_COURSE)): path.read_bytes() for path in sorted(SMALL_COURSE.rglob("*.yaml"))}
"""The small course, by the names of its files."""

LESSON = "lessons/short-one.yaml"


def packed(path: Path, top: str = "", *others: tuple[str | zipfile.ZipInfo, bytes], **of: int) -> Path:
    """A zip of the small course, in a folder of its own or not, with other members after it."""
    with zipfile.ZipFile(path, "w", of.get("method", zipfile.ZIP_DEFLATED)) as made:
        for name, held in FILES.items():
            made.writestr(top + name, held)
        for name, held in others:
            made.writestr(name, held)
    return path


def changed(path: Path, change: Callable[[bytearray, int], None]) -> None:
    """Change the entry of the lesson in a zip's table of contents: a change is given all bytes, and where it begins."""
    held = bytearray(path.read_bytes())
    start = held.rindex(LESSON.encode()) - 46
    assert held[start : start + 4] == b"PK\1\2"
    change(held, start)
    path.write_bytes(held)


def _writes(offset: int, form: str, value: int) -> Callable[[bytearray, int], None]:
    return lambda held, start: struct.pack_into(form, held, start + offset, value)


def _linked(path: Path) -> None:
    link = zipfile.ZipInfo("lessons/link.yaml")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    packed(path, "", (link, b"/etc/passwd"))


def _twice(path: Path) -> None:
    packed(path, "", ("lessons/short-onf.yaml", b"x"))
    path.write_bytes(path.read_bytes().replace(b"short-onf", b"short-one"))


def _named(name: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        stand_in = "n" * len(name)
        packed(path, "", (stand_in, b"x"))
        path.write_bytes(path.read_bytes().replace(stand_in.encode(), name.encode()))

    return make


def _with(offset: int, form: str, value: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        changed(packed(path), _writes(offset, form, value))

    return make


def _large(path: Path) -> None:
    held = bytes(range(256)) * 4096
    packed(path, "", *((f"lessons/l{number}.yaml", held) for number in range(70)))


def _heavy(path: Path) -> None:
    packed(path)
    with path.open("ab") as file:
        file.truncate(17 << 20)


TRAPS: dict[str, Callable[[Path], object]] = {
    "an absolute name": _named("/etc/x.yaml"),
    "a name that goes up": _named("../x.yaml"),
    "a name that goes up midway": _named("lessons/../../x.yaml"),
    "a backslash": _named("lessons\\x.yaml"),
    "a drive": _named("C:x.yaml"),
    "an escape code": _named("lessons/\x1b[2J.yaml"),
    "a NUL": _named("lessons/x.yaml\0y"),
    "an empty part": _named("lessons//x.yaml"),
    "a link": _linked,
    "one name twice": _twice,
    "a password": _with(8, "<H", 1),
    "a lesson that inflates": lambda path: packed(path, "", ("lessons/l.yaml", b"a" * 50_000_000)),
    "more files than a course has": lambda path: packed(path, "", *((f"x{number}", b"") for number in range(2_001))),
    "more than a course holds": _large,
    "a zip that is larger than a course": _heavy,
    "bzip2, which cannot be stopped midway": lambda path: packed(path, method=zipfile.ZIP_BZIP2),
    "a way of packing that nobody knows": _with(10, "<H", 77),
}
"""Zips that are refused as a whole; each is made at a path."""


def _bare_table(path: Path) -> None:
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\1\2", 20, 3, 20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) * 300_000
    path.write_bytes(entry + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 65535, 65535, len(entry), 0, 0))


def _cut(path: Path) -> None:
    held = packed(path).read_bytes()
    path.write_bytes(held[: len(held) // 2])


NO_ZIPS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda path: path.write_bytes(b""),
    "words": lambda path: path.write_text("course: small"),
    "half a zip": _cut,
    "a table of contents and nothing else": _bare_table,
    "a version from the future": _with(6, "<H", 99),
    "a name that is not UTF-8": lambda path: path.write_bytes(
        packed(path, "", ("가", b"")).read_bytes().replace("가".encode(), b"\xff\xfe\xfd")
    ),
}
"""What is called a zip and cannot be opened as one."""

LIES: dict[str, Callable[[Path], object]] = {
    "a smaller size": _with(24, "<L", 10),
    "another checksum": _with(16, "<L", 0),
    "another place": _with(42, "<L", 1),
    "a place beyond the end": _with(42, "<L", 0x7FFFFFFF),
    "fewer packed bytes than there are": _with(20, "<L", 5),
}
"""Zips whose table of contents lies about one lesson: only that lesson is not read."""
