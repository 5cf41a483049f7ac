"""Words of a course that would like to be more than words."""

from __future__ import annotations

from pathlib import Path

import pytest
from pages import read, written_in

from safeclass.course.runs import Role, Run
from safeclass.handout.markup import element, runs


@pytest.mark.parametrize(
    "words",
    [
        "<script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        '\\" onmouseover=\\"alert(1)',
        "' lang='x",
        "&lt;b&gt; &amp;amp;",
        "<!-- --> ]]> <?php ?>",
    ],
)
def test_markup_in_a_lesson_is_read_as_words(course_folder: Path, words: str) -> None:
    file = course_folder / "lessons" / "every-kind.yaml"
    text = file.read_text(encoding="utf-8")
    for said in ("OK to take it?", "Ask before taking one.", "Ask and answer."):
        assert said in text
        text = text.replace(said, words)
    file.write_text(text, encoding="utf-8")
    written = written_in(course_folder, "every-kind")
    page = read(written)
    assert page.faults == []
    assert set(page.tags) & {"script", "img"} == set()
    assert not any(name.startswith("on") for _tag, name, _value in page.attributes)
    assert page.words["en"].count(words.replace('\\"', '"')) >= 3
    assert written.count("</title>") == 1


def test_signs_that_steer_or_hide_are_left_out() -> None:
    assert element("p", "a\u202eb\u200bc\x1b[31md\u2066e") == "<p>abc[31mde</p>"
    assert element("p", lang='k"o\u202e') == '<p lang="k&quot;o"></p>'


def test_a_value_that_holds_markup_stays_a_value() -> None:
    assert runs((Run("<b>", Role.FACT), Run("&", Role.BOLD))) == '<span class="fact">&lt;b&gt;</span><strong>&amp;</strong>'


@pytest.mark.parametrize("name", ["channels.yaml", "terms.yaml", "facts.yaml", "sources.yaml"])
def test_a_sheet_is_made_whichever_registry_cannot_be_read(course_folder: Path, name: str) -> None:
    (course_folder / name).write_text("[[[", encoding="utf-8")
    page = read(written_in(course_folder, "short-one"))
    assert page.faults == []
    assert all("112" in page.words[language] for language in ("ko", "en"))


def test_a_lesson_with_little_in_it_still_makes_a_sheet(course_folder: Path) -> None:
    page = read(written_in(course_folder, "short-one"))
    assert page.faults == []
    assert page.tags.count("article") == 2
    assert "112" in page.words["ko"]
