"""What is made whenever a wheel is built or an editable install is done: compiled catalogues, and the indexes of the course.

A wheel also takes in the course, but for what learners never need.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class MakeBeforehand(BuildHookInterface):
    """Makes them before the files of a wheel are gathered."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make them, and name them so that the wheel holds them."""
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from safeclass.course.course import Course
        from safeclass.course.index import INDEX, REGISTRIES, write_index
        from safeclass.course.reviewed import FOLDER
        from safeclass.language.build import compile_catalogues

        made = compile_catalogues(root / "src" / "safeclass" / "language" / "locale")
        write_index(Course(root / "content"))
        build_data["artifacts"].extend(str(path.relative_to(root)) for path in (*made, INDEX, REGISTRIES))
        if version == "standard":  # the record of reviews is for authors, who have the sources
            content = (part for part in (root / "content").iterdir() if part.name != FOLDER)
            build_data["force_include"].update({str(part): f"safeclass/content/{part.name}" for part in content})
