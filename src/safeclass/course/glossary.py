"""The words of the law that a course explains: those of its terms with a gloss whose words its lessons use."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from safeclass.course.course import Course
from safeclass.course.terms import Term
from safeclass.course.text import Text
from safeclass.course.wording import citations

HANGUL = re.compile("[가-힣]")


def glossary(course: Course) -> tuple[Term, ...]:
    """The terms that are explained, as they stand in the file.

    Lessons, and the questions before and after the course, are looked through as they are written, and what they cite as it
    reads, so that none needs to be read in full.
    """
    left = {name: term for name, term in course.registry.terms.items() if term.gloss is not None}
    found: set[str] = set()
    for words in _words_of(course):
        found.update(name for name in left.keys() - found if is_said(left[name], words))
    return tuple(term for name, term in left.items() if name in found)


def in_order(terms: tuple[Term, ...], language: str) -> list[Term]:
    """Terms in the order of a dictionary."""
    return sorted(terms, key=lambda term: term.use[language].casefold())


def is_said(term: Term, words: str) -> bool:
    """Whether words, folded to lower case, use a term in whichever language."""
    return any(_stands_in(name, words) for language in term.use for name in term.names(language))


def _stands_in(word: str, words: str) -> bool:
    """Whether a word stands among words, and not only inside another one.

    A Korean word goes on with its particle or ending; a word of another script ends where it ends, or with a plural.
    """
    at = words.find(word)
    while at >= 0:
        end = at + len(word)
        if HANGUL.match(word):
            is_whole = not HANGUL.match(words[at - 1 : at])
        else:
            after = words[end : end + 2].removeprefix("s")[:1]
            is_whole = not words[at - 1 : at].isalnum() and not after.isalnum()
        if is_whole:
            return True
        at = words.find(word, end)
    return False


def _words_of(course: Course) -> Iterator[str]:
    """What the lessons say, folded to lower case, a file at a time, each with what it cites that was not cited before."""
    seen: set[tuple[str, str | None]] = set()
    for written in course.written_lessons():
        said = [unicodedata.normalize("NFC", written)]
        for citation in citations(written):
            if (citation.name, citation.part) not in seen:
                seen.add((citation.name, citation.part))
                cited = course.registry.cite(citation.name, citation.part)
                said.extend(cited.values() if isinstance(cited, Text) else ())
        yield "\n".join(said).casefold()
