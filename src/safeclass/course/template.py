"""The lesson an author starts from: one card of each kind that is used most, with notes that teach, and with reminders."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

TEMPLATE = Path(__file__).with_name("template.yaml")
"""The lesson as it lies here, in Korean and English; what stands in braces and is no citation is filled in."""

WRITTEN_IN = ("ko", "en")
"""The languages of the template; a course's other languages begin with the words of the last of them."""

SENSITIVE = """\

# 민감한 수업은 주제를 알리는 차분한 한 줄과, 하고 싶지 않은 사람이 읽을 요약으로 시작해요.
# A sensitive lesson begins with one calm line on its topic, and a summary for who would rather not take it.
note:
  ko: "할 일: 무엇을 다루는 수업인지 한 줄로 적어요."
  en: "TODO: write in one line what this lesson is about."
summary:
  ko: |
    할 일: 수업 내용을 몇 문장으로 적어요.

    {fault}
  en: |
    TODO: write the lesson in a few sentences.

    {fault}
"""
"""What a sensitive lesson has besides."""

BOTH = re.compile(
    r"^(?P<indent> *(?:- )?)ko:(?P<ko>.*\n(?:(?P=indent) .*\n|\n(?= ))*)(?P<more> *)en:(?P<en>.*\n(?:(?P=more)  .*\n|\n(?= ))*)",
    re.M,
)
"""One text of the template in both languages."""


def lesson_template(lesson: str, languages: Sequence[str], channels: Sequence[str], *, is_sensitive: bool) -> str:
    """The YAML of a new lesson for a course with these languages and channels; of channels two are taken."""
    text = TEMPLATE.read_text(encoding="utf-8").replace("{sensitive}\n", SENSITIVE if is_sensitive else "")
    first, second = (*channels, "channel", "channel")[:2]
    for name, value in {"lesson": lesson, "channel_1": f'"{first}"', "channel_2": f'"{second}"'}.items():
        text = text.replace(f"{{{name}}}", value)
    return text if tuple(languages) == WRITTEN_IN else BOTH.sub(lambda found: _in_languages(found, languages), text)


def _in_languages(found: re.Match[str], languages: Sequence[str]) -> str:
    """One text, once for each language of the course."""
    lines = [f"{language}:{found['ko' if language == 'ko' else 'en']}" for language in languages]
    return found["indent"] + found["more"].join(lines)
