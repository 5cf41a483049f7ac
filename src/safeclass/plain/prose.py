"""Running text of several paragraphs, each in the first language and then in the second; facts in lines of their own."""

from __future__ import annotations

from collections.abc import Sequence

from safeclass.course.facts import Fact
from safeclass.course.text import Text
from safeclass.course.wording import Alone, FactBlock, Paragraph
from safeclass.plain.desk import Desk, Said


def tell_text(desk: Desk, text: Text) -> None:
    """Write a text's paragraphs. A language with more of them than the other keeps them all."""
    told = {language: desk.wording.paragraphs(text, language) for language in desk.words.shown}
    for index in range(max(map(len, told.values()))):
        beside = {language: paragraphs[index] for language, paragraphs in told.items() if index < len(paragraphs)}
        if index:
            desk.paper.gap()
        first = next(iter(beside.values()))
        if isinstance(first, FactBlock) and all(paragraph == first for paragraph in beside.values()):
            for said in lines_of(desk, first.fact):
                desk.write(said)
            continue
        for language, paragraph in beside.items():
            for words in _words_of(desk, paragraph, language):
                desk.paper.write(words)


def _words_of(desk: Desk, paragraph: Paragraph, language: str) -> list[str]:
    if isinstance(paragraph, FactBlock):
        return [said(language) for said in lines_of(desk, paragraph.fact)]
    runs = paragraph.runs if isinstance(paragraph, Alone) else paragraph
    return ["".join(run.words for run in runs)]


def lines_of(desk: Desk, fact: Fact) -> list[Said]:
    """A fact in lines of its own: what, the value, the law, since when, and as of when or that it may have changed."""
    law: Sequence[Text] = (fact.law,) if fact.law else ()
    return [*map(desk.of, (fact.about, fact.value, *law)), lambda language: desk.wording.held_from(fact, language)]
