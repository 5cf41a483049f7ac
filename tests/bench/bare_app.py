"""The least that Textual can show: what every start is measured against, turn by turn."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareApp(App[None]):
    """One line."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("READY")


if __name__ == "__main__":
    BareApp().run()
