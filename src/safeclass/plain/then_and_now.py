"""After the course: what one chose before and now, question by question. No score; about oneself just both answers."""

from __future__ import annotations

from safeclass.course.lesson import Lesson
from safeclass.language import N_
from safeclass.plain.desk import Desk, say
from safeclass.session.then_and_now import Chosen, then_and_now


def tell_then_and_now(desk: Desk, closing: Lesson) -> None:
    """Each question with the answer from before, that of now, and what is so; nothing where nothing was answered."""
    for then, now, stands, _card in then_and_now(desk.course, closing, desk.keeping.progress()):
        desk.paper.gap()
        if then is not None:
            _tell_chosen(desk, N_("Before the lessons"), then)
        _tell_chosen(desk, N_("Now"), now)
        if stands:
            desk.label(say(N_("Why")))
        for words, why in stands:
            if words is not None:
                desk.tell(words)
            desk.tell(why)


def _tell_chosen(desk: Desk, when: str, chosen: Chosen) -> None:
    desk.label(say(when))
    desk.tell(chosen.asked)
    for words in chosen.words:
        desk.tell(words, "- ")
    if not chosen.words:
        desk.say(N_("Left open. That is fine."))
