"""The pages that come in front of any other, each imported when it is opened first."""

from __future__ import annotations

from collections.abc import Callable

from safeclass.tui.desk import Desk


def _open_help(desk: Desk) -> None:
    from safeclass.tui.views.help import HelpView

    if not isinstance(desk.view, HelpView):
        desk.open(HelpView(desk))


def _open_sources(desk: Desk) -> None:
    from safeclass.tui.views.help import HelpView
    from safeclass.tui.views.sources import SourcesView

    view = desk.view
    sources = view.sources() if isinstance(view, HelpView) else ()
    if facts := view.facts():
        desk.open(SourcesView(desk, view.title(), facts))
    elif sources:
        desk.open(SourcesView(desk, view.title(), (), sources))


def _open_glossary(desk: Desk) -> None:
    from safeclass.tui.views.glossary import GlossaryView

    desk.open(GlossaryView(desk, desk.view))


def _open_pause(desk: Desk) -> None:
    from safeclass.tui.views.pause import PauseView

    desk.open(PauseView(desk))


def _open_progress(desk: Desk) -> None:
    from safeclass.tui.views.progress import ProgressView

    if not isinstance(desk.view, ProgressView):
        desk.open(ProgressView(desk))


def _open_settings(desk: Desk) -> None:
    from safeclass.tui.views.settings import SettingsView

    if not isinstance(desk.view, SettingsView):
        desk.open(SettingsView(desk))


PAGES: dict[str, Callable[[Desk], None]] = {
    "f1": _open_help,
    "f3": _open_sources,
    "f4": _open_pause,
    "f5": _open_progress,
    "f6": _open_settings,
    "f7": _open_glossary,
}
"""By each key that works everywhere what it opens."""


def cover(desk: Desk, *, is_wished_for: bool = False) -> None:
    """Put the cover in front of everything; `is_wished_for` where somebody left, and nobody was just away."""
    from safeclass.tui.views.cover import CoverView

    desk.open(CoverView(desk, is_wished_for=is_wished_for))


def tell_notices(desk: Desk) -> None:
    """Put in front what there is to tell about the record, once."""
    notices = desk.keeping.notices
    if notices:
        from safeclass.tui.views.notice import NoticeView

        desk.open(NoticeView(desk, tuple(notices)))
        notices.clear()
