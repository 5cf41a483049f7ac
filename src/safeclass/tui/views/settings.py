"""Settings: the language, the colours, characters in place of colours; at a shared terminal, the end of the program too."""

from __future__ import annotations

from safeclass.language import N_, _, ngettext, translate
from safeclass.session.keeping import GUEST, KEPT
from safeclass.tui.desk import Desk, Shared
from safeclass.tui.flow import Flow
from safeclass.tui.hint import Hint
from safeclass.tui.keys import stepped
from safeclass.tui.palette import THEMES
from safeclass.tui.said import Said, say, words_of
from safeclass.tui.typeset import plain_runs
from safeclass.tui.views.view import Title, View

THEME_NAMES = {"dark": N_("dark"), "light": N_("light"), "contrast": N_("high contrast")}
LANGUAGE, THEME, PLAIN, FORGET, END = range(5)


class SettingsView(View):
    """Each row is changed with Enter, or left and right."""

    densities = (1, 2)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.focus = 0

    def title(self) -> Title:
        """What the title band says."""
        return Title("SafeClass", _("Settings"))

    def draw(self, flow: Flow) -> None:
        """The rows with what is chosen, and where the record is."""
        flow.label(say(N_("Settings")))
        flow.gap()
        for index, (name, value) in enumerate(self._rows()):
            if index:
                flow.between()
            flow.option(str(index + 1), say(name), is_focused=index == self.focus, tag=value, tag_ink="celadon")
        flow.gap()
        flow.paragraph(say(GUEST if self.desk.keeping.is_guest else KEPT), "muted")
        if (shared := self.desk.shared) is not None:
            flow.paragraph(say(N_("Ctrl+Q ends your turn. After that, any key starts the next person's.")), "muted")
            flow.paragraph(lambda language: plain_runs(_when_away(shared, language)), "muted")

    def _rows(self) -> list[tuple[str, Said | None]]:
        """What can be changed, and what it is now."""
        look = self.desk.appearance
        name = self.desk.course.names_of_languages.get(self.desk.words.choice)
        return [
            (N_("Language"), words_of(name) if name else say(N_("Both languages"))),
            (N_("Colours"), say(THEME_NAMES[look.theme])),
            (N_("Characters in place of colours"), say(N_("on")) if look.plain else say(N_("off"))),
            (N_("Delete my progress"), None),
            *([(N_("Close SafeClass"), None)] if self.desk.shared is not None else []),
        ]

    def press(self, key: str) -> bool:
        """Walk through the rows, and change one."""
        key = key.removeprefix("pick ")
        if key in ("up", "down"):
            self.focus = stepped(self.focus, key, len(self._rows()))
            return True
        if key.isdecimal() and 1 <= int(key) <= len(self._rows()):
            self.focus = int(key) - 1
            if self.focus == END:
                # Others sit here too: it takes a second key.
                return True
            key = "enter"
        if key not in ("enter", "left", "right", "space"):
            return False
        self._change(-1 if key == "left" else 1)
        return True

    def _change(self, step: int) -> None:
        look, words = self.desk.appearance, self.desk.words
        if self.focus == LANGUAGE:
            choices = words.choices
            words.choose(choices[(choices.index(words.choice) + step) % len(choices)])
        elif self.focus == THEME:
            themes = tuple(THEMES)
            look.theme = themes[(themes.index(look.theme) + step) % len(themes)]
        elif self.focus == PLAIN:
            look.plain = not look.plain
        elif self.focus == END:
            self.desk.is_over = step > 0
            return
        else:
            from safeclass.tui.views.forget import ForgetView

            self.desk.open(ForgetView(self.desk))
            return
        self.desk.save_settings()

    def hints(self) -> list[Hint]:
        """The keys to show, what Enter does first."""
        does = {FORGET: _("Open"), END: _("Close")}.get(self.focus, _("Change"))
        return [Hint("enter", "Enter", does), Hint("escape", "Esc", _("Back"))]


def _when_away(shared: Shared, language: str) -> str:
    """What happens where nobody presses a key."""
    away = N_("After {cover} without a key the screen is covered; any key brings you back. After {wipe} everything is cleared.")
    return translate(away, language).format(
        cover=_write_span(shared.cover_after, language), wipe=_write_span(shared.wipe_after, language)
    )


def _write_span(seconds: float, language: str) -> str:
    """A time that passes, in whole minutes or else in seconds."""
    if seconds % 60:
        return ngettext("{n} second", "{n} seconds", round(seconds), language).format(n=round(seconds))
    minutes = round(seconds / 60)
    return ngettext("{n} minute", "{n} minutes", minutes, language).format(n=minutes)
