"""The end of a lesson: what you can do now, in place of any score."""

from __future__ import annotations

from safeclass.course.lesson import Lesson
from safeclass.course.terms import FAULT
from safeclass.language import N_
from safeclass.language.dates import write_day
from safeclass.plain.channels import with_hours
from safeclass.plain.desk import Desk, say
from safeclass.session.looking_back import SHORT_RETURN, chosen_words
from safeclass.session.progress import LessonProgress


def tell_end(desk: Desk, lesson: Lesson, progress: LessonProgress) -> None:
    """What one can do now, the words one chose, where to turn, and when a look back would be good."""
    is_of_a_unit = desk.course.unit_of(lesson.lesson) is not None
    desk.paper.gap()
    desk.label(desk.of(lesson.title), *([say(N_("end of the lesson"))] if is_of_a_unit else []))
    desk.label(say(N_("What you can do now")))
    for line in lesson.can_do:
        desk.tell(line, "- ")
    if chosen := chosen_words(lesson, progress):
        desk.paper.gap()
        desk.label(say(N_("The words you chose")))
        for line in chosen:
            desk.tell(line, "- ")
    desk.paper.gap()
    desk.label(say(N_("Where to turn")))
    for name in lesson.turn_to:
        if channel := desk.course.channels.get(name):
            desk.write(with_hours(desk, channel), "- ")
    desk.paper.gap()
    if sentence := desk.wording.registry.sentences.get(FAULT):
        # Whoever was harmed takes the same lessons as whoever did it: this is said to one of them.
        to_whom, fault = say(N_("If someone did this to you:")), desk.of(sentence.text)
        desk.write(lambda language: f"{to_whom(language)} {fault(language)}")
    if is_of_a_unit:
        day = desk.today + SHORT_RETURN
        desk.write(
            lambda language: say(
                N_("Another look would be good around {day}. You can leave it out."), day=write_day(day, language)
            )(language)
        )
