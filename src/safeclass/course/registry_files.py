"""The files of everything that lessons cite, each read when it is first asked for, and where their things stand."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import fields
from functools import cached_property
from typing import TYPE_CHECKING, Any

from safeclass.course.fault import Fault, Place
from safeclass.course.folder import KnownFiles
from safeclass.course.text import EVERYTHING
from safeclass.language import N_

if TYPE_CHECKING:
    from safeclass.course.channels import Channel
    from safeclass.course.index import Mark
    from safeclass.course.reading import Reading
    from safeclass.course.registry import Registry


class RegistryFiles:
    """The registries of one course."""

    def __init__(self, known: KnownFiles, languages: Collection[str]) -> None:
        self._known = known
        self._languages = languages
        self.readings: dict[str, Reading] | None = None
        """The files as they were read, each knowing where its things stand; only kept where this is set to a dict."""
        self.left_out: dict[str, set[str]] = {}
        """By each file of which something was left out the names of what could not be read; `EVERYTHING` for all of a file."""
        self._found: dict[str, object] = {}

    @property
    def unread(self) -> frozenset[str]:
        """The names of what could not be read in any file; `EVERYTHING` where that is all of one."""
        return frozenset().union(*self.left_out.values())

    @cached_property
    def channels(self) -> Mapping[str, Channel]:
        """Where to turn, by id; empty where the file cannot be read."""
        from safeclass.course.channels import ChannelFile

        return self._read_entries("channels.yaml", ChannelFile)["channels"]

    @cached_property
    def registry(self) -> Registry:
        """Everything that lessons cite; what could not be read is left out."""
        from safeclass.course.facts import FactFile, SourceFile
        from safeclass.course.registry import Registry
        from safeclass.course.terms import TermFile

        terms = self._read_entries("terms.yaml", TermFile)
        return Registry(
            facts=self._read_entries("facts.yaml", FactFile)["facts"],
            sources=self._read_entries("sources.yaml", SourceFile)["sources"],
            channels=self.channels,
            sentences=terms["sentences"],
            terms=terms["terms"],
        )

    def place_in(self, path: str) -> Callable[..., Place]:
        """Tells where a thing of a registry's file stands; only the file where its reading was not kept."""
        reading = (self.readings or {}).get(path)
        return reading.place if reading else lambda _thing, _language="": Place(path)

    def read_so_far(self) -> Iterator[tuple[str, Mark, object]]:
        """The registries as far as they were read, by the name of the file, with the mark of its bytes."""
        for name, found in self._found.items():
            if found is not None:
                yield name, self._known.marks[name], found

    def _read_entries(self, name: str, model: Any) -> dict[str, dict[str, Any]]:
        """Every list of a registry's file, its entries by id; of two with one id the first stands.

        Where its things need not know where they stand, an index may tell them.
        """
        found = self._known.find(name, model) if self.readings is None else None
        reading = None
        if found is None:
            found, reading = self._known.read(name, model, self._languages)
            if self.readings is not None:
                self.readings[name] = reading
            if found is None or reading.left_out:
                self.left_out[name] = reading.left_out_names if found is not None else {EVERYTHING}
        self._found[name] = found
        lists: dict[str, dict[str, Any]] = {}
        for key in fields(model):
            entries = lists.setdefault(key.name, {})
            for entry in getattr(found, key.name, ()):
                its_id = getattr(entry, key.name.removesuffix("s"))
                if its_id in entries:
                    self._tell_twice(reading.place(entry) if reading else Place(name), its_id)
                    self.left_out.setdefault(name, set())
                entries.setdefault(its_id, entry)
        return lists

    def _tell_twice(self, place: Place, name: str) -> None:
        self._known.faults.append(
            Fault(place, "duplicate-id", N_("'{name}' stands here twice."), N_("Give each its own id."), {"name": name})
        )
