"""Ids that were renamed, and things that are gone: what the names of a file's texts tell that the texts do not."""

from __future__ import annotations

from collections.abc import ItemsView, Mapping

from safeclass.course.reviewed import Wordings


def renamed_ids(before: Mapping[str, Wordings], now: Mapping[str, Wordings]) -> ItemsView[str, str]:
    """The things of a file whose id is gone and whose place another has: what each was called, and is called now.

    Both are told as texts are named, from the outside to the id: ``may-post/options/ask-again``.
    """
    known, kept = ({prefix for name in names for prefix in prefixes(name)} for names in (before, now))
    fresh = [name for name in now if name not in before]
    found: dict[str, str] = {}
    for name in before if fresh else ():
        gone = next((prefix for prefix in prefixes(name) if prefix not in kept), name)
        rest = name.removeprefix(gone)
        if name in now or gone in found or not rest:
            continue
        for at in fresh:
            new = at.removesuffix(rest)
            is_in_its_place = new != at and new not in known and new.rpartition("/")[0] == gone.rpartition("/")[0]
            if is_in_its_place and now[at] == before[name]:
                found[gone] = new
                break
    return found.items()


def gone_things(before: Mapping[str, Wordings], now: Mapping[str, Wordings]) -> list[str]:
    """The outermost things of a file of which nothing is left, as texts are named."""
    kept = {prefix for name in now for prefix in prefixes(name)}
    outermost = (next(prefix for prefix in prefixes(name) if prefix not in kept) for name in before if name not in now)
    return list(dict.fromkeys(outermost))


def prefixes(name: str) -> list[str]:
    """What a text stands in, from the outside, and its own name last."""
    parts = name.split("/")
    return ["/".join(parts[: end + 1]) for end in range(len(parts))]
