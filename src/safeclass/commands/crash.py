"""A note that the program ended by a fault: where in the program, and nothing of what was on the screen.

A traceback with its values would print a lesson and its answers on a screen that others see.
"""

from __future__ import annotations

import os
import traceback
from pathlib import Path

LARGEST = 64 * 1024
"""The note is begun anew once it is larger than this, in bytes."""


def note_crash(error: BaseException, file: Path | None) -> None:
    """Note the kind of an error and the lines of the program it passed through; nothing where no file is kept.

    The error's message is left out: it may hold words of a lesson, an answer or a path.
    """
    if file is None:
        return
    steps = [f"  {Path(step.filename).name}:{step.lineno} {step.name}" for step in traceback.extract_tb(error.__traceback__)]
    note = "\n".join([type(error).__name__, *steps]) + "\n"
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if file.is_symlink() or (file.exists() and (not file.is_file() or file.stat().st_size > LARGEST)):
            # Begun anew; and what a link leads to is not ours to write.
            file.unlink()
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "w", encoding="utf-8") as notes:
            notes.write(note)
    except OSError:
        pass
