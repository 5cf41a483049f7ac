"""The registries of a made course: facts, sources, channels, fixed sentences and terms, as many as a real course has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from corpus_words import Pair, block, quoted

from safeclass.language.dates import write_date

FACTS = [f"fact-{number}" for number in range(1, 61)]
"""Every fact by id; each has the part `when` and the date `since`."""

MONTHS = [write_date(date(2024, month, 1), "en").split()[1] for month in range(1, 13)]
"""The months in English."""

CHANNELS = {
    "112": Pair("경찰", "Police"),
    "117": Pair("학교폭력 신고", "School violence line"),
    "1366": Pair("여성긴급전화", "Women's emergency line"),
    "1388": Pair("청소년 상담", "Youth counselling"),
    "school": Pair("믿는 선생님", "A teacher you trust"),
}

AVOIDED = {
    "sharing": (Pair("퍼뜨리기", "sharing"), ["유출", "새어 나간"], ["leak", "leaked", "leaking"]),
    "picture": (Pair("합성 사진", "edited picture"), ["몹쓸 사진", "야한 합성"], ["dirty picture", "nude fake"]),
    "harm": (Pair("피해를 겪은 사람", "person who was harmed"), ["불쌍한 아이", "피해자다운"], ["poor thing", "victim-like"]),
    "doer": (Pair("만든 사람", "person who made it"), ["괴물", "악마"], ["monster", "beast", "predator"]),
    "telling": (Pair("알리기", "telling"), ["고자질", "일러바치기"], ["snitching", "tattling", "grassing"]),
    "asking": (Pair("물어보기", "asking"), ["허락을 얻어내기", "졸라서"], ["talk into", "wear down"]),
}
"""For each term the word to use, and the words to avoid in Korean and in English."""


def write_registries(folder: Path) -> None:
    """Write the registries into the folder of a course."""
    for name, lines in (("facts", facts()), ("sources", sources()), ("channels", channels()), ("terms", terms())):
        (folder / f"{name}.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def facts() -> Iterator[str]:
    """The lines of facts.yaml."""
    yield "facts:"
    for number, name in enumerate(FACTS, 1):
        year, month, english = 2015 + number % 10, number % 12 + 1, MONTHS[number % 12]
        yield f"  - fact: {name}"
        yield f"    about: {quoted(Pair('조사에서 묻고 들은 것', 'What a survey asked'))}"
        yield f"    value: {quoted(Pair(f'{number + 1}년 이하', f'up to {number + 1} years'))}"
        yield "    parts:"
        yield f"      - {{id: when, value: {quoted(Pair(f'{year}년 {month}월', f'{english} {year}'))}}}"
        yield f"      - {{id: rate, value: {quoted(Pair(f'{number}.5%', f'{number}.5%'))}}}"
        said = f"{year}년 {month}월 조사에서 {{{name}:이/가}} 나왔어요({{{name}.rate}})."
        yield from block("says", Pair(said, f"A survey in {english} {year} gave {{{name}}} ({{{name}.rate}})."), 4)
        yield f"    law: {quoted(Pair(f'약속법 제{number}조', f'Article {number}, Promises Act'))}"
        yield f"    since: {year}-{month:02}-15"
        yield "    as_of: 2026-10-02"
        yield "    checked_on: 2026-11-01"
        yield "    review_by: 2099-01-01"
        yield "    confidence: high"
        yield f"    caution: {quoted(Pair('한 조사의 값이에요.', 'It is the figure of one survey.'))}"
        yield f"    sources: [source-{number % 20}, source-{(number + 7) % 20}]"


def sources() -> Iterator[str]:
    """The lines of sources.yaml."""
    yield "sources:"
    for number in range(20):
        yield f"  - source: source-{number}"
        yield "    kind: release"
        yield f"    title: {quoted(Pair('학생이 답한 조사', 'A survey of pupils'))}"
        yield f"    publisher: {quoted(Pair('조사 센터', 'Survey Centre'))}"
        yield f'    date: "{2015 + number % 10}-{number % 12 + 1:02}"'
        yield f'    address: "https://survey.example/{number}"'


def channels() -> Iterator[str]:
    """The lines of channels.yaml."""
    yield "channels:"
    for name, called in CHANNELS.items():
        yield f'  - channel: "{name}"'
        yield from [f'    number: "{name}"'] if name.isdigit() else []
        yield f"    short: {quoted(Pair(called.ko.split()[0], called.en.split()[0]))}"
        yield f"    name: {quoted(called)}"
        yield "    status: working"
        yield f"    hours: {quoted(Pair('24시간', '24 hours'))}"
        yield f"    for: {quoted(Pair('누구나', 'Anyone'))}"
        yield f"    first: {quoted(Pair('이야기를 들어요.', 'They listen first.'))}"
        yield f"    voice_free: {quoted(Pair('문자로도 돼요.', 'A text is fine.'))}"
        yield f"    languages: {quoted(Pair('한국어', 'Korean'))}"
        yield "    knows:"
        for who in ("name", "guardian", "school", "police"):
            yield f"      {who}: {quoted(Pair('먼저 물어봐요.', 'They ask first.'))}"
        yield "    checked_on: 2026-11-01"
        yield "    sources: [source-1]"


def terms() -> Iterator[str]:
    """The lines of terms.yaml."""
    yield "sentences:"
    yield "  - sentence: fault"
    yield f"    text: {quoted(Pair('당신의 잘못이 아니에요.', 'It is never your fault.'))}"
    yield "terms:"
    for name, (use, korean, english) in AVOIDED.items():
        yield f"  - term: {name}"
        yield f"    use: {quoted(use)}"
        yield f"    avoid: {{ko: [{', '.join(korean)}], en: [{', '.join(english)}]}}"
        yield f"    reason: {quoted(Pair('사람을 아프게 하는 말이에요.', 'These words hurt people.'))}"
