"""Words set into lines: broken at spaces, balanced in headings, without a lonely last word in paragraphs."""

from __future__ import annotations

import re
from functools import lru_cache

from safeclass.course.runs import Role, Run
from safeclass.language.cells import NO_BREAK, width, width_of_sign

Runs = tuple[Run, ...]
Lines = tuple[Runs, ...]

WORD = re.compile(r"[^ \n]+")
SHORTEST_LAST_LINE = 0.3
"""How much of the measure the last line of a paragraph should fill at least."""


@lru_cache(maxsize=1024)
def set_lines(runs: Runs, measure: int) -> Lines:
    """Runs broken into lines of at most `measure` cells. A word that is longer is broken inside."""
    lines: list[list[Run]] = [[]]
    used = 0
    for glued in _words(runs):
        cells = sum(width(run.words) for run in glued)
        if used and used + 1 + cells > measure:
            lines.append([])
            used = 0
        if used:
            lines[-1].append(Run(" ", lines[-1][-1].role if lines[-1][-1].role is glued[0].role else Role.PLAIN))
            used += 1
        if cells <= measure:
            lines[-1].extend(glued)
            used += cells
            continue
        for run in glued:
            for sign in run.words:
                if used + width_of_sign(sign) > measure:
                    lines.append([])
                    used = 0
                lines[-1].append(Run(sign, run.role))
                used += width_of_sign(sign)
    return tuple(_joined(line) for line in lines if line) or ((),)


@lru_cache(maxsize=1024)
def set_balanced(runs: Runs, measure: int) -> Lines:
    """Lines of about the same length, as few as possible: for questions and headings."""
    lines = set_lines(runs, measure)
    if len(lines) == 1:
        return lines
    for narrower in range(measure - 1, measure // 2, -1):
        tried = set_lines(runs, narrower)
        if len(tried) > len(lines):
            break
        lines = tried
    return lines


@lru_cache(maxsize=1024)
def set_pretty(runs: Runs, measure: int) -> Lines:
    """Lines of a paragraph whose last one is not much shorter than the others."""
    lines = set_lines(runs, measure)
    if len(lines) == 1 or _cells(lines[-1]) >= measure * SHORTEST_LAST_LINE:
        return lines
    for narrower in range(measure - 1, int(measure * 0.8), -1):
        tried = set_lines(runs, narrower)
        if len(tried) > len(lines):
            break
        if _cells(tried[-1]) >= measure * SHORTEST_LAST_LINE:
            return tried
    return lines


def plain_runs(words: str, role: Role = Role.PLAIN) -> Runs:
    """Words that are all set one way."""
    return (Run(words, role),)


def _cells(line: Runs) -> int:
    return sum(width(run.words) for run in line)


def _words(runs: Runs) -> list[list[Run]]:
    """Runs cut at spaces; the pieces of a word that is set in two ways stay together."""
    words: list[list[Run]] = []
    is_open = False
    for run in runs:
        end = 0
        for found in WORD.finditer(run.words):
            piece = Run(found[0], run.role)
            if is_open and found.start() == 0:
                words[-1].append(piece)
            else:
                words.append([piece])
            is_open = True
            end = found.end()
        if run.words:
            is_open = is_open and end == len(run.words)
    return words


def _joined(line: list[Run]) -> Runs:
    joined: list[Run] = []
    for run in line:
        words = run.words.replace(NO_BREAK, " ")
        if joined and joined[-1].role is run.role:
            joined[-1] = Run(joined[-1].words + words, run.role)
        else:
            joined.append(Run(words, run.role))
    return tuple(joined)
