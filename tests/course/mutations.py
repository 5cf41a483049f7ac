"""Ways to break the small course, each with the one rule that it breaks and the place where that is to be told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

LESSON = "lessons/every-kind.yaml"
FACTS = "facts.yaml"
CHANNELS = "channels.yaml"
SOURCES = "sources.yaml"
TERMS = "terms.yaml"

HERE = "<?>"
"""Stands in a mutation before the words that the fault is to be told at; it is not written."""


@dataclass(frozen=True)
class Mutation:
    """One change to one file, and the fault that follows from it."""

    rule: str
    file: str
    old: str
    """What is replaced; it stands in the file once."""
    new: str
    at: str | None = None
    """The words the fault is told at, where `HERE` is not in `new`; with neither, it is told of the file as a whole."""
    also: frozenset[str] = frozenset()
    """Rules that are broken as a consequence."""

    @property
    def name(self) -> str:
        """What the test that breaks the course this way is called."""
        return f"{self.rule} {' '.join(self.new.replace(HERE, '').split())[:40]}"

    def breaks(self, folder: Path) -> tuple[int, int]:
        """Change the file; returns the line and column at which the fault is to be told."""
        path = folder / self.file
        before = path.read_text(encoding="utf-8")
        assert before.count(self.old) == 1, f"'{self.old}' should stand once in {self.file}"
        marked = before.replace(self.old, self.new)
        after = marked.replace(HERE, "")
        path.write_text(after, encoding="utf-8")
        if HERE in marked:
            start = marked.index(HERE)
        elif self.at:
            assert after.count(self.at) == 1, f"'{self.at}' should stand once in {self.file}"
            start = after.index(self.at)
        else:
            return 0, 0
        return after.count("\n", 0, start) + 1, start - after.rfind("\n", 0, start)


def _lesson(rule: str, old: str, new: str, at: str | None = None, *also: str) -> Mutation:
    return Mutation(rule, LESSON, old, new, at, frozenset(also))


def _other(rule: str, file: str, old: str, new: str, at: str | None = None, *also: str) -> Mutation:
    return Mutation(rule, file, old, new, at, frozenset(also))


TITLE = 'title: {ko: "찍어도 돼?", en: "OK to take it?"}'
OPEN = '{id: open, text: {ko: "열어 보기", en: "Open it"}, why: {ko: "보는 눈이 늘어요.", en: "One more pair of eyes."}}'
AIM = '{ko: "찍기 전에 물어요", en: "Ask before taking a photo"}'
ASKING = '      - {id: asking, text: {ko: "묻는 말", en: "Asking"}, reply: {ko: "짧아도 돼요.", en: "It can be short."}}\n'
ASK_TO_POST = """\
      - {id: ask-to-post, text: {ko: "올려도 되는지 물어요.", en: "Ask to post it."}, why: {ko: "들어요.", en: "It is due."}}
"""
POST = '      - {id: post, text: {ko: "올려요.", en: "Post it."}, why: {ko: "마지막이에요.", en: "It comes last."}}\n'
NOTE = 'note: {ko: "동의 없이 퍼뜨린 사진 이야기예요.", en: "About photos shared without a yes."}\n'
SUMMARY = 'summary: {ko: "묻고 답해요. {fault}", en: "Ask and answer. {fault}"}\n'
BLANKS = '{ko: "찍기 전에 __a__, 올리기 전에 __b__ 물어요."'
SILENT = '{to: silent, text: {ko: "아무 말 안 하기", en: "Say nothing"}}'
TOLD = '      - node: told\n        lines: [{text: {ko: "유진이는 알렸어요.", en: "Yujin told someone."}}]\n'
WORDS = "{ko: 가, en: a}"
WAYS_OF_SILENT = """\
          - {to: later, text: {ko: "기다리기", en: "Wait"}}
          - {to: told, text: {ko: "{1366}에 묻기", en: "Ask {1366}"}}
