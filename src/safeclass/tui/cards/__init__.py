"""How each kind of card is shown and what its keys do, a family a file."""

from __future__ import annotations

from safeclass.course.picking import OX, Attitude, Choice, Several, Think
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.scene import Scene
from safeclass.course.wording import Wording
from safeclass.session.session import Session
from safeclass.tui.cards.face import Face


def face_for(session: Session, wording: Wording) -> Face:
    """The face of the card that a session is at."""
    match session.card:
        case Choice() | Several() | Attitude() | Think():
            from safeclass.tui.cards.picking import PickingFace

            return PickingFace(session, wording)
        case OX():
            from safeclass.tui.cards.ox import OXFace

            return OXFace(session, wording)
        case Order():
            from safeclass.tui.cards.ordering import OrderingFace

            return OrderingFace(session, wording)
        case Match() | Sort() | Fill():
            from safeclass.tui.cards.placing import PlacingFace

            return PlacingFace(session, wording)
        case Scene():
            from safeclass.tui.cards.chat import SceneFace

            return SceneFace(session, wording)
        case _:
            from safeclass.tui.cards.reading import ReadingFace

            return ReadingFace(session, wording)
