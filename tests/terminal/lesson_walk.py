"""Taking a lesson to its end as a learner does, beside a twin of the sitting that tells what should be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from card_answers import board, first_words, place_of, right_answer, wrong_answer
from hands import SURENESS, Hand
from page_reading import Page

from safeclass.course.card import Card
from safeclass.course.course import Course
from safeclass.course.lesson import Lesson
from safeclass.course.picking import OX, Attitude, Choice, Several, Think
from safeclass.course.placing import Fill, Match, Order, Sort
from safeclass.course.scene import Scene
from safeclass.course.wording import BLANK
from safeclass.paths import shipped
from safeclass.session.judging import Answer, key_of, shuffled
from safeclass.session.session import Phase, Session

SLOT = "______"
"""What stands in a blank that is not filled."""

GOES_HOME_AT = 3
"""Before the card at this place, from 0, the lesson is left for the first page and taken up again."""

RIGHT_AT_ONCE = 4
"""Every so many cards the first answer is a right one; otherwise it is wrong, and the second is right."""


class Walk:
    """One walk through one lesson, card by card."""

    def __init__(self, page: Page, hand: Hand, lesson: Lesson) -> None:
        self.page = page
        self.program = page.program
        self.hand = hand
        self.twin = Session(lesson, (), lambda event: None)
        """The same sitting in this process: which card is next, what follows from an answer."""

    def to_the_end(self) -> None:
        """Take every card; the page of what one can do now is then in front."""
        for _ in self.twin.lesson.deck:
            if self.twin.index == GOES_HOME_AT and self.hand.back:
                self.arrive()
                self._go_home_and_back(self.hand.back)
            self.take_card()
        both, done = self.page.word("Then and now"), self.page.word("What you can do now")
        self.program.wait_until(lambda: self.program.shows(both) or self.program.shows(done), "the end was not seen")
        while not self.program.shows(done):
            self.program.wait_for_change(self.hand.go_on)
            self.program.wait_for_quiet()
        for line in self.twin.lesson.can_do:
            self.page.wait_for_text(line)

    def skip_to(self, card: str) -> None:
        """Pass cards over until one is in front."""
        for _ in self.twin.lesson.deck:
            if self.twin.at == card:
                break
            self.arrive()
            self.program.press("0")
            self.twin.skip()
        self.arrive()

    def arrive(self) -> None:
        """Wait until the card that is next is in front."""
        self.program.wait_for(f" {self.twin.index + 1}/{self.twin.total} ")
        self.page.wait_for_text(first_words(self.twin.card))

    def take_card(self) -> None:
        """Answer the card in front, wrongly first, look at the reasons, and go on."""
        self.arrive()
        match self.twin.card:
            case Scene():
                self._play()
            case Attitude() as card:
                self.answer((card.options[-1].id,))
                self.page.wait_for_text(card.options[-1].reply)
            case Think() as card:
                self.answer((card.lines[-1].id,))
                self.program.wait_until(lambda: self.tags("my words"), "no line was kept")
            case card if key_of(card) is not None:
                self._ask(card)
        self.go_on()

    def go_on(self) -> None:
        """Go to the next card, reading on where the page is longer than the screen."""
        while self.program.shows(f"Enter {self.page.word('read on')}"):
            self.program.wait_for_change(self.hand.go_on)
        self.hand.go_on()
        self.twin.go_on()

    def answer(self, answer: Answer) -> None:
        """Give an answer, here and there."""
        card = self.twin.card
        match card:
            case Choice() | OX() | Attitude():
                self.hand.pick(place_of(answer[0], card.options))
            case Think():
                self.hand.mark(place_of(answer[0], card.lines))
            case Several():
                now = set(self.twin.state.given[-1].answer) if self.twin.state.given else set()
                self.hand.tick([place_of(option, card.options) for option in sorted(now ^ set(answer))])
                self.program.wait_until(lambda: len(self.tags("picked")) == len(answer), f"never saw {answer} picked")
                self.hand.check()
            case Order():
                self._put_in_order(card, answer)
                self.hand.check()
            case Match() | Sort() | Fill():
                self._give_places(card, answer)
                self.hand.check()
        assert self.twin.answer(answer), f"{answer} cannot be answered on {self.twin.at}"

    def tags(self, message: str) -> list[str]:
        """The rows that end in a word."""
        return [line for line in self.program.lines if line.rstrip().endswith(f"  {self.page.word(message)}")]

    def choose(self, way: int) -> None:
        """Take one of the ways that a scene offers now."""
        moment = self.twin.moment
        self.page.wait_for_options([way.text for way in moment.ways])
        self.hand.pick(range(len(moment.ways))[way])
        assert self.twin.answer((moment.node.node, moment.ways[way].to))

    def _ask(self, card: Card) -> None:
        tries = [right_answer(card)]
        if self.twin.index % RIGHT_AT_ONCE or isinstance(card, Order):
            tries.insert(0, wrong_answer(card))
        for answer in tries:
            self.answer(answer)
            self._see_reasons()
            if len(self.twin.state.given) == 1 and self.twin.asks_how_sure:
                sure = 1 + self.twin.index % 3
                self.hand.rate(sure)
                self.twin.rate(sure)
                self.program.wait_for(f"✓ {self.page.word(SURENESS[sure - 1])}")
            if self.twin.phase is Phase.EXPLAINED:
                break

    def _see_reasons(self) -> None:
        feedback = self.twin.feedback
        assert feedback is not None, f"{self.twin.at} gives no feedback"
        is_again = self.twin.phase is Phase.AGAIN
        self.program.wait_for(self.page.word("Another look" if is_again else "Why"))
        due = [self.page.said(reason.why) for reason in feedback.reasons]
        if due:
            self.program.wait_until(lambda: any(map(self.page.reads, due)), f"never read any of {due}")
        if is_again and isinstance(self.twin.card, Choice | OX | Several):
            early = [self.page.said(option.why) for option in self.twin.card.options if option.id not in feedback.answer]
            assert not any(map(self.page.reads, early)), f"a reason was told too early. The screen:\n{self.program.text}"

    def _put_in_order(self, card: Order, answer: Sequence[str]) -> None:
        texts = {str(step.id): step.text for step in card.items}
        given = self.twin.state.given
        items = list(given[-1].answer) if given else [str(step.id) for step in shuffled(card.order, card.items)]
        for to, item in enumerate(answer):
            if items[to] != item:
                self.hand.move(items.index(item), to)
                items.remove(item)
                items.insert(to, item)
                self.page.wait_for_options([texts[item] for item in items])

    def _give_places(self, card: Match | Sort | Fill, answer: Answer) -> None:
        """Give everything a place; the second time only what is off."""
        things, places = board(card)
        wanted = dict(pair.split("=") for pair in answer)
        given = dict(pair.split("=") for pair in self.twin.state.given[-1].answer) if self.twin.state.given else {}
        feedback = self.twin.feedback
        for thing, text in things.items():
            if feedback is not None and thing not in feedback.off:
                continue
            place = wanted[thing]
            given = {other: at for other, at in given.items() if at != place or isinstance(card, Sort)} | {thing: place}
            self.hand.give(self.page.said(text) if text else None, places.index(place))
            self.program.wait_until(partial(self._are_given, card, given), f"never saw {given} given")

    def _are_given(self, card: Match | Sort | Fill, given: Mapping[str, str]) -> bool:
        """Whether everything is seen to have the place it was given, and nothing else has one."""
        things, places = board(card)
        if isinstance(card, Fill):
            words = {str(word.id): self.page.said(word.text) for word in card.bank}
            filled = BLANK.sub(lambda blank: words[given[blank[1]]] if blank[1] in given else SLOT, self.page.said(card.text))
            return self.page.reads_with_marks(filled)
        labels = {thing: self.page.label(self.page.said(text)) for thing, text in things.items() if text}
        return labels == {thing: str(places.index(given[thing]) + 1) if thing in given else "-" for thing in things}

    def _play(self) -> None:
        """Take the first way at each turn to an ending, then one step back, and the last ways to another."""
        self.hand.go_on()
        for way in (0, -1):
            if way:
                self.hand.step_back()
                self.twin.undo()
            while self.twin.moment.ways:
                self.choose(way)
            ending = self.page.word("This path ends here. 9 goes back a step, to try another.")
            self.program.wait_until(partial(self.page.reads, ending), "the path never ended")
            self.program.wait_for(f"Enter {self.page.word('Next')}")

    def _go_home_and_back(self, back: str) -> None:
        self.program.press(back)
        if self.twin.lesson.lesson not in Course(shipped()).lesson_ids:
            # The questions around the course have a line of their own on the first page.
            self.program.wait_for("SafeClass")
            self.program.press("0")
            return
        carry_on = self.page.word("Carry on")
        self.program.wait_for(carry_on)
        self.program.press(*["up"] * len(Course(shipped()).lesson_ids))
        self.program.wait_until(lambda: self.page.has_mark(carry_on), "the way back never had the focus")
        self.hand.go_on()
