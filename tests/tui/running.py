"""The app itself at a card, without a terminal, and what is seen of it."""

from __future__ import annotations

from looking import desk_for
from scenes import LESSON, at_card

from safeclass.tui.app import SafeClassApp
from safeclass.tui.desk import Desk
from safeclass.tui.views.home import HomeView


def app_at(card: str | None = None, keys: str = "", language: str = "ko") -> tuple[SafeClassApp, Desk]:
    desk = desk_for(language)
    desk.open(HomeView(desk))
    if card is not None:
        at_card(desk, LESSON, card, keys)
    return SafeClassApp(desk), desk


def seen(app: SafeClassApp) -> str:
    return "\n".join("".join(segment.text for segment in strip) for strip in app.screen._compositor.render_strips())
