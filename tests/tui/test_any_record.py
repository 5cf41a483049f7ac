"""Whatever a record says was done, every page is drawn, and no cell holds a sign that steers a terminal."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import settings as how
from hypothesis import strategies as st
from looking import desk_for, screen_sheet

from safeclass.course.course import Course
from safeclass.course.text import Id
from safeclass.session.event import Event, Happened
from safeclass.tui.pages import PAGES
from safeclass.tui.views.home import HomeView

COURSE = Course(Path(__file__).parents[1] / "course" / "small_course")
LESSON, _FAULTS = COURSE.lesson("every-kind")
assert LESSON is not None
NAMES = st.sampled_from(["may-post", "who-to-call", "in-the-chat", "my-words", "\x1b[2J", "\u202e", "\x9b"]) | st.text(max_size=5)
EVENTS = st.lists(
    st.builds(
        Event,
        st.sampled_from([*Happened]),
        st.sampled_from(["every-kind", "short-one", "\x1b[2J"]).map(Id),
        NAMES.map(Id),
        st.lists(NAMES | st.sampled_from(["ask-again", "asked-once", "photo", "="]), max_size=3).map(tuple),
        st.none() | st.booleans(),
        st.none() | st.integers(),
    ),
    max_size=20,
)


@given(EVENTS, st.sampled_from(["ko", "en", "both"]), st.sampled_from([(80, 24), (40, 12), (1, 1), (140, 50)]))
@how(max_examples=25)
def test_every_page_is_drawn_clean(events: list[Event], language: str, size: tuple[int, int]) -> None:
    from safeclass.tui.views.lesson import open_lesson

    desk = desk_for(language, course=COURSE)
    for event in events:
        desk.keeping.record(event)
    desk.open(HomeView(desk))
    for page in (lambda _desk: None, PAGES["f5"], PAGES["f1"], lambda to: open_lesson(to, "every-kind")):
        page(desk)
        for _ in range(3):
            cells = "".join(sign for row in screen_sheet(desk, *size).rows for sign, _style in row)
            assert cells.replace("\u00a0", " ").isprintable(), [sign for sign in cells if not sign.isprintable()]
            desk.view.press("enter")
