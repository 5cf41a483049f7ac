"""What was read of another course for its first page, kept so that the next start need not read YAML.

The course that is shipped has an index of its own, made when the program is installed. Of any other the one that was opened
last is known. What is kept was looked through when it was read; it is looked through again, since anybody may have changed it.
"""

from __future__ import annotations

from safeclass.course.course import Course
from safeclass.course.index import LARGEST, Index, as_json, read_index
from safeclass.paths import index_file, read_whole, write_whole


def known_index() -> Index:
    """What is known of the course that was opened last; nothing where it holds what no course may hold."""
    from safeclass.course.yaml_file import flaw_in

    # An escape such as \\u001b is never written here, so whatever there is stands in the file as it will be shown.
    return read_index(index_file(), is_sound=lambda words: "\\u" not in words and flaw_in(words) is None)


def keep_index(course: Course) -> None:
    """Keep what was read of a course, where that can be kept and anything is new."""
    file, words = index_file(), as_json(course.read_so_far())
    if not course.faults and read_whole(file, LARGEST) != words.encode():
        write_whole(file, words)
