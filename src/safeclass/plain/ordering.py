"""Putting things in order: one line of numbers."""

from __future__ import annotations

from safeclass.course.placing import Order
from safeclass.language import N_
from safeclass.plain.desk import Hint, Said, say, tagged
from safeclass.plain.telling import NUMBERS, Telling
from safeclass.plain.typed import Typed, example, is_once_each
from safeclass.session.judging import shuffled
from safeclass.session.session import Phase


class OrderTelling(Telling):
    """The items as they stand now; one line of numbers puts them in order, and those left out keep theirs."""

    @property
    def card(self) -> Order:
        """The card."""
        assert isinstance(self.session.card, Order), "this is told of an order card"
        return self.session.card

    @property
    def items(self) -> tuple[str, ...]:
        """The items as they stand: as they were given last, at the end in their right order."""
        return self.session.shown or tuple(step.id for step in shuffled(self.session.at, self.card.items))

    def tell(self) -> None:
        """The question and the items, and what follows from an answer that was given."""
        self.desk.tell(self.card.ask)
        if self.session.feedback is None:
            self._tell_items()
        else:
            self.follow()

    def _tell_items(self) -> None:
        feedback = self.session.feedback
        ends = {0: say(N_("first")), len(self.items) - 1: say(N_("last"))}
        for index, item in enumerate(self.items):
            tag = [ends[index]] if index in ends else []
            if feedback is not None:
                tag = [say(N_("look again")) if item in feedback.off else say(N_("fits here"))]
            self.desk.write(tagged(self._words(item), tag), f"{index + 1}) ")
        how = N_("Type the numbers in order, such as {example}. Those left out keep their order.")
        self.desk.say(how, example=example(self.most))

    def _words(self, item: str) -> Said:
        return self.desk.of(next(step.text for step in self.card.items if step.id == item))

    def follow(self) -> None:
        """The reason of the first item that is off, and the items once more; or the right order with every reason."""
        feedback = self.session.feedback
        assert feedback is not None, "an answer has feedback"
        is_again = self.session.phase is Phase.AGAIN
        self.tell_heading(is_again)
        if is_again:
            for reason in feedback.reasons:
                self.tell_reason(reason, self._words(reason.id))
            self.desk.paper.gap()
            self._tell_items()
            return
        reasons = {str(reason.id): reason for reason in feedback.reasons}
        for number, item in enumerate(self.items, 1):
            tags = [] if item in feedback.off else [say(N_("fits here"))]
            self.tell_reason(reasons[item], tagged(self._words(item), tags), f"{number}) ")

    def take(self, typed: Typed) -> bool:
        """Put the items in the order of the numbers."""
        if not self.is_open:
            return super().take(typed)
        numbers, items = typed.numbers(self.most), self.items
        if not is_once_each(numbers, self.most):
            return False
        first = [items[number - 1] for number in numbers]
        return self.session.answer((*first, *(item for item in items if item not in first)))

    @property
    def most(self) -> int:
        """How many items there are."""
        return len(self.card.items)

    def answer_hint(self) -> Hint:
        """How an answer is typed."""
        return Hint(NUMBERS, N_("Order"))
