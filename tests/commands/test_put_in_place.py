"""How a file is put in its place: through no link that somebody laid, over nobody's own file, and to be read by whom it was."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import at_the_shell
import pytest

from safeclass.paths import read_whole, write_whole
from safeclass.settings import Settings, read_settings, write_settings

SMALL_COURSE = Path(__file__).parents[1] / "course" / "small_course"
NOBODY = 65534
Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(course_folder: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the small course, with the working folder in it."""
    monkeypatch.chdir(course_folder)
    return course_folder


def run(capsys: Captured, *typed: str) -> tuple[int, str, str]:
    return at_the_shell.run(capsys, *typed, "--language", "en")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (("handout", "short-one", "-o", "a.html"), "a.html"),
        (("new", "my-lesson", "--unit", "ask"), "course.yaml"),
        (("check", "--accept"), "reviewed/course.json"),
        (("schema",), "lesson.schema.json"),
    ],
)
def test_nothing_is_written_through_a_link_beside_it_and_what_is_somebodys_own_stays(
    typed: Sequence[str], written: str, folder: Path, tmp_path: Path, capsys: Captured
) -> None:
    file, outside = folder / written, tmp_path / "outside.txt"
    outside.write_text("outside", encoding="utf-8")
    file.parent.mkdir(exist_ok=True)
    file.with_name(f"{file.name}.new").symlink_to(outside)
    file.with_name(f"{file.name}.safeclass-new").symlink_to(outside)
    assert run(capsys, *typed)[0] == 0
    assert outside.read_text(encoding="utf-8") == "outside"
    assert file.is_file()
    assert not file.is_symlink()
    assert [path.name for path in folder.rglob("*new")] == [f"{file.name}.new"]


def test_a_new_lesson_takes_the_place_of_nothing(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    (folder / "lessons" / "linked.yaml").symlink_to(tmp_path / "outside.yaml")
    for lesson in ("short-one", "linked"):
        status, out, err = run(capsys, "new", lesson)
        assert (status, out) == (2, "")
        assert err.endswith(f"{lesson}.yaml is there already.\n")
    assert (folder / "lessons" / "short-one.yaml").read_bytes() == (SMALL_COURSE / "lessons" / "short-one.yaml").read_bytes()
    assert not (tmp_path / "outside.yaml").exists()
    assert (folder / "lessons" / "linked.yaml").is_symlink()


def test_what_a_sudden_end_left_behind_goes_with_the_next_time(folder: Path, capsys: Captured) -> None:
    (folder / "a.html.safeclass-new").write_text("half", encoding="utf-8")
    assert run(capsys, "handout", "short-one", "-o", "a.html")[0] == 0
    assert [path.name for path in folder.glob("a.html*")] == ["a.html"]


def test_a_name_may_be_as_long_as_the_disk_lets_it_be(folder: Path, capsys: Captured) -> None:
    for name in ("a" * 250 + ".html", "가" * 83 + ".html"):
        for _ in range(2):
            assert run(capsys, "handout", "short-one", "-o", name)[0] == 0
        assert (folder / name).is_file()


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        (("handout", "short-one", "-o", "a.html"), "a.html"),
        (("new", "my-lesson"), "lessons/my-lesson.yaml"),
        (("check", "--accept"), "reviewed/course.json"),
        (("schema",), "course.schema.json"),
    ],
)
def test_a_file_of_a_course_may_be_read_by_whom_the_system_lets_read_it(
    typed: Sequence[str], written: str, folder: Path, capsys: Captured
) -> None:
    before = os.umask(0o027)
    try:
        assert run(capsys, *typed)[0] == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE((folder / written).stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o664])
def test_a_file_that_is_written_anew_may_be_read_by_the_same_people(mode: int, folder: Path, capsys: Captured) -> None:
    sheet = ("handout", "short-one", "-o", "a.html")
    assert run(capsys, *sheet, "--today", "2026-11-22")[0] == 0
    for name in ("a.html", "course.yaml"):
        (folder / name).chmod(mode)
    assert run(capsys, *sheet, "--today", "2026-11-27")[0] == 0
    assert run(capsys, "new", "my-lesson", "--unit", "ask")[0] == 0
    assert {stat.S_IMODE((folder / name).stat().st_mode) for name in ("a.html", "course.yaml")} == {mode}


