"""JSON Schemas of the content files, made from the same shapes that the reader walks."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from safeclass.course import shape as shapes
from safeclass.course.channels import ChannelFile
from safeclass.course.course import CourseFile
from safeclass.course.facts import FactFile, SourceFile
from safeclass.course.model import Lesson
from safeclass.course.straight import ID
from safeclass.course.terms import TermFile

FILES: Mapping[str, type] = {
    "course": CourseFile,
    "lesson": Lesson,
    "facts": FactFile,
    "sources": SourceFile,
    "channels": ChannelFile,
    "terms": TermFile,
}
"""Each kind of file, and the model of what it holds."""

Json = dict[str, object]


def schemas(languages: Iterable[str]) -> dict[str, str]:
    """The text of each schema file by its name."""
    known = tuple(languages)
    return {
        f"{name}.schema.json": json.dumps(_file_schema(name, model, known), ensure_ascii=False, indent=1) + "\n"
        for name, model in FILES.items()
    }


def _file_schema(name: str, model: type, languages: tuple[str, ...]) -> Json:
    definitions: dict[str, Json] = {}
    root = _schema(shapes.record_of(model), languages, definitions)
    definitions["Text"] = {
        "type": "object",
        "description": "The same words in every language.",
        "properties": {language: {"type": ["string", "number", "boolean"]} for language in languages},
        "required": list(languages),
        "additionalProperties": False,
    }
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": name, **root, "definitions": definitions}


def _schema(shape: shapes.Shape, languages: tuple[str, ...], definitions: dict[str, Json]) -> Json:
    match shape:
        case shapes.Words():
            return {"$ref": "#/definitions/Text"}
        case shapes.Scalar(type=kind):
            return _scalar(kind)
        case shapes.OneOf(enum=enum):
            return {"enum": [word.value for word in enum]}
        case shapes.Listed(of=of):
            return {"type": "array", "items": _schema(of, languages, definitions)}
        case shapes.PerLanguage(of=of):
            return {"type": "object", "additionalProperties": _schema(of, languages, definitions)}
        case shapes.Kinds(records=records):
            return {"oneOf": [_schema(record, languages, definitions) for record in records.values()]}
        case shapes.Record():
            return _record(shape, languages, definitions)


def _scalar(kind: object) -> Json:
    if kind is bool:
        return {"type": "boolean"}
    if kind is int:
        return {"type": "integer", "minimum": 0, "maximum": 999_999_999}
    if kind is str:
        return {"type": ["string", "number"]}
    name = getattr(kind, "__name__", "")
    if name == "date":
        return {"type": "string", "format": "date"}
    return {"type": ["string", "number"], "pattern": f"^{ID.pattern}$"}


def _record(record: shapes.Record, languages: tuple[str, ...], definitions: dict[str, Json]) -> Json:
    name = record.type.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name].update(
            {
                "type": "object",
                "description": (record.type.__doc__ or "").split("\n")[0],
                "properties": {
                    key.name: {"description": key.help, "allOf": [_schema(key.shape, languages, definitions)]}
                    for key in record.keys
                },
                "required": [key.name for key in record.keys if key.required],
                "additionalProperties": False,
            }
        )
    return {"$ref": f"#/definitions/{name}"}
