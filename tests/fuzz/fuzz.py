"""One entrance of the program, given whatever a coverage-guided fuzzer finds; see README.md on how to run it."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["safeclass"]):
    from safeclass.commands.check import set_of_faults
    from safeclass.commands.keeping import KeptRecord
    from safeclass.course.card import identity
    from safeclass.course.course import Course
    from safeclass.course.fault import Fault, NoCourse
    from safeclass.course.folder import found_at
    from safeclass.course.lesson_file import read_lesson
    from safeclass.course.registry import Registry
    from safeclass.course.rules import checking  # noqa: F401  # instrumented here, used where a course is checked
    from safeclass.course.wording import Wording
    from safeclass.language import Words
    from safeclass.plain import play
    from safeclass.session import playing_through  # noqa: F401
    from safeclass.session.event import Event, Happened
    from safeclass.session.session import Session
    from safeclass.settings import read_settings
    from safeclass.store import file  # noqa: F401
    from safeclass.store.encoding import decode, event_of
    from safeclass.store.events import EventStore
    from safeclass.store.memory import GuestStore

TESTS = Path(__file__).parents[1]
SMALL_COURSE = TESTS / "course" / "small_course"
COURSE = Course(SMALL_COURSE)
LESSON, _NONE = COURSE.lesson("every-kind")
assert LESSON is not None
TODAY = date(2026, 11, 22)
FOLDER = Path(tempfile.mkdtemp())


def is_clean(words: str) -> bool:
    """Whether a terminal can be given these words."""
    return all(line.isprintable() for line in words.replace("\u00a0", " ").split("\n"))


def are_told(faults: list[Fault]) -> bool:
    """Whether every fault can be said."""
    return all(is_clean(fault.say(one) + fault.say_mend(one) + str(fault.place)) for fault in faults for one in ("ko", "en"))


def opened_at(path: Path) -> Course | None:
    """The course at a path; None where it is refused, in words."""
    try:
        return Course(found_at(path))
    except NoCourse as none:
        faults = none.faults
    assert faults
    assert are_told(faults)
    return None


def lesson(data: bytes) -> None:
    """A lesson file."""
    found, faults = read_lesson(data, "every-kind", "lessons/every-kind.yaml", COURSE.languages, COURSE.registry)
    assert are_told(faults)
    if found is not None:
        session = Session(found, (), lambda event: None)
        while not session.is_over:
            session.go_on()


def course(data: bytes) -> None:
    """Any file of a course, and every rule over it; the first byte says which file."""
    names = ("lessons/short-one.yaml", "course.yaml", "facts.yaml", "channels.yaml", "sources.yaml", "terms.yaml")
    name = names[data[0] % len(names)] if data else names[0]
    for path in SMALL_COURSE.rglob("*.yaml"):
        to = FOLDER / path.relative_to(SMALL_COURSE)
        to.parent.mkdir(exist_ok=True)
        to.write_bytes(data[1:] if str(path.relative_to(SMALL_COURSE)) == name else path.read_bytes())
    opened = opened_at(FOLDER)
    if opened is None:
        return
    assert are_told(list(set_of_faults(opened, TODAY)))
    for one in opened.lesson_ids:
        opened.head(one)
    assert opened.short_channels is not None


def words(data: bytes) -> None:
    """A text with citations and bold, as a learner reads it."""
    from safeclass.course.text import Text

    said = "".join(sign for sign in data.decode("utf-8", "replace") if sign.isprintable() or sign == "\n")
    text, wording = Text({"ko": said, "en": said}), Wording(COURSE.registry, TODAY)
    for language in ("ko", "en"):
        assert is_clean(wording.plain(text, language))
        wording.paragraphs(text, language)
    Wording(Registry(), TODAY).plain(text, "ko")


def zip_course(data: bytes) -> None:
    """A zip."""
    path = FOLDER / "course.zip"
    path.write_bytes(data)
    opened = opened_at(path)
    assert opened is None or are_told(list(set_of_faults(opened, TODAY)))


def settings(data: bytes) -> None:
    """The file of settings."""
    path = FOLDER / "settings.json"
    path.write_bytes(data)
    found = read_settings(path)
    assert (type(found.language), type(found.theme), type(found.plain)) == (str, str, bool)


def events(data: bytes) -> None:
    """What a record says was answered, and what is answered then."""
    given = atheris.FuzzedDataProvider(data)
    cards = [*(identity(card) for card in LESSON.deck), "none", ""]
    ids = ["a", "open", "tell", "o", "x", "photo", "asked", "given=both-asked", "=", "", "never", "silent"]

    def event() -> Event:
        answer = tuple(given.PickValueInList(ids) for _ in range(given.ConsumeIntInRange(0, 4)))
        card, is_right = given.PickValueInList(cards), given.PickValueInList([None, True, False])
        return Event(given.PickValueInList(list(Happened)), LESSON.lesson, card, answer, is_right)

    session = Session(LESSON, [event() for _ in range(given.ConsumeIntInRange(0, 12))], lambda happened: None)
    for _ in range(given.ConsumeIntInRange(0, 40)):
        assert session.phase is not None
        assert session.feedback is None or session.feedback.answer
        match given.ConsumeIntInRange(0, 6):
            case 0:
                session.go_on()
            case 1:
                session.skip()
            case 2:
                session.undo()
            case 3:
                session.go_back()
            case 4:
                session.rate(given.ConsumeIntInRange(-1, 5))
            case _:
                session.answer(event().answer)
        if session.is_over:
            break


def store(data: bytes) -> None:
    """The bytes of the file that progress is kept in, changed at places; and its rows as words."""
    given = atheris.FuzzedDataProvider(data)
    path = FOLDER / "kept" / "progress.sqlite3"
    for old in path.parent.glob("*") if path.parent.exists() else ():
        old.unlink()
    if not KEPT:
        kept = EventStore(path, lambda: datetime.now(UTC))
        for _ in range(20):
            kept.append("me", Event(Happened.ANSWERED, "every-kind", "may-post", ("ask-again",), True))
        kept.close()
        KEPT.append(path.read_bytes())
    held = bytearray(KEPT[0])
    for _ in range(given.ConsumeIntInRange(0, 6)):
        held[given.ConsumeIntInRange(0, len(held) - 1)] = given.ConsumeIntInRange(0, 255)
    path.write_bytes(held)
    from safeclass.store.fault import StoreFault

    with suppress(StoreFault):
        kept = EventStore(path, lambda: datetime.now(UTC), patience=0.01)
        try:
            Session(LESSON, kept.events("me", "every-kind"), lambda event: kept.append("me", event))
            assert kept.progress("me") is not None
        finally:
            kept.close()
    said = given.ConsumeUnicode(200)
    decode(said)
    event_of(("every-kind", "answered", said, said, None, None))


KEPT: list[bytes] = []


def lines(data: bytes) -> None:
    """What is typed into plain mode."""
    out = StringIO()
    keeping = KeptRecord(GuestStore(), "me", is_guest=True)
    said = data.decode("utf-8", "surrogateescape")
    spoken = Words(COURSE.languages)
    spoken.choose("both" if len(data) % 2 else "ko")
    assert play(COURSE, None if len(data) % 3 else "every-kind", keeping, spoken, TODAY, StringIO(said), out) == 0
    assert is_clean(out.getvalue())


ENTRANCES: dict[str, Callable[[bytes], None]] = {
    "lesson": lesson,
    "course": course,
    "words": words,
    "zip": zip_course,
    "settings": settings,
    "events": events,
    "store": store,
    "lines": lines,
}


def seeds() -> Path:
    """A folder of good files to begin with."""
    folder = Path(tempfile.mkdtemp())
    for number, path in enumerate(sorted(SMALL_COURSE.rglob("*.yaml"))):
        (folder / f"file-{number}").write_bytes(path.read_bytes())
        (folder / f"named-{number}").write_bytes(bytes([number]) + path.read_bytes())
    sys.path.append(str(TESTS / "course"))
    from packing import packed

    packed(folder / "zip")
    (folder / "settings").write_text('{"language": "ko", "theme": "dark", "plain": true}')
    (folder / "lines").write_text("1\n2\n\n?\ns\nu\nb\nl\np\n\n1 2\n2 1 3\nq\n")
    (folder / "words").write_text("**{law-keep.years:은/는}** {1366:을/를} {fault}\n\n{law-keep}\n\n{}")
    return folder


if __name__ == "__main__":
    atheris.Setup([sys.argv[0], *sys.argv[2:], str(seeds())], ENTRANCES[sys.argv[1]])
    atheris.Fuzz()
