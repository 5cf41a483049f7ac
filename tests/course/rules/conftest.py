"""A course whose texts and values were all reviewed."""

from __future__ import annotations

from pathlib import Path

import pytest
from reviewing import accept

from safeclass.language import Words, speak


@pytest.fixture
def reviewed(course_folder: Path) -> Path:
    """The small course, accepted as it is; what is said of it is said in English."""
    speak(Words(("ko", "en"), ("en",)))
    assert accept(course_folder) == 0
    return course_folder
