"""A guest leaves no trace, and loses nothing while the program runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from sitting import LESSON, NARU, SOURCE, a_sitting, answered, finished, keep, started

from safeclass.course.text import Id
from safeclass.session.progress import fold
from safeclass.store.memory import GuestStore

GUEST = """
import sys
opened = []
sys.addaudithook(lambda event, what: event == "open" and opened.append(what))
from safeclass.session.event import Event, Happened
from safeclass.store.memory import GuestStore
from safeclass.store.recorder import Recorder
store = GuestStore()
recorder = Recorder(store, "guest", print)
for number in range(100):
    recorder.record(Event(Happened.ANSWERED, "lesson", f"card-{number}", ("a",), True))
assert store.progress("guest")["lesson"].answered == 100
store.forget("guest")
store.close()
import os
for path, mode, flags in opened:
    if flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        print("written:", path)
for module in ("sqlite3", "textual", "rich", "babel"):
    if module in sys.modules:
        print("loaded:", module)
"""


def test_a_guest_writes_nothing_and_needs_no_sqlite(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "PYTHONPATH": str(SOURCE), "PYTHONDONTWRITEBYTECODE": "1"}
    environment["SAFECLASS_HOME"] = str(tmp_path / "home")
    result = subprocess.run(
        [sys.executable, "-c", GUEST], env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert (result.stdout, result.stderr) == ("", "")
    assert list(tmp_path.iterdir()) == []


def test_a_guest_can_resume_and_forget_while_the_program_runs() -> None:
    store = GuestStore()
    keep(store, [*a_sitting(), finished(), started(), answered("one", "a")], "guest")
    keep(store, a_sitting(Id("other")), "guest")
    keep(store, a_sitting(), NARU)
    assert store.notice is None
    assert store.events("guest", LESSON) == (started(), answered("one", "a"))
    assert store.progress("guest")[LESSON].finished == 1
    assert store.progress("guest")[Id("other")] == fold(a_sitting(Id("other")))
    store.forget("guest", LESSON)
    assert list(store.progress("guest")) == ["other"]
    assert store.events("guest", LESSON) == ()
    store.forget("guest")
    assert store.progress("guest") == {}
    assert store.progress(NARU) == {LESSON: fold(a_sitting())}
    keep(store, a_sitting(Id("other")), "다온")
    store.forget(None)
    assert (store.progress(NARU), store.progress("다온")) == ({}, {})
    assert (store.events(NARU, LESSON), store.events("다온", Id("other"))) == ((), ())


def test_of_a_guest_nothing_can_be_asked_any_more_once_it_is_closed() -> None:
    store = GuestStore()
    keep(store, a_sitting(), NARU)
    store.close()
    assert (store.progress(NARU), store.events(NARU, LESSON)) == ({}, ())
