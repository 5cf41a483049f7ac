"""The catalogue that people write becomes the one that the program reads."""

from __future__ import annotations

import shutil
from gettext import GNUTranslations
from pathlib import Path

from safeclass.language import LOCALE_FOLDER
from safeclass.language.build import compile_catalogues


def test_what_is_compiled_says_it_in_korean(tmp_path: Path) -> None:
    shutil.copytree(LOCALE_FOLDER, tmp_path / "locale", ignore=shutil.ignore_patterns("*.mo"))
    (made,) = compile_catalogues(tmp_path / "locale")
    assert made == tmp_path / "locale" / "ko" / "LC_MESSAGES" / "safeclass.mo"
    with made.open("rb") as compiled:
        korean = GNUTranslations(compiled)
    assert korean.gettext("Before the lessons") == "수업을 시작하기 전에"
