"""The whole file: the pages to hand out in each language, then the teacher's, with everything they need inside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from safeclass.course.course_file import Unit
from safeclass.course.lesson import Lesson
from safeclass.course.wording import Wording
from safeclass.handout.markup import Markup, element, joined
from safeclass.handout.pupil import pupil_page
from safeclass.handout.side import Side
from safeclass.handout.teacher import teacher_page

STYLE = Path(__file__).with_name("handout.css")
"""How the pages look, on paper and on a screen."""

NOTHING_FROM_OUTSIDE = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser is told: no script, no picture, nothing from anywhere."""

MARK = re.compile(r'<meta name="generator" content="SafeClass ([0-9a-f]{64})">')
"""How a handout is known again: a digest of everything but itself."""


def handout(lesson: Lesson, unit: Unit | None, wording: Wording, languages: Sequence[str]) -> str:
    """A lesson as an HTML file. In two languages each page has both its sides: one to hand out, one for the teacher."""
    sides = [Side(lesson, unit, wording, language) for language in languages]
    pages = [pupil_page(side) for side in sides]
    if lesson.teacher:
        pages += [teacher_page(side, lesson.teacher) for side in sides]
    title = wording.plain(lesson.title, languages[0])
    head = element(
        "head",
        Markup('<meta charset="utf-8">'),
        Markup(f'<meta http-equiv="Content-Security-Policy" content="{NOTHING_FROM_OUTSIDE}">'),
        Markup('<meta name="viewport" content="width=device-width">'),
        element("title", f"{title} - SafeClass"),
        Markup(f"<style>\n{STYLE.read_text(encoding='utf-8')}</style>"),
    )
    body = element("body", element("main", *pages))
    written = joined([Markup("<!DOCTYPE html>\n"), element("html", head, "\n", body, lang=languages[0]), Markup("\n")])
    mark = Markup(f'<meta name="generator" content="SafeClass {_digest(written)}">')
    return written.replace("</title>", f"</title>{mark}", 1)


def is_as_made(written: str) -> bool:
    """Whether a file is a handout that nobody has changed since it was made."""
    found = MARK.search(written)
    return found is not None and found[1] == _digest(written.replace(found[0], "", 1))


def _digest(written: str) -> str:
    return sha256(written.encode()).hexdigest()
