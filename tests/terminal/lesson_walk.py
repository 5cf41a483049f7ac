"""Taking a lesson to its end as a learner does, beside a twin of the sitting that tells what should be seen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from hands import HANDS, Hand
from page_reading import TODAY, Page
from program_start import Start, start_program

from safeclass.course.course import Course, shipped
from safeclass.course.model import (
    OX,
    Attitude,
    Card,
    Choice,
    Fill,
    Lesson,
    Match,
    Order,
    Page as ReadPage,
    Scene,
    Several,
    Sort,
    Think,
    identity,
)
from safeclass.course.model import Help as HelpCard
from safeclass.course.text import Id, Text
from safeclass.course.wording import BLANK
from safeclass.session.judging import Answer, key_of, shuffled
from safeclass.session.progress import LessonProgress
from safeclass.session.session import Phase, Session
from safeclass.store.events import EventStore

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
        while not self.twin.is_over:
            if self.twin.index == GOES_HOME_AT and self.hand.back:
                self.arrive()
                self._go_home_and_back(self.hand.back)
            self.take_card()
        self.program.wait_for(self.page.word("What you can do now"))
        for line in self.twin.lesson.can_do:
            self.page.wait_for_text(line)

    def skip_to(self, card: Id) -> None:
        """Pass cards over until one is in front."""
        while self.twin.at != card:
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
            case Scene() as scene:
                self._play(scene)
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
            before = self.program.text
            self.hand.go_on()
            self.program.wait_until(lambda before=before: self.program.text != before, "nothing more was shown")  # type: ignore[misc]
        self.hand.go_on()
        self.twin.go_on()

    def _go_home_and_back(self, back: str) -> None:
        self.program.press(back)
        carry_on = self.page.word("Carry on")
        self.program.wait_for(carry_on)
        self.program.press(*["up"] * 9)
        self.program.wait_until(lambda: self.page.has_mark(carry_on), "the way back never had the focus")
        self.hand.go_on()

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
                self._put_in_order(answer)
                self.hand.check()
            case Match() | Sort() | Fill():
                self._give_places(answer)
                self.hand.check()
        assert self.twin.answer(answer), f"{answer} cannot be answered on {self.twin.at}"

    def tags(self, message: str) -> list[str]:
        """The rows that end in a word."""
        return [line for line in self.program.lines if line.rstrip().endswith(f"  {self.page.word(message)}")]

    def _ask(self, card: Card) -> None:
        tries = [right_answer(card)]
        if self.twin.index % RIGHT_AT_ONCE or isinstance(card, Order):
            tries.insert(0, wrong_answer(card))
        for answer in tries:
            self.answer(answer)
            self._see_reasons()
            if len(self.twin.state.given) == 1 and self.twin.asks_how_sure:
                self._rate(1 + self.twin.index % 3)
            if self.twin.phase is Phase.EXPLAINED:
                break

    def _see_reasons(self) -> None:
        feedback = self.twin.feedback
        assert feedback is not None, f"{self.twin.at} gives no feedback"
        self.program.wait_for(self.page.word("Another look" if self.twin.phase is Phase.AGAIN else "Why"))
        due = [self.page.said(reason.why) for reason in feedback.reasons]
        if due:
            self.program.wait_until(lambda: any(map(self.page.reads, due)), f"never read any of {due}")
        if self.twin.phase is Phase.AGAIN:
            early = [self.page.said(why) for why in reasons_of(self.twin.card) if self.page.said(why) not in due]
            assert not any(map(self.page.reads, early)), f"a reason was told too early. The screen:\n{self.program.text}"

    def _rate(self, sure: int) -> None:
        self.hand.rate(sure)
        self.twin.rate(sure)
        self.program.wait_for(f"✓ {self.page.word(('Just a guess', 'Not quite sure', 'Sure')[sure - 1])}")

    def _put_in_order(self, answer: Sequence[str]) -> None:
        card = self.twin.card
        assert isinstance(card, Order)
        items = list(self.twin.state.given[-1].answer) if self.twin.state.given else [step.id for step in shuffled(self.twin.at, card.items)]
        for to, item in enumerate(answer):
            at = items.index(item)
            if at != to:
                self.hand.move(at, to)
                items.insert(to, items.pop(at))
                self.program.wait_until(lambda items=items: self._stand(card, items), f"never stood as {items}")  # type: ignore[misc]

    def _stand(self, card: Order, items: Sequence[str]) -> bool:
        texts = {str(step.id): step.text for step in card.items}
        return self.page.lists([texts[item] for item in items])

    def _give_places(self, answer: Answer) -> None:
        """Give everything a place; the second time only what is off."""
        card = self.twin.card
        assert isinstance(card, Match | Sort | Fill)
        things, places = board(card)
        pairs = dict(pair.split("=") for pair in answer)
        given = dict(pair.split("=") for pair in self.twin.state.given[-1].answer) if self.twin.state.given else {}
        feedback = self.twin.feedback
        for thing, text in things.items():
            if feedback is None or thing in feedback.off:
                place = pairs[thing]
                given = {other: at for other, at in given.items() if at != place or isinstance(card, Sort)} | {thing: place}
                self.hand.give(self.page.said(text) if text else None, places.index(place))
                self.program.wait_until(lambda: self._are_given(card, given), f"never saw {given} given")  # noqa: B023

    def _are_given(self, card: Match | Sort | Fill, given: Mapping[str, str]) -> bool:
        """Whether everything is seen to have the place it was given, and nothing else has one."""
        things, places = board(card)
        if isinstance(card, Fill):
            words = {word.id: self.page.said(word.text) for word in card.bank}
            return self.page.reads_with_marks(BLANK.sub(lambda blank: words[given[blank[1]]] if blank[1] in given else SLOT, self.page.said(card.text)))
        return all(
            self.page.label(self.page.said(text)) == (str(places.index(given[thing]) + 1) if thing in given else "-")
            for thing, text in things.items()
            if text is not None
        )

    def _play(self, scene: Scene) -> None:
        """Take the first way at each turn to an ending, then one step back, and the last ways to another."""
        self.hand.go_on()
        which = 0
        while True:
            moment = self.twin.moment
            if moment.ways:
                texts = [way.text for way in moment.ways]
                self.program.wait_until(lambda texts=texts: self.page.lists(texts), f"never offered {texts}")  # type: ignore[misc]
                self.hand.pick(range(len(moment.ways))[which])
                assert self.twin.answer((moment.node.node, moment.ways[which].to))
                continue
            self.page.program.wait_until(self._sees_an_ending, "the path never ended")
            self.program.wait_for(f"Enter {self.page.word('Next')}")
            if which:
                return
            which = -1
            self.hand.step_back()
            self.twin.undo()

    def _sees_an_ending(self) -> bool:
        return self.page.reads(self.page.word("This path ends here. 9 goes back a step, to try another."))


def begin(start: Start, course: Course, lesson: Lesson, language: str = "ko", way: str = "digits", *arguments: str, **more: Any) -> Walk:
    """Open a lesson in a terminal; its first card is then in front."""
    program = start("learn", lesson.lesson, "--language", language, "--today", TODAY.isoformat(), *arguments, **more)
    page = Page(program, course, language)
    walk = Walk(page, HANDS[way](page), lesson)
    program.wait_for("1366")
    if lesson.note is not None:
        program.wait_for(page.word("Before you start"))
        walk.hand.pick(0)
    return walk


def take_lesson(name: str, language: str, way: str, home: Path) -> tuple[LessonProgress, LessonProgress]:
    """Take a lesson to its end in a terminal: what is kept of it on the disk, and what should be."""
    course = Course(shipped())
    lesson, faults = course.lesson(name)
    assert lesson is not None, faults
    walk = begin(partial(start_program, home), course, lesson, language, way)
    with walk.program as program:
        walk.to_the_end()
        program.kill()
    return kept_in(home)[lesson.lesson], walk.twin.progress


def kept_in(home: Path) -> Mapping[Id, LessonProgress]:
    """What the program has kept of whoever uses it without a nickname."""
    store = EventStore(home / "progress.sqlite3", lambda: datetime.now(UTC))
    try:
        return store.progress("me")
    finally:
        store.close()


def first_with(course: Course, kind: type[Card]) -> tuple[Lesson, Id]:
    """The first lesson with a card of a kind among those that are neither opening nor closing questions, and the card's id."""
    for name in course.lesson_ids:
        lesson, _faults = course.lesson(name)
        for card in lesson.cards if lesson else ():
            if isinstance(card, kind):
                assert lesson is not None
                return lesson, identity(card)
    raise AssertionError(f"no lesson has a card that is a {kind.__name__}")


