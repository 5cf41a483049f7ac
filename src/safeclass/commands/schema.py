"""`safeclass schema`: the JSON Schemas that complete and check content in an author's editor."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from safeclass.commands.opening import Refused, open_course_here, refuse
from safeclass.course.json_schema import schemas
from safeclass.language import _
from safeclass.language.cells import printable
from safeclass.paths import is_held, replace_file


def run(arguments: Namespace) -> int:
    """Write the schemas into the course's folder; with `--check` only look whether they are up to date."""
    try:
        course = open_course_here(arguments)
        folder = Path(str(course.folder))
        if not folder.is_dir():
            raise Refused(_("Nothing is written into a zip. Unpack it, and name its folder."))
    except Refused as refused:
        return refuse(refused)
    wanted = {name: text.encode() for name, text in schemas(course.names_of_languages).items()}
    stale = {name: data for name, data in wanted.items() if not is_held(folder / name, data)}
    if arguments.check:
        for name in stale:
            print(_("{file} is not up to date.").format(file=name))
        if not stale:
            print(_("All schemas are up to date."))
        return 1 if stale else 0
    for name, data in stale.items():
        try:
            replace_file(folder / name, data)  # a link is replaced, and not what it leads to
        except OSError:
            return refuse(Refused(_("{file} cannot be written.").format(file=printable(str(folder / name)))))
        print(_("Written: {file}").format(file=name))
    if not stale:
        print(_("All schemas are up to date."))
    return 0
