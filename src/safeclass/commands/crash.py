"""A note that the program ended by a fault: where in the program, and nothing of what was on the screen.

A traceback with its values would print a lesson and its answers on a screen that others see.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from safeclass import paths
from safeclass.commands.saying import say_aside
from safeclass.language import N_, _

LARGEST = 64 * 1024
"""The note is begun anew once it is larger than this, in bytes."""


def note_crash(error: BaseException, file: Path | None) -> None:
    """Note the kind of an error and the lines of the program it passed through; nothing where no file is kept.

    The error's message is left out: it may hold words of a lesson, an answer or a path.
    """
    if file is None:
        return
    import traceback

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


KEPT = N_("SafeClass had to stop. Your answers up to here are kept.")
STOPPED = N_("SafeClass had to stop. You can start it again at any time.")
"""What is said of it, as msgids: where everything answered is kept, and elsewhere."""


def stop(error: BaseException | None, *, says: str = STOPPED, leaves_note: bool = True) -> int:
    """Say in one line that the program had to stop, and note the error; answers the exit status."""
    with suppress(Exception):
        if error is not None and leaves_note:
            note_crash(error, paths.crash_file())
    say_aside(_(says))
    return 1
