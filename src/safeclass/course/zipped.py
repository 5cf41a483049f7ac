"""A course in one zip file, read where it lies: nothing of it is ever written out, and only what a course holds is read.

Everything is refused that a zip can do and a folder of lessons never needs: names that lead elsewhere, links, passwords,
one name twice, and sizes that only make sense as a trap.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from importlib.resources.abc import Traversable
from pathlib import Path
from struct import error as StructError
from typing import Any

from safeclass.course.fault import Fault, NoCourse, Place
from safeclass.course.folder import LARGEST
from safeclass.language import N_
from safeclass.language.cells import printable

LARGEST_ZIP = 16 << 20
"""The largest zip that is read, in bytes as it lies on the disk."""

LARGEST_COURSE = 64 << 20
"""The most that the files of one course may add up to, in bytes."""

MOST_FILES = 2000
"""The most files and folders in one zip."""

TIGHTEST = 100
"""How many times smaller than itself a file may be packed; lessons are packed three to five times smaller."""

SMALL = 64 << 10
"""Up to so many bytes it does not matter how tightly a file is packed."""

AT_ONCE = LARGEST + 1
"""The most that is read in one go, in bytes: one more than the largest file, so that a larger one is seen to be larger."""

COURSE_FILE = "course.yaml"
NAMES = r"(course|facts|sources|channels|terms|lessons/[a-z0-9]+(-[a-z0-9]+)*)"
READ_HERE = re.compile(rf"{NAMES}\.yaml|reviewed/{NAMES}\.json")
"""What is read of a zip, as it is called in a course; everything else in it is as if it were not there."""

HOSTILE_NAME = re.compile(r"[\x00-\x1f\x7f-\x9f\\:]|^/|//|(^|/)\.\.?(/|$)")
PLAIN_KINDS = (0, stat.S_IFREG, stat.S_IFDIR)
"""What a member may be by the mode it was packed with; 0 where the system that packed it knows no modes."""

BROKEN = (zipfile.BadZipFile, zlib.error, StructError, EOFError, ValueError, RuntimeError, OverflowError)
"""What reading a broken zip raises; `NotImplementedError` and `UnicodeDecodeError` are among these."""

PACK_AGAIN = N_("Pack the course's folder as a zip once more, and nothing else.")


class ZippedFolder(Traversable):
    """A folder of a zip, or a file in it."""

    def __init__(self, files: Mapping[str, zipfile.ZipInfo], zipped: zipfile.ZipFile, place: str, path: Path) -> None:
        """Made by `open_zip`; `files` are those that may be read, by their names in the course, and `path` is the zip."""
        self.path = path
        """Where the zip lies."""
        self._files = files
        self._zipped = zipped
        self._place = place

    def __str__(self) -> str:
        return str(self.path / self._place) if self._place else str(self.path)

    @property
    def name(self) -> str:
        """Its last name."""
        return self._place.rpartition("/")[2] or self.path.name

    def is_file(self) -> bool:
        """Whether it is a file that may be read."""
        return self._place in self._files

    def is_dir(self) -> bool:
        """Whether it is a folder with such a file in it."""
        return not self._place or any(file.startswith(f"{self._place}/") for file in self._files)

    def joinpath(self, *descendants: Any) -> ZippedFolder:
        """What lies in it."""
        place = "/".join(filter(None, (self._place, *map(str, descendants))))
        return ZippedFolder(self._files, self._zipped, place, self.path)

    def iterdir(self) -> Iterator[ZippedFolder]:
        """Everything right in it, in the order of the zip."""
        start = f"{self._place}/" if self._place else ""
        inside = (file[len(start) :] for file in self._files if file.startswith(start))
        yield from (self.joinpath(name) for name in dict.fromkeys(file.partition("/")[0] for file in inside))

    def open(self, mode: str = "rb", *_: Any, **__: Any) -> Any:
        """Its bytes, at most `AT_ONCE` of them, counted as they are unpacked. Raises OSError."""
        if mode != "rb" or not self.is_file():
            raise FileNotFoundError(str(self))
        try:
            with self._zipped.open(self._files[self._place]) as opened:
                return io.BytesIO(opened.read(AT_ONCE))
        except BROKEN as error:
            raise OSError(str(self)) from error

    def read_bytes(self) -> bytes:
        """Its bytes, as `open` gives them. Raises OSError."""
        return bytes(self.open("rb").read())

    def read_text(self, encoding: str | None = None) -> str:
        """Its words. Raises OSError, UnicodeError."""
        return self.read_bytes().decode(encoding or "utf-8")


class _Guarded(io.BytesIO):
    """The bytes of a zip, a moderate piece at a time: a table of contents of millions of entries is not taken into memory."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > AT_ONCE:
            raise zipfile.BadZipFile
        return super().read(size)


