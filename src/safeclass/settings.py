"""What this person or school has chosen: kept in one small file each that can be read and edited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from safeclass.paths import write_whole

LONGEST = 86_400.0
"""The longest time that can be set, in seconds: a day."""

LARGEST = 64 * 1024
"""The largest file of settings that is read, in bytes."""


@dataclass(frozen=True)
class Settings:
    """The settings; each has a value that works when the file is missing or cannot be read."""

    language: str = ""
    """A language of the course, ``both``, or nothing for what the machine speaks."""
    theme: str = "dark"
    plain: bool = False
    """Whether characters take the place of colours."""
    classroom: bool = False
    """Whether several people use this terminal one after the other: nothing is kept, and each begins anew."""
    cover_after: float = 90.0
    """In a classroom, after how many seconds without a key the screen is covered."""
    wipe_after: float = 600.0
    """In a classroom, after how many seconds without a key everything that was done is dropped."""


def is_span(value: object) -> bool:
    """Whether a value is a time that can be set, in seconds."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 < value <= LONGEST


def understood(found: object) -> dict[str, Any]:
    """What is written of the settings; what is of another type, or a word that cannot be shown, is as if it were not there."""
    values: dict[str, Any] = {}
    if not isinstance(found, Mapping):
        return values
    for field in fields(Settings):
        value = found.get(field.name)
        if _is_meant(value, field.default):
            values[field.name] = value
    return values


def _is_meant(value: object, default: object) -> bool:
    if isinstance(default, float):
        return is_span(value)
    return type(value) is type(default) and (not isinstance(value, str) or value.isprintable())


def read_settings(path: Path) -> Settings:
    """The settings in a person's file. What is missing, of another type, or not understood is as if it were not there."""
    try:
        return Settings(**understood(_read(path)))
    except (OSError, ValueError, RecursionError):
        return Settings()


def read_school(path: Path) -> dict[str, Any]:
    """What a school has written for this machine: it holds whatever a person chooses or types.

    Where a file is there and cannot be understood, a classroom is meant: a slip of the pen must not begin to keep things.
    """
    try:
        found = _read(path)
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (OSError, ValueError, RecursionError):
        return {"classroom": True}
    if not isinstance(found, Mapping):
        return {"classroom": True}
    values = understood(found)
    if found.get("classroom", False) is not False:
        values["classroom"] = True
    return values


def _read(path: Path) -> object:
    if path.exists() and not path.is_file():
        raise OSError(f"{path.name} is no file")
    with path.open("rb") as file:
        written = file.read(LARGEST)
    import json

    return json.loads(written.decode("utf-8-sig"))


def write_settings(settings: Settings, path: Path) -> bool:
    """Keep the settings, whole or not at all; false where the folder cannot be written."""
    import json

    return write_whole(path, json.dumps(asdict(settings), ensure_ascii=False, indent=2))
