"""The least that Textual can show: what every start and every key is measured against, turn by turn."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

TABLE = "\n".join("   ".join(f"{table}x{times}={table * times:2}" for table in range(2, 10)) for times in range(1, 10))


class BareApp(App[None]):
    """One line; Space changes it for a table, and back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "turn", show=False)]

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("READY")

    def action_turn(self) -> None:
        """Show the other one."""
        shown = self.query_one(Static)
        shown.update("READY" if str(shown.content) == TABLE else TABLE)


if __name__ == "__main__":
    BareApp().run()
