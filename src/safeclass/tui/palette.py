"""The colours: three layers of paper, three inks, in three themes. Every pair in use is measured by a test."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from rich.style import Style as RichStyle

Colour = str
"""``#rrggbb``."""

TOKENS = (
    "ground",
    "panel",
    "raised",
    "line",
    "text",
    "muted",
    "celadon",
    "gardenia",
    "indigo",
    "celadon_soft",
    "gardenia_soft",
    "indigo_soft",
    "on_fill",
)
"""Paper: ground, panel, raised, line. Ink: text, muted. Celadon for here and done, gardenia for think again and leaving,
indigo for what has a source; the soft ones tint a field, and `on_fill` is the ink on a full one."""

THEMES: dict[str, dict[str, Colour]] = {
    name: dict(zip(TOKENS, colours.split(), strict=True))
    for name, colours in {
        "dark": "#15191b #21282b #323c40 #6c7d81 #edebe7 #adbab9 #86d0bd #e9c37d #a9c4f0 #1d4a40 #463a20 #252f54 #10181a",
        "light": "#fbf8f1 #f2ecdc #e3d9c1 #7d7767 #1d2426 #4f5657 #0f5f52 #6b4700 #274b86 #bfe2d5 #f3dfb4 #d6e0f3 #ffffff",
        "contrast": "#000000 #1c1c1c #303030 #bcbcbc #ffffff #e4e4e4 #8df2da #ffdf8a #bcd6ff #003a30 #403300 #00264d #000000",
    }.items()
}
"""Every theme's colours by token."""

FULL_FIELDS = frozenset({"celadon", "gardenia", "indigo"})
"""Fields that carry `on_fill` words only."""


def ink_on(field: str) -> str:
    """The ink of words on a field."""
    return "on_fill" if field in FULL_FIELDS else "text"


class Style(NamedTuple):
    """How one cell is set."""

    ink: str = "text"
    field: str = "ground"
    bold: bool = False
    line: bool = False
    """Whether it is underlined: the thin line and the slots of a worksheet are underlined spaces."""


@lru_cache(maxsize=1024)
def rich_style(theme: str, style: Style, plain: bool) -> RichStyle:
    """The terminal's way to set a cell; in plain style without any colour but bold."""
    if plain:
        return RichStyle(bold=style.bold)
    colours = THEMES[theme]
    return RichStyle(color=colours[style.ink], bgcolor=colours[style.field], bold=style.bold, underline=style.line)
