"""JSON Schemas of the content files, made from the same shapes that the reader walks.

What an author's editor shows of a key, a card or a fixed word is said in every language of the course, the primary one
first, so that a schema is the same whoever writes it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping

from safeclass.course import shape as shapes
from safeclass.course.channels import ChannelFile
from safeclass.course.course_file import CourseFile
from safeclass.course.example import example_of
from safeclass.course.facts import FactFile, SourceFile
from safeclass.course.lesson import Lesson
from safeclass.course.straight import ID
from safeclass.course.terms import TermFile
from safeclass.language import N_, translate

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

Say = Callable[[str, str], str]
"""A msgid in a language."""


def schemas(languages: Iterable[str], say: Say = translate) -> dict[str, str]:
    """The text of each schema file by its name."""
    known = tuple(languages)
    return {
        f"{name}.schema.json": json.dumps(_Writing(known, say).of_file(name, model), ensure_ascii=False, indent=1) + "\n"
        for name, model in FILES.items()
    }


class _Writing:
    """One schema file being written."""

    def __init__(self, languages: tuple[str, ...], say: Say) -> None:
        self._languages = languages
        self._say = say
        self._definitions: dict[str, Json] = {}

    def of_file(self, name: str, model: type) -> Json:
        """The schema of a kind of file."""
        root = self._of(shapes.record_of(model))
        self._definitions[model.__name__].pop("defaultSnippets", None)  # a whole file begins with `safeclass new`
        self._definitions["Text"] = {
            "type": "object",
            "description": self._told(N_("The same words in every language.")),
            "properties": {language: {"type": ["string", "number", "boolean"]} for language in self._languages},
            "required": list(self._languages),
            "additionalProperties": False,
        }
        return {"$schema": "http://json-schema.org/draft-07/schema#", "title": name, **root, "definitions": self._definitions}

    def _told(self, *messages: str) -> str:
        """Messages in each language of the course, a language a line; one without a catalogue adds nothing."""
        told = (" ".join(self._say(message, language) for message in messages) for language in self._languages)
        return "\n".join(dict.fromkeys(told)).replace("``", "'").replace("`", "'")  # editors show the signs of code as they are

    def _of(self, shape: shapes.Shape) -> Json:
        match shape:
            case shapes.Words():
                return {"$ref": "#/definitions/Text"}
            case shapes.Scalar(type=kind):
                return _scalar(kind)
            case shapes.OneOf(enum=enum):
                return {"enum": [word.value for word in enum], "enumDescriptions": [self._told(word.help) for word in enum]}
            case shapes.Listed(of=of):
                return {"type": "array", "items": self._of(of)}
            case shapes.PerLanguage(of=of):
                return {"type": "object", "additionalProperties": self._of(of)}
            case shapes.Kinds(records=records):
                # Kinds exclude each other anyway; of "oneOf" an editor completes one alone once a letter is typed.
                return {"anyOf": [self._of(record) for record in records.values()]}
            case shapes.Record():
                return self._of_record(shape)

    def _of_record(self, record: shapes.Record) -> Json:
        name = record.type.__name__
        if name not in self._definitions:
            definition = self._definitions[name] = {}
            told = self._told(record.help)
            definition["type"] = "object"
            definition["description"] = told
            definition["properties"] = {key.name: self._of_key(record, key) for key in record.keys}
            definition["required"] = [key.name for key in record.keys if key.required]
            definition["additionalProperties"] = False
            if record.is_named_by_its_first_key:
                body = example_of(record, self._languages)
                definition["defaultSnippets"] = [{"label": f"{record.name}: ...", "description": told, "body": body}]
        return {"$ref": f"#/definitions/{name}"}

    def _of_key(self, record: shapes.Record, key: shapes.Key) -> Json:
        """A key with its help; the key that a thing is named after tells what the thing is, too."""
        messages = (record.help, key.help) if key.name == record.name else (key.help,)
        return {"description": self._told(*messages), **self._of(key.shape)}


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
