"""Patterns that are compiled late find what they would have found at once."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module

import safeclass
from safeclass.language.pattern import compile_later


def test_it_finds_what_the_pattern_finds() -> None:
    late = compile_later(r"(?P<number>\d+)번", re.IGNORECASE)
    assert [found["number"] for found in late.finditer("1번과 22번")] == ["1", "22"]
    assert late.fullmatch("3번")
    assert not late.search("번")
    assert late.sub("x", "4번") == "x"
    assert late.pattern == r"(?P<number>\d+)번"


def every_late_pattern() -> Iterator[tuple[str, re.Pattern[str]]]:
    kind = type(compile_later(""))
    for module in pkgutil.walk_packages(safeclass.__path__, "safeclass."):
        if module.name.startswith(("safeclass.course.", "safeclass.language.")):
            for name, value in vars(import_module(module.name)).items():
                for pattern in value.values() if isinstance(value, dict) else [value]:
                    if isinstance(pattern, kind):
                        yield f"{module.name}.{name}", pattern


def test_each_can_be_compiled() -> None:
    patterns = dict(every_late_pattern())
    assert len(patterns) > 30
    for pattern in patterns.values():
        re.compile(pattern.pattern, pattern.flags)
