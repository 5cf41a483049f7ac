"""The Korean catalogue holds every message of the program, no other, and the same names in braces."""

from __future__ import annotations

import argparse
import io
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po

from safeclass.course.json_schema import schemas
from safeclass.course.rules import RULES
from safeclass.language import LOCALE_FOLDER

PACKAGE = Path(__file__).parents[2] / "src" / "safeclass"
PO = LOCALE_FOLDER / "ko" / "LC_MESSAGES" / "safeclass.po"
KEYWORDS = {"_": None, "N_": None, "say": None, "translate": None, "ngettext": (1, 2)}

ONLY_SIGNS = re.compile(r"(?:[\W\d_OX]|safeclass)*")
"""What needs no Hangul: signs, the two answers of an O/X question, and what one types."""
NAME = re.compile(r"\{[a-z_]*\}|%\([a-z_]*\)[a-z]|%[a-z]")
"""A place that words are put into: in our messages, and in those of argparse."""


def messages_in(paths: Iterable[Path]) -> dict[str, str]:
    """Every message of some sources, and where it first stands; of one that counts, its singular."""
    found: dict[str, str] = {}
    for path in paths:
        with path.open("rb") as file:
            for line, words, _comments, _context in extract("python", file, KEYWORDS):
                for word in words[:1] if isinstance(words, tuple) else (words,):
                    found.setdefault(word, f"{path.name}:{line}")
    return found


def messages() -> dict[str, str]:
    """Every message of the program, what each rule asks for, and every help that an author's editor shows for content."""
    return dict.fromkeys(RULES.values(), "rules") | messages_of_schemas() | messages_in(sorted(PACKAGE.rglob("*.py")))


def messages_of_schemas() -> dict[str, str]:
    """What the schemas tell of content: taken from the shapes while they are written, so that no second list is kept."""
    found: dict[str, str] = {}

    def note(words: str, _language: str) -> str:
        found[words] = "schemas"
        return words

    schemas(("ko",), note)
    return found


@pytest.fixture(scope="module")
def catalogue() -> dict[str, Message]:
    with PO.open("rb") as file:
        entries = read_po(file, locale="ko")
    return {messages_of(entry)[0]: entry for entry in entries if entry.id}


def messages_of(entry: Message) -> list[str]:
    """The message, or of one that counts its singular and plural."""
    return [entry.id] if isinstance(entry.id, str) else list(entry.id)


def said(entry: Message) -> list[str]:
    return list(entry.string) if isinstance(entry.string, tuple | list) else [entry.string or ""]


def names_in(words: str) -> set[str]:
    return set(NAME.findall(words))


def test_messages_are_found() -> None:
    assert len(messages()) > 100


def test_nothing_is_missing(catalogue: dict[str, Message]) -> None:
    assert {words: place for words, place in messages().items() if words not in catalogue} == {}


def test_nothing_is_stale(catalogue: dict[str, Message]) -> None:
    of_argparse = messages_in([Path(argparse.__file__)])
    assert set(catalogue) - set(messages()) - set(of_argparse) == set()


def test_everything_is_translated_and_nothing_is_a_guess(catalogue: dict[str, Message]) -> None:
    assert [words for words, entry in catalogue.items() if not all(said(entry)) or entry.fuzzy] == []


def test_nothing_stands_in_it_twice() -> None:
    written = re.findall(r'(?m)^msgid ((?:".*"\n)+)', PO.read_text(encoding="utf-8"))
    assert len(written) == len(set(written))


def test_names_in_braces_are_the_same(catalogue: dict[str, Message]) -> None:
    wrong = {}
    for words, entry in catalogue.items():
        due = set().union(*map(names_in, messages_of(entry)))
        if any(names_in(korean) != due for korean in said(entry)):
            wrong[words] = said(entry)
    assert wrong == {}


def test_korean_is_korean(catalogue: dict[str, Message]) -> None:
    def is_korean(korean: str) -> bool:
        bare = NAME.sub("", korean)
        return bool(re.search("[가-힣]", bare)) or bool(ONLY_SIGNS.fullmatch(bare))

    assert {words: said(entry) for words, entry in catalogue.items() if not all(map(is_korean, said(entry)))} == {}


def test_no_particle_is_left_open(catalogue: dict[str, Message]) -> None:
    open_particle = re.compile(r"[은는이가을를과와]\([은는이가을를과와]\)|\(으\)로|이\(에\)요")
    assert [words for words, entry in catalogue.items() if any(map(open_particle.search, said(entry)))] == []


def test_no_particle_that_depends_on_the_word_stands_after_a_name(catalogue: dict[str, Message]) -> None:
    after_name = re.compile(r"\}['\"]?(?:은|는|이|가|을|를|과|와|으로|로|이에요|예요)(?![가-힣])")
    found = {words: said(entry) for words, entry in catalogue.items() if any(map(after_name.search, said(entry)))}
    assert found == {}, "a variable stands alone, before a fixed noun, or with its unit"


def test_signs_that_terminals_disagree_on_are_not_used(catalogue: dict[str, Message]) -> None:
    forbidden = re.compile("[\u2026\u2014\u2013\u00b7\u2192\u201c\u201d\u2018\u2019\u2460-\u2473!]")
    found = {words for words, entry in catalogue.items() if any(forbidden.search(part) for part in (words, *said(entry)))}
    assert found == set()


def test_the_compiled_catalogue_is_the_one_that_is_written(catalogue: dict[str, Message]) -> None:
    from gettext import GNUTranslations

    from babel.messages.mofile import write_mo

    from safeclass.language import translate

    with PO.open("rb") as file:
        made = io.BytesIO()
        write_mo(made, read_po(file, locale="ko"))
    made.seek(0)
    fresh = GNUTranslations(made)
    assert all(translate(words, "ko") == fresh.gettext(words) for words in catalogue)
