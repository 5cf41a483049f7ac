"""The language in use: one for each running program, switched in place, or two at once."""

from __future__ import annotations

import asyncio
import threading
from contextvars import Context, copy_context

import pytest

from safeclass.language import BOTH, Words, _, ngettext, speak, translate, words

EXIT = "Exit"


def test_the_message_is_the_english_word() -> None:
    assert translate(EXIT, "en") == EXIT
    assert translate(EXIT, "ko") == "나가기"


def test_a_message_without_a_translation_is_itself() -> None:
    assert translate("no such message", "ko") == "no such message"
    assert translate(EXIT, "xx") == EXIT
    assert translate(EXIT, "../../etc") == EXIT


@pytest.mark.parametrize(("choice", "shown", "main"), [("ko", ("ko",), "ko"), ("en", ("en",), "en"), (BOTH, ("ko", "en"), "ko")])
def test_a_choice_is_what_is_shown(choice: str, shown: tuple[str, ...], main: str) -> None:
    spoken = Words(("ko", "en"))
    spoken.choose(choice)
    assert (spoken.choice, spoken.shown, spoken.main) == (choice, shown, main)


def test_the_first_language_is_spoken_until_another_is_chosen() -> None:
    assert Words(("ko", "en")).choice == "ko"
    assert Words(("en", "ko")).choice == "en"
    assert Words(("ko", "en"), ("en",)).choice == "en"


def test_one_key_goes_round_through_every_choice() -> None:
    spoken = Words(("ko", "en", "vi"))
    seen = []
    for _turn in range(4):
        seen.append(spoken.choice)
        spoken.choose(spoken.next_choice)
    assert seen == ["ko", "en", "vi", BOTH]
    assert spoken.choice == "ko"


def test_both_are_the_first_two_of_three() -> None:
    spoken = Words(("ko", "en", "vi"))
    spoken.choose(BOTH)
    assert spoken.shown == ("ko", "en")


def test_a_course_in_one_language_offers_no_other() -> None:
    spoken = Words(("ko",))
    assert spoken.choices == ("ko",)
    assert spoken.next_choice == "ko"
    spoken.choose(BOTH)
    assert spoken.shown == ("ko",)
    assert spoken.choice == "ko"


def test_after_a_language_that_the_course_does_not_have_the_key_leads_to_the_first() -> None:
    spoken = Words(("ko", "en"), ("vi",))
    assert spoken.next_choice == "ko"


def test_switching_is_seen_by_whoever_speaks() -> None:
    def speaks() -> None:
        spoken = speak(Words(("ko", "en")))
        assert _(EXIT) == "나가기"
        spoken.choose("en")
        assert words() is spoken
        assert _(EXIT) == EXIT
        spoken.choose(BOTH)
        assert _(EXIT) == "나가기"

    copy_context().run(speaks)


def test_who_speaks_nothing_yet_speaks_korean() -> None:
    assert Context().run(lambda: _(EXIT)) == "나가기"


def test_counting_is_done_in_the_language_in_use() -> None:
    def counted(language: str, count: int) -> str:
        speak(Words((language,)))
        return ngettext("{n} fault", "{n} faults", count).format(n=count)

    assert Context().run(counted, "en", 1) == "1 fault"
    assert Context().run(counted, "en", 2) == "2 faults"
    assert Context().run(counted, "ko", 1) == Context().run(counted, "ko", 2).replace("2", "1")
    assert "fault" not in Context().run(counted, "ko", 2)


async def test_two_programs_in_one_process_speak_two_languages() -> None:
    said: dict[str, list[str]] = {"ko": [], "en": []}
    ready = asyncio.Barrier(2)

    async def program(language: str) -> None:
        speak(Words((language,)))
        for _turn in range(3):
            await ready.wait()
            said[language].append(_(EXIT))
            await asyncio.create_task(part_of(language))

    async def part_of(language: str) -> None:
        await ready.wait()
        said[language].append(_(EXIT))

    await asyncio.gather(asyncio.create_task(program("ko")), asyncio.create_task(program("en")))
    assert said == {"ko": ["나가기"] * 6, "en": [EXIT] * 6}


def test_two_threads_speak_two_languages() -> None:
    said: dict[str, str] = {}
    meeting = threading.Barrier(2)

    def program(language: str) -> None:
        speak(Words((language,)))
        meeting.wait(timeout=10)
        said[language] = _(EXIT)

    threads = [threading.Thread(target=program, args=(language,)) for language in ("ko", "en")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=10)
    assert said == {"ko": "나가기", "en": EXIT}


async def test_a_switch_reaches_what_the_program_started_before() -> None:
    spoken = Words(("ko", "en"))
    asked, answered = asyncio.Event(), asyncio.Event()
    heard = []

    async def started_before() -> None:
        await asked.wait()
        heard.append(_(EXIT))
        answered.set()

    speak(spoken)
    task = asyncio.create_task(started_before())
    spoken.choose("en")
    asked.set()
    await answered.wait()
    await task
    assert heard == [EXIT]
