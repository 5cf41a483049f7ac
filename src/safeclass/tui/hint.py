"""What the key band says: a key, and what it does now."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from safeclass.language import N_, _, translate

if TYPE_CHECKING:
    from safeclass.tui.desk import Desk
    from safeclass.tui.views.view import View


class Hint(NamedTuple):
    """A key and what it does; a click on it presses it."""

    key: str
    """The name of the key, as `safeclass.tui.keys.name_of` gives it."""
    shown: str
    """How the key is written, in the language in use."""
    does: str
    """What it does, in the language in use."""
    closes: bool = False
    """Whether it leads from the page to the one behind it."""


READ_ON = N_("read on")


def language_hint(desk: Desk) -> Hint:
    """The language key: what it leads to, in that language's own words."""
    choice, names = desk.words.next_choice, desk.course.names_of_languages
    return Hint("f2", "F2", names[choice] if choice in names else translate(N_("Both"), desk.words.main))


def all_hints(view: View, desk: Desk, *, reads_on: bool, has_page_behind: bool) -> list[Hint]:
    """What the keys of a page do, and those that work on every page; no two of them are told in the same words."""
    hints = view.hints()
    closing = next((hint.does for hint in hints[:1] if hint.closes), None)
    if reads_on:
        hints = [Hint("enter", "Enter", _(READ_ON)), *(hint for hint in hints[1:] if hint.does != _(READ_ON))]
    if not view.closes_with_any_key and not any(hint.key == "f2" for hint in hints):
        hints.insert(min(len(hints), 2), language_hint(desk))
    has_way_back = any(hint.key == "escape" for hint in hints) or (closing is not None and not reads_on)
    if has_page_behind and not has_way_back:
        told = {hint.does for hint in hints}
        back = _("Close") if _("Back") in told else _("Back")
        hints.append(Hint("escape", "Esc", closing or back, closes=True))
    return hints
