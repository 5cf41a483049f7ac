"""The band under the page: how much is to mend in the file, what on this card, and the author's keys."""

from __future__ import annotations

from safeclass.course.fault import Fault, Severity
from safeclass.course.proof import Proof
from safeclass.course.runs import Role, Run
from safeclass.language import N_, _, ngettext
from safeclass.language.cells import cut, width
from safeclass.tui.hint import Hint
from safeclass.tui.preview.rehearsal import Rehearsal
from safeclass.tui.sheet import Sheet
from safeclass.tui.typeset import set_lines

GAP = 2
"""Cells between two keys."""
KEPT = N_("The file does not open now. Above is what opened before.")


def author_keys() -> list[Hint]:
    """The keys that only an author has."""
    return [
        Hint("f5", "F5", _("list")),
        Hint("f6", "F6", "80x24"),
        Hint("f7", "F7", ""),
        Hint("f8", "F8", _("card")),
        Hint("f9", "F9", _("answers")),
    ]


def fault_band(rehearsal: Rehearsal, columns: int, rows: int) -> Sheet:
    """The band as a sheet of so many rows: the first tells how much there is to mend, the others what comes first here."""
    desk, proof = rehearsal.desk, rehearsal.proof
    sheet = Sheet(columns, rows, "panel", desk.appearance.plain)
    edge = 0 if columns < 50 else 2
    column = draw_count(sheet, proof, edge)
    draw_keys(sheet, column + 2, columns - edge - 1)
    if rows > 1:
        faults = rehearsal.faults_here()
        measure = columns - 2 * edge - 1
        row = 1
        if proof.lesson is None and rehearsal.lesson is not None:
            sheet.text(row, edge, cut(_(KEPT), measure), "gardenia")
            row += 1
            faults = proof.faults
        elif not faults:
            said = f"{place_of(rehearsal)}  {elsewhere(proof)}".strip()
            sheet.text(row, edge, cut(said, measure), "muted")
        if faults:
            draw_fault(sheet, faults[0], proof, desk.words.main, row, edge, measure, rows - row)
    return sheet


def draw_count(sheet: Sheet, proof: Proof, column: int) -> int:
    """How many faults and pieces of advice there are; returns the column after them."""
    count = len(proof.faults) - proof.advice
    if count:
        column = sheet.chip(0, column, ngettext("{n} fault", "{n} faults", count).format(n=count), "gardenia")
    else:
        column = sheet.text(0, column, _("Nothing is wrong."), "celadon", bold=True)
    if proof.advice:
        told = ngettext("{n} piece of advice", "{n} pieces of advice", proof.advice).format(n=proof.advice)
        column = sheet.text(0, column + 2, told, "muted")
    return column


def draw_keys(sheet: Sheet, start: int, end: int) -> None:
    """The author's keys at the right end, as many as there is room for."""
    keys = author_keys()
    while keys and sum(map(room_of, keys)) - GAP > end - start:
        keys.pop()
    column = end - sum(map(room_of, keys)) + GAP
    for key in keys:
        sheet.text(0, column, key.shown, bold=True)
        sheet.text(0, column + width(key.shown) + 1, key.does, "muted")
        sheet.zone(0, column, 1, room_of(key), key.key)
        column += room_of(key)


def room_of(key: Hint) -> int:
    """The cells a key takes with what it does and the gap after it; one without words shares those of the next."""
    return width(key.shown) + 1 + (width(key.does) + GAP if key.does else 0)


def draw_fault(sheet: Sheet, fault: Fault, proof: Proof, language: str, row: int, edge: int, measure: int, rows: int) -> None:
    """Where a fault is, what is wrong and how to mend it, in so many rows."""
    sheet.zone(row, 0, rows, sheet.columns, "f5")
    said = f"{fault.say(language)} {fault.say_mend(language)}"
    lines = set_lines((Run(f"{where(fault, proof)}  ", Role.BOLD), Run(said)), measure)
    for offset, line in enumerate(lines[:rows]):
        after = sheet.runs(row + offset, edge, line)
        if offset == rows - 1 and len(lines) > rows:
            sheet.text(row + offset, min(after, edge + measure - 2), "..")


def where(fault: Fault, proof: Proof) -> str:
    """The line a fault is in, with its file where that is another one than the lesson's."""
    line = line_of(fault.place.line) if fault.place.line else ""
    return line if fault.place.path == proof.path and line else f"{fault.place.path} {line}".rstrip()


def line_of(number: int) -> str:
    """A line of the file, in words."""
    return _("line {n}").format(n=number)


def place_of(rehearsal: Rehearsal) -> str:
    """Where in the file the card in sight is written, and what it is called."""
    here = rehearsal.here
    for line, card in rehearsal.proof.begins:
        if card == here:
            return line_of(line) if card in rehearsal.proof.broken else f"{line_of(line)} ({card})"
    return ""


def elsewhere(proof: Proof) -> str:
    """Where the first fault is, while there is none in sight; nothing where there is none at all."""
    if not proof.faults:
        return ""
    first = min(proof.faults, key=lambda fault: fault.severity is Severity.ADVICE)
    name = proof.name_of_card(first)
    place = f"{where(first, proof)} ({name})" if name else where(first, proof)
    return _("Nothing to mend here. Elsewhere: {place}").format(place=place)
