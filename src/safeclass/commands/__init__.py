"""What is typed: one file, one command, one function `run(arguments) -> int`."""

from __future__ import annotations

from safeclass.language import N_

COMMANDS = {
    "learn": N_("take lessons (what `safeclass` alone does)"),
    "outline": N_("list units and lessons"),
    "channels": N_("show where to turn"),
    "facts": N_("list every fact with its date and source"),
    "glossary": N_("explain the words of the law that the lessons use"),
    "handout": N_("make a sheet of a lesson to print and hand out"),
    "check": N_("find every fault of a course"),
    "new": N_("write a new lesson to start from"),
    "schema": N_("write the schemas that an editor uses"),
    "preview": N_("see a lesson as a learner meets it, while you write it"),
    "progress": N_("show what was done"),
    "forget": N_("delete what was done"),
}
"""Every command and what it does."""
