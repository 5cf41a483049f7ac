"""Giving things a place: matching, sorting, and filling blanks. One walks down the things and presses a digit for each."""

from __future__ import annotations

from safeclass.course.placing import Fill, Match, Sort
from safeclass.course.runs import Role, Run
from safeclass.course.text import Text
from safeclass.course.wording import BLANK, Wording
from safeclass.language import _
from safeclass.language.cells import NO_BREAK, width
from safeclass.session.feedback import Feedback, Reason
from safeclass.session.session import Phase, Session
from safeclass.session.table import laid_out, placed_by
from safeclass.tui.cards.face import Face
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.keys import stepped
from safeclass.tui.said import Said, words_of
from safeclass.tui.typeset import Runs, plain_runs, set_lines, set_pretty

SLOT = "______"
CHIP = 4
"""Cells of a place's number and the space after it."""


class PlacingFace(Face):
    """Arrows walk through the things, a digit gives the one with the focus its place, Space clears it, Enter checks."""

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__(session, wording)
        self.things, self.places = laid_out(self.card, session.at)
        self.order = list(self.things)
        self.placed = placed_by(session.shown)
        self.focus = 0

    @property
    def card(self) -> Match | Sort | Fill:
        """The card."""
        card = self.session.card
        assert isinstance(card, Match | Sort | Fill), "a placing face has a match, sort or fill card"
        return card

    def draw(self, flow: Flow) -> None:
        """The numbered places, and below them the things with the place each was given."""
        flow.heading(self.said(self.card.ask))
        flow.blank()
        if isinstance(self.card, Fill):
            self._draw_sentence(flow, self.card.text)
            flow.blank()
            self._draw_legend(flow)
        else:
            self._draw_legend(flow)
            flow.blank()
            for index, (thing, text) in enumerate(self.things.items()):
                assert text is not None, "only blanks have no words of their own"
                if index:
                    flow.between()
                tag, ink = self._tag(thing, flow.sheet.tick)
                number = self._number(self.placed[thing]) if thing in self.placed else "-"
                flow.option(str(index + 1), self.said(text), is_focused=index == self.focus, tag=tag, tag_ink=ink, label=number)
        feedback = self.session.feedback
        if feedback is not None:
            self.draw_reasons(flow, feedback, self._due(feedback))

    def _due(self, feedback: Feedback) -> tuple[Reason, ...]:
        """The one reason shown: of the thing with the focus, or while it can be tried again of the first that is off."""
        here = self.order[self.focus]
        shown = self.placed.get(here) if isinstance(self.card, Fill) else here
        found = tuple(reason for reason in feedback.reasons if reason.id == shown)
        return found or (feedback.reasons[:1] if self.session.phase is Phase.AGAIN else ())

    def _tag(self, thing: str, tick: str) -> tuple[Said, str]:
        """The place a thing was given; after an answer with a sign that tells whether it stands."""
        if thing not in self.placed:
            return words_of(SLOT), "muted"
        place = self.said(self.places[self.placed[thing]])
        feedback = self.session.feedback
        is_again = self.session.phase is Phase.AGAIN
        if feedback is None or (is_again and f"{thing}={self.placed[thing]}" not in feedback.answer):
            return place, "celadon"
        is_off = is_again and thing in feedback.off
        sign = "? " if is_off else f"{tick} "
        return lambda language: (Run(sign), *place(language)), "gardenia" if is_off else "celadon"

    def _number(self, place: str) -> str:
        return str(list(self.places).index(place) + 1)

    def _draw_legend(self, flow: Flow) -> None:
        """The numbered places, as many in a row as there is room for; a long one takes more rows."""
        layout, sheet = flow.layout, flow.sheet
        column = start = layout.edge
        for place, text in self.places.items():
            words = flow.in_each(self.said(text))
            if column > start and column + width(words) + CHIP > layout.end:
                flow.row += 1
                column = start
            lines = set_lines(plain_runs(words), layout.end - column - CHIP)
            sheet.grow(flow.row + len(lines))
            sheet.chip(flow.row, column, self._number(place), "panel")
            ends = [sheet.runs(flow.row + offset, column + CHIP, line) for offset, line in enumerate(lines)]
            sheet.zone(flow.row, column, len(lines), max(ends) - column, f"place {place}")
            flow.row += len(lines) - 1
            column = max(ends) + 3
        flow.row += 1

    def _draw_sentence(self, flow: Flow, text: Text) -> None:
        """The sentence with its blanks; the one with the focus stands out."""

        def said(language: str) -> Runs:
            words = " ".join(text[language].split())
            runs: list[Run] = []
            end = 0
            for found in BLANK.finditer(words):
                runs.extend(self.wording.runs(words[end : found.start()], language))
                place = self.placed.get(found[1])
                filled = "".join(run.words for run in self.said(self.places[place])(language)) if place else SLOT
                is_here = self.order.index(found[1]) == self.focus
                edges = "><" if is_here else NO_BREAK * 2
                runs.append(Run(edges[0] + filled + edges[1], Role.SLOT_HERE if is_here else Role.SLOT))
                end = found.end()
            runs.extend(self.wording.runs(words[end:], language))
            return tuple(runs)

        flow.block("celadon", lambda: flow.write(said, setting=set_pretty))

    def press(self, key: str) -> bool:
        """Walk through the things and give them their places."""
        is_open = self.session.phase in (Phase.ASKING, Phase.AGAIN)
        if key in ("up", "down") or (key in ("left", "right") and isinstance(self.card, Fill)):
            self.focus = stepped(self.focus, key, len(self.order))
            return True
        if key.startswith("pick "):
            self.focus = int(key[5:]) - 1
            return True
        if not is_open:
            return super().press(key)
        if key == "enter":
            return self._check()
        if key == "space":
            self.placed.pop(self.order[self.focus], None)
            return True
        names = list(self.places)
        if key.isdecimal() and 0 < int(key) <= len(names):
            self._place(names[int(key) - 1])
            return True
        if key.startswith("place ") and key[6:] in self.places:
            self._place(key[6:])
            return True
        return super().press(key)

    def _place(self, place: str) -> None:
        thing = self.order[self.focus]
        if not isinstance(self.card, Sort):
            self.placed = {other: at for other, at in self.placed.items() if at != place}
        self.placed[thing] = place
        self._go_to_next_blank()

    def _go_to_next_blank(self) -> bool:
        """Go to the next thing without a place, round from the last to the first; false where each has one."""
        empty = [index for index, thing in enumerate(self.order) if thing not in self.placed]
        if empty:
            self.focus = next((index for index in empty if index > self.focus), empty[0])
        return bool(empty)

    def _check(self) -> bool:
        """Check once everything has a place; before that, go to the next thing without one."""
        if self._go_to_next_blank():
            return True
        if not self.session.answer(tuple(f"{thing}={self.placed[thing]}" for thing in self.order)):
            return False
        feedback = self.session.feedback
        assert feedback is not None, "an answer has feedback"
        self.focus = next((index for index, thing in enumerate(self.order) if thing in feedback.off), 0)
        if self.is_explained:
            self.placed = placed_by(self.session.shown)
        return True

    def enter_does(self) -> str:
        """What Enter does while the card can still be answered."""
        return _("Check") if len(self.placed) == len(self.order) else _("Next blank")

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        hints = super().hints()
        if self.is_explained:
            return [*hints, Hint("down", _("Up Down"), _("other reasons"))]
        return [
            *hints,
            Hint("1", f"1-{len(self.places)}", _("place it")),
            Hint("down", _("Up Down"), _("move")),
            Hint("space", "Space", _("clear")),
        ]
