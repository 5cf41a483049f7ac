"""HTML, built so that words from a course can never become markup."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from safeclass.course.runs import Role, Run
from safeclass.language.signs import clean

CLASSES = {Role.FACT: "fact", Role.STALE: "stale"}
"""What a run of words is called in the style sheet."""


class Markup(str):
    """Text that is HTML already; every other text is escaped before it is put into an element."""

    __slots__ = ()


def element(tag: str, *inside: str, **attributes: str) -> Markup:
    """An element around words and other elements; ``class_`` stands for ``class``, and an empty attribute is left out."""
    written = "".join(f' {name.rstrip("_")}="{_safe(value)}"' for name, value in attributes.items() if value)
    return Markup(f"<{tag}{written}>{joined(inside)}</{tag}>")


def joined(parts: Iterable[str]) -> Markup:
    """Words and elements one after the other."""
    return Markup("".join(part if isinstance(part, Markup) else _safe(part) for part in parts))


def runs(words: Iterable[Run]) -> Markup:
    """Words as they are set: bold, a fact's value, or that it may have changed."""
    return joined(_run(run) for run in words)


def _run(run: Run) -> str:
    if run.role is Role.BOLD:
        return element("strong", run.words)
    return element("span", run.words, class_=CLASSES[run.role]) if run.role in CLASSES else run.words


def _safe(words: str) -> str:
    return escape(clean(words), quote=True)
