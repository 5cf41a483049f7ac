"""Ways to break each rule of the families in the small course, each with the words at which that is to be told."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

LESSON = "lessons/every-kind.yaml"
FACTS = "facts.yaml"
COURSE = "course.yaml"
CHANNELS = "channels.yaml"


class Breach(NamedTuple):
    """One change to one file, and the rule it breaks."""

    rule: str
    old: str
    """What is replaced; it stands in the file once."""
    new: str
    at: str
    """Words after the change; the fault is told at the nearest opening bracket or key before or at them."""
    file: str = LESSON
    also: frozenset[str] = frozenset()
    """Rules that the same change breaks as well."""

    def into(self, folder: Path) -> tuple[str, int, int]:
        """Change the file; returns the place at which the fault is to be told."""
        path = folder / self.file
        before = path.read_text(encoding="utf-8")
        assert before.count(self.old) == 1, f"'{self.old}' should stand once in {self.file}"
        after = before.replace(self.old, self.new)
        path.write_text(after, encoding="utf-8")
        assert after.count(self.at) == 1, f"'{self.at}' should stand once in {self.file}"
        start = after.index(self.at)
        return self.file, after.count("\n", 0, start) + 1, start - after.rfind("\n", 0, start)


AIM = '{ko: "찍기 전에 물어요", en: "Ask before taking a photo"}'
OPEN = '{ko: "열어 보기", en: "Open it"}'
EYES = '{ko: "보는 눈이 늘어요.", en: "One more pair of eyes."}'
SAY = '{ko: "답이 없으면 동의예요.", en: "No answer is a yes."}'
ACT, NONE = "sources: [act-photos]\n", "sources: []\n"
ANSWERS = '{ko: "경찰이 받아요.", en: "Police answer."}'
TOLD = '{ko: "유진이는 알렸어요.", en: "Yujin told someone."}'
PURPOSE = '{ko: "묻는 말을 연습해요.", en: "To rehearse asking."}'
ASK = '{ko: "무엇이 어려운가요?", en: "What is hard?"}'
LINE = '{ko: "올려도 돼?", en: "OK if I post this?"}'
TRIM = """\
  - choice: may-trim
    parallel: may-edit
    ask: {ko: "가람이가 잘라도 될까요?", en: "May Garam trim it?"}
    options:
      - {id: trim-now, text: {ko: "잘라요.", en: "Trim it."}, why: {ko: "묻지 않았어요.", en: "Nobody asked."}}
      - {id: trim-ask, right: true, text: {ko: "물어요.", en: "Ask."}, why: {ko: "바꾸기도 물어요.", en: "Editing needs a yes."}}
"""
HELP = """\
  - help: where-to-turn
    say: {ko: "{fault} 말해도 돼요.", en: "{fault} You can tell someone."}
    channels:
      - {id: "1366", here: {ko: "사진일 때", en: "If it is a picture"}}
      - {id: school, here: {ko: "가까이에서", en: "If you want someone near"}}
