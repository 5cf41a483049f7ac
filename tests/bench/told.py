"""How figures are told: a table in Markdown, and on what machine they were taken."""

from __future__ import annotations

import os
import platform
import statistics
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path


def machine(load_before: float) -> str:
    """The day, the machine, and how busy it was before and at the end: on an idle one both are below 1."""
    model = next((line.split(":")[1].strip() for line in _cpuinfo() if line.startswith("model name")), platform.machine())
    cores = f"{os.cpu_count()} cores, {model}"
    load = f"load {load_before:.1f} to {os.getloadavg()[0]:.1f}"
    return f"{date.today()}, {platform.system()} {platform.release()}, {cores}, Python {platform.python_version()}, {load}"


def _cpuinfo() -> list[str]:
    try:
        return Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return []


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def middle(values: Sequence[float], scale: float, unit: str) -> str:
    """The median of some values."""
    return f"{statistics.median(values) * scale:.1f} {unit}"


def spread(values: Sequence[float], scale: float) -> str:
    """The least and the most of some values, and how many there are."""
    return f"{min(values) * scale:.1f} to {max(values) * scale:.1f}, {len(values)}"


def p95(values: Sequence[float]) -> float:
    """The value that one in twenty is beyond."""
    return sorted(values)[int(len(values) * 0.95)]
