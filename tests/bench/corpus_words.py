"""Sentences in two languages that say the same, put together by chance from a few words, so that hardly one stands twice.

They obey every rule of a course: no number is written out, no word is one to avoid, no option stands out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

from safeclass.language.cells import width
from safeclass.language.josa import with_josa

WIDEST_TITLE = 36
"""Cells of a title that fit above a card."""


class Pair(NamedTuple):
    """The same words in both languages."""

    ko: str
    en: str

    def __add__(self, after: Pair) -> Pair:  # one sentence after another
        return Pair(f"{self.ko} {after.ko}", f"{self.en} {after.en}")


def quoted(pair: Pair) -> str:
    """A pair in one line of YAML."""
    return f'{{ko: "{pair.ko}", en: "{pair.en}"}}'


def block(key: str, pair: Pair, indent: int) -> Iterator[str]:
    """A key with a long pair, a line for each language."""
    margin = " " * indent
    yield f"{margin}{key}:"
    yield f'{margin}  ko: "{pair.ko}"'
    yield f'{margin}  en: "{pair.en}"'


PEOPLE = [
    Pair("은수", "Eunsu"),
    Pair("나루", "Naru"),
    Pair("지오", "Jio"),
    Pair("다온", "Daon"),
    Pair("유진", "Yujin"),
    Pair("이루", "Iru"),
    Pair("가람", "Garam"),
    Pair("새봄", "Saebom"),
    Pair("한결", "Hangyeol"),
    Pair("여울", "Yeoul"),
    Pair("바름", "Bareum"),
    Pair("시내", "Sinae"),
]
PLACES = [
    Pair("교실", "in the classroom"),
    Pair("복도", "in the corridor"),
    Pair("도서관", "in the library"),
    Pair("운동장", "on the playing field"),
    Pair("급식실", "in the dining hall"),
    Pair("학교 앞", "outside the school"),
    Pair("버스", "on the bus"),
    Pair("동아리방", "in the club room"),
    Pair("음악실", "in the music room"),
    Pair("공원", "in the park"),
    Pair("단체 대화방", "in the group chat"),
    Pair("집", "at home"),
    Pair("상담실", "in the counselling room"),
    Pair("강당", "in the hall"),
]
TIMES = [
    Pair("아침에", "in the morning"),
    Pair("점심시간에", "over lunch"),
    Pair("수업이 끝나고", "after class"),
    Pair("저녁에", "in the evening"),
    Pair("쉬는 시간에", "at break"),
    Pair("방학 동안", "during the holidays"),
    Pair("시험이 끝나고", "after the exams"),
    Pair("체육 시간에", "during sports"),
    Pair("연습하다가", "while practising"),
    Pair("집에 가는 길에", "on the way home"),
]
THINGS = [
    Pair("사진", "the photo"),
    Pair("짧은 영상", "the short video"),
    Pair("목소리 녹음", "the voice recording"),
    Pair("손으로 그린 그림", "the drawing"),
    Pair("대화 화면", "the picture of the chat"),
    Pair("공연 영상", "the film of the concert"),
    Pair("반 사진", "the class picture"),
    Pair("여행 사진첩", "the holiday album"),
    Pair("옛날 사진", "the old portrait"),
    Pair("자기소개 글", "the profile"),
    Pair("발표 자료", "the slides"),
    Pair("축제 사진", "the picture of the festival"),
]
DEEDS = [
    Pair("보았어요", "looked at"),
    Pair("다시 열었어요", "opened"),
    Pair("골랐어요", "chose"),
    Pair("찾았어요", "found"),
    Pair("내렸어요", "took down"),
    Pair("돌려주었어요", "gave back"),
    Pair("살펴보았어요", "studied"),
    Pair("가리켰어요", "pointed at"),
    Pair("두고 갔어요", "walked away from"),
    Pair("설명했어요", "explained"),
    Pair("받았어요", "received"),
    Pair("간직했어요", "kept"),
]
THOUGHTS = [
    Pair("궁금한 마음은 자연스러워요.", "Being curious is natural."),
    Pair("친구라서 괜찮다고 생각하기 쉬워요.", "It is easy to think that friends mind less."),
    Pair("화면 너머에도 마음이 있어요.", "There is somebody on the other side of the screen."),
    Pair("대답을 들어야 마음을 알아요.", "Only an answer tells what somebody feels."),
    Pair("묻는 말은 짧아도 좋아요.", "A short question is good enough."),
    Pair("함께 웃을 때 이야기는 오래 남아요.", "A story lasts when everybody laughs."),
    Pair("조용한 대답도 대답이에요.", "A quiet answer is still an answer."),
    Pair("잠깐 기다리면 생각이 달라지기도 해요.", "After a while things often look different."),
    Pair("어른에게 말하는 것은 용기 있는 일이에요.", "Talking to an adult takes courage."),
    Pair("마음이 바뀌는 것도 자연스러워요.", "Changing one's mind is natural too."),
    Pair("묻지 않았다면 지금 물어봐요.", "Whoever has asked nobody asks now."),
    Pair("옆에 있어 주는 것이 먼저예요.", "Staying close comes first."),
    Pair("서두를 까닭이 없어요.", "There is no reason for any hurry."),
    Pair("**함께 정한 약속**이 오래가요.", "**What people agree on** holds."),
    Pair("모두에게 보이는 것과 써도 되는 것은 달라요.", "Seeing something in public is one thing, using it another."),
    Pair("'장난이었어'라고 말하기 쉬워요.", "'It was only for fun' is easily said."),
]
ASKED = [
    Pair("이제 무엇을 하면 좋을까요?", "What would be good now?"),
    Pair("어떤 말을 먼저 건네면 좋을까요?", "Which words come first?"),
    Pair("어떻게 생각하나요?", "What do you think?"),
    Pair("그다음은 무엇일까요?", "What comes next?"),
    Pair("누구의 마음을 먼저 살필까요?", "Whose feelings come first?"),
]
FORCES = [
    Pair("먼저 물어봐야 해요.", "They must ask first."),
    Pair("대답 없이 올리지 마세요.", "Do not post without an answer."),
    Pair("선생님께 말할 수 있어요.", "You can tell a teacher."),
]
CITED = [
    Pair("조사에 답한 학생은 {%s:이었어요/였어요}.", "In the survey that was {%s}."),
    Pair("법에는 {%s:이라고/라고} 적혀 있어요.", "The law says {%s}."),
    Pair("{%s.when}의 조사에서는 {%s:으로/로} 나왔어요.", "In {%s.when} the answer was {%s}."),
    Pair("기준은 {%s.since}부터 {%s:이에요/예요}.", "Since {%s.since} it is {%s}."),
]


class Chance:
    """What is drawn from one seed: sentences, and the facts they cite."""

    def __init__(self, random: Random, facts: Sequence[str], *, is_wordy: bool = False) -> None:
        """What is drawn; where it is to be wordy, each card is about as long as in the course that is shipped."""
        self.random = random
        self._facts = facts
        self.is_wordy = is_wordy

    def story(self) -> Pair:
        """Somebody does something somewhere."""
        pick = self.random.choice
        person, place, time, thing, deed = pick(PEOPLE), pick(PLACES), pick(TIMES), pick(THINGS), pick(DEEDS)
        korean = f"{time.ko} {with_josa(person.ko, '은/는')} {place.ko}에서 {with_josa(thing.ko, '을/를')} {deed.ko}."
        return Pair(korean, f"{person.en} {deed.en} {thing.en} {place.en} {time.en}.")

    def pieces(self, count: int) -> list[Pair]:
        """So many short things to choose from, all different, none much longer than another."""
        seen: dict[str, Pair] = {}
        for deed in self.random.sample(DEEDS, len(DEEDS)):
            thing, place = self.random.choice(THINGS[:8]), self.random.choice(PLACES[:10])
            piece = Pair(f"{place.ko}에서 {with_josa(thing.ko, '을/를')} {deed.ko}.", f"They {deed.en} {thing.en} {place.en}.")
            seen.setdefault(piece.ko, piece)
        # The longest comes last, and the right one is never last.
        few = list(seen.values())[:count]
        few.sort(key=lambda piece: len(piece.en))
        return few

    def reason(self) -> Pair:
        """Why something is so, in one to three sentences; now and then with a fact."""
        pick = self.random.random()
        told = self.story() if pick < 0.7 else self.random.choice(THOUGHTS)
        if self.is_wordy:
            told = self.story() + self.random.choice(THOUGHTS)
        if pick < 0.25:
            return told + self.citing()
        return told + self.random.choice(FORCES) if pick < 0.4 else told

    def citing(self) -> Pair:
        """A sentence with a fact in it."""
        fact, said = self.random.choice(self._facts), self.random.choice(CITED)
        return Pair(said.ko.replace("%s", fact), said.en.replace("%s", fact))

    def question(self) -> Pair:
        """A small story and what is asked of it."""
        told = self.story() + self.story() if self.is_wordy else self.story()
        return told + self.random.choice(ASKED)

    def title(self) -> Pair:
        """A heading that fits above a card."""
        while True:
            place, thing = self.random.choice(PLACES), self.random.choice(THINGS)
            heading = Pair(f"{place.ko} {thing.ko}", f"{thing.en.capitalize()} {place.en}")
            if max(map(width, heading)) <= WIDEST_TITLE:
                return heading
