"""The bands around a page, as sheets: title, Exit, thin line, keys, help; and the window onto the page's body."""

from __future__ import annotations

from collections.abc import Sequence

from safeclass.language import _, translate
from safeclass.language.cells import cut, width
from safeclass.tui.desk import Desk
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.layout import layout_for
from safeclass.tui.sheet import Sheet
from safeclass.tui.views.view import View

NARROWEST = 30
"""Fewer columns are laid out as these, and cut at the right."""
ESCAPES = 3
"""How often Esc is pressed in a row to leave."""
AIRY_ROWS = 24
"""From so many rows on, one stays blank above the keys."""


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
    sheet.text(0, column, cut(title.name, start - column - 1), bold=True)
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


def body_sheet(view: View, desk: Desk, columns: int, rows: int) -> Sheet:
    """The page's body: as airy as fits, and where nothing fits as tall as it needs to be."""
    columns = max(columns, NARROWEST)
    flow = None
    for density in view.densities:
        flow = Flow(layout_for(columns, rows, desk.words.shown, desk.appearance.plain, density))
        view.draw(flow)
        flow.sheet.grow(flow.row)
        if len(flow.sheet.rows) <= rows:
            break
    assert flow is not None, "a view has at least one density"
    return flow.sheet


def offset_for(sheet: Sheet, rows: int, scrolled: int | None) -> int:
    """Which row of a tall page stands at the top: where it was scrolled to, or so that what has the focus is seen."""
    most = max(0, len(sheet.rows) - rows)
    if scrolled is not None:
        return max(0, min(scrolled, most))
    if sheet.sight is None:
        return 0
    first, end = sheet.sight
    return max(0, min(most, end - rows, first)) if end > rows else 0


def window_sheet(sheet: Sheet, columns: int, rows: int, offset: int) -> Sheet:
    """The part of a page that is seen, in the middle of a wide screen."""
    seen = Sheet(sheet.columns, plain=sheet.plain)
    seen.rows = sheet.rows[offset : offset + rows]
    seen.zones = [zone._replace(row=zone.row - offset) for zone in sheet.zones]
    window = Sheet(max(columns, sheet.columns), rows, plain=sheet.plain)
    window.put(seen, 0, (window.columns - sheet.columns) // 2)
    return window


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
    language = desk.words.main
    numbers = [(channel.number or "", channel.short[language] if channel.short else "") for channel in desk.course.short_channels]
    column = sheet.text(0, margin, "F1", "indigo", bold=True)
    column = sheet.text(0, column + 1, _("Help"), bold=True)
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


def page_rows(height: int) -> int:
    """How many rows of a screen a page's body has: all but the four bands, and where there is room a blank one."""
    return max(1, height - (5 if height >= AIRY_ROWS else 4))


def screen_sheet(
    view: View,
    desk: Desk,
    columns: int,
    height: int,
    hints: Sequence[Hint],
    beside: str = "",
    scrolled: int | None = None,
) -> Sheet:
    """A whole screen as one sheet: the bands and the page between them, as the app puts them together."""
    body_rows = max(1, height - 4)
    rows = page_rows(height)
    page = body_sheet(view, desk, columns, rows)
    button = exit_sheet(desk, columns, 0, False)
    whole = Sheet(columns, plain=desk.appearance.plain)
    whole.put(title_sheet(view, desk, columns - button.columns), 0, 0)
    whole.put(button, 0, columns - button.columns)
    whole.put(line_sheet(view, desk, columns), 1, 0)
    whole.put(window_sheet(page, columns, body_rows, offset_for(page, rows, scrolled)), 2, 0)
    whole.put(keys_sheet(hints, desk, columns, None, beside), height - 2, 0)
    whole.put(help_sheet(desk, columns), height - 1, 0)
    return whole
