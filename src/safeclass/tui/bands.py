"""The bands around a page, as sheets: Exit, title, thin line, keys, help; and a whole screen of them with the page between."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from safeclass.language import _, translate
from safeclass.language.cells import cut, width
from safeclass.tui.desk import Desk
from safeclass.tui.escapes import ESCAPES
from safeclass.tui.hint import Hint, all_hints
from safeclass.tui.sheet import Sheet
from safeclass.tui.views.view import View
from safeclass.tui.window import Window


def exit_words(desk: Desk, columns: int) -> str:
    """Exit in the main language, and where there is room in the next one too."""
    languages = [desk.words.main, *(other for other in desk.words.languages if other != desk.words.main)]
    return " ".join(translate("Exit", language) for language in languages[: 2 if columns >= 60 else 1])


def exit_sheet(desk: Desk, columns: int, escapes: int, is_focused: bool) -> Sheet:
    """The Exit button; with each Esc a further third of it is filled."""
    words = exit_words(desk, columns)
    plain = desk.appearance.plain
    sheet = Sheet(width(words) + 3, 1, "panel", plain)
    sheet.fill(0, 0, 1, sheet.columns - 1, "raised")
    first, _space, rest = words.partition(" ")
    if plain:
        label = f"[{words}" + "*" * escapes
        sheet.text(0, 0, (">" if is_focused else "") + label[: sheet.columns - 2] + "]", bold=True)
    else:
        column = sheet.text(0, 1, first, "gardenia", bold=True)
        sheet.text(0, column + 1, rest)
        filled = sheet.columns - 1 if is_focused else (sheet.columns - 1) * escapes // ESCAPES
        for place in range(filled):
            sign, style = sheet.rows[0][place]
            sheet.rows[0][place] = (sign, style._replace(ink="on_fill", field="gardenia"))
        if is_focused:
            sheet.text(0, 0, ">", "on_fill", bold=True, field="gardenia")
    sheet.zone(0, 0, 1, sheet.columns, "leave")
    return sheet


def title_sheet(view: View, desk: Desk, columns: int) -> Sheet:
    """The unit, the page's name, and the place in it; the name gives way to the place."""
    sheet = Sheet(max(columns, 1), 1, "panel", desk.appearance.plain)
    title = view.title()
    narrow = columns < 45
    edge = 2 if narrow else 6
    if not desk.appearance.plain:
        sheet.fill(0, 0 if narrow else 2, 1, 1 if narrow else 2, "celadon")
    start = sheet.right(0, columns - 2, title.position, "muted") if title.position else columns - 1
    column = edge
    if title.unit and not narrow:
        column = sheet.text(0, column, title.unit, "muted") + 2
    column = sheet.text(0, column, cut(title.name, start - column - 1), bold=True) + 2
    if title.also and column + width(title.also) < start:
        sheet.text(0, column, title.also)
    return sheet


def line_sheet(view: View, desk: Desk, columns: int) -> Sheet:
    """The thin line: celadon up to where one is."""
    plain = desk.appearance.plain
    sheet = Sheet(max(columns, 1), 1, plain=plain)
    done = round(view.title().done * columns)
    if plain:
        sheet.text(0, 0, "=" * done + "-" * (columns - done))
        return sheet
    rest = "line" if desk.appearance.theme == "contrast" else "raised"
    column = sheet.text(0, 0, " " * done, "celadon", line=True)
    sheet.text(0, column, " " * (columns - done), rest, line=True)
    return sheet


