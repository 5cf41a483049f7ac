"""The terminal's side of Textual, patient with what a terminal should not send and with sizes that no screen has."""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.message import Message

WIDEST, TALLEST = 1000, 500
"""The largest screen that is drawn, in cells: what is beyond stays empty."""


class PatientDriver(LinuxDriver):
    """A driver that no byte from the keyboard ends, and no size from a reply or the environment drowns."""

    def _run_input_thread(self) -> None:
        while not self.exit_event.is_set():
            try:
                self.run_input_thread()
            except (ValueError, ArithmeticError):
                # A Hangul key in a terminal that speaks CP949, half a reply: what came with it is lost, and nothing else.
                continue
            except BaseException as error:
                self._app.call_later(self._app._handle_exception, error)
                return

    def _get_terminal_size(self) -> tuple[int, int]:
        columns, rows = super()._get_terminal_size()
        return min(max(columns, 1), WIDEST), min(max(rows, 1), TALLEST)

    def process_message(self, message: Message) -> None:
        """Pass on what the terminal said, but for a size that no screen has."""
        if isinstance(message, Resize) and not (0 < message.size.width <= WIDEST and 0 < message.size.height <= TALLEST):
            return
        super().process_message(message)