@pytest.mark.parametrize("is_there", [False, True])
def test_a_sheet_goes_to_where_a_link_leads(is_there: bool, folder: Path, tmp_path: Path, capsys: Captured) -> None:
    link, sheet = folder / "a.html", tmp_path / "shared" / "sheet.html"
    sheet.parent.mkdir()
    link.symlink_to(sheet)
    if is_there:
        assert run(capsys, "handout", "short-one", "-o", str(sheet), "--today", "2026-11-22")[0] == 0
        sheet.chmod(0o660)
    assert run(capsys, "handout", "short-one", "-o", "a.html", "--today", "2026-11-27")[0] == 0
    assert link.readlink() == sheet
    assert "27 November" in sheet.read_text(encoding="utf-8")
    assert not is_there or stat.S_IMODE(sheet.stat().st_mode) == 0o660
    assert [path.name for path in sheet.parent.iterdir()] == ["sheet.html"]


def test_a_link_without_an_end_and_a_pipe_stay_as_they_are(folder: Path, capsys: Captured) -> None:
    (folder / "round.html").symlink_to("round.html")
    os.mkfifo(folder / "pipe.html")
    for name in ("round.html", "pipe.html"):
        status, out, err = run(capsys, "handout", "short-one", "-o", name)
        assert (status, out) == (2, "")
        assert name in err
    assert (folder / "round.html").is_symlink()
    assert stat.S_ISFIFO((folder / "pipe.html").stat().st_mode)
    assert len([path.name for path in folder.glob("*html*")]) == 2


def test_a_way_that_leads_nowhere_leads_to_nobodys_file(folder: Path, capsys: Captured) -> None:
    (folder / "mine.html").write_text("my own sheet", encoding="utf-8")
    (folder / "a.html").symlink_to("no-such-folder/../mine.html")
    for way in ("no-such-folder/../mine.html", "a.html"):
        status, out, err = run(capsys, "handout", "short-one", "-o", way)
        assert (status, out) == (2, "")
        assert f"{way} cannot be written." in err
    assert (folder / "mine.html").read_text(encoding="utf-8") == "my own sheet"
    assert (folder / "a.html").is_symlink()


def test_a_sheet_goes_to_where_the_last_of_several_links_leads(folder: Path, capsys: Captured) -> None:
    (folder / "sheets").mkdir()
    (folder / "a.html").symlink_to("sheets/b.html")
    (folder / "sheets" / "b.html").symlink_to("../c.html")
    for _ in range(2):
        assert run(capsys, "handout", "short-one", "-o", "a.html")[0] == 0
    assert [path.name for path in sorted(folder.rglob("*.html")) if not path.is_symlink()] == ["c.html"]


@contextmanager
def without_roots_rights() -> Iterator[None]:
    """Let root, to whom every file can be written, be somebody else for a while; whoever is not root stays who they are."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def test_a_sheet_that_is_kept_from_being_written_stays(home: Path, capsys: Captured) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder, sheet = Path(name), Path(name, "a.html")
        course = shutil.copytree(SMALL_COURSE, folder / "course")
        typed = ("handout", "short-one", "-o", str(sheet), "--course", str(course))
        assert run(capsys, *typed, "--today", "2026-11-22")[0] == 0
        before = sheet.read_bytes()
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY if os.getuid() == 0 else -1, -1)
        sheet.chmod(0o444)
        with without_roots_rights():
            status, out, err = run(capsys, *typed, "--today", "2026-11-27")
        assert (status, out) == (2, "")
        assert f"{sheet} cannot be written." in err
        assert sheet.read_bytes() == before
        sheet.chmod(0o644)
        with without_roots_rights():
            assert run(capsys, *typed, "--today", "2026-11-27")[0] == 0
        assert [path.name for path in folder.glob("a.html*")] == ["a.html"]


def test_a_word_that_no_file_can_hold_leaves_the_settings_as_they_were(tmp_path: Path) -> None:
    assert write_settings(Settings("en"), tmp_path / "settings.json")
    assert not write_settings(Settings("ko", theme="\ud800"), tmp_path / "settings.json")
    assert read_settings(tmp_path / "settings.json") == Settings("en")
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


def test_nothing_is_left_beside_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    assert not write_settings(Settings("en"), tmp_path / "settings.json")
    assert [path.name for path in tmp_path.iterdir()] == ["settings.json"]


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps a person's folder from others in another way")
def test_a_folder_that_is_made_for_ones_own_files_is_closed_to_others(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        assert write_whole(tmp_path / "home" / "settings.json", "{}")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "home").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "home" / "settings.json").stat().st_mode) == 0o600


def test_of_a_file_that_is_too_large_nothing_is_read(tmp_path: Path) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(b"{}" + b" " * 10)
    assert read_whole(file, 12) == file.read_bytes()
    assert read_whole(file, 11) is None