"""
POLICE = '      police: {ko: "알게 돼요.", en: "Yes."}\n'
BESIDE = '      - node: beside\n        lines: [{text: {ko: "유진이는 옆에 있어요.", en: "Yujin stays."}}]\n'
ROUND = '        ways: [{to: beside, text: {ko: "또", en: "Again"}}]\n'


def _more(key: str, thing: str, count: int) -> str:
    """A list that begins with so many more things, each of another id."""
    return f"    {key}:\n" + "".join(f"      - {{id: more-{number}, {thing}}}\n" for number in range(count))


UNREADABLE = [
    _lesson("yaml-syntax", "minutes: 10", "minutes: <?>]10"),
    _lesson("yaml-syntax", 'en: "Ask before taking a photo"}', 'en: "Ask before taking a photo" <?>again}'),
    _lesson("control-character", "minutes: 10", "minutes: 10<?>\x07"),
    _lesson("control-character", '"열어 보기"', '"열어<?>\u202e 보기"'),
    _lesson("control-character", '"열어 보기"', '"열어<?>\u200b 보기"'),
]
"""What keeps a whole file from being read."""

SHAPE = [
    _lesson("unknown-key", "minutes: 10", "minutes: 10\n<?>minuts: 9"),
    _lesson("unknown-key", "    about: law\n", "    <?>on: law\n"),
    _lesson("unknown-key", "minutes: 10", "minutes: 10\n? <?>[a, list]\n: as a key"),
    _lesson("unknown-key", "minutes: 10", "minutes: 10\n? <?>{a: mapping}\n: as a key"),
    _lesson("unknown-key", "minutes: 10", "minutes: 10\n<?><<: {minutes: 9}"),
    _other("unknown-key", "course.yaml", "course: small", "course: small\n<?>colour: red"),
    _other("unknown-key", FACTS, "    law: {", "    <?>sure: very\n    law: {", None, "unknown-fact"),
    _lesson("duplicate-key", "minutes: 10", "minutes: 10\n<?>minutes: 11"),
    _lesson("duplicate-key", '{ko: "어른에게 말하기"', '{ko: "어른에게", <?>ko: "말하기"'),
    _lesson("missing-key", "minutes: 10\n", "", "lesson: every-kind"),
    _lesson("missing-key", '    ask: {ko: "짝을 이어 보세요.", en: "Match the pairs."}\n', "", "match: who-to-call"),
    _lesson("missing-key", ', why: {ko: "맨 먼저예요.", en: "It comes first."}', "", "{id: ask-to-take"),
    _other("missing-key", CHANNELS, POLICE, "", 'name: {ko: "경찰은', "unknown-fact", "unknown-name"),
    _lesson("not-mapping", OPEN, "<?>열어 보기"),
    _lesson("not-mapping", '{ko: "찍기 전에 물어볼 수 있어요.", en: "Ask before taking one."}', "<?>[묻기]"),
    _lesson("not-sequence", 'turn_to: ["1366", school]', 'turn_to: <?>"1366"'),
    _lesson("not-sequence", '[{text: {ko: "지오는 내렸어요.", en: "Jio took it down."}}]', "<?>내렸어요"),
    _lesson("not-scalar", "minutes: 10", "minutes: <?>[10]"),
    _lesson("not-scalar", 'en: "Tell an adult"', "en: <?>[Tell, an, adult]"),
    _lesson("lines-without-bar", f"aim: {AIM}", "aim:\n  ko<?>:\n    찍기 전에\n\n    물어요\n  en: Ask before taking a photo"),
    _lesson("words-behind-hash", f"aim: {AIM}", "aim:\n  ko: 찍기 전에 <?>#1로 물어요\n  en: Ask before taking a photo"),
    _lesson(
        "words-behind-hash",
        'purpose: {ko: "묻는 말을 연습해요.", en: "To rehearse asking."}',
        "purpose:\n    ko: 물어요.\n    en: Ask. <?>#0117",
    ),
    _lesson("one-language", AIM, '<?>"Ask before taking a photo"'),
    _lesson("unknown-language", 'en: "Ask before taking a photo"', 'en: "Ask before taking a photo", <?>fr: "Demander"'),
    _lesson("missing-language", AIM, '<?>{ko: "찍기 전에 물어요"}'),
    _lesson("missing-language", '{ko: "열어 보기", en: "Open it"}', '<?>{en: "Open it"}'),
    _lesson("empty-text", 'en: "Open it"', 'en: <?>"  "'),
    _other("empty-text", SOURCES, 'date: "2026-10-02"', 'date: <?>""', None, "unknown-source"),
    _lesson("not-true-or-false", "{id: covered, right: true", "{id: covered, right: <?>yes"),
    _lesson("not-true-or-false", "{id: covered, right: true", "{id: covered, right: <?>True"),
    _lesson("not-a-number", "minutes: 10", "minutes: <?>ten"),
    _lesson("not-a-number", "minutes: 10", "minutes: <?>-1"),
    _lesson("not-a-number", "minutes: 10", "minutes: <?>٣"),
    _lesson("not-a-number", "minutes: 10", "minutes: <?>99999999999"),
    _other("not-a-date", FACTS, "since: 2024-10-16", "since: <?>2024-13-16", None, "unknown-fact"),
    _other("not-a-date", FACTS, "since: 2024-10-16", "since: <?>20241016", None, "unknown-fact"),
    _lesson("bad-id", "{id: open,", "{id: <?>Open,"),
    _lesson("bad-id", "page: what-the-law-says", "page: <?>법"),
    _lesson("bad-id", "page: what-the-law-says", "page: <?>../../etc/passwd"),
    _lesson("not-one-of", "about: law\n", "about: <?>laws\n"),
    _other("not-one-of", CHANNELS, "status: changed", "status: <?>moved", None, "unknown-name", "unknown-fact"),
    _lesson("unknown-kind", "- several: what-yujin-can-do", "- <?>all-of: what-yujin-can-do"),
    _lesson("tag", "minutes: 10", "minutes: <?>!number 10"),
    _lesson("tag", "lesson: every-kind", "<?>!name lesson: every-kind"),
    _lesson("tag", AIM, "<?>!both " + AIM),
    _lesson("tag", 'en: "Open it"', 'en: <?>!shout "Open it"'),
    _lesson("control-character", 'en: "Open it"', r'en: <?>"\e[31mOpen it"'),
    _lesson("control-character", 'en: "Open it"', r'en: <?>"Open \u202eit"'),
    _lesson("control-character", "{id: open,", r'{id: <?>"\e[31mopen",'),
    _lesson(
        "control-character",
        "minutes: 10",
        r"""minutes: 10
