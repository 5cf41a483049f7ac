"""A scene as a group chat: others at the left, the person we follow at the right, narration between."""

from __future__ import annotations

from safeclass.course.runs import Run
from safeclass.course.scene import Message, Scene
from safeclass.course.wording import Wording
from safeclass.language import N_, _
from safeclass.language.cells import width
from safeclass.session.session import Session
from safeclass.tui.cards.face import Face
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.keys import CARD_BACK, stepped
from safeclass.tui.layout import Column
from safeclass.tui.said import Said, say
from safeclass.tui.typeset import Lines, Runs, set_lines

WIDEST_BUBBLE = 0.75
"""How much of the chat's width a bubble takes at most."""


class SceneFace(Face):
    """Digits choose at once, 9 takes the last choice back; the newest line is always in sight."""

    densities = (1,)

    def __init__(self, session: Session, wording: Wording) -> None:
        super().__init__(session, wording)
        self.focus = 0
        self.is_entered = bool(session.state.given)
        """Whether the lines before the scene have been read."""

    @property
    def card(self) -> Scene:
        """The card."""
        assert isinstance(self.session.card, Scene), "a scene face has a scene"
        return self.session.card

    def kind(self) -> Said:
        """One word for what kind of card this is, and the room's name."""
        kind, room = super().kind(), self.said(self.card.room)
        return lambda language: (*kind(language), Run("  "), *room(language))

    def draw(self, flow: Flow) -> None:
        """What was said so far, the newest below, and what can be done now."""
        if not self.is_entered:
            flow.paragraph(self.said(self.card.intro))
            return
        moment = self.session.moment
        for message in moment.told:
            self._draw_message(flow, message)
        flow.gap()
        start = flow.row
        if not moment.ways:
            flow.paragraph(say(N_("This path ends here. 9 goes back a step, to try another.")), "celadon")
        elif moment.node.ask:
            flow.heading(self.said(moment.node.ask))
        else:
            flow.heading(self._ask)
        for index, way in enumerate(moment.ways):
            flow.option(str(index + 1), self.said(way.text), is_focused=index == self.focus, may_tile=False)
        flow.sheet.sight = (start, flow.row)

    def _ask(self, language: str) -> Runs:
        return say(N_("What could {name} do?"), name=self._name(self.card.follows, language))(language)

    def _name(self, who: str, language: str) -> str:
        return next(person.name[language] for person in self.card.people if person.id == who)

    def _draw_message(self, flow: Flow, message: Message) -> None:
        layout = flow.layout
        rooms = layout.places if not layout.is_stacked else layout.places[:1]
        first = flow.row
        last = first
        for place in rooms:
            languages = [column.language for column in layout.places] if layout.is_stacked else [place.language]
            last = max(last, self._draw_in(flow, message, place, languages, first))
        panel_end = layout.end
        for row in range(first, last + 1):
            flow.sheet.grow(row + 1)
            cells = flow.sheet.rows[row]
            for column in range(layout.margin, panel_end):
                sign, style = cells[column]
                if style.field == "ground":
                    cells[column] = (sign, style._replace(field="panel"))
        flow.row = last + 1

    def _draw_in(self, flow: Flow, message: Message, place: Column, languages: list[str], row: int) -> int:
        """One message in one column; returns the row after its last line."""
        measure = place.measure
        if message.who is None:
            for language in languages:
                for line in set_lines(self.said(message.text)(language), measure - 8):
                    cells = sum(width(run.words) for run in line)
                    flow.sheet.runs(row, place.start + (measure - cells) // 2, line, "muted")
                    row += 1
            return row
        is_ours = message.who == self.card.follows
        room = int(measure * WIDEST_BUBBLE)
        lines: list[tuple[Lines, str]] = [
            (set_lines(self.said(message.text)(language), room - 4), "text" if number == 0 else "muted")
            for number, language in enumerate(languages)
        ]
        name = self._name(message.who, languages[0])
        cells = max(width(name), *(sum(width(run.words) for run in line) for group, _ in lines for line in group)) + 4
        start = place.start + measure - cells if is_ours else place.start
        height = 1 + sum(len(group) for group, _ in lines)
        field = "celadon_soft" if is_ours else "raised"
        if flow.layout.plain:
            flow.sheet.bar(row, start + cells - 1 if is_ours else start, height, field)
        else:
            flow.sheet.fill(row, start, height, cells, field)
            flow.sheet.fill(row, start + cells if is_ours else start - 1, 1, 1, field)
        flow.sheet.text(row, start + 2, name, "text" if is_ours else "celadon", bold=True)
        row += 1
        for group, ink in lines:
            for line in group:
                flow.sheet.runs(row, start + 2, line, ink)
                row += 1
        return row

    def press(self, key: str) -> bool:
        """Choose what the person we follow does, or take the last choice back."""
        key = key.removeprefix("pick ")
        if not self.is_entered:
            self.is_entered = key in ("enter", "1")
            return self.is_entered
        ways = self.session.moment.ways
        if key in (*CARD_BACK, "backspace") and self.session.undo():
            self.focus = 0
            return True
        if ways and key in ("up", "down"):
            self.focus = stepped(self.focus, key, len(ways))
            return True
        if ways and (key == "enter" or (key.isdecimal() and 0 < int(key) <= len(ways))):
            way = ways[self.focus if key == "enter" else int(key) - 1]
            self.focus = 0
            return self.session.answer((self.session.moment.node.node, way.to))
        return super().press(key)

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        if not self.is_entered:
            return [Hint("enter", "Enter", _("Start"))]
        hints = super().hints()
        ways = self.session.moment.ways
        if ways:
            hints.append(Hint("down", f"1-{len(ways)}", _("choose at once")))
        if self.session.state.given:
            hints.append(Hint("9", "9", _("Back a step")))
        return hints
