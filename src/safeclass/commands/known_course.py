"""What was read of another course for its first page and of what it cites, kept so that the next start need not read YAML.

The course that is shipped has an index of its own, made when the program is installed. Of any other the one that was opened
last is known. What is kept was looked through when it was read; it is looked through again, since anybody may have changed it.
"""

from __future__ import annotations

from safeclass.course.course import Course
from safeclass.course.index import Index, as_json, read_index
from safeclass.paths import index_file, registries_file, write_new


def known_index() -> Index:
    """What is known of the course that was opened last; nothing where it holds what no course may hold."""
    return read_index(index_file(), is_sound=_is_sound, beyond=registries_file())


def _is_sound(words: str) -> bool:
    from safeclass.course.yaml_file import flaw_in  # only where anything is kept: its patterns take 1 ms to make

    # An escape such as \u001b is never written here, so whatever there is stands in the file as it will be shown.
    return "\\u" not in words and flaw_in(words) is None


def keep_index(course: Course) -> None:
    """Keep what was read of a course, where that can be kept and anything is new."""
    if not course.faults:
        from safeclass.commands.last_check import keep_registries

        write_new(index_file(), as_json(course.read_so_far()))
        keep_registries(registries_file(), course)