<?>"\e]0;x\a": y""",
    ),
    _other("missing-language", "course.yaml", 'title: {ko: "작은 수업", en: "A small course"}', 'title: <?>{ko: "작은 수업"}'),
    _other("missing-language", "course.yaml", 'title: {ko: "묻기", en: "Ask"}', 'title: <?>{en: "Ask"}'),
    _lesson("alias", f"{TITLE}\naim: {AIM}", "title: <?>&t {ko: 가, en: a}\naim: *t"),
]
"""What is not shaped as the model says."""

PLAYABLE = [
    _lesson("lesson-id", "lesson: every-kind", "<?>lesson: any-kind"),
    _lesson("duplicate-id", "think: my-words", "<?>think: my-hard-part"),
    _lesson("duplicate-id", OPEN, "<?>" + OPEN.replace("id: open", "id: tell")),
    _lesson("duplicate-id", "{id: look,", "<?>{id: ask-to-take,"),
    _lesson("duplicate-id", "{id: picture,", "<?>{id: danger,"),
    _lesson("duplicate-id", "{id: public,", "<?>{id: both-asked,"),
    _lesson("duplicate-id", "{id: missing,", "<?>{id: given,", None, "unknown-name"),
    _lesson("duplicate-id", "{id: never,", "<?>{id: again,"),
    _lesson("duplicate-id", "{id: asking,", "<?>{id: saying-no,"),
    _lesson("duplicate-id", "{id: take-down,", "<?>{id: ok-to-post,"),
    _lesson("duplicate-id", '{id: school, here: {ko: "가까이에서"', '<?>{id: "1366", here: {ko: "가까이에서"'),
    _lesson("duplicate-id", "- node: beside\n", "- <?>node: told\n", None, "unknown-name"),
    _lesson("duplicate-id", "{id: jio,", "<?>{id: yujin,", None, "unknown-name"),
    _lesson("too-few", ASKING, "", "attitude: my-hard-part"),
    _lesson("too-few", ASK_TO_POST + POST, "", "order: up-to-posting"),
    _lesson(
        "too-many-places",
        "    pairs:\n",
        _more("pairs", f"left: {WORDS}, right: {WORDS}, why: {WORDS}", 7),
        "match: who-to-call",
    ),
    _lesson("too-many-places", "    groups:\n", _more("groups", f"text: {WORDS}", 8), "sort: is-there-a-yes"),
    _lesson("too-many-places", "    bank:\n", _more("bank", f"text: {WORDS}, why: {WORDS}", 7), "fill: two-words"),
    _lesson("one-right", "{id: ask-again, right: true,", "{id: ask-again,", "choice: may-post"),
    _lesson("one-right", "{id: asked-once,", "{id: asked-once, right: true,", "choice: may-post"),
    _lesson("one-right", '{id: o, why: {ko: "못 봤을', '{id: o, right: true, why: {ko: "못 봤을', "ox: silence"),
    _lesson("no-choice", "{id: open,", "{id: open, right: true,", "several: what-yujin-can-do"),
    _lesson("o-and-x", '{id: o, why: {ko: "읽기만', '{id: yes, why: {ko: "읽기만', "ox: read-only"),
    _lesson("unknown-name", "in: given,", "in: granted,", "{id: both-asked"),
    _lesson("unknown-name", '{id: school, here: {ko: "가까이에서"', '<?>{id: nurse, here: {ko: "가까이에서"'),
    _lesson("unknown-name", 'turn_to: ["1366", school]', 'turn_to: <?>["1366", nurse]'),
    _lesson("unknown-name", "follows: yujin", "follows: daon", "scene: in-the-chat"),
    _lesson("unknown-name", "start: photo", "start: picture", "scene: in-the-chat"),
    _lesson("unknown-name", "{who: jio, if: spoke,", "<?>{who: daon, if: spoke,"),
    _lesson("unknown-name", SILENT, "<?>" + SILENT.replace("to: silent", "to: quiet"), None, "unreachable"),
    _lesson("unknown-name", "{unless: spoke, text:", "<?>{unless: spoken, text:"),
    _lesson("unknown-name", "{to: thanked, if: spoke,", "<?>{to: thanked, if: spoken,"),
    _lesson("unknown-fact", "facts: [law-keep]", "facts: <?>[law-kept]"),
    _lesson("unknown-fact", '{ko: "{law-keep:이에요/예요}."', '<?>{ko: "{law-kept:이에요/예요}."'),
    _lesson("unknown-fact", '{ko: "{law-keep.years:은/는} 갖고', '<?>{ko: "{law-keep.months:은/는} 갖고'),
    _lesson("unknown-fact", '{ko: "이루는 갖고만 있었어요. {law-keep.since}부터', '<?>{ko: "이루는 {law-keep.until}부터'),
    _lesson("unknown-fact", '{ko: "{112}", en: "{112}"}', '<?>{ko: "{112.number}", en: "{112}"}'),
    _lesson("unknown-fact", '{ko: "{1366:을/를} 누를', '<?>{ko: "{1367:을/를} 누를'),
    _lesson("unknown-fact", 'purpose: {ko: "묻는', 'purpose: <?>{ko: "{nothing} 묻는'),
    _lesson("unknown-particle", '{ko: "{1366:을/를} 누를', '<?>{ko: "{1366:를/을} 누를'),
    _lesson("head-below-cards", NOTE + SUMMARY, SUMMARY + "<?>" + NOTE),
    _lesson("unknown-parallel", "    parallel: silence\n", "    parallel: silent\n", "ox: read-only"),
    _lesson("no-summary", 'summary: {ko: "묻고 답해요. {fault}", en: "Ask and answer. {fault}"}\n', "", "lesson: every-kind"),
    _lesson("no-note", NOTE, "", SUMMARY.partition(" ")[2][:13]),
    _lesson("blanks", BLANKS, '<?>{ko: "찍기 전에 __a__, 올리기 전에 또 물어요."'),
    _lesson("blanks", "{id: never,", "{id: never, fills: a,", BLANKS),
    _lesson("blanks", "{id: again, fills: b,", "{id: again,", BLANKS),
    _lesson("same-way", SILENT, SILENT.replace("to: silent", "to: asked"), "node: photo", "unreachable"),
    _lesson("no-way", WAYS_OF_SILENT, WAYS_OF_SILENT.replace("to: ", "if: spoke, to: "), "node: silent"),
    _lesson("unreachable", TOLD, TOLD + BESIDE.replace("node: beside", "<?>node: alone")),
    _lesson("no-end", BESIDE, BESIDE.replace("node: beside", "<?>node: beside") + ROUND),
]
"""What keeps a card from being played, or a lesson from making sense."""

REGISTRIES = [
    _other("duplicate-id", "course.yaml", "[every-kind, short-one]", "[every-kind, short-one, <?>every-kind]"),
    _other("duplicate-id", FACTS, "- fact: law-until-2024", "- <?>fact: law-keep", None, "unknown-fact"),
    _other("duplicate-id", FACTS, "- {id: when,", "- <?>{id: crime,"),
    _other("duplicate-id", SOURCES, "- source: survey-2024", "- <?>source: act-photos", None, "unknown-source"),
    _other("duplicate-id", CHANNELS, "- channel: school", '- <?>channel: "112"', None, "unknown-name", "unknown-fact"),
    _other("duplicate-id", TERMS, "- sentence: ask-first", "- <?>sentence: fault"),
    _other("duplicate-id", TERMS, "- sentence: ask-first", "- <?>sentence: school"),
    _other("duplicate-id", FACTS, "- fact: survey\n", "- <?>fact: fault\n", None, "unknown-fact"),
    _other("unknown-source", FACTS, "sources: [survey-2024]", "sources: <?>[survey-2025]"),
    _other("unknown-source", CHANNELS, "sources: [act-photos]", "sources: <?>[act-photo]"),
    _other("number-not-id", CHANNELS, 'number: "1366"', 'number: "1336"', 'channel: "1366"'),
    _other("taken-part", FACTS, "{id: crime,", "<?>{id: since,"),
    _other("taken-part", FACTS, "{id: crime,", "<?>{id: law,"),
    _other("unknown-fact", FACTS, '{ko: "{survey:이/가} 답했어요."', '<?>{ko: "{surveys:이/가} 답했어요."'),
    _other("unknown-fact", CHANNELS, '{ko: "{1366}에 먼저', '<?>{ko: "{1399}에 먼저'),
    _other("unknown-fact", SOURCES, '{ko: "{survey} 조사"', '<?>{ko: "{surveys} 조사"'),
    _other("sentence-in-sentence", TERMS, '{ko: "{1366}에 먼저', '<?>{ko: "{fault} {1366}에 먼저'),
    _other("empty-text", TERMS, 'ko: ["유출"]', 'ko: <?>["유출", "..."]'),
    _other("unknown-fact", TERMS, '{ko: "{1366}에 먼저', '<?>{ko: "{1399}에 먼저'),
]
"""What does not fit together between the registries."""
