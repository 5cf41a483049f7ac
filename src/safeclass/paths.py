"""Where things lie on this machine, and how a file is put there."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
"""Where the program lies."""
BESIDE = PACKAGE.parents[1] / "content"
"""Where the course lies in a checkout."""

HOME_VARIABLE = "SAFECLASS_HOME"
"""The environment variable that moves settings and progress."""

SCHOOL_VARIABLE = "SAFECLASS_SCHOOL"
"""The environment variable that names a school's settings; the system's own file goes before it."""

LONGEST_NAME = 40
"""How many signs of a file's name the file begun beside it is called after: with its ending, no disk finds that too long."""


def shipped() -> Path:
    """Where the course that comes with the program lies: beside the sources, or in the installed package."""
    return PACKAGE / "content" if is_installed() else BESIDE


def is_installed() -> bool:
    """Whether the course lies in the installed package, where an author's work would be lost with the next version."""
    return not (BESIDE / "course.yaml").is_file()


def home() -> Path:
    """The folder of settings and progress; it need not exist yet."""
    if moved := os.environ.get(HOME_VARIABLE):
        return Path(moved)
    try:
        return _usual_home()
    except RuntimeError:
        # Nobody knows where this user is at home, as in some containers: nothing can be kept, and that is told.
        return Path(os.devnull) / "safeclass"


def _usual_home() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "safeclass"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "safeclass"
    named = os.environ.get("XDG_DATA_HOME", "")
    # One that is not absolute is to be ignored, by the rule that names the variable.
    return (Path(named) if os.path.isabs(named) else Path.home() / ".local" / "share") / "safeclass"


def progress_file() -> Path:
    """Where progress is kept."""
    return home() / "progress.sqlite3"


def settings_file() -> Path:
    """Where settings are kept."""
    return home() / "settings.json"


def school_file() -> Path:
    """Where a school's settings for this machine are; only an administrator can write there."""
    if sys.platform == "win32":
        folder = Path(os.environ.get("PROGRAMDATA") or r"C:\ProgramData") / "safeclass"
    elif sys.platform == "darwin":
        folder = Path("/Library/Application Support/safeclass")
    else:
        folder = Path("/etc/safeclass")
    file = folder / "settings.json"
    named = os.environ.get(SCHOOL_VARIABLE)
    return Path(named) if named and not os.path.lexists(file) else file


def crash_file() -> Path:
    """Where it is noted that the program ended by a fault."""
    return home() / "crash.log"


def checked_file() -> Path:
    """Where it is remembered what the last check of a course found."""
    return home() / "checked.json"


def registries_file() -> Path:
    """Where the registries of the course that was checked last are kept, as they were read."""
    return home() / "registries.json"


def index_file() -> Path:
    """Where what was read first of the course that was opened last is kept for the next start."""
    return home() / "index.json"


def read_whole(path: Path, most: int) -> bytes | None:
    """The bytes of a file; None where it is no file, cannot be read, or is larger than the most bytes it may have."""
    try:
        if not path.is_file():  # a pipe would be waited at, and a device may have no end
            return None
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError:
        return None
    return data if len(data) <= most else None


def is_held(path: Path, data: bytes) -> bool:
    """Whether a file holds just these bytes; false where it is no file, or cannot be read."""
    return read_whole(path, len(data)) == data


def create_file(path: Path, data: bytes, *, mode: int = 0o666) -> None:
    """Put bytes in a file that is not there yet, whole or not at all. Raises OSError, FileExistsError where anything is there."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with _gone_where_it_fails(path), os.fdopen(handle, "wb") as file:
        file.write(data)


def replace_file(path: Path, data: bytes, *, mode: int | None = None) -> None:
    """Put bytes in the place of a file or a link, whole or not at all, and leave nothing beside it. Raises OSError.

    Without a mode it may be read by whom it was, and where it is new, by whom the system lets read any file.
    """
    beside = path.with_name(f"{path.name[:LONGEST_NAME]}.safeclass-new")
    # Left over, or put there by somebody as a link: what it leads to is not ours to write.
    beside.unlink(missing_ok=True)
    create_file(beside, data, mode=0o666 if mode is None else mode)
    with _gone_where_it_fails(beside):
        if mode is None and path.is_file():
            with suppress(OSError):  # a stick that knows no modes has none to keep
                beside.chmod(path.stat().st_mode & 0o777)
        os.replace(beside, path)


@contextmanager
def _gone_where_it_fails(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def write_whole(path: Path, words: str) -> bool:
    """Write a file that only this user can read, whole or not at all; false where it, or a word in it, cannot be written."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        replace_file(path, words.encode(), mode=0o600)
    except (OSError, UnicodeEncodeError):
        return False
    return True


def write_new(path: Path, words: str) -> bool:
    """Write a file as `write_whole` does, but where it holds these very words already."""
    return is_held(path, words.encode(errors="surrogatepass")) or write_whole(path, words)
