"""What is cited in many places and stands nowhere, while something of nearly that name stands there and is never cited.

The slip is then in the one definition, and not in each place that cites it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from safeclass.course.fault import Fault, Place
from safeclass.course.registry import Registry
from safeclass.course.slips import ENTRY_LOST
from safeclass.course.unknown import nearest_to
from safeclass.language import N_

MISNAMED = (
    N_("Nothing cites '{name}', but '{meant}' is cited {count} times and stands nowhere."),
    N_("Is '{meant}' meant? Then write it here."),
)

NAMES_A_THING = frozenset(["unknown-fact", "unknown-name", "unknown-source"])
"""The rules that tell of a name that nothing is called."""
REGISTRIES = ("facts.yaml", "channels.yaml", "terms.yaml", "sources.yaml")
"""The files that hold what can be cited."""
LEAST = 2
"""How many places have to cite a name before the slip is not looked for in these."""

Where = Callable[[str], Callable[[object], Place]]
"""Tells of a file where the things in it stand."""


def check_names(known: Registry, cited: Collection[str], where: Where) -> Iterator[Fault]:
    """Everything that is cited nowhere under a name that is nearly one that is cited; how often is not known yet."""
    sources = {source for fact in known.facts.values() for source in fact.sources}
    sources |= {source for channel in known.channels.values() for source in channel.sources}
    names = {*known.facts, *known.channels, *known.sentences}
    files: tuple[tuple[str, Mapping[str, object], Collection[str], Collection[str]], ...] = (
        ("facts.yaml", known.facts, cited, names),
        ("channels.yaml", known.channels, cited, names),
        ("terms.yaml", known.sentences, cited, names),
        ("sources.yaml", known.sources, sources, known.sources),
    )
    for path, entries, of, there in files:
        unknown = [name for name in of if name not in there]
        for name, entry in entries.items() if unknown else ():
            if name not in of and (meant := nearest_to(name, unknown)):
                yield Fault(where(path)(entry), "unknown-fact", *MISNAMED, {"name": name, "meant": meant, "count": ""})


def with_counts(faults: Sequence[Fault]) -> tuple[list[Fault], list[Fault]]:
    """The faults with how often each name is cited that another was to have, and those that follow from it.

    What too few places cite is told in these. What many cite also follows where the line that held its name was lost.
    """
    counted = Counter(_unknown_name(fault) for fault in faults)
    misnamed = {fault.names["meant"] for fault in faults if is_misnamed(fault)}
    causes = {name for name in misnamed if counted[name] >= LEAST}
    if any(fault.wrong == ENTRY_LOST[0] and fault.place.path in REGISTRIES for fault in faults):
        # The name stood in the line that was lost.
        causes |= {name for name, times in counted.items() if name and times >= LEAST}
    names = {fault.names["name"] for fault in faults if is_misnamed(fault) and fault.names["meant"] in causes}
    told: list[Fault] = []
    following: list[Fault] = []
    for fault in faults:
        if is_misnamed(fault):
            if fault.names["meant"] in causes:
                told.append(replace(fault, names={**fault.names, "count": str(counted[fault.names["meant"]])}))
        elif (
            _unknown_name(fault) in causes
            or (fault.rule == "uncited-fact" and fault.names["name"] in names)
            or (fault.rule == "same-words" and causes and not fault.names["words"])
        ):
            following.append(fault)
        else:
            told.append(fault)
    return told, following


def is_misnamed(fault: Fault) -> bool:
    """Whether a fault tells of a name that another was to have."""
    return fault.wrong == MISNAMED[0]


def _unknown_name(fault: Fault) -> str | None:
    if fault.rule not in NAMES_A_THING or is_misnamed(fault):
        return None
    return fault.names.get("source") or fault.names["name"].partition(".")[0]
