"""`safeclass check` beside check-jsonschema and yamllint on the same files, whole processes turn by turn: see README.md."""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from corpus import write_corpus
from planted import Told, plant
from told import machine, table

from safeclass.paths import checked_file

YAMLLINT = "extends: default\nrules: {line-length: disable, document-start: disable, braces: disable, indentation: disable}"
"""The rules of yamllint that are usual, but for those that the files of this course do not keep to."""
TODAY = "2026-11-22"
CHECK = [sys.executable, "-m", "safeclass", "check", "--today", TODAY]
FLOOR = """\
import gc, sys, yaml
gc.disable()
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        yaml.compose(file.read(), Loader=yaml.CSafeLoader)
"""
"""PyYAML's parser in C alone, in one process: nothing that reads YAML by it can be faster on one core."""


FIRST = "safeclass check, the first time"

MOST_FOR_TOOLS = 1000
"""The largest course that the other tools are measured on: beyond it they take minutes."""


class Tool(NamedTuple):
    """What is measured: how it is called, and what is done before, which is not measured."""

    command: Sequence[str]
    prepare: Callable[[], object] = lambda: None


def forget_last_check() -> None:
    """Have every lesson looked at, as if none had been checked before."""
    checked_file().unlink(missing_ok=True)


def tools_for(folder: Path, tools: Path | None) -> dict[str, Tool]:
    """Every tool that is measured on a course, ours first. Where it is ours again, one file was edited since the last time."""
    files = sorted(map(str, (folder / "lessons").glob("*.yaml")))
    ours = [*CHECK, "--course", str(folder)]
    measured = {
        FIRST: Tool(ours, forget_last_check),
        "safeclass check, after an edit": Tool(ours, partial(edit, files[0])),
        "safeclass check FILE, after an edit": Tool([*CHECK, files[0]], partial(edit, files[0])),
        "parser alone": Tool([sys.executable, "-c", FLOOR, *files]),
    }
    if tools is not None and len(files) <= MOST_FOR_TOOLS:
        schema = str(folder / "lesson.schema.json")
        measured["check-jsonschema"] = Tool([str(tools / "check-jsonschema"), "--schemafile", schema, *files])
        measured["yamllint"] = Tool([str(tools / "yamllint"), "-d", YAMLLINT, *files])
    return measured


def edit(file: str) -> None:
    """Change a lesson file, and nothing that it says."""
    with open(file, "a", encoding="utf-8") as opened:
        opened.write("# edited\n")


class Taken(NamedTuple):
    """What a whole process took, in seconds."""

    wall: float
    cores: float
    """How long it kept cores busy, all its processes together: on a busy machine what tells most."""


def time_process(command: Sequence[str]) -> Taken:
    """What a whole process takes; it must find nothing wrong."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True)
    wall, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Taken(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def measure(folder: Path, tools: Path | None, runs: int) -> dict[str, list[Taken]]:
    """What each run of each tool took, turn by turn; the first turn, which fills the system's cache, is left out."""
    measured = tools_for(folder, tools)
    taken: dict[str, list[Taken]] = {name: [] for name in measured}
    for turn in range(-1, runs):
        for name, tool in measured.items():
            tool.prepare()
            one = time_process(tool.command)
            if turn >= 0:
                taken[name].append(one)
    return taken


def rows(size: int, taken: dict[str, list[Taken]]) -> Iterator[tuple[str, ...]]:
    """The rows of the table for one size of course."""
    median = {name: Taken(*map(statistics.median, zip(*runs, strict=True))) for name, runs in taken.items()}
    ours = median[FIRST]
    for name, runs in taken.items():
        wall, cores = median[name]
        spread = f"{min(runs).wall:.2f} to {max(runs).wall:.2f}, {len(runs)}"
        times = f"{wall / ours.wall:.1f}", f"{cores / ours.cores:.1f}"
        yield str(size), name, f"{wall:.3f} s", spread, times[0], f"{cores:.3f} s", times[1], f"{cores / size * 1000:.2f} ms"


def told_wrongly(folder: Path, faults: int) -> tuple[int, list[Told], list[Told]]:
    """Plant faults into a course and check it: how many there are, those that were missed, and those that are not there."""
    planted = plant(folder, faults)
    ended = subprocess.run([*CHECK, "--json", "--course", str(folder)], capture_output=True, text=True, check=False)
    told = [Told(fault["path"], fault["line"], fault["rule"]) for fault in json.loads(ended.stdout)]
    missed, invented = list(planted), list[Told]()
    for fault in told:
        if fault in missed:
            missed.remove(fault)
        else:
            invented.append(fault)
    return len(planted), missed, invented


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tools", type=Path, help="the folder that holds check-jsonschema and yamllint")
    parser.add_argument("-n", "--runs", type=int, default=3, help="how many turns (default: 3)")
    parser.add_argument("--sizes", type=int, nargs="+", default=[1, 500, 5000], help="how many files (default: 1 500 5000)")
    parser.add_argument("--wordy", action="store_true", help="cards as long as in the course that is shipped")
    parser.add_argument("--faults", type=int, default=300, help="how many faults are planted into 500 files (default: 300)")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    measured: list[tuple[str, ...]] = []
    with tempfile.TemporaryDirectory() as place:
        os.environ["SAFECLASS_HOME"] = place
        for size in options.sizes:
            folder = write_corpus(Path(place) / f"course-{size}", size, is_wordy=options.wordy)
            subprocess.run(
                [sys.executable, "-m", "safeclass", "schema", "--course", str(folder)], check=True, capture_output=True
            )
            bytes_of_it = sum(path.stat().st_size for path in (folder / "lessons").iterdir())
            print(f"{size} files, {size * 20:,} questions, {bytes_of_it / 1e6:.1f} MB", file=sys.stderr)
            measured += rows(size, measure(folder, options.tools, options.runs))
            shutil.rmtree(folder)
        course = write_corpus(Path(place) / "planted", 500, is_wordy=options.wordy)
        planted, missed, invented = told_wrongly(course, options.faults)
    print(f"{machine(load)}\n")
    print(table(("files", "tool", "wall", "least to most, of", "times ours", "cores busy", "times ours", "a file"), measured))
    print(f"\n{planted} faults planted into 500 files: {len(missed)} missed, {len(invented)} invented.")
    for fault in (*missed, *invented):
        print(f"{fault.file}:{fault.line}: {fault.rule}")


if __name__ == "__main__":
    main()
