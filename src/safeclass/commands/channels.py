"""`safeclass channels`: where to turn, in every language, also when lessons are broken."""

from __future__ import annotations

from argparse import Namespace
from datetime import date

from safeclass.commands.left_out import tell_left_out
from safeclass.commands.opening import Refused, open_course, refuse
from safeclass.commands.saying import print_json
from safeclass.course.channels import KNOWERS, LIMITS, NO_LIST, ROWS, STATES, Channel
from safeclass.course.sources import told_checked
from safeclass.course.wording import Wording
from safeclass.language import N_, translate


def run(arguments: Namespace) -> int:
    """Show where to turn; status 1 where no channel could be read."""
    try:
        course = open_course(arguments)
    except Refused as refused:
        return refuse(refused)
    wording = Wording(course.registry, date.today())
    channels = list(course.channels.values())
    status = 0 if channels else 1
    tell_left_out(course, "channels.yaml")
    if arguments.json:
        print_json([_as_json(channel, wording) for channel in channels])
        return status
    languages = (arguments.language,) if arguments.language in course.languages else course.languages
    for language in languages:
        if not channels:
            for message in NO_LIST:
                print(translate(message, language))
        for channel in channels:
            print("\n".join(lines_of(channel, wording, language)))
            print()
        for limit in LIMITS:
            print(translate(limit, language))
        print()
    return status


def lines_of(channel: Channel, wording: Wording, language: str) -> list[str]:
    """Everything about one channel, a line each."""
    number = f"{channel.number}  " if channel.number else ""
    lines = [f"{number}{wording.plain(channel.name, language)} ({wording.plain(channel.hours, language)})"]
    for label, text in ROWS:
        lines.append(f"  {translate(label, language)}: {wording.plain(text(channel), language)}")
    who = translate(N_("Who will know"), language)
    lines.append(f"  {who}")
    for label, text in KNOWERS:
        lines.append(f"    {translate(label, language)}: {wording.plain(text(channel), language)}")
    lines.append(f"  {told_checked(channel, language)}")
    if channel.status in STATES:
        lines.append(f"  {translate(STATES[channel.status], language)}")
    return lines


def _as_json(channel: Channel, wording: Wording) -> dict[str, object]:
    every = wording.in_each
    return {
        "id": channel.channel,
        "number": channel.number,
        "name": every(channel.name),
        "status": channel.status.value,
        "hours": every(channel.hours),
        "for": every(channel.for_),
        "first": every(channel.first),
        "voice_free": every(channel.voice_free),
        "languages": every(channel.languages),
        "knows": {
            "name": every(channel.knows.name),
            "guardian": every(channel.knows.guardian),
            "school": every(channel.knows.school),
            "police": every(channel.knows.police),
        },
        "checked_on": channel.checked_on.isoformat(),
        "tested_on": channel.tested_on.isoformat() if channel.tested_on else None,
        "sources": list(channel.sources),
    }
