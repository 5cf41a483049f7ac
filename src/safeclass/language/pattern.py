"""Patterns that are compiled when they are first looked for.

The rules know over sixty of them, and most lessons make do with half; to compile all takes longer than to look at a lesson.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast


class _Pattern:
    """Stands for a pattern until one of its methods is asked for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> Any:
        method = getattr(re.compile(self.pattern, self.flags), name)
        setattr(self, name, method)  # from now on it is found at once
        return method


def compile_later(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern as `re.compile` makes it, but that it is made when it is first used, and a mistake in it told then."""
    return cast("re.Pattern[str]", _Pattern(pattern, flags))


def any_of(phrases: Iterable[str]) -> str:
    """A pattern that matches any of some phrases, the shortest of two that begin alike; each beginning is written once."""
    tree: dict[str, Any] = {}
    for phrase in phrases:
        branch = tree
        for letter in phrase:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _branches(tree)


def _branches(tree: Mapping[str, Any]) -> str:
    if "" in tree:
        return ""
    ways = [re.escape(letter) + _branches(branch) for letter, branch in sorted(tree.items())]
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
