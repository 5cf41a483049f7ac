"""What the tests of the screen share."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import pytest
from previewing import Author


@pytest.fixture
def author(course_folder: Path) -> Author:
    """An author who looks at the lesson with every kind of card."""
    return Author(course_folder)
