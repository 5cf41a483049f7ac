"""Faults as SARIF 2.1.0, which editors and code hosts read."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import quote

from safeclass.course.fault import Fault, Severity
from safeclass.course.rules import RULES
from safeclass.language import translate

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
"""What the output keeps to."""

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
"""What SARIF calls a severity."""


def as_sarif(faults: Iterable[Fault], language: str, base: str) -> dict[str, object]:
    """One run of the checker; places are relative to the address of the course's folder, words are in one language."""
    told = list(faults)
    used = list(dict.fromkeys(fault.rule for fault in told))
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "SafeClass",
                        "rules": [
                            {"id": rule, "shortDescription": {"text": translate(RULES.get(rule, rule), language)}}
                            for rule in used
                        ],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {"COURSE": {"uri": base}},
                "results": [_result(fault, used.index(fault.rule), language) for fault in told],
            }
        ],
    }


def _result(fault: Fault, index: int, language: str) -> dict[str, object]:
    where: dict[str, object] = {"artifactLocation": {"uri": quote(fault.place.path), "uriBaseId": "COURSE"}}
    if fault.place.line:
        where["region"] = {"startLine": fault.place.line, "startColumn": max(fault.place.column, 1)}
    return {
        "ruleId": fault.rule,
        "ruleIndex": index,
        "level": LEVELS[fault.severity],
        "message": {"text": f"{fault.say(language)} {fault.say_mend(language)}"},
        "locations": [{"physicalLocation": where}],
    }
