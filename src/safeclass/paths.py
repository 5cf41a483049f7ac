"""Where things lie on this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HOME_VARIABLE = "SAFECLASS_HOME"
"""The environment variable that moves settings and progress."""


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


def crash_file() -> Path:
    """Where it is noted that the program ended by a fault."""
    return home() / "crash.log"