def first_words(card: Card) -> Text:
    """What a card begins with."""
    match card:
        case ReadPage():
            return card.title
        case OX() | HelpCard():
            return card.say
        case Scene():
            return card.intro
        case Choice() | Several() | Order() | Match() | Sort() | Fill() | Attitude() | Think():
            return card.ask
    raise AssertionError(f"a {type(card).__name__} in a course that is shipped")


def reasons_of(card: Card) -> list[Text]:
    """Every reason that a question can give."""
    match card:
        case Choice() | OX() | Several():
            return [option.why for option in card.options]
        case Order() | Sort():
            return [item.why for item in card.items]
        case Match():
            return [pair.why for pair in card.pairs]
        case Fill():
            return [word.why for word in card.bank]
    return []


def right_answer(card: Card) -> Answer:
    """The key of a question, in the order in which things stand on the screen."""
    key = key_of(card)
    assert key is not None, "only a question has a key"
    if isinstance(card, Match | Sort | Fill):
        things = list(board(card)[0])
        return tuple(sorted(key, key=lambda pair: things.index(pair.partition("=")[0])))
    return key


def wrong_answer(card: Card) -> Answer:
    """An answer that is possible and not right, its parts in the order in which they stand on the screen."""
    key = right_answer(card)
    match card:
        case Choice() | OX() | Several():
            return (next(option.id for option in card.options if not option.right),)
        case Order():
            return (key[1], key[0], *key[2:])
        case Sort():
            thing, _, group = key[0].partition("=")
            return (f"{thing}={next(other.id for other in card.groups if other.id != group)}", *key[1:])
        case Match():
            (one, _, first), (two, _, second) = (pair.partition("=") for pair in key[:2])
            return (f"{one}={second}", f"{two}={first}", *key[2:])
        case Fill():
            used = {pair.partition("=")[2] for pair in key}
            spare = next(word.id for word in card.bank if word.id not in used)
            return (f"{key[0].partition('=')[0]}={spare}", *key[1:])
    raise AssertionError(f"a {type(card).__name__} cannot be answered wrongly")


def board(card: Match | Sort | Fill) -> tuple[dict[str, Text | None], list[str]]:
    """The things that are given places, with their words where they have some, and the places in the order of their numbers."""
    match card:
        case Match():
            return {pair.id: pair.left for pair in card.pairs}, [pair.id for pair in shuffled(card.match, card.pairs)]
        case Sort():
            return {item.id: item.text for item in shuffled(card.sort, card.items)}, [group.id for group in card.groups]
        case Fill():
            blanks = BLANK.findall(next(iter(card.text.values())))
            return dict.fromkeys(blanks), [word.id for word in card.bank]


def place_of(name: str, things: Sequence[object]) -> int:
    """At which place, from 0, something with an id stands."""
    return [getattr(thing, "id", None) for thing in things].index(name)
