"""Cards on which things are given a place: matching, sorting, and filling blanks."""

from __future__ import annotations

from string import ascii_uppercase

from safeclass.course.placing import Fill, Match, Sort
from safeclass.course.wording import BLANK
from safeclass.language import N_
from safeclass.plain.desk import Desk, Hint, Said, same, say, tagged
from safeclass.plain.telling import NUMBERS, Telling
from safeclass.plain.typed import Typed, example, is_once_each
from safeclass.session.feedback import Feedback, Reason
from safeclass.session.session import Phase, Session
from safeclass.session.table import laid_out, placed_by

SLOT = "____"


class PlacingTelling(Telling):
    """Lettered things and numbered places; one line gives each thing, in order, the number of its place."""

    def __init__(self, desk: Desk, session: Session) -> None:
        super().__init__(desk, session)
        card = session.card
        assert isinstance(card, Match | Sort | Fill), "this is told of a match, sort or fill card"
        self.card = card
        self.things, self.places = laid_out(card, session.at)
        self.letters = {thing: ascii_uppercase[index % 26] * (index // 26 + 1) for index, thing in enumerate(self.things)}

    @property
    def placed(self) -> dict[str, str]:
        """Which thing stands in which place: as it was given last, at the end as it is right."""
        return placed_by(self.session.shown)

    def tell(self) -> None:
        """The question, the places and the things, and what follows from an answer that was given."""
        self.desk.tell(self.card.ask)
        if self.session.feedback is None:
            self._tell_things()
        else:
            self.follow()

    def _tell_things(self) -> None:
        if isinstance(self.card, Fill):
            self.desk.write(self._sentence)
        for number, place in enumerate(self.places.values(), 1):
            self.desk.tell(place, f"{number}) ")
        for thing in self.things:
            if not isinstance(self.card, Fill) or thing in self.placed:
                self.desk.write(tagged(self._stands(thing), self._tags(thing)), f"{self.letters[thing]}. ")
        how = N_("Type a number for each letter in order, such as {example}. A 0 leaves one as it is.")
        self.desk.say(how, example=example(len(self.things), self.most))

    def _sentence(self, language: str) -> str:
        """The sentence with its blanks, each lettered, and with the word it holds."""
        assert isinstance(self.card, Fill), "only a fill card has a sentence"
        words, said, end = " ".join(self.card.text[language].split()), "", 0
        for found in BLANK.finditer(words):
            place = self.placed.get(found[1])
            held = self.desk.of(self.places[place])(language) if place else SLOT
            said += "".join(run.words for run in self.desk.wording.runs(words[end : found.start()], language))
            said += f"[{self.letters[found[1]]} {held}]"
            end = found.end()
        return said + "".join(run.words for run in self.desk.wording.runs(words[end:], language))

    def _stands(self, thing: str) -> Said:
        """A thing with the place it has; after an answer a slot where it has none."""
        text, place = self.things[thing], self.placed.get(thing)
        at = self.desk.of(self.places[place]) if place else same(SLOT)
        if text is None:
            return at
        words = self.desk.of(text)
        return (lambda language: f"{words(language)}: {at(language)}") if self.session.state.given else words

    def _tags(self, thing: str) -> list[Said]:
        """Whether a thing stood where it was placed; once everything is in its place, where it was before."""
        feedback = self.session.feedback
        if feedback is None:
            return []
        if thing not in feedback.off:
            return [say(N_("fits here"))]
        was = placed_by(feedback.answer).get(thing)
        if was is None:
            return []
        mine, before = say(N_("my answer")), self.desk.of(self.places[was])
        is_explained = self.session.phase is Phase.EXPLAINED
        return [(lambda language: f"{mine(language)}: {before(language)}") if is_explained else say(N_("look again"))]

    def follow(self) -> None:
        """One reason and the things once more; or everything in its place with every reason."""
        feedback = self.session.feedback
        assert feedback is not None, "an answer has feedback"
        is_again = self.session.phase is Phase.AGAIN
        self.tell_heading(is_again)
        if is_again:
            due = self._due(feedback)
            for reason in due:
                self._tell_about(reason)
            if not due:
                self.desk.say(N_("What you picked fits. There is more to pick."))
            self.desk.paper.gap()
            self._tell_things()
            return
        if isinstance(self.card, Fill):
            self.desk.write(self._sentence)
        due = list(feedback.reasons)
        if not isinstance(self.card, Fill):
            due.sort(key=lambda reason: list(self.things).index(reason.id))
        for reason in due:
            self._tell_about(reason)

    def _due(self, feedback: Feedback) -> list[Reason]:
        """The first reason of something that was placed, and not well: what was left out is not given away."""
        placed = self.placed
        return [reason for reason in feedback.reasons if isinstance(self.card, Fill) or reason.id in placed][:1]

    def _tell_about(self, reason: Reason) -> None:
        if isinstance(self.card, Fill):
            number = list(self.places).index(reason.id) + 1
            self.tell_reason(reason, self.desk.of(self.places[reason.id]), f"{number}) ")
        else:
            self.tell_reason(reason, tagged(self._stands(reason.id), self._tags(reason.id)), f"{self.letters[reason.id]}. ")

    def take(self, typed: Typed) -> bool:
        """Give the things the places of the numbers. What is left out, or given a 0, stays as it is shown."""
        if not self.is_open:
            return super().take(typed)
        numbers = typed.numbers(self.most)
        given = [number for number in numbers if number]
        is_shared = isinstance(self.card, Sort)
        if len(numbers) > len(self.things) or not given or not (is_shared or is_once_each(given, self.most)):
            return False
        if not all(number <= self.most for number in given):
            return False
        names = list(self.places)
        new = {thing: names[number - 1] for thing, number in zip(self.things, numbers, strict=False) if number}
        kept = {thing: place for thing, place in self.placed.items() if is_shared or place not in new.values()}
        placed = kept | new
        return self.session.answer(tuple(f"{thing}={placed[thing]}" for thing in self.things if thing in placed))

    @property
    def most(self) -> int:
        """How many places there are."""
        return len(self.places)

    def answer_hint(self) -> Hint:
        """How an answer is typed."""
        return Hint(NUMBERS, N_("place it"))
