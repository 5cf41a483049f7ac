"""Every key that a file of a course can hold, by which one is known where its colon is missing."""

from __future__ import annotations

from functools import cache

from safeclass.course import shape as shapes
from safeclass.course.json_schema import FILES


@cache
def every_key() -> frozenset[str]:
    """The names of the keys of every kind of file, without the languages of a course."""
    names: set[str] = set()
    seen: set[type] = set()
    left: list[shapes.Shape] = [shapes.record_of(model) for model in FILES.values()]
    while left:
        match left.pop():
            case shapes.Listed(of=of) | shapes.PerLanguage(of=of):
                left.append(of)
            case shapes.Kinds(records=records):
                left += records.values()
            case shapes.Record(type=model, keys=keys) if model not in seen:
                seen.add(model)
                names |= {key.name for key in keys}
                left += [key.shape for key in keys]
    return frozenset(names)
