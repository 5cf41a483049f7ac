"""The JSON Schemas that an author's editor checks with say the same as the reader, and are those that lie in content/."""

from __future__ import annotations

import json
import re
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from mutations import SHAPE, Mutation

from safeclass.commands import schema as schema_command
from safeclass.course.json_schema import FILES, schemas
from safeclass.paths import shipped

SMALL_COURSE = Path(__file__).parent / "small_course"
CONTENT = shipped()
SCHEMAS = {name.removesuffix(".schema.json"): json.loads(text) for name, text in schemas(("ko", "en")).items()}

SEEN_BY_BOTH = {
    "unknown-key",
    "missing-key",
    "not-mapping",
    "not-sequence",
    "not-scalar",
    "one-language",
    "unknown-language",
    "missing-language",
    "not-true-or-false",
    "not-a-number",
    "not-a-date",
    "bad-id",
    "not-one-of",
    "unknown-kind",
}
"""Rules that a schema can keep as well."""


class EditorLoader(yaml.SafeLoader):
    """YAML 1.2 as an editor reads it: only true, false, numbers and null are something else than words."""


EditorLoader.yaml_implicit_resolvers = {}
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|false)$"), list("tf"))
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), list("-+0123456789"))
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:float", re.compile(r"^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]+)?$"), list("-+0123456789.")
)
EditorLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), ["~", "n", ""])
EditorLoader.yaml_constructors = EditorLoader.yaml_constructors | {
    "tag:yaml.org,2002:int": lambda loader, node: int(node.value),
}

TYPES: dict[str, Any] = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int, "number": (int, float)}


def is_of(kind: str, value: object) -> bool:
    return isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))


def complaints(schema: dict[str, Any], root: dict[str, Any], value: Any, at: str = "") -> list[str]:
    """What a value breaks of a schema: the keywords that the schemas here are made of, and no other."""
    known = {"$schema", "title", "description", "definitions", "$ref", "anyOf", "enum", "type", "pattern", "format"}
    known |= {"properties", "required", "additionalProperties", "items", "minimum", "maximum"}
    known |= {"enumDescriptions", "defaultSnippets"}  # only editors know these
    assert set(schema) <= known, f"a keyword that this check does not know: {set(schema) - known}"
    found: list[str] = []
    if "$ref" in schema:
        found += complaints(root["definitions"][schema["$ref"].removeprefix("#/definitions/")], root, value, at)
    if "anyOf" in schema and sum(not complaints(part, root, value, at) for part in schema["anyOf"]) != 1:
        found.append(f"{at}: fits not exactly one")
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: not one of {schema['enum']}")
    kinds = schema.get("type", ())
    if kinds and not any(is_of(kind, value) for kind in ([kinds] if isinstance(kinds, str) else kinds)):
        found.append(f"{at}: not of {kinds}")
    if "pattern" in schema and isinstance(value, str) and not re.search(schema["pattern"], value):
        found.append(f"{at}: '{value}' does not look like {schema['pattern']}")
    if is_of("number", value) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        found.append(f"{at}: {value} is too small or too large")
    if schema.get("format") == "date" and isinstance(value, str):
        try:
            assert date.fromisoformat(value).isoformat() == value
        except (ValueError, AssertionError):
            found.append(f"{at}: '{value}' is no date")
    if isinstance(value, dict):
        found += [f"{at}: {key} is missing" for key in schema.get("required", ()) if key not in value]
        for key, inner in value.items():
            if key in schema.get("properties", {}):
                found += complaints(schema["properties"][key], root, inner, f"{at}/{key}")
            elif schema.get("additionalProperties") is False:
                found.append(f"{at}: {key} is unknown")
            elif isinstance(schema.get("additionalProperties"), dict):
                found += complaints(schema["additionalProperties"], root, inner, f"{at}/{key}")
    if isinstance(value, list) and "items" in schema:
        for index, inner in enumerate(value):
            found += complaints(schema["items"], root, inner, f"{at}/{index}")
    return found


def check(path: Path) -> list[str]:
    schema = SCHEMAS["lesson" if path.parent.name == "lessons" else path.stem]
    return complaints(schema, schema, yaml.load(path.read_text(encoding="utf-8"), Loader=EditorLoader))


def by_name(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=[path.name for path in paths])


@by_name(sorted(CONTENT.rglob("*.yaml")) + sorted(SMALL_COURSE.rglob("*.yaml")))
def test_every_file_keeps_its_schema(path: Path) -> None:
    assert check(path) == []


def is_seen_by_both(mutation: Mutation) -> bool:
    """Whether a schema can know; of a key that is no scalar JSON knows nothing."""
    return mutation.rule in SEEN_BY_BOTH and "? " not in mutation.new


@pytest.mark.parametrize("mutation", [m for m in SHAPE if is_seen_by_both(m)], ids=lambda mutation: mutation.name)
def test_what_the_reader_refuses_the_schema_refuses(mutation: Mutation, course_folder: Path) -> None:
    mutation.breaks(course_folder)
    assert check(course_folder / mutation.file) != []


@by_name(sorted(CONTENT.rglob("*.yaml")))
def test_every_file_names_its_schema(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found
    named = (path.parent / found[1]).resolve()
    assert named.is_file()
    assert named.name == ("lesson" if path.parent.name == "lessons" else path.stem) + ".schema.json"


def test_the_schemas_in_content_are_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert schema_command.run(Namespace(course=None, language=None, check=True)) == 0
    assert capsys.readouterr().out.splitlines() in (["All schemas are up to date."], ["모든 스키마가 지금 과정에 맞아요."])


def test_a_schema_that_is_not_up_to_date_is_told_and_then_written(
    course_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {"course": str(course_folder), "language": "en"}
    assert schema_command.run(Namespace(**asked, check=True)) == 1
    told = capsys.readouterr().out
    assert all(f"{name}.schema.json" in told for name in FILES)
    assert not list(course_folder.glob("*.json"))
    assert schema_command.run(Namespace(**asked, check=False)) == 0
    assert capsys.readouterr().out.splitlines() == [f"Written: {name}.schema.json" for name in FILES]
    assert {path.name for path in course_folder.glob("*.json")} == {f"{name}.schema.json" for name in FILES}
    assert schema_command.run(Namespace(**asked, check=True)) == 0
    assert schema_command.run(Namespace(**asked, check=False)) == 0
    assert capsys.readouterr().out.splitlines() == ["All schemas are up to date."] * 2