"""
MARKED = '{to: asked, marks: spoke, text: {ko: "물어봤는지 묻기", en: "Ask whether they said yes"}}'
UNMARKED = """\
{to: asked, text: {ko: "물어봤는지 묻기", en: "Ask whether they said yes"}}
          - {to: told, marks: spoke, text: {ko: "알리기", en: "Tell someone"}}"""


def _text(rule: str, old: str, ko: str, en: str, *also: str) -> Breach:
    new = f'{{ko: "{ko}", en: "{en}"}}'
    return Breach(rule, old, new, new, LESSON, frozenset(also))


def _silence(rule: str, card: str, of: str) -> Breach:
    new = f"minutes: 10\nsilence: [{{card: {card}, rule: {of}, because: {{ko: 가, en: a}}}}]\n"
    return Breach(rule, "minutes: 10\n", new, f"{{card: {card}")


BREACHES = [
    _text("todo", EYES, "할 일: 이유를 적어요.", "TODO: write the reason."),
    _text("todo", EYES, "보는 눈이 늘어요.", "One more, but TODO"),
    _text("todo", PURPOSE, "할 일: 왜 하는지 적어요.", "To rehearse asking."),
    _text("todo", AIM, "할 일: 한 줄", "TODO"),
    _text("avoided-word", EYES, "사진이 유출돼요.", "The photo gets out."),
    _text("avoided-word", EYES, "사진이 퍼져요.", "The photo was Leaked."),
    _text("avoided-word", EYES, "퍼져요.", "This is a leak, as they say."),
    _text("avoided-word", TOLD, "'유출'이라고 해요.", "They say 'it got out'."),
    _text("avoided-word", SAY, "유출이에요.", "It got out."),
    _text("exclamation", EYES, "열지 마세요!", "Don't open it."),
    _text("exclamation", PURPOSE, "물어요.", "Ask!"),
    _text("numbers-differ", AIM, "둘이서 세 번 물어요: 3번", "Ask 4 times"),
    _text("numbers-differ", PURPOSE, "5반과 6반이 물어요.", "Class 5 asks, and asks."),
    _text("numbers-differ", PURPOSE, "3만 8쪽이에요.", "It has 3,008 pages.", "bare-number"),
    _text("numbers-differ", TOLD, "{survey:이/가} 그래요.", "{survey} and 12 more."),
    _text("citations-differ", TOLD, "{1366}에 알렸어요.", "Yujin told {112}.", "numbers-differ"),
    _text("citations-differ", EYES, "{fault}", "It is never your fault."),
    _text("untranslated", EYES, "보는 눈이 늘어요.", "보는 눈이 늘어요."),
    _text("untranslated", EYES, "One more pair of eyes.", "One more pair of eyes."),
    _text("josa", EYES, "유진을(를) 봐요.", "They look at Yujin."),
    _text("josa", EYES, "집(으)로 가요.", "They go home."),
    _text("full-width", EYES, "늘어요，또 늘어요.", "More and more."),
    _text("full-width", EYES, "늘어요？", "More？"),
    _text("prohibition-differs", EYES, "열지 마세요.", "Open it."),
    _text("prohibition-differs", EYES, "열어 보세요.", "Do not open it."),
    _text("prohibition-differs", EYES, "열어 봐요.", "Never open it."),
    _text("prohibition-differs", EYES, "열지도 마세요.", "Open it."),
    _text("duty-differs", EYES, "학교가 떼어 놓아야 해요.", "Schools separate them."),
    _text("duty-differs", EYES, "학교가 떼어 놓아요.", "The school must separate them."),
    _text("permission-differs", EYES, "처벌받을 수 있어요.", "It brings a penalty."),
    _text("permission-differs", EYES, "범죄예요. 처벌이 따라와요.", "A penalty can follow."),
    _text("bound-differs", EYES, "{law-keep.years} 이하예요.", "It is {law-keep.years}."),
    _text("bound-differs", EYES, "{law-keep.years} 이상 징역이에요.", "It is {law-keep.years} in prison."),
    _text("bound-differs", EYES, "{law-keep.years}이에요.", "It is up to {law-keep.years}."),
    _text("bound-differs", EYES, "14세 이상이에요.", "It is for those over 14.", "bare-number"),
    _text("bound-differs", EYES, "19세 이하예요.", "It is for those under 19.", "bare-number"),
    _text("speech-level", EYES, "함께 신고하십시오.", "Report it together."),
    _text("speech-level", EYES, "함께 물어봅시다.", "Ask together."),
    _text("speech-level", TOLD, "유진이는 알렸다.", "Yujin told someone."),
    _text("wrong-particle", EYES, "{1366}로도 알려요.", "They also tell {1366}."),
    _text("wrong-particle", EYES, "{1366}랑 이야기해요.", "They talk to {1366}."),
    Breach("untranslated", ANSWERS, '{ko: "They answer the call.", en: "They answer the call."}', '{ko: "They', CHANNELS),
    Breach("untranslated", ANSWERS, '{ko: "경찰이 받아요.", en: "경찰이 받아요."}', '{ko: "경찰이', CHANNELS),
    Breach("numbers-differ", '"up to 5 years in prison"', '"up to 5 months in prison"', '{ko: "5년 이하', FACTS),
    Breach("exclamation", '"경찰이 받아요."', '"경찰이 받아요!"', '{ko: "경찰이 받아요!', CHANNELS),
    Breach("speech-level", '"경찰이 받아요."', '"경찰이 받습니다."', '{ko: "경찰이 받', CHANNELS),
    Breach(
        "no-source", 'sources: [act-photos]\n  - channel: "1366"', 'sources: []\n  - channel: "1366"', 'channel: "112"', CHANNELS
    ),
    Breach("bound-differs", '{ko: "3천만 원 이하 벌금"', '{ko: "3천만 원 벌금"', '{ko: "3천만 원 벌', FACTS),
    _text("length-differs", EYES, "아주 길게 설명하는 말이 여기에 있고 또 있고 또 있어요.", "Short."),
    _text("bare-number", TOLD, "2024년의 일이에요.", "It was in 2024."),
    _text("bare-number", TOLD, "89.4%가 그래요.", "So say 89.4% of them."),
    _text("bare-number", TOLD, "3천만 원이에요.", "It is 30 million won."),
    _text("bare-number", TOLD, "2,145명이에요.", "There were 2,145 pupils."),
    _text("bare-number", TOLD, "제14조예요.", "It is Article 14."),
    _text("bare-number", TOLD, "10월 16일이에요.", "It was 16 October."),
    _text("bare-number", TOLD, "오 년 이하의 징역이에요.", "It is up to five years."),
    _text("bare-number", TOLD, "세 명 중 한 명이 그래요.", "One in three say so."),
    _text("bare-number", TOLD, "열네 살부터예요.", "It holds for those over fourteen."),
    _text("bare-number", TOLD, "작년부터예요.", "It began last year."),
    _text("bare-number", TOLD, "오 년까지예요.", "It is long."),
    _text("bare-number", TOLD, "1 3 6 6이에요.", "It is 1-3-6-6."),
    _text("bare-number", TOLD, "d4u.stop.or.kr에 알렸어요.", "Yujin wrote to d4u.stop.or.kr."),
    _text("bare-number", TOLD, "1366에 알렸어요.", "Yujin called 1366."),
    _text("bare-number", TOLD, "02-123-4567에 알렸어요.", "Yujin called 02-123-4567."),
    _text("past-fact", EYES, "보관하면 {law-until-2024:이에요/예요}.", "Keeping one brings {law-until-2024}."),
    _text("date-of-another", EYES, "{law-keep:이에요/예요}({survey.as_of} 시행 법문).", "It is {law-keep} ({survey.as_of})."),
    Breach("checked-ahead", "tested_on: 2026-11-22", "tested_on: 2036-11-22", 'channel: "1366"', "channels.yaml"),
    Breach("checked-ahead", "tested_on: 2026-11-22", "tested_on: 9999-12-31", 'channel: "1366"', "channels.yaml"),
    _text("unsafe-sign", EYES, "눈이 … 늘어요.", "One more pair."),
    _text("unsafe-sign", EYES, "눈이 늘어요.", "One more pair → eyes."),
    _text("unsafe-sign", EYES, "눈이 늘어요 😀.", "One more pair."),
    _text("unsafe-sign", EYES, "“눈”이 늘어요.", "One more pair."),
    _text("unpaired-quote", EYES, '눈이 늘어요.\\"', "One more pair of eyes."),
    _text("unpaired-quote", EYES, "눈이 늘어요.", 'One \\"more\\" pair\\" of eyes.'),
    _text("stray-markup", EYES, "{fault } 눈이 늘어요.", "One more pair of eyes."),
    _text("stray-markup", EYES, "눈이 늘어요.", "One more pair of {Fault}."),
    _text("stray-markup", EYES, "{{fault}} 눈이 늘어요.", "One more. {fault}"),
    _text("stray-markup", EYES, "**눈이 늘어요.", "One more pair of eyes."),
    _text("stray-markup", EYES, "눈이 늘어요.", "One **more\\n\\npair** of eyes."),
    _text("stray-markup", EYES, "*눈*이 늘어요.", "One more pair of eyes."),
    _text("stray-markup", EYES, "눈이 늘어요.", "One <b>more</b> pair of eyes."),
    _text("stray-markup", EYES, "`눈`이 늘어요.", "One more pair of eyes."),
    _text("wrong-particle", EYES, "{1366}를 눌러요.", "Dial {1366}."),
    _text("wrong-particle", EYES, "{law-keep.years}가 늘어요.", "It is {law-keep.years}."),
    _text("wide-word", EYES, "한국사이버성폭력대응센터가 도와요.", "A centre called KCSVRC helps them."),
    Breach("long-title", '"찍어도 돼?", en', '"찍어도 돼, 올려도 돼, 바꿔도 돼, 보내도 돼?", en', '{ko: "찍어도 돼,'),
    Breach("long-title", 'en: "OK to take it?"', 'en: "Is it OK to take it, post it or send it?"', '{ko: "찍어도 돼?", en: "Is'),
    _text("long-sentence", EYES, "가 " * 20 + "가요.", "One two three four five six seven eight nine ten eleven."),
    _text("long-sentence", EYES, "가나다라마바사 아자차카타파하 가나다라마 바사아자.", "a " * 25 + "b."),
    _text(
        "hard-english",
        EYES,
        "학교는 알게 되면 곧바로 경찰에 알리고 피해를 겪은 학생을 지키는 조치를 해야 해요.",
        "Educational institutions are statutorily obligated to immediately notify investigative authorities"
        " and administer comprehensive protective measures benefiting the affected individual whenever the"
        " circumstances plausibly indicate any ongoing criminal victimisation of minors.",
    ),
    _text("unexplained-term", EYES, "퍼뜨리기는 나빠요.", "That is called sharing, and sent to friends."),
    _text("unexplained-term", EYES, "퍼뜨리기, 곧 다른 사람에게 보내기예요.", "Sharing is bad."),
    _text("term-differs", EYES, "퍼뜨리기, 곧 다른 사람에게 보내기예요.", "That is passing it on to others."),
    _text("term-differs", EYES, "다른 사람에게 보내는 일이에요.", "Sharing: that is, sending it to someone else."),
    Breach(
        "reason-against-key",
        '{ko: "보내기도 물어요.", en: "Sending needs a yes."}',
        '{ko: "그렇게 느낄 수 있어요. 하지만 물어요.", en: "It may seem so. But ask."}',
        "choice: may-send",
    ),
    Breach("same-words", 'en: "Note the time"', 'en: "Open it"', "{id: note-time,"),
    Breach("same-words", '"{1366}", en: "{1366}"', '"{112}", en: "{112}"', "{id: picture,"),
    Breach("same-words", '"안", en: "without"', '"먼저", en: "without"', "{id: never,"),
    Breach("uneven-options", 'en: "Post the best one."', 'en: "Post only the very best one of all of them."', "choice: may-post"),
    Breach("closing-not-parallel", TRIM, "", "choice: may-send"),
    Breach("no-parallel", "    parallel: silence\n", "", "ox: silence"),
    Breach("parallel-same-case", "가람이가 잘라도 될까요?", "지오가 사진을 바꿔도 될까요?", "choice: may-trim"),
    Breach("parallel-same-case", "May Garam trim it?", "May Jio edit it?", "choice: may-trim"),
    Breach("no-help", HELP, "", "lesson: every-kind"),
    _text("speech-level", EYES, "보는 눈이 늘어납니다.", "One more pair of eyes."),
    _text("speech-level", PURPOSE, "왜 그럴까 생각해 봅니다. 또 물어요.", "To rehearse asking, and again."),
    Breach(
        "no-parallel",
        "    parallel: silence\n",
        "    parallel: may-edit\n",
        "ox: silence",
        also=frozenset({"parallel-kind"}),
    ),
    Breach("never-reached", MARKED, UNMARKED, "node: thanked"),
    Breach(
        "unknown-silence",
        "minutes: 10\n",
        "minutes: 10\nsilence: [{card: no-such, rule: josa, because: {ko: 가, en: a}}]\n",
        "{card: no-such",
    ),
    Breach(
        "unknown-silence",
        "minutes: 10\n",
        "minutes: 10\nsilence: [{card: silence, rule: no-end, because: {ko: 가, en: a}}]\n",
        "{card: silence",
    ),
    Breach(
        "unused-silence",
        "minutes: 10\n",
        "minutes: 10\nsilence: [{card: silence, rule: josa, because: {ko: 가, en: a}}]\n",
        "{card: silence",
    ),
    Breach("no-source", "sources: [survey-2024]", "sources: []", "fact: survey", FACTS),
    Breach("dates-in-disorder", "until: 2024-10-15\n    as_of", "until: 2019-10-15\n    as_of", "fact: law-until-2024", FACTS),
    Breach("dates-in-disorder", "review_by: 2027-12-31", "review_by: 2026-11-01", "fact: survey", FACTS, frozenset({"fact-due"})),
    Breach("dates-in-disorder", "        until: 2024-10-15", "        until: 2024-10-17", "fact: law-keep", FACTS),
    Breach("wrong-share", '"2.8%", en: "2.8%"', '"2.9%", en: "2.9%"', "{share: asked-share", FACTS),
    Breach("wrong-share", '"2,145명", en: "2,145 pupils"', '"0명", en: "0 pupils"', "{share: asked-share", FACTS),
    Breach("wrong-sum", '"37명", en: "37"', '"73명", en: "73"', "{sum: asked", FACTS),
    Breach("wrong-growth", '"22명", en: "22"', '"23명", en: "23"', "{growth: asked-growth", FACTS),
    Breach(
        "part-differs",
        'value: {ko: "3년", en: "3 years"}',
        'value: {ko: "7년", en: "7 years"}',
        "{id: years, value",
        FACTS,
    ),
    Breach("untranslated", '"고의가 있어야 해요.", en', '"Intent is needed here.", en', '{ko: "Intent', FACTS),
    Breach(
        "untranslated",
        '{ko: "작은 수업", en: "A small course"}',
        '{ko: "A small course", en: "작은 수업"}',
        '{ko: "A small',
        COURSE,
    ),
    Breach("no-number", "part: asked, of", "part: ask, of", "{share: asked-share", FACTS),
    Breach("no-number", "part: asked, of", "part: when, of", "{share: asked-share", FACTS),
    Breach("no-number", "after: survey.asked", "after: surveys.asked", "{growth: asked-growth", FACTS),
    _text(
        "wrong-share",
        EYES,
        "{survey} 중 {survey.asked}({survey.crime})이에요.",
        "These are {survey.asked} of {survey} ({survey.crime}).",
    ),
    _text(
        "wrong-share",
        EYES,
        "{survey} 가운데 학생이 {survey.asked}({survey.crime})이에요.",
        "It is {survey.asked} of {survey}, {survey.crime}.",
    ),
    _text(
        "wrong-share",
        EYES,
        "{survey} 중 {survey.asked}, {survey.crime:이에요/예요}.",
        "Of {survey} asked, {survey.asked} ({survey.crime}) agree.",
    ),
    Breach("fact-due", "review_by: 2027-12-31", "review_by: 2026-12-20", "fact: survey", FACTS),
    Breach("numbers-differ", '"2,145 pupils"', '"2,415 pupils"', '{ko: "2,145명"', FACTS, frozenset({"*"})),
]
"""Every rule that one change of a good lesson breaks."""
