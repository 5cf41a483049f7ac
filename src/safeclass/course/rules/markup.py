"""What keeps signs that stand for something else from being shown: those of a citation, of bold, and of a text in YAML."""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.rules.manuscript import Manuscript
from safeclass.course.rules.rule import Passage, Rule
from safeclass.course.wording import CITATION
from safeclass.language import N_
from safeclass.language.pattern import compile_later

STRAY_MARKUP = Rule(
    "stray-markup",
    Severity.ERROR,
    N_("'{found}' would be shown as it is in '{language}'."),
    N_("A citation is written {{name}} without spaces or capitals, bold is written **so**. Delete any other such sign."),
)
UNPAIRED = Rule(
    "unpaired-quote",
    Severity.WARNING,
    N_("In '{language}' a double quotation mark has no pair."),
    N_("Add the other one, or delete it. Where it was to begin or end the whole text, the other one is missing there."),
)

STRAY = compile_later(r"\{[^{}\n]{0,20}\}?|\}|\*[^*\n]{0,20}\*?|</?[a-zA-Z][^<>\n]{0,20}>|^#+ |`", re.MULTILINE)
BOLD = compile_later(r"\*\*(.+?)\*\*", re.DOTALL)
PARAGRAPH = compile_later(r"\n\s*\n")


def suspect_markup(manuscript: Manuscript) -> Iterator[int]:
    """The passages that hold such a sign once their citations are left out, or a double quotation mark."""
    for language, run in manuscript.written.items():
        yield from run.holding('"')
        yield from manuscript.bare[language].holding("{", "}", "*", "<", "#", "`")


def check_markup(passage: Passage, place: Place) -> Iterator[Fault]:
    """The first sign in each language of a passage that stands for nothing."""
    for language, words in passage.written.items():
        bare = CITATION.sub(r"\1", words)
        for paragraph in PARAGRAPH.split(bare):
            if found := STRAY.search(BOLD.sub(r"\1", paragraph)):
                yield STRAY_MARKUP.broken(place, found=found[0], language=language)
                break
        if words.count('"') % 2:
            yield UNPAIRED.broken(place, language=language)
