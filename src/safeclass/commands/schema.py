"""`safeclass schema`: the JSON Schemas that complete and check content in an author's editor."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from safeclass.commands.opening import Refused, open_course, printable, refuse
from safeclass.course.json_schema import schemas
from safeclass.language import _


def run(arguments: Namespace) -> int:
    """Write the schemas into the course's folder; with `--check` only look whether they are up to date."""
    try:
        course = open_course(arguments)
    except Refused as refused:
        return refuse(refused)
    folder = Path(str(course.folder))
    stale = {
        name: text
        for name, text in schemas(course.names_of_languages).items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    }
    if arguments.check:
        for name in stale:
            print(_("{file} is not up to date.").format(file=name))
        return 1 if stale else 0
    for name, text in stale.items():
        try:
            (folder / name).write_text(text, encoding="utf-8")
        except OSError:
            return refuse(Refused(_("{file} cannot be written.").format(file=printable(str(folder / name)))))
        print(name)
    return 0
