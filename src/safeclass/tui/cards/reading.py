"""Cards that ask nothing: a read page, where to turn, and the notice in the place of a card that has a fault."""

from __future__ import annotations

from functools import partial

from safeclass.course.card import SetAside
from safeclass.course.page import Help, Page, Turn
from safeclass.language import N_
from safeclass.tui.cards.face import Face
from safeclass.tui.flow import Flow
from safeclass.tui.prose import draw_prose
from safeclass.tui.said import say
from safeclass.tui.typeset import plain_runs


class ReadingFace(Face):
    """A card to read; Enter goes on."""

    def draw(self, flow: Flow) -> None:
        """Lay the card out."""
        match self.session.card:
            case Page() as page:
                flow.heading(self.said(page.title))
                draw_prose(flow, page.text, self.wording)
            case Help() as card:
                self._draw_help(flow, card)
            case SetAside(fault=fault):
                flow.heading(say(N_("One card did not open. The next one follows.")))
                flow.blank()
                flow.paragraph(lambda language: plain_runs(f"{fault.place}  {fault.say(language)}"), "muted")

    def _draw_help(self, flow: Flow, card: Help) -> None:
        flow.paragraph(self.said(card.say))
        for turn in card.channels:
            if flow.layout.density < 5:
                flow.gap()
            if flow.layout.density < 2:
                flow.block("indigo", partial(self._draw_turn, flow, turn))
            else:
                self._draw_turn(flow, turn)

    def _draw_turn(self, flow: Flow, turn: Turn) -> None:
        channel = self.wording.registry.channels[turn.id]
        name = self.said(channel.name)
        number = plain_runs(f"{channel.number}  ") if channel.number else ()
        flow.write(lambda language: (*number, *name(language)), bold=True)
        flow.paragraph(self.said(turn.here))
