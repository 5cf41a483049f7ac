"""What an author's editor shows: help in every language of the course, and examples of cards that the reader reads."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from safeclass.cli import main
from safeclass.course import shape as shapes
from safeclass.course.json_schema import FILES, schemas
from safeclass.course.reading import Reading
from safeclass.course.shape import record_of

SCHEMAS = {name.removesuffix(".schema.json"): json.loads(text) for name, text in schemas(("ko", "en")).items()}


def definitions() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every kind of thing of content, and what its schema tells."""
    for schema in SCHEMAS.values():
        yield from schema["definitions"].items()


def helps(schema: dict[str, Any]) -> Iterator[str]:
    """Every help that a part of a schema holds."""
    for name, part in schema.items():
        if name == "description":
            yield part
        elif name == "enumDescriptions":
            yield from part
        elif isinstance(part, dict):
            yield from helps(part)
        elif isinstance(part, list):
            yield from (told for inner in part if isinstance(inner, dict) for told in helps(inner))


def test_every_thing_key_and_fixed_word_has_help_in_both_languages_korean_first() -> None:
    for name, definition in definitions():
        properties = definition["properties"].values() if name != "Text" else ()
        for described in (definition, *properties):
            assert "description" in described, name
            assert len(described.get("enum", ())) == len(described.get("enumDescriptions", ())), name
    told = [help for schema in SCHEMAS.values() for help in helps(schema)]
    assert len(told) > 200
    for help in told:
        korean, english = help.split("\n")
        assert re.search("[가-힣]", korean)
        assert not re.search("[가-힣]", english)
        assert korean.endswith((".", "?"))
        assert english.endswith(".")
        assert "`" not in help, "an editor shows the sign as it is"


def test_the_first_key_of_a_card_tells_what_the_card_is() -> None:
    lesson = SCHEMAS["lesson"]["definitions"]
    for kind in ("Choice", "OX", "Scene", "Help"):
        korean, english = lesson[kind]["description"].split("\n")
        told = lesson[kind]["properties"][kind.lower()]["description"]
        assert korean in told
        assert english in told


def test_all_kinds_of_card_are_offered_while_one_is_typed() -> None:
    items = SCHEMAS["lesson"]["definitions"]["Lesson"]["properties"]["cards"]["items"]
    assert len(items["anyOf"]) == 12, "of oneOf the YAML language server completes only one kind once a letter is typed"


def test_help_beside_a_reference_is_not_hidden_by_it() -> None:
    asked = SCHEMAS["lesson"]["definitions"]["Choice"]["properties"]["ask"]
    assert asked["$ref"] == "#/definitions/Text"
    assert "one question" in asked["description"]


def test_languages_come_from_the_course_and_one_without_words_of_its_own_adds_none() -> None:
    three = json.loads(schemas(("ko", "en", "vi"))["lesson.schema.json"])["definitions"]
    assert three["Text"]["required"] == ["ko", "en", "vi"]
    assert three["Choice"]["description"] == SCHEMAS["lesson"]["definitions"]["Choice"]["description"]
    assert 'vi: "' in three["Choice"]["defaultSnippets"][0]["body"]["ask"]
    korean = json.loads(schemas(("ko",))["lesson.schema.json"])["definitions"]
    assert "\n" not in korean["Choice"]["description"]
    assert re.search("[가-힣]", korean["Choice"]["description"])


@pytest.mark.parametrize("language", ["ko", "en", "both"])
@pytest.mark.parametrize("machine", ["ko_KR.UTF-8", "en_GB.UTF-8", "C"])
def test_the_schemas_are_the_same_whoever_writes_them(language: str, machine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", machine)
    assert main(["schema", "--check", "--language", language]) == 0


def filled(body: dict[str, Any]) -> str:
    """The YAML that an author has who types a word at each place of an example."""

    def typed(value: str) -> str:
        value = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\|\}", r"\1", value)
        return re.sub(r"\$(\d+)", r"w\1", value)

    lines = []
    for key, value in body.items():
        if isinstance(value, list):
            lines += [f"{key}:", *(f"  - {typed(item)}" for item in value)]
        else:
            lines.append(f"{key}: {typed(value)}")
    return "\n".join(lines) + "\n"


def records() -> Iterator[shapes.Record]:
    """Every shape that an editor has an example of."""
    seen: set[str] = set()
    waiting: list[shapes.Shape] = [record_of(model) for model in FILES.values()]
    while waiting:
        match waiting.pop():
            case shapes.Record() as record if record.type.__name__ not in seen:
                seen.add(record.type.__name__)
                waiting += [key.shape for key in record.keys]
                if record.is_named_by_its_first_key and record.type not in FILES.values():
                    yield record
            case shapes.Listed(of=of) | shapes.PerLanguage(of=of):
                waiting.append(of)
            case shapes.Kinds(records=kinds):
                waiting += kinds.values()


EXAMPLES = {record.type.__name__: record for record in records()}


def test_there_is_an_example_of_every_card() -> None:
    kinds = {"page", "choice", "several", "ox", "order", "match", "sort", "fill", "scene", "attitude", "think", "help"}
    assert kinds < {record.name for record in EXAMPLES.values()}


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_an_example_that_an_editor_writes_out_has_the_shape_that_is_due(name: str) -> None:
    definition = next(definition for called, definition in definitions() if called == name)
    (snippet,) = definition["defaultSnippets"]
    reading = Reading("example.yaml", ("ko", "en"))
    reading.read(filled(snippet["body"]).encode(), EXAMPLES[name].type)
    of_a_date_or_a_number = {"not-a-date", "not-a-number"}
    assert {fault.rule for fault in reading.faults} - of_a_date_or_a_number == set()


def test_an_example_of_a_choice_has_three_options_and_the_first_is_right() -> None:
    (snippet,) = SCHEMAS["lesson"]["definitions"]["Choice"]["defaultSnippets"]
    options = snippet["body"]["options"]
    assert ["right: true" in option for option in options] == [True, False, False]
