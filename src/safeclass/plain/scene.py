"""A scene: who says what, one line each, and what the person we follow could do."""

from __future__ import annotations

from collections.abc import Iterable

from safeclass.course.scene import Message, Scene
from safeclass.language import N_
from safeclass.plain.desk import Hint, Said, say
from safeclass.plain.telling import Telling
from safeclass.plain.typed import Typed


class SceneTelling(Telling):
    """One number chooses; after it only what is new is told."""

    @property
    def card(self) -> Scene:
        """The card."""
        assert isinstance(self.session.card, Scene), "a scene is told of a scene"
        return self.session.card

    def kind(self) -> Said:
        """One word for what kind of card this is, and the room's name."""
        kind, room = super().kind(), self.desk.of(self.card.room)
        return lambda language: f"{kind(language)}: {room(language)}"

    def tell(self) -> None:
        """Everything so far, and what can be done now."""
        self.desk.tell(self.card.intro)
        self.desk.paper.gap()
        self._tell_messages(self.session.moment.told)
        self._tell_ways()

    def follow(self) -> None:
        """What is said and told at this moment, and what can be done now."""
        moment = self.session.moment
        self._tell_messages(moment.told[len(moment.told) - moment.new :])
        self._tell_ways()

    def _tell_messages(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.desk.write(self._spoken(message))

    def _spoken(self, message: Message) -> Said:
        words, who = self.desk.of(message.text), message.who
        if who is None:
            return words
        return lambda language: f"{self._name(who, language)}: {words(language)}"

    def _name(self, who: str, language: str) -> str:
        return next(person.name[language] for person in self.card.people if person.id == who)

    def _tell_ways(self) -> None:
        self.desk.paper.gap()
        moment = self.session.moment
        if not moment.ways:
            self.desk.say(N_("This path ends here. 9 goes back a step, to try another."))
        elif moment.node.ask:
            self.desk.tell(moment.node.ask)
        else:
            self.desk.write(self._question)
        for number, way in enumerate(moment.ways, 1):
            self.desk.tell(way.text, f"{number}) ")

    def _question(self, language: str) -> str:
        return say(N_("What could {name} do?"), name=self._name(self.card.follows, language))(language)

    def take(self, typed: Typed) -> bool:
        """Choose what the person we follow does; at an ending any number goes on."""
        moment = self.session.moment
        if not moment.ways:
            return super().take(typed)
        number = typed.number(self.most)
        return number is not None and self.session.answer((moment.node.node, moment.ways[number - 1].to))

    @property
    def most(self) -> int:
        """How many ways there are."""
        return len(self.session.moment.ways)

    def answer_hint(self) -> Hint:
        """How a choice is typed."""
        return Hint(f"1-{self.most}", N_("Choose"))

    def hints(self) -> list[Hint]:
        """What can be typed now."""
        back = [Hint("b", N_("Back a step"))] if self.session.state.given else []
        return [*super().hints(), *back]
