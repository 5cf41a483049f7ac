"""An author at work: a copy of the small course, saved while its preview is open."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

from safeclass.commands.preview import Following
from safeclass.course.course import Course
from safeclass.course.proof import Proof
from safeclass.language import Words, speak
from safeclass.tui.desk import Appearance, Desk
from safeclass.tui.preview.app import PreviewApp
from safeclass.tui.preview.rehearsal import Rehearsed

PATIENCE = 20.0
"""How long a save is waited for to be shown, in seconds."""


def at(author: Author, card: str) -> Author:
    """An author whose preview is at a card."""
    author.app.rehearsal.show(card)
    return author


class Author:
    """Somebody who writes a lesson and looks at its preview."""

    def __init__(self, folder: Path, lesson: str = "every-kind", language: str = "ko") -> None:
        self.folder = folder
        self.file = folder / "lessons" / f"{lesson}.yaml"
        course = Course(folder)
        words = speak(Words(course.languages))
        words.choose(language)
        following = Following(course, lesson)
        self.desk = Desk(course, words, Rehearsed(), date(2026, 11, 22), Appearance())
        self.app = WatchedPreview(self.desk, following.read(), following.next_proof)

    @property
    def proof(self) -> Proof:
        """What the preview shows now."""
        return self.app.rehearsal.proof

    def edit(self, before: str, after: str, file: str = "") -> None:
        """Change words of a file, and save it as many editors do: a new file put in the place of the old one."""
        path = self.folder / file if file else self.file
        words = path.read_text(encoding="utf-8")
        assert before in words, before
        new = path.with_name(path.name + "~")
        new.write_text(words.replace(before, after, 1), encoding="utf-8")
        os.replace(new, path)

    async def sees(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so after a save was shown."""
        async with asyncio.timeout(PATIENCE):
            while not is_so():
                self.app.drawn.clear()
                await self.app.drawn.wait()

    def screen(self) -> str:
        """The screen as text."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips) + "\n"


class WatchedPreview(PreviewApp):
    """The preview, which tells when it has drawn."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self.drawn = asyncio.Event()

    def redraw(self) -> None:
        """Draw, and tell."""
        super().redraw()
        self.drawn.set()