def open_zip(path: Path) -> ZippedFolder:
    """The course's folder in a zip. Raises `NoCourse` where it is no zip, or one that is not to be trusted."""
    whole = Place(printable(path.name))
    try:
        with path.open("rb") as file:
            packed = file.read(LARGEST_ZIP + 1)
        if len(packed) > LARGEST_ZIP:
            raise _refusal(whole, N_("The zip is larger than {most} MiB."), most=str(LARGEST_ZIP >> 20))
        zipped = zipfile.ZipFile(_Guarded(packed))
    except (OSError, *BROKEN):
        no_zip = Fault(whole, "unreadable", N_("This is neither a folder nor a zip file that can be opened."), PACK_AGAIN)
        raise NoCourse([no_zip]) from None
    members = zipped.infolist()
    if len(members) > MOST_FILES:
        raise _refusal(whole, N_("The zip holds more than {most} files."), most=str(MOST_FILES))
    _refuse_traps(members)
    top = _top_of(members)
    named = {member.filename.removeprefix(top): member for member in members if member.filename.startswith(top)}
    files = {name: member for name, member in named.items() if READ_HERE.fullmatch(name)}
    _refuse_sizes(files, whole)
    return ZippedFolder(files, zipped, "", path)


def _top_of(members: list[zipfile.ZipInfo]) -> str:
    """What stands before every name of the course: nothing, or the one folder that was packed."""
    names = [member.filename for member in members]
    tops = [name.removesuffix(COURSE_FILE) for name in names if name.endswith(f"/{COURSE_FILE}") and name.count("/") == 1]
    return tops[0] if COURSE_FILE not in names and len(tops) == 1 else ""


def _refuse_traps(members: list[zipfile.ZipInfo]) -> None:
    """Raises `NoCourse` for a member that no honest zip of a course holds, whether or not it would be read."""
    seen: set[str] = set()
    for member in members:
        name = member.orig_filename
        at = Place(printable(name))
        if HOSTILE_NAME.search(name) or not name:
            raise _refusal(at, N_("The name '{name}' could lead out of the zip."), name=name)
        if name in seen:
            raise _refusal(at, N_("The zip holds '{name}' twice."), name=name)
        seen.add(name)
        if stat.S_IFMT(member.external_attr >> 16) not in PLAIN_KINDS:
            raise _refusal(at, N_("'{name}' is a link, not a file."), name=name)
        if member.flag_bits & 0x41:
            raise _refusal(at, N_("'{name}' is locked with a password."), name=name)


def _refuse_sizes(files: Mapping[str, zipfile.ZipInfo], whole: Place) -> None:
    """Raises `NoCourse` for what would unpack to too much, or is packed in a way whose unpacking cannot be stopped midway."""
    for name, member in files.items():
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _refusal(Place(name), N_("'{name}' is packed in a way that is not read here."), name=name)
        if member.file_size > max(SMALL, TIGHTEST * member.compress_size):
            raise _refusal(Place(name), N_("'{name}' would unpack to far more than a lesson is."), name=name)
    if sum(member.file_size for member in files.values()) > LARGEST_COURSE:
        raise _refusal(whole, N_("The zip would unpack to more than {most} MiB."), most=str(LARGEST_COURSE >> 20))


def _refusal(at: Place, wrong: str, **names: str) -> NoCourse:
    return NoCourse([Fault(at, "zip", wrong, PACK_AGAIN, names)])
