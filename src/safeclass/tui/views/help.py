"""Where to turn: every channel, what happens there, and who will know. It draws even when no lesson does."""

from __future__ import annotations

from collections.abc import Sequence

from safeclass.course.channels import KNOWERS, LIMITS, NO_LIST, ROWS, STATES, Channel
from safeclass.course.runs import Run
from safeclass.course.sources import told_checked
from safeclass.course.text import Text
from safeclass.language import N_, _, translate
from safeclass.language.cells import NO_BREAK, cut, pad, width
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.keys import stepped
from safeclass.tui.layout import GUTTER
from safeclass.tui.said import say
from safeclass.tui.typeset import Runs, plain_runs, set_lines
from safeclass.tui.views.view import Title, View

LIST_WIDTH = 31
"""Columns of the list, where it stands beside the details."""
ROWS_FOR_TWO = 30
"""From so many rows the details stand there in two languages side by side: lines half as wide take more of them."""


class HelpView(View):
    """A list of channels, and the one with the focus in full."""

    densities = (1, 2)
    reads_through = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.channels = tuple(desk.channels.values())
        self.focus = 0

    def title(self) -> Title:
        """What the title band says."""
        return Title(_("Help"), _("Where to turn"))

    def draw(self, flow: Flow) -> None:
        """The list at the left and the details at the right; on narrow screens the details under the focus."""
        if not self.channels:
            self._draw_nothing(flow)
        elif flow.layout.is_narrow:
            self._draw_narrow(flow)
        else:
            self._draw_wide(flow)
        row = max(flow.row, flow.layout.rows - 2)
        flow.row = row
        language = flow.layout.main
        for limit in LIMITS:
            for line in set_lines((Run(translate(limit, language)),), flow.layout.end - flow.layout.edge):
                flow.sheet.runs(flow.row, flow.layout.edge, line, "muted")
                flow.row += 1

    @staticmethod
    def _draw_nothing(flow: Flow) -> None:
        flow.gap()
        for message in NO_LIST:
            flow.paragraph(say(message))

    def _draw_wide(self, flow: Flow) -> None:
        sheet, layout = flow.sheet, flow.layout
        top = flow.row
        second = [language for language in self.desk.words.languages if language != layout.main][:1]
        sheet.fill(top, layout.margin, len(self.channels), LIST_WIDTH, "panel")
        for index, channel in enumerate(self.channels):
            is_here = index == self.focus
            if is_here:
                sheet.fill(top + index, layout.margin, 1, LIST_WIDTH, "raised")
                sheet.bar(top + index, layout.margin, 1, "celadon", ">")
            label = str((index + 1) % 10) if index < 10 else " "
            column = sheet.chip(top + index, layout.margin + 1, label, "celadon" if is_here else "raised")
            number = _short_number(channel)
            name = self.words(channel.name)
            room = layout.margin + LIST_WIDTH - column - 1
            if number:
                column = sheet.text(top + index, column + 1, pad(cut(number, 9), 5) + " ", bold=True)
                room = layout.margin + LIST_WIDTH - column
                sheet.text(top + index, column, cut(name, room))
            else:
                sheet.text(top + index, column + 1, cut(name, room), bold=False)
            sheet.zone(top + index, layout.margin, 1, LIST_WIDTH, f"pick {index}")
        channel, left = self.channels[self.focus], layout.margin + LIST_WIDTH + 2
        if len(layout.places) > 1 and not layout.is_stacked and layout.rows >= ROWS_FOR_TWO:
            half = (layout.end - left - GUTTER) // 2
            starts = (left, left + half + GUTTER)
            bottoms = [
                self._draw_details(flow, channel, top, start, half, place.language)
                for start, place in zip(starts, layout.places, strict=True)
            ]
        else:
            bottoms = [self._draw_in_each(flow, channel, top, left, layout.end - left, second)]
        flow.row = max(top + len(self.channels), *bottoms)

    def _draw_narrow(self, flow: Flow) -> None:
        sheet, layout = flow.sheet, flow.layout
        for index, channel in enumerate(self.channels):
            is_here = index == self.focus
            sheet.grow(flow.row + 1)
            start = flow.row
            if is_here:
                sheet.fill(start, 0, 1, layout.columns, "raised")
                sheet.bar(start, 0, 1, "celadon", ">")
            column = sheet.chip(start, 1, str((index + 1) % 10) if index < 10 else " ", "celadon" if is_here else "panel")
            column = sheet.text(start, column + 1, f"{_short_number(channel)} ".lstrip(), bold=True)
            sheet.text(start, column, cut(self.words(channel.name), layout.columns - column - 1))
            sheet.zone(start, 0, 1, layout.columns, f"pick {index}")
            flow.row += 1
            if is_here:
                flow.row = self._draw_in_each(flow, channel, flow.row, 2, layout.columns - 3)
                sheet.sight = (start, min(flow.row, start + layout.rows))

    def _draw_in_each(self, flow: Flow, channel: Channel, row: int, left: int, measure: int, second: Sequence[str] = ()) -> int:
        """One channel in every language shown, one below the other, or in one and its name in a second; the row after it."""
        first, *others = flow.layout.places
        row = self._draw_details(flow, channel, row, left, measure, first.language, () if others else second)
        for place in others:
            row = self._draw_details(flow, channel, row + 1, left, measure, place.language)
        return row

    def _draw_details(
        self, flow: Flow, channel: Channel, row: int, left: int, measure: int, language: str, second: Sequence[str] = ()
    ) -> int:
        """One channel in full, in one language, and its name in a second one; returns the row after it."""
        sheet = flow.sheet
        number = f"{channel.number}{NO_BREAK * 2}" if channel.number else ""
        column = left
        for line in set_lines(plain_runs(number + self._plain(channel.name, language)), measure):
            column = sheet.runs(row, left, line, bold=True)
            row += 1
        hours = self._plain(channel.hours, language)
        if column + 2 + width(hours) <= left + measure:
            sheet.text(row - 1, column + 2, hours, "celadon", bold=True)
        else:
            for line in set_lines(plain_runs(hours), measure):
                sheet.runs(row, left, line, "celadon", bold=True)
                row += 1
        if second:
            sheet.text(row, left, self._plain(channel.name, second[0]), "muted")
            row += 1
        row += 1
        labels = [translate(label, language) for label, _text in (*ROWS, *KNOWERS)]
        indent = max(map(width, labels)) + 2
        for label, text in ROWS:
            row = self._draw_row(flow, row, left, measure, indent, translate(label, language), self.said(text(channel))(language))
        row += 1
        sheet.text(row, left, translate(N_("Who will know"), language), "gardenia", bold=True)
        row += 1
        for label, text in KNOWERS:
            row = self._draw_row(flow, row, left, measure, indent, translate(label, language), self.said(text(channel))(language))
        if flow.layout.density < 2:
            row += 1
        for line in set_lines((Run(told_checked(channel, language)),), measure):
            sheet.runs(row, left, line, "muted")
            row += 1
        if channel.status in STATES:
            sheet.text(row, left, translate(STATES[channel.status], language), "gardenia")
            row += 1
        return row

    def _draw_row(self, flow: Flow, row: int, left: int, measure: int, indent: int, label: str, words: Runs) -> int:
        flow.sheet.text(row, left, label, "muted")
        lines = set_lines(words, measure - indent)
        for offset, line in enumerate(lines):
            flow.sheet.runs(row + offset, left + indent, line)
        return row + len(lines)

    def _plain(self, text: Text, language: str) -> str:
        return "".join(run.words for run in self.desk.wording.runs(text[language], language))

    def press(self, key: str) -> bool:
        """Pick a channel; Enter goes back."""
        if key in ("up", "down") and self.channels:
            self.focus = stepped(self.focus, key, len(self.channels))
        elif key.startswith("pick "):
            self.focus = int(key[5:])
        elif key.isdecimal() and (int(key) or 10) <= len(self.channels):
            self.focus = (int(key) or 10) - 1
        elif key in ("enter", "f1"):
            self.desk.close()
        else:
            return False
        return True

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        hints = [Hint("enter", "Enter", _("Back"), closes=True)]
        if self.channels:
            hints += [Hint("down", _("Up Down"), _("channel")), Hint("f3", "F3", _("Sources"))]
        return hints

    def sources(self) -> tuple[str, ...]:
        """The sources of the channel with the focus."""
        return self.channels[self.focus].sources if self.channels else ()


def _short_number(channel: Channel) -> str:
    """A number that is dialled; an address is too long for the list."""
    number = channel.number or ""
    return number if number.replace("-", "").isdecimal() else ""
