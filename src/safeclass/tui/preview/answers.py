"""Everything of a card that a learner only sees after answering: what is right, every reason, every node of a scene."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from safeclass.course.card import Card
from safeclass.course.picking import OX, Attitude, Choice, Several, Think
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.runs import Role, Run
from safeclass.course.scene import Message, Node, Scene
from safeclass.course.text import Text
from safeclass.language import N_, _
from safeclass.tui.flow import Flow
from safeclass.tui.hint import READ_ON, Hint
from safeclass.tui.preview.rehearsal import Rehearsal
from safeclass.tui.said import Said, say, words_of
from safeclass.tui.typeset import Runs
from safeclass.tui.views.lesson import LessonView
from safeclass.tui.views.view import Title, View


class Entry(NamedTuple):
    """One thing of a card and what is said of it."""

    name: Said
    mark: Said | None
    """That it is right, or where it belongs."""
    lines: tuple[Said, ...]
    is_right: bool = False


class AnswersView(View):
    """The answers of the card in sight; it follows the card when the file is saved."""

    densities = (3,)
    reads_through = True

    def __init__(self, rehearsal: Rehearsal) -> None:
        super().__init__(rehearsal.desk)
        self.rehearsal = rehearsal

    def title(self) -> Title:
        """That of the card."""
        return self.desk.views[0].title()

    def draw(self, flow: Flow) -> None:
        """Each thing that can be picked or placed, with its reason."""
        flow.label(say(N_("Answers and reasons")))
        flow.gap()
        page = self.desk.views[0]
        entries = tuple(self._entries(page.session.card)) if isinstance(page, LessonView) else ()
        if not entries:
            flow.paragraph(say(N_("Nothing is asked here.")), "muted")
        for entry in entries:
            flow.block("celadon" if entry.is_right else "line", partial(draw_entry, flow, entry))
            flow.gap()

    def _entries(self, card: Card) -> Iterator[Entry]:
        right = say(N_("right answer"))
        match card:
            case Choice() | Several():
                for option in card.options:
                    mark = right if option.right else None
                    yield Entry(self.said(option.text), mark, (self.said(option.why),), option.right)
            case OX():
                for verdict in card.options:
                    mark = right if verdict.right else None
                    yield Entry(words_of(verdict.id.upper()), mark, (self.said(verdict.why),), verdict.right)
            case Order():
                for place, step in enumerate(card.items, 1):
                    yield Entry(self.said(step.text), words_of(str(place)), (self.said(step.why),))
            case Match():
                for pair in card.pairs:
                    yield Entry(self.said(pair.left), self.said(pair.right), (self.said(pair.why),))
            case Sort():
                groups = {group.id: group.text for group in card.groups}
                for item in card.items:
                    yield Entry(self.said(item.text), self.said(groups[item.in_]), (self.said(item.why),))
            case Fill():
                for word in card.bank:
                    blank = words_of(f"__{word.fills}__") if word.fills else None
                    yield Entry(self.said(word.text), blank, (self.said(word.why),), word.fills is not None)
            case Attitude():
                for answer in card.options:
                    yield Entry(self.said(answer.text), None, (self.said(answer.reply),))
            case Think():
                for line in card.lines:
                    yield Entry(self.said(line.text), None, ())
            case Scene():
                for node in card.nodes:
                    yield self._entry_of(node, card)

    def _entry_of(self, node: Node, scene: Scene) -> Entry:
        """A node of a scene: what is said in it, and where its ways lead."""
        lines = [self._message(message, scene) for message in node.lines]
        lines += [self.said(node.ask)] if node.ask else []
        lines += [self._way(number, way.text, way.to) for number, way in enumerate(node.ways, 1)]
        return Entry(words_of(node.node), None if node.ways else say(N_("an ending")), tuple(lines), not node.ways)

    def _message(self, message: Message, scene: Scene) -> Said:
        name = next((person.name for person in scene.people if person.id == message.who), None)
        said = self.said(message.text)
        return (lambda language: (Run(f"{name[language]}  ", Role.BOLD), *said(language))) if name else said

    def _way(self, number: int, text: Text, to: str) -> Said:
        def said(language: str) -> Runs:
            return (Run(f"{number}) ", Role.BOLD), *self.said(text)(language), Run(f"  > {to}", Role.BOLD))

        return said

    def press(self, key: str) -> bool:
        """Enter and F9 go back to the card."""
        if key in ("enter", "f9"):
            self.desk.close()
            return True
        return False

    def hints(self) -> list[Hint]:
        """The keys to show."""
        return [Hint("enter", "Enter", _("Back"), closes=True), Hint("down", _("Up Down"), _(READ_ON))]


def draw_entry(flow: Flow, entry: Entry) -> None:
    """A thing in bold, its mark below it, then what is said of it."""
    flow.write(entry.name, bold=True)
    if entry.mark is not None:
        flow.write(entry.mark, "celadon" if entry.is_right else "indigo", bold=True)
    for line in entry.lines:
        flow.paragraph(line)
