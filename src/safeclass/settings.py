"""What this person or school has chosen: kept in one small file that can be read and edited."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

LARGEST = 64 * 1024
"""The largest file of settings that is read, in bytes."""


@dataclass
class Settings:
    """The settings; each has a value that works when the file is missing or cannot be read."""

    language: str = ""
    """A language of the course, ``both``, or nothing for what the machine speaks."""
    theme: str = "dark"
    plain: bool = False
    """Whether characters take the place of colours."""


def read_settings(path: Path) -> Settings:
    """The settings in a file. What is missing, of another type, or not understood is as if it were not there."""
    settings = Settings()
    try:
        if not path.is_file():
            return settings
        with path.open("rb") as file:
            written = file.read(LARGEST)
        import json

        found = json.loads(written.decode())
    except (OSError, ValueError, RecursionError):
        return settings
    for field in fields(Settings):
        value = found.get(field.name) if isinstance(found, Mapping) else None
        if type(value) is type(getattr(settings, field.name)):
            setattr(settings, field.name, value)
    return settings


def write_settings(settings: Settings, path: Path) -> bool:
    """Keep the settings, whole or not at all; false where the folder cannot be written."""
    import json

    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = path.with_name(path.name + ".new")
        # Left over, or put there by somebody as a link: what it leads to is not ours to write.
        beside.unlink(missing_ok=True)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(asdict(settings), file, ensure_ascii=False, indent=2)
        os.replace(beside, path)
    except OSError:
        return False
    return True
