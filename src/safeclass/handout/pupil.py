"""The page to hand out: what one can do now, the lesson in short, words one could use, where to turn and who will know."""

from __future__ import annotations

from safeclass.course.channels import KNOWERS, LIMITS, NO_LIST, STATES, Channel
from safeclass.course.picking import Think
from safeclass.course.sources import told_checked
from safeclass.course.terms import FAULT
from safeclass.course.text import Text
from safeclass.handout.markup import Markup, element, joined
from safeclass.handout.side import Side
from safeclass.language import N_


def pupil_page(side: Side) -> Markup:
    """The whole page."""
    lesson = side.lesson
    # Others may find the sheet of a sensitive lesson, so it has no line for a name.
    by_hand = "" if lesson.note else side.by_hand(N_("Name"), N_("Date"))
    return element(
        "article",
        side.title(),
        by_hand,
        side.section(N_("What you can do now"), element("ul", *(element("li", side.words(line)) for line in lesson.can_do))),
        _gist(side),
        _lines(side),
        _where_to_turn(side),
        _for_whoever_was_harmed(side),
        element(
            "footer",
            element("p", " ".join(map(side.say, LIMITS))),
            side.foot((*side.gist, *side.facts_in(lesson.can_do, side.help))),
        ),
        class_="pupil",
        lang=side.language,
    )


def _gist(side: Side) -> Markup:
    """The lesson in short: its summary with what that stands on, or the facts that it frames."""
    if summary := side.lesson.summary:
        stands_on = [element("li", side.foundation(fact, instead=fact.about)) for fact in side.gist]
        foundations = element("ul", *stands_on, class_="stands-on") if stands_on else ""
        return side.section(N_("Summary"), side.prose(summary), foundations)
    if not side.framed:
        return Markup("")
    return side.section(N_("Facts of the lesson"), element("div", *map(side.frame, side.framed), class_="frames"))


def _lines(side: Side) -> Markup:
    """Words that one could use, from the lesson's cards to think about."""
    lines = [line.text for card in side.lesson.deck if isinstance(card, Think) for line in card.lines]
    if not lines:
        return Markup("")
    items = (element("li", side.words(line)) for line in lines)
    return side.section(N_("Words you could use"), element("ul", *items), class_="lines")


def _where_to_turn(side: Side) -> Markup:
    """The channels of the lesson's own card in full, then the other short numbers; two numbers where the list did not open."""
    known = side.wording.registry.channels
    if not known:
        return side.section(N_("Where to turn"), *(element("p", side.say(message)) for message in NO_LIST), class_="turn")
    if side.help:
        turns = [(known[turn.id], turn.here) for turn in side.help.channels]
    else:
        turns = [(known[name], known[name].for_) for name in side.lesson.turn_to if name in known]
    rows = [_channel(side, channel, here) for channel, here in turns]
    named = {channel.channel for channel, _here in turns}
    others = [_short(side, channel) for channel in known.values() if channel.short and channel.channel not in named]
    return side.section(
        N_("Where to turn"),
        element("p", side.words(side.help.say)) if side.help else "",
        *rows,
        element("p", *others, class_="others") if others else "",
        class_="turn",
    )


def _channel(side: Side, channel: Channel, here: Text) -> Markup:
    """One channel: the number, when it answers, when to turn there, who will know, and when that was checked."""
    state = [element("span", side.say(STATES[channel.status]), class_="stale")] if channel.status in STATES else []
    knows = [
        element("span", element("b", side.say(label)), " ", side.words(text(channel)), class_="knower") for label, text in KNOWERS
    ]
    return element(
        "div",
        element("p", element("strong", _number(side, channel)), " ", _hours(side, channel), class_="number"),
        element("p", side.words(here)),
        element("p", element("b", side.say(N_("Who will know"))), " ", Markup(" ".join(knows)), class_="knows"),
        element("p", told_checked(channel, side.language), " ", *state, class_="checked"),
        class_="channel",
    )


def _number(side: Side, channel: Channel) -> str:
    return channel.number or side.words(channel.name)


def _hours(side: Side, channel: Channel) -> Markup:
    name = joined([side.words(channel.name), ", "]) if channel.number else Markup("")
    return joined([name, side.words(channel.hours)])


def _short(side: Side, channel: Channel) -> Markup:
    number, hours = element("strong", _number(side, channel)), joined([" (", side.words(channel.hours), ")"])
    return element("span", number, " ", side.words(channel.for_), hours)


def _for_whoever_was_harmed(side: Side) -> Markup:
    """The sentence that it is never one's fault, said to whoever it is for."""
    sentence = side.wording.registry.sentences.get(FAULT)
    if sentence is None:
        return Markup("")
    said = element("strong", side.words(sentence.text))
    return element("p", side.say(N_("If someone did this to you:")), " ", said, class_="alone")
