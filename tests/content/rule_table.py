"""The tables of rules in the author's guide: what each asks for, in both languages. Run this file to write them anew."""

from __future__ import annotations

from pathlib import Path

from safeclass.course.rules import CARDS, COURSE, PLAYABLE, SHAPE
from safeclass.language import translate

GUIDE = Path(__file__).parents[2] / "content" / "README.md"
BEGIN = "<!-- rules: written by tests/content/rule_table.py -->\n"
END = "<!-- end of rules -->\n"

FAMILIES = {
    "읽을 수 있는지 / Whether it can be read": SHAPE,
    "카드를 열 수 있는지 / Whether a card can be played": PLAYABLE,
    "카드마다 / Each card": CARDS,
    "수업과 목록 파일마다 / Each lesson and registry": COURSE,
}
"""What a family of rules is called in the guide."""


def tables() -> str:
    """Every family of rules as a table."""
    parts = []
    for title, rules in FAMILIES.items():
        rows = "".join(f"| `{rule}` | {translate(asks, 'ko')} | {asks} |\n" for rule, asks in rules.items())
        parts.append(f"### {title}\n\n| id | 무엇을 묻는지 | what it asks for |\n|---|---|---|\n{rows}")
    return "\n".join(parts)


def parts_of_the_guide() -> tuple[str, str, str]:
    """The guide up to the tables, the tables, and the rest."""
    before, _begin, rest = GUIDE.read_text(encoding="utf-8").partition(BEGIN)
    written, _end, after = rest.partition(END)
    return before, written.strip("\n") + "\n", after


if __name__ == "__main__":
    before, _written, after = parts_of_the_guide()
    GUIDE.write_text(f"{before}{BEGIN}\n{tables()}\n{END}{after}", encoding="utf-8")
