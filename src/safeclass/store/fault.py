"""What can stand in the way of keeping progress, worded for the learner."""

from __future__ import annotations

import errno
from enum import StrEnum
from typing import Final

from safeclass.language import N_


class FaultKind(StrEnum):
    """The kinds of trouble a store can have."""

    READ_ONLY = "read-only"
    """The file or its folder cannot be written."""
    FULL = "full"
    """There is no room left on the disk."""
    LOCKED = "locked"
    """Another program holds the file."""
    CORRUPT = "corrupt"
    """The file is damaged."""
    NEWER = "newer"
    """The file was written by a newer SafeClass."""
    FOREIGN = "foreign"
    """The file is another program's."""
    UNAVAILABLE = "unavailable"
    """Nothing can be kept here, for any other reason."""


PASSING: Final = frozenset({FaultKind.FULL, FaultKind.LOCKED})
"""The kinds that may be over in a moment: what is said of them promises that it is tried again."""


MESSAGES: Final = {
    FaultKind.READ_ONLY: N_(
        "This folder can only be read, so your answers are not saved. You can go on, but they won't be kept."
    ),
    FaultKind.FULL: N_(
        "There is no room left on this device, so your answer is not saved yet. You can go on. "
        "Once there is room, your next answer saves this one too."
    ),
    FaultKind.LOCKED: N_(
        "Another program is using your progress file, so your answer is not saved yet. You can go on. "
        "SafeClass tries again with your next answer."
    ),
    FaultKind.CORRUPT: N_("Your progress file is damaged, so your answers are not saved. You can go on, but they won't be kept."),
    FaultKind.NEWER: N_(
        "A newer SafeClass made your progress file, so this one leaves it as it is. "
        "You can update SafeClass, or go on without saving."
    ),
    FaultKind.FOREIGN: N_(
        "Another program's file is where your progress would go, so your answers are not saved. "
        "You can go on, but they won't be kept."
    ),
    FaultKind.UNAVAILABLE: N_("Your progress can't be saved on this device now. You can go on, but it won't be kept."),
}
"""What is said of each kind: English msgids, for the catalogue."""


NOT_FORGOTTEN: Final = {
    FaultKind.READ_ONLY: N_(
        "This folder can only be read, so your progress is still there. Whoever looks after this device can delete it."
    ),
    FaultKind.FULL: N_(
        "There is no room left on this device, so not everything is deleted yet. You can make some room and try again."
    ),
    FaultKind.LOCKED: N_(
        "Another program is using your progress file, so not everything is deleted yet. You can close it and try again."
    ),
    FaultKind.NEWER: N_(
        "A newer SafeClass made your progress file, so this one deletes nothing in it. You can update SafeClass and try again."
    ),
    FaultKind.UNAVAILABLE: N_("Your progress could not all be deleted. You can close SafeClass everywhere and try again."),
}
"""What is said where something was to be forgotten; for the kinds not named, what is said of `UNAVAILABLE`."""


class StoreFault(Exception):
    """Something could not be kept, read or forgotten."""

    def __init__(self, kind: FaultKind, *, is_forgetting: bool = False) -> None:
        self.kind = kind
        """What the trouble is."""
        said = NOT_FORGOTTEN.get(kind, NOT_FORGOTTEN[FaultKind.UNAVAILABLE]) if is_forgetting else MESSAGES[kind]
        self.message = said
        """What happened and what can be done, as an English msgid."""
        super().__init__(said)


def fault_of_system(error: OSError) -> StoreFault:
    """The fault that an error of the file system comes down to."""
    match error.errno:
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return StoreFault(FaultKind.READ_ONLY)
        case errno.ENOSPC | errno.EDQUOT:
            return StoreFault(FaultKind.FULL)
    return StoreFault(FaultKind.UNAVAILABLE)
