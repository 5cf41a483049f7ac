"""What is typed at the shell: names, JSON keys and exit statuses are a promise to scripts."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from at_the_shell import run

from safeclass.course.course import Course
from safeclass.paths import shipped
from safeclass.session.event import Event, Happened
from safeclass.store.events import EventStore

LESSONS = Course(shipped()).lesson_ids


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SAFECLASS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return tmp_path / "home"


def keep(home: Path, *events: Event) -> None:
    from datetime import UTC, datetime

    store = EventStore(home / "progress.sqlite3", lambda: datetime(2026, 11, 22, tzinfo=UTC))
    for event in events:
        store.append("me", event)
    store.close()


@pytest.mark.parametrize(
    ("typed", "meant"), [("chek", "check"), ("handouts", "handout"), ("not-a-jok", "not-a-joke"), ("if-i-see", "if-i-see-it")]
)
def test_a_slip_of_the_pen_is_told_what_was_meant(typed: str, meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, typed, "--language", "en")
    assert (status, out) == (2, "")
    assert f"Is '{meant}' meant?" in err
    assert "meant?" not in run(capsys, "something-else", "--language", "en")[2]


def test_the_outline_counts_lessons_and_questions_by_kind(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "outline", "--json")
    outline = json.loads(out)
    assert status == 0
    assert outline["languages"] == ["ko", "en"]
    lessons = [lesson for unit in outline["units"] for lesson in unit["lessons"]]
    assert [lesson["id"] for lesson in lessons] == list(LESSONS)
    for lesson in lessons:
        assert set(lesson) == {"id", "title", "minutes", "estimate", "sensitive", "questions", "kinds"}
        assert all(7 < lesson["estimate"][language] < 15 for language in ("ko", "en"))
        assert lesson["questions"] >= 7
        assert set(lesson["title"]) == {"ko", "en"}


def test_the_outline_tells_the_questions_around_the_course_beside_its_units(capsys: pytest.CaptureFixture[str]) -> None:
    outline = json.loads(run(capsys, "outline", "--json")[1])
    for key, name in (("opening", "before-the-course"), ("closing", "after-the-course")):
        assert outline[key]["id"] == name
        assert (outline[key]["questions"], outline[key]["kinds"]) == (8, {"attitude": 2, "choice": 8})
    lines = run(capsys, "outline", "--language", "en")[1].splitlines()
    assert lines[0].startswith("before-the-course: ")
    assert lines[-1].startswith("after-the-course: ")


@pytest.mark.parametrize(
    "typed",
    [["outline"], ["facts"], ["glossary"], ["handout", "every-kind", "--output", "-"], ["schema", "--check"], ["check"]],
    ids=lambda typed: typed[0],
)
def test_whoever_writes_a_course_is_in_it_where_they_stand(
    typed: list[str], capsys: pytest.CaptureFixture[str], course_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course_folder / "lessons")
    there = run(capsys, *typed)
    monkeypatch.chdir("/")
    assert there == run(capsys, *typed, "--course", str(course_folder))
    assert there != run(capsys, *typed)


def test_who_learns_is_in_the_course_that_comes_with_the_program(
    capsys: pytest.CaptureFixture[str], course_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course_folder)
    assert {channel["id"] for channel in json.loads(run(capsys, "channels", "--json")[1])} == set(Course(shipped()).channels)


def test_the_outline_of_a_course_without_them_says_so(capsys: pytest.CaptureFixture[str], course_folder: Path) -> None:
    outline = json.loads(run(capsys, "outline", "--json", "--course", str(course_folder))[1])
    assert (outline["opening"], outline["closing"]) == (None, None)


def test_they_are_kept_told_and_deleted_like_a_lesson(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    name = "before-the-course"
    keep(home, Event(Happened.STARTED, name), Event(Happened.ANSWERED, name, "made-for-nobody", ("made",), right=True))
    assert json.loads(run(capsys, "progress", "--json")[1])["lessons"][name] == {
        "answered": 1,
        "right_first": 1,
        "finished": False,
    }
    assert "Questions before the lessons: under way" in run(capsys, "progress", "--language", "en")[1]
    assert run(capsys, "forget", name)[0] == 0
    assert json.loads(run(capsys, "progress", "--json")[1]) == {"lessons": {}}


@pytest.mark.parametrize(("language", "word"), [("ko", "분"), ("en", "min")])
def test_the_outline_speaks_both_languages(capsys: pytest.CaptureFixture[str], language: str, word: str) -> None:
    status, out, _err = run(capsys, "outline", "--language", language)
    assert status == 0
    assert word in out
    assert all(lesson in out for lesson in LESSONS)


def test_channels_are_told_in_both_languages_with_who_will_know(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "channels")
    assert status == 0
    for words in ("112", "1366", "누가 알게 되나요", "Who will know", "2026. 11. 22. 확인", "Checked on 22 November 2026"):
        assert words in out


def test_channels_work_when_lessons_and_facts_are_broken(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    import shutil

    course = tmp_path / "course"
    shutil.copytree(shipped(), course)
    for file in (*(course / "lessons").glob("*.yaml"), course / "facts.yaml", course / "sources.yaml", course / "terms.yaml"):
        file.write_bytes(b"\xff\xfe[[[")
    status, out, _err = run(capsys, "channels", "--json", "--course", str(course))
    assert status == 0
    assert {"112", "117", "1366", "1388", "109"} <= {channel["id"] for channel in json.loads(out)}


def test_each_channel_has_the_promised_keys(capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, _err = run(capsys, "channels", "--json")
    for channel in json.loads(out):
        assert {"id", "number", "name", "checked_on", "status", "hours", "knows", "sources"} <= set(channel)
        assert set(channel["knows"]) == {"name", "guardian", "school", "police"}


def test_facts_tell_what_is_due_for_review_and_the_status_says_whether_any_is(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "facts", "--stale", "--today", "2026-11-22", "--language", "en")
    assert (status, out) == (0, "No fact is due for review.\n"), "silence could mean that nothing was looked at"
    assert run(capsys, "facts", "--stale", "--today", "2026-11-22", "--json")[:2] == (0, "[]\n")
    status, out, _err = run(capsys, "facts", "--stale", "--today", "2029-01-01", "--json")
    facts = json.loads(out)
    assert status == 1
    assert all(fact["stale"] for fact in facts)
    status, out, _err = run(capsys, "facts", "--today", "2029-01-01", "--language", "en")
    assert status == 0
    assert "may have changed" in out


def test_facts_tell_which_cards_a_change_of_law_touches(capsys: pytest.CaptureFixture[str]) -> None:
    _status, out, _err = run(capsys, "facts", "--json")
    cited_by = {fact["id"]: fact["cited_by"] for fact in json.loads(out)}
    assert "looking-and-keeping/link-opened" in cited_by["law-14-2-possess"]
    assert "my-age-and-the-law/thirteen" in cited_by["age-14-still"]
    _status, out, _err = run(capsys, "facts", "--language", "en")
    lines = out.splitlines()
    of_possess = next(number for number, line in enumerate(lines) if line.startswith("law-14-2-possess:"))
    assert lines[of_possess + 1] == f"  cited by: {', '.join(cited_by['law-14-2-possess'])}"


def test_facts_that_are_named_are_told_alone(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "facts", "law-14-2-possess", "{age-14-still}", "--language", "en")
    assert status == 0
    assert [line.partition(":")[0] for line in out.splitlines()[::2]] == ["law-14-2-possess", "age-14-still"]
    assert [fact["id"] for fact in json.loads(run(capsys, "facts", "age-14-still", "--json")[1])] == ["age-14-still"]
    assert run(capsys, "facts", "age-14-still", "--stale", "--today", "2026-11-22", "--json")[:2] == (0, "[]\n")


def test_a_fact_that_is_not_there_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "facts", "law-14-2-posess", "--json", "--language", "en")
    assert (status, out) == (2, "")
    assert err == "safeclass: There is no fact 'law-14-2-posess'. Is 'law-14-2-possess' meant? Every fact: safeclass facts\n"
    assert "meant?" not in run(capsys, "facts", "zzz", "--language", "en")[2]


def test_progress_counts_what_was_done(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    lesson = LESSONS[0]
    keep(
        home,
        Event(Happened.STARTED, lesson),
        Event(Happened.ANSWERED, lesson, "one", ("a",), right=False),
        Event(Happened.ANSWERED, lesson, "one", ("b",), right=True),
        Event(Happened.ANSWERED, lesson, "two", ("a",), right=True),
        Event(Happened.FINISHED, lesson),
    )
    status, out, _err = run(capsys, "progress", "--json")
    assert status == 0
    assert json.loads(out) == {"lessons": {lesson: {"answered": 2, "right_first": 1, "finished": True}}}


def test_progress_of_nobody_is_empty_and_makes_no_file_up(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "progress", "--json")
    assert (status, json.loads(out)) == (0, {"lessons": {}})


def test_forget_needs_to_be_told_what(capsys: pytest.CaptureFixture[str]) -> None:
    status, _out, err = run(capsys, "forget", "--language", "en")
    assert status == 2
    assert err == "safeclass: Name a lesson, or use --all.\n"


def test_forget_deletes_one_lesson_or_all(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    keep(home, *(Event(Happened.STARTED, lesson) for lesson in LESSONS[:3]))
    assert run(capsys, "forget", LESSONS[0])[0] == 0
    assert set(json.loads(run(capsys, "progress", "--json")[1])["lessons"]) == set(LESSONS[1:3])
    assert run(capsys, "forget", "--all")[0] == 0
    assert json.loads(run(capsys, "progress", "--json")[1]) == {"lessons": {}}


def test_what_is_kept_can_be_read_by_its_owner_only(home: Path) -> None:
    keep(home, Event(Happened.STARTED, LESSONS[0]))
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert stat.S_IMODE((home / "progress.sqlite3").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("learn", "no-such-lesson"), "no-such-lesson"),
        (("learn", "--language", "fr"), "fr"),
        (("learn", "--course", "/no/such/folder"), "/no/such/folder"),
        (("learn", "--colour"), "--colour"),
        (("learn", "--today", "tomorrow"), "tomorrow"),
        (("outline", "--course", "/no/such/folder"), "/no/such/folder"),
        (("no-such-lesson",), "no-such-lesson"),
        (("chek",), "safeclass --help"),
        (("learn", "\x1b[31mred"), "[31mred"),
    ],
)
@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_cannot_be_done_is_one_line_and_status_2(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], part: str, language: str
) -> None:
    monkeypatch.setenv("LC_ALL", {"ko": "ko_KR.UTF-8", "en": "en_GB.UTF-8"}[language])
    status, out, err = run(capsys, *words)
    assert (status, out) == (2, "")
    assert err.count("\n") == 1
    assert part in err
    assert "\x1b" not in err
    assert any("가" <= sign <= "힣" for sign in err) == (language == "ko")


def test_check_says_that_the_shipped_course_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "check", "--json")
    assert (status, json.loads(out)) == (0, [])


def test_check_tells_a_fault_with_its_place_in_both_languages(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    import shutil

    course = tmp_path / "course"
    shutil.copytree(shipped(), course)
    file = course / "lessons" / f"{LESSONS[0]}.yaml"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    number = next(number for number, line in enumerate(lines, 1) if "right: true" in line)
    lines[number - 1] = lines[number - 1].replace("right: true", "rigth: true")
    file.write_text("".join(lines), encoding="utf-8")
    status, out, _err = run(capsys, "check", "--json", "--course", str(course))
    faults = json.loads(out)
    assert status == 1
    first = faults[0]
    assert (first["path"], first["line"], first["rule"]) == (f"lessons/{LESSONS[0]}.yaml", number, "unknown-key")
    assert set(first["message"]) == {"ko", "en"}


@pytest.mark.parametrize(("language", "words"), [("ko", "쓰는 법"), ("en", "usage")])
def test_help_speaks_both_languages(capsys: pytest.CaptureFixture[str], language: str, words: str) -> None:
    status, out, _err = run(capsys, "--help", "--language", language)
    assert status == 0
    assert words in out
    commands = "learn outline channels facts glossary handout check new schema preview progress forget"
    for command in commands.split():
        assert command in out


def test_options_may_stand_before_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _err = run(capsys, "--language", "en", "outline")
    assert status == 0
    assert "questions" in out


@pytest.mark.parametrize("where", ["lessons/{lesson}.yaml", "lessons"])
def test_check_of_a_path_tells_the_faults_of_that_path_in_the_course_it_lies_in(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, where: str
) -> None:
    import shutil

    course = tmp_path / "course"
    shutil.copytree(shipped(), course)
    broken = course / "lessons" / f"{LESSONS[0]}.yaml"
    broken.write_text("lesson: [", encoding="utf-8")
    assert run(capsys, "check", str(course / where.format(lesson=LESSONS[0])))[0] == 1
    assert run(capsys, "check", str(course / "lessons" / f"{LESSONS[1]}.yaml"))[0] == 0


def test_check_of_a_path_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, out, err = run(capsys, "check", str(tmp_path / "nothing.yaml"), "--language", "en")
    assert (status, out) == (2, "")
    assert "nothing.yaml" in err


def test_without_a_list_of_channels_two_numbers_are_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    import shutil

    course = tmp_path / "course"
    shutil.copytree(shipped(), course)
    (course / "channels.yaml").unlink()
    status, out, _err = run(capsys, "channels", "--course", str(course))
    assert status == 1
    assert "112" in out
    assert "117" in out


def test_forget_all_forgets_everybody(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    keep(home, Event(Happened.STARTED, LESSONS[0]))
    from datetime import UTC, datetime

    store = EventStore(home / "progress.sqlite3", lambda: datetime(2026, 11, 22, tzinfo=UTC))
    store.append("mina", Event(Happened.STARTED, LESSONS[0]))
    store.close()
    assert run(capsys, "forget", "--all")[0] == 0
    assert json.loads(run(capsys, "progress", "--json", "--profile", "mina")[1]) == {"lessons": {}}


def test_forgetting_what_was_never_kept_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    status, _out, err = run(capsys, "forget", "no-such-lesson", "--language", "en")
    assert status == 2
    assert "no-such-lesson" in err


def test_whoever_mistypes_a_lesson_is_told_that_it_is_still_kept(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(home, Event(Happened.STARTED, LESSONS[0]))
    status, _out, err = run(capsys, "forget", f"{LESSONS[0]}s", "--language", "en")
    assert status == 2
    assert err == f"safeclass: Nothing is kept of '{LESSONS[0]}s'. Kept are: {LESSONS[0]}\n"
