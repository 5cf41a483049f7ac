"""The O/X card: a statement, and a big O and X to call it by."""

from __future__ import annotations

from safeclass.course.picking import OX, VERDICTS
from safeclass.course.wording import Wording
from safeclass.language import N_, _, translate
from safeclass.language.cells import width
from safeclass.session.session import Phase, Session
from safeclass.tui.cards.face import Face
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.said import Said, say
from safeclass.tui.typeset import plain_runs

LETTERS = {
    "o": ("_OOOOO_", "OO___OO", "OO___OO", "OO___OO", "OO___OO", "_OOOOO_"),
    "x": ("XX___XX", "_XX_XX_", "__XXX__", "__XXX__", "_XX_XX_", "XX___XX"),
}
"""Each letter in 7x6 pixels, a pixel two cells wide; a filled cell also holds the letter, for screens without colour."""

PIXEL = 2
CALLS = tuple(VERDICTS)
INKS = {"o": "celadon", "x": "indigo"}


def _lettered(verdict: str) -> Said:
    return lambda language: plain_runs(f"{verdict.upper()}  {translate(VERDICTS[verdict], language)}")


class OXFace(Face):
    """Left and right move, 1 and 2 call at once."""

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__(session, wording)
        given = session.state.given
        self.focus = CALLS.index(given[-1].answer[0]) if given else 0

    @property
    def card(self) -> OX:
        """The card."""
        assert isinstance(self.session.card, OX), "an O/X face has an O/X card"
        return self.session.card

    def draw(self, flow: Flow) -> None:
        """The statement and the two letters; after an answer rows and the reason."""
        flow.heading(self.said(self.card.say))
        flow.blank()
        feedback = self.session.feedback
        if feedback is None and flow.layout.density < 2:
            self._draw_letters(flow)
            return
        for index, verdict in enumerate(CALLS):
            if index:
                flow.between()
            tag, ink = None, "gardenia"
            if verdict in self.session.told_right:
                tag, ink = say(N_("right answer")), "celadon"
            elif feedback is not None and verdict in feedback.answer:
                tag = say(N_("my answer"))
            flow.option(
                str(index + 1),
                _lettered(verdict),
                is_focused=index == self.focus,
                tag=tag,
                tag_ink=ink,
            )
        if feedback is not None:
            focused = CALLS[self.focus]
            self.draw_reasons(flow, feedback, [reason for reason in feedback.reasons if reason.id == focused])

    def _draw_letters(self, flow: Flow) -> None:
        layout, sheet = flow.layout, flow.sheet
        gap = 2 if not layout.is_narrow else 1
        tile = (layout.end - layout.margin - gap) // 2
        airy = 1 if layout.density == 0 else 0
        rows = 6 + 2 + 2 * airy
        for index, verdict in enumerate(CALLS):
            column = layout.margin + index * (tile + gap)
            is_focused = index == self.focus
            sheet.fill(flow.row, column, rows, tile, "raised" if is_focused else "panel")
            if is_focused:
                sheet.bar(flow.row, column, rows, "celadon", ">")
            left = column + (tile - 7 * PIXEL) // 2
            for offset, pixels in enumerate(LETTERS[verdict]):
                for place, pixel in enumerate(pixels):
                    if pixel != "_":
                        field = None if layout.plain else INKS[verdict]
                        ink = "text" if layout.plain else INKS[verdict]
                        sheet.text(flow.row + airy + offset, left + place * PIXEL, pixel * PIXEL, ink, field=field)
            words = "  ".join(translate(VERDICTS[verdict], place.language) for place in layout.places)
            at = column + (tile - width(words) - 5) // 2
            row = flow.row + rows - 1 - airy
            after = sheet.chip(row, at, str(index + 1), "celadon" if is_focused else "raised")
            sheet.text(row, after + 1, words, bold=True)
            sheet.zone(flow.row, column, rows, tile, f"pick {index + 1}")
        sheet.sight = (flow.row, flow.row + rows)
        flow.row += rows

    def press(self, key: str) -> bool:
        """Call the statement true or not."""
        key = key.removeprefix("pick ")
        is_open = self.session.phase is Phase.ASKING
        if key in ("1", "2"):
            self.focus = int(key) - 1
            return self.session.answer((CALLS[self.focus],)) if is_open else True
        if key in ("up", "down") or (is_open and key in ("left", "right")):
            self.focus = 1 - self.focus
            return True
        if key == "enter" and is_open:
            return self.session.answer((CALLS[self.focus],))
        if is_open and key.lower() in CALLS:
            return self.press(str(CALLS.index(key.lower()) + 1))
        return super().press(key)

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        hints = super().hints()
        if self.session.phase is Phase.ASKING:
            hints.append(Hint("right", "1 2", _("choose at once")))
        else:
            hints.append(Hint("down", _("Up Down"), _("other reasons")))
        return hints
