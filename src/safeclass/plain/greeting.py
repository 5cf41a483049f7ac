"""The first lines and the last one."""

from __future__ import annotations

from safeclass.language import N_
from safeclass.plain.desk import ALWAYS, LETTERS, Desk
from safeclass.plain.sitting import CARD_LETTERS
from safeclass.session.keeping import GUEST, KEPT


def greet(desk: Desk) -> None:
    """Say whether anything is kept, and what can be typed."""
    desk.say(GUEST if desk.keeping.is_guest else KEPT)
    desk.write_hints((*CARD_LETTERS, *LETTERS, *ALWAYS), N_("Numbers answer, Enter goes on. {keys}"))


def say_farewell(desk: Desk) -> None:
    """One line on leaving, below an empty screen. That nothing is lost is only said where it is so."""
    desk.tell_notices()
    desk.paper.turn()
    if desk.keeping.is_guest:
        desk.say(N_("You can come back at any time. As a guest, your answers are not kept."))
    elif desk.was_troubled:
        desk.say(N_("You can come back at any time."))
    else:
        desk.say(N_("You can come back at any time. Nothing is lost."))
