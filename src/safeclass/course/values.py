"""What stands in no record of its own: words in each language, plain values, and the pairs of a mapping."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any

from safeclass.course.fault import Place
from safeclass.course.findings import BROKEN, Findings, Node
from safeclass.course.straight import DAY, ID, NULLS
from safeclass.course.text import Id, Text
from safeclass.language import N_

NOT_AN_ID = N_("'{found}' is not an id.")
ID_SIGNS = N_("Use lower-case letters a-z, digits and hyphens.")


def pairs_of(file: Findings, node: Node) -> Iterator[tuple[str, Node, Node]]:
    """The keys of a mapping with their nodes; a key written twice is a fault and is passed over."""
    seen: dict[str, int] = {}
    twice: list[tuple[str, Node]] = []
    for key, value in node.value:
        if not file.is_clean(key):
            continue
        name = unicodedata.normalize("NFC", key.value) if key.id == "scalar" else ""
        if name in seen:
            twice.append((name, key))
            continue
        seen[name] = key.start_mark.line + 1
        yield name, key, value
    if len({name for name, _ in twice}) > 1 and not node.flow_style:
        tell_lost_entry(file, *twice[0], node.value[0][0].value, "duplicate-key")
        return
    mend = N_(
        "Only the first one is read, in line {line}. "
        "If a line such as '- id: ...' was lost above this one, write it again; if not, keep one of the two."
    )
    for name, key in twice:
        file.fault(key, "duplicate-key", N_("'{key}' stands here twice."), mend, key=name, line=str(seen[name]))


def tell_lost_entry(file: Findings, name: str, key: Node, first: object, rule: str) -> None:
    """Tell that an entry of a list ran into the one before it: the line that begins it, or its dash, was lost."""
    from safeclass.course.slips import DASH_LOST, ENTRY_LOST, KEY_OR_DASH_LOST

    lost = KEY_OR_DASH_LOST if name in file.languages else DASH_LOST if name == first else ENTRY_LOST
    file.fault(key, rule, *lost, key=name, first=str(first))


def take_text(file: Findings, node: Node) -> Any:
    """The words in every language; `BROKEN` where any are missing."""
    if node.id == "scalar":
        return file.fault(
            node,
            "one-language",
            N_("These words stand in no language."),
            N_("Write them for each language: {{{languages}}}."),
            languages=", ".join(f'{language}: "..."' for language in file.languages or ("ko", "en")),
        )
    if not file.is_a("mapping", node):
        return BROKEN
    words: dict[str, str] = {}
    meant: set[str] = set()
    lacking = set(file.languages) - {key.value for key, _ in node.value if key.id == "scalar"}
    for name, key, value in pairs_of(file, node):
        if file.languages and name not in file.languages:
            from safeclass.course.slips.mistyped import meant_by, mistyped
            from safeclass.course.unknown import unknown_language

            run_on = meant_by(name, lacking)
            told = mistyped(name, lacking) if run_on else None
            said = value.value if value.id == "scalar" else None
            wrong, mend, names = told or unknown_language(name, said, file.languages)
            meant.add(run_on)
            file.fault(key, "unknown-language", wrong, mend, **names)
            meant.add(names.get("near", ""))
        elif file.is_a("scalar", value) and file.is_clean(value):
            words[name] = unicodedata.normalize("NFC", value.value.strip())
            if not words[name] or (words[name] in NULLS and not value.style):
                _tell_no_words(file, value, N_("Write them in this language."))
                words[name] = ""
    for language in file.languages:
        if language not in meant and language not in words and not any(key.value == language for key, _ in node.value):
            file.fault(
                node,
                "missing-language",
                N_("'{language}' is missing."),
                N_("Write the same words in this language."),
                language=language,
            )
    complete = all(words.get(language) for language in file.languages)
    return file.keep(Text(words), node) if complete and words else BROKEN


def take_scalar(file: Findings, kind: Any, node: Node) -> Any:
    """One plain value of a kind: an id, words, true or false, a number or a date; `BROKEN` where it is none."""
    if not file.is_a("scalar", node):
        return BROKEN
    words: str = unicodedata.normalize("NFC", node.value.strip())
    if kind is bool:
        if words in ("true", "false"):
            return words == "true"
        return file.fault(
            node, "not-true-or-false", N_("'{found}' is neither true nor false."), N_("Write true or false."), found=words
        )
    if kind is int:
        if words.isascii() and words.isdigit() and len(words) < 10:
            return int(words)
        return file.fault(node, "not-a-number", N_("'{found}' is not a whole number."), N_("Write digits only."), found=words)
    if kind is date:
        try:
            return date.fromisoformat(words if DAY.fullmatch(words) else "")
        except ValueError:
            form = N_("Write year, month and day in this form: 2026-11-22 is November 22, 2026.")
            return file.fault(node, "not-a-date", N_("'{found}' is not a date."), form, found=words)
    if not words or (kind is str and words in NULLS and not node.style):
        return _tell_no_words(file, node, N_("Write them, or delete the key."))
    if kind is Id and not ID.fullmatch(words):
        return file.fault(node, "bad-id", NOT_AN_ID, ID_SIGNS, found=words)
    return words


def take_one_of(file: Findings, words: tuple[str, ...], node: Node, make: Any) -> Any:
    """What `make` makes of one of some fixed words; `BROKEN` where others stand there."""
    if not file.is_a("scalar", node):
        return BROKEN
    if node.value in words:
        return make(node.value)
    return file.fault(
        node,
        "not-one-of",
        N_("'{found}' is not one of: {words}."),
        N_("Write one of these."),
        found=node.value,
        words=", ".join(words),
    )


def _tell_no_words(file: Findings, node: Node, mend: str) -> object:
    from safeclass.course.slips import NOTHING
    from safeclass.course.slips.unread import all_behind_hash

    if node.value in NULLS:
        return file.fault(node, "empty-text", *NOTHING, found=node.value)
    if not node.style and (slip := all_behind_hash(file.text, node.start_mark.line)):
        place = Place(file.path, slip.line + 1, slip.column + 1)
        return file.fault(place, "words-behind-hash", slip.wrong, slip.mend, **slip.names)
    return file.fault(node, "empty-text", N_("There are no words here."), mend)
