"""Screens as people see them, kept as text. After a change that is meant, write them anew with UPDATE_SCREENS=1."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from looking import screen_text
from scenes import SCREENS, screen

FOLDER = Path(__file__).parents[1] / "screens"
SMALL = (
    "home",
    "entry",
    "page",
    "choice",
    "choice-again",
    "ox",
    "order",
    "match-again",
    "scene",
    "help",
    "sources",
    "glossary-of-card",
    "end",
    "then-and-now",
)

VIEWS = [
    *((name, language, 80, 24, False) for name in SCREENS for language in ("ko", "en")),
    *((name, "ko", 40, 24, False) for name in SMALL),
    *((name, "en", 60, 20, False) for name in SMALL),
    *((name, "both", 120, 40, False) for name in SMALL),
    *((name, "ko", 80, 24, True) for name in SMALL),
    ("choice-again", "both", 80, 24, False),
    ("help", "both", 80, 24, False),
    ("home", "ko", 120, 40, False),
]


@pytest.mark.parametrize(("name", "language", "columns", "rows", "plain"), VIEWS)
def test_screen_is_as_it_was_looked_at(name: str, language: str, columns: int, rows: int, plain: bool) -> None:
    seen = screen_text(screen(name, language, plain=plain), columns, rows)
    kept = FOLDER / f"{name}-{language}-{columns}x{rows}{'-plain' if plain else ''}.txt"
    if os.environ.get("UPDATE_SCREENS"):
        FOLDER.mkdir(exist_ok=True)
        kept.write_text(seen, encoding="utf-8")
    assert seen == kept.read_text(encoding="utf-8"), f"{kept.name} looks different"


def test_no_snapshot_is_left_of_a_screen_that_is_gone() -> None:
    expected = {
        f"{name}-{language}-{columns}x{rows}{'-plain' if plain else ''}.txt" for name, language, columns, rows, plain in VIEWS
    }
    assert {path.name for path in FOLDER.iterdir() if not path.name.startswith("preview-")} == expected