def keys_sheet(hints: Sequence[Hint], desk: Desk, columns: int, focus: int | None, beside: str = "") -> Sheet:
    """What the keys do now, what Enter does first; from the right they give way. `beside` is told at the right end."""
    plain = desk.appearance.plain
    margin = 0 if columns < 50 else 2
    sheet = Sheet(max(columns, 1), 1, "panel", plain)
    sheet.fill(0, 0, 1, margin, "ground")
    end = columns - 1
    if beside:
        end = sheet.right(0, columns - margin - 1, beside, "gardenia", bold=True) - 2
    column = margin
    for index, hint in enumerate(hints):
        cells = width(hint.shown) + width(hint.does) + 1
        is_button, is_here = index == 0, index == focus
        room = 2 if is_button else 0
        if index and column + cells + room > end:
            break
        start = column
        if is_button:
            if plain:
                label = f"[{hint.shown} {hint.does}]"
                column = sheet.text(0, column, f">{label}" if is_here else label, bold=True)
            else:
                field = "celadon" if is_here else "raised"
                ink = "on_fill" if is_here else "text"
                sheet.fill(0, column, 1, cells + 2, field)
                sheet.text(0, column, ">" if is_here else " ", ink, bold=True)
                middle = sheet.text(0, column + 1, hint.shown, ink, bold=True)
                sheet.text(0, middle + 1, hint.does, ink)
                column += cells + 2
        else:
            if is_here:
                sheet.text(0, column - 1, ">", "celadon", bold=True)
            middle = sheet.text(0, column, hint.shown, "celadon" if is_here else "text", bold=True)
            column = sheet.text(0, middle + 1, hint.does, "celadon" if is_here else "muted")
        sheet.zone(0, start, 1, column - start, hint.key)
        column += 3
    return sheet


def help_sheet(desk: Desk, columns: int) -> Sheet:
    """The short numbers, from the registry; words where there is room for them."""
    sheet = Sheet(max(columns, 1), 1, "panel", desk.appearance.plain)
    margin = 0 if columns < 50 else 2
    column = sheet.text(0, margin, "F1", "indigo", bold=True)
    column = sheet.text(0, column + 1, _("Help"), bold=True)
    for languages in (desk.words.shown, desk.words.shown[:1]):
        numbers = [
            (channel.number or "", " ".join(channel.short[language] for language in languages) if channel.short else "")
            for channel in desk.course.short_channels
        ]
        if column + sum(width(number) + width(word) + 3 for number, word in numbers) < columns:
            break
    room = columns - column - sum(width(number) + 2 for number, _word in numbers) - 1
    for number, word in numbers:
        if column + 2 + width(number) > columns:
            break
        column = sheet.text(0, column + 2, number, bold=True)
        if columns >= 60 and width(word) + 1 <= room:
            column = sheet.text(0, column + 1, word, "muted")
            room -= width(word) + 1
    sheet.zone(0, 0, 1, columns, "f1")
    return sheet


class Bands(NamedTuple):
    """The bands around a page, each by the name of its widget."""

    exit: Sheet
    title: Sheet
    line: Sheet
    keys: Sheet
    help: Sheet


def bands_around(
    view: View,
    desk: Desk,
    columns: int,
    hints: Sequence[Hint],
    beside: str,
    *,
    escapes: int = 0,
    focus: str = "",
    hint: int | None = None,
) -> Bands:
    """The bands of a page; `focus` is the one that has it, `hint` which of the keys."""
    button = exit_sheet(desk, columns, escapes, focus == "exit")
    return Bands(
        button,
        title_sheet(view, desk, columns - button.columns),
        line_sheet(view, desk, columns),
        keys_sheet(hints, desk, columns, hint, beside),
        help_sheet(desk, columns),
    )


def no_bands(desk: Desk, columns: int) -> Bands:
    """The bands while the screen is covered: nothing is told, and there is no Exit to be seen."""
    blank = Sheet(columns, 1, plain=desk.appearance.plain)
    return Bands(Sheet(0, 1), blank, blank, blank, blank)


def screen_sheet(view: View, desk: Desk, columns: int, height: int, *, has_page_behind: bool) -> Sheet:
    """A whole screen as one sheet: the bands and the page between them, as the app puts them together."""
    window = Window()
    window.show(view, desk, columns, height)
    hints = all_hints(view, desk, reads_on=view.reads_through and window.has_more_below, has_page_behind=has_page_behind)
    bands = bands_around(view, desk, columns, hints, window.told(view))
    whole = Sheet(columns, plain=desk.appearance.plain)
    whole.put(bands.title, 0, 0)
    whole.put(bands.exit, 0, columns - bands.exit.columns)
    whole.put(bands.line, 1, 0)
    whole.put(window.seen(columns, max(1, height - 4)), 2, 0)
    whole.put(bands.keys, height - 2, 0)
    whole.put(bands.help, height - 1, 0)
    return whole
