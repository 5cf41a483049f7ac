"""Cards that ask nothing: a read page, where to turn, and the notice in the place of a card that has a fault."""

from __future__ import annotations

from safeclass.course.card import SetAside
from safeclass.course.page import Help, Page
from safeclass.language import N_
from safeclass.plain.channels import name_of
from safeclass.plain.prose import tell_text
from safeclass.plain.telling import Telling


class ReadingTelling(Telling):
    """A card to read; an empty line or any number goes on."""

    def tell(self) -> None:
        """Tell the card."""
        match self.session.card:
            case Page() as page:
                self.desk.tell(page.title)
                tell_text(self.desk, page.text)
            case Help() as card:
                self.desk.tell(card.say)
                for turn in card.channels:
                    self.desk.paper.gap()
                    self.desk.write(name_of(self.desk, self.desk.wording.registry.channels[turn.id]))
                    self.desk.tell(turn.here)
            case SetAside(fault=fault):
                self.desk.say(N_("One card did not open. The next one follows."))
                self.desk.write(lambda language: f"{fault.place}  {fault.say(language)}")
