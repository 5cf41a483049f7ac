"""What keeps lessons on the facts: every number cited, what is history told as history."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator

from safeclass.course.facts import Fact
from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.registry import DATES, Registry
from safeclass.course.rules.manuscript import Manuscript
from safeclass.course.rules.numbers import MONTHS
from safeclass.course.rules.rule import Passage, Rule
from safeclass.course.wording import CITATION
from safeclass.language import N_
from safeclass.language.pattern import any_of, compile_later

BARE_NUMBER = Rule(
    "bare-number",
    Severity.ERROR,
    N_("'{found}' is written out here."),
    N_(
        "Cite the fact that holds it by its id, as in {{id}}; a new one is added to facts.yaml with its source. Telephone numbers"
        " stand in channels.yaml. A number that is no matter of fact can be in words: three friends."
    ),
)
BARE_PHONE = Rule(
    BARE_NUMBER.id,
    BARE_NUMBER.severity,
    BARE_NUMBER.wrong,
    N_("If it is a telephone number, cite its channel: {{{found}}}. Channels stand in channels.yaml."),
)
HELD_NUMBER = BARE_NUMBER._replace(mend=N_("Cite the fact that is meant by its id in braces. These hold this number: {near}."))
MOST_NEAR = 4
"""How many facts that hold a number are told at most: of many none is likely to be meant."""
PAST_FACT = Rule(
    "past-fact",
    Severity.ADVICE,
    N_("'{name}' held until {until}, and the sentence in '{language}' does not sound like the past."),
    N_("Tell it in the past tense, or cite what holds now."),
)
TOLD_AS_NOW = PAST_FACT._replace(
    severity=Severity.WARNING, wrong=N_("'{name}' held until {until}, and is told here as if it still held.")
)
OTHER_DATE = Rule(
    "date-of-another",
    Severity.WARNING,
    N_("In brackets behind '{name}' stands a day of '{other}'."),
    N_("Cite the day of the same fact: {{{name}.{part}}}."),
)
NO_SOURCE = Rule("no-source", Severity.ERROR, N_("'{name}' names no source."), N_("Name at least one of sources.yaml."))
DATES_IN_DISORDER = Rule(
    "dates-in-disorder",
    Severity.ERROR,
    N_("In '{name}' {later} lies before {earlier}."),
    N_("Look the dates up again."),
)

NUMBER_TO_CALL = r"(?<![\w.,#-])(?:#?1\d{2,3}|0\d{1,2}-\d{3,4}-\d{4}|1\d{3}-\d{4})(?!%|[.,]\d|-\d)"
PARTICLES = "에|에게|에서|에도|에만|로|으로|을|를|은|는|이|가|과|와|도|만|나|이나|하고|부터|까지|예요|이에요|이고|번에|번으로"
"""What is written right after a telephone number in Korean; behind other words it counts something."""
PHONE = {
    "ko": rf"{NUMBER_TO_CALL}(?:(?!\w)|(?=(?:{PARTICLES})(?![가-힣])))",
    "en": rf"{NUMBER_TO_CALL}(?!\w)",
}
IS_PHONE = compile_later(r"1\d{2,3}")
"""A number that one may dial as it is, which is the id of its channel too."""
UNITS = {
    "ko": "년|개월|월|일|원|%|퍼센트|명|건|조(?!각)|항|호|세|살|시간|만|억|천|배|번째",
    "en": "per ?cent|won|million|thousand|years?|months?|days?|hours?|people|pupils|students|cases|suspects|victims",
}
"""What follows a number that is a matter of fact."""
WHOLE = r"(?<!\d)(?<!\d[,.])\d[\d,.]*+"
"""A number from its first sign to its last, so that a long one is looked at once."""
DATE = {
    "ko": r"(?<!\d)\d{4}년 \d{1,2}월(?: \d{1,2}일)?|(?<!\d)\d{1,2}월 \d{1,2}일",
    "en": rf"\b(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)}) (?:19|20)\d\d\b|\b\d{{1,2}} (?:{'|'.join(MONTHS)})",
}
"""A date of several parts, so that it is told as one."""
COUNTED = "한|두|세|네|다섯|여섯|일곱|여덟|아홉|열"
FEW_AND_MANY = "one|two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|thirty|fifty"
IN_WORDS = {
    "ko": rf"(?<![가-힣])(?:[일이삼사오육칠팔구십백천]+ ?(?:년 이하|년 이상|년 이내|년까지|(?:천|백)?만 ?원|퍼센트)"
    rf"|[일이삼사오육칠팔구십백]*[십백] ?프로|(?:{COUNTED}) 명 (?:중|가운데)에?서? (?:{COUNTED}|절반|\d)"
    rf"|(?:열|스무|스물)(?:{COUNTED})? ?살|작년|재작년|지난해|올해|내년)",
    "en": rf"\b(?:up to|at least|nearly|over|under) (?:one (?:year|million)|(?!one)(?:{FEW_AND_MANY}|\w+teen))"
    r"(?: years| million)?\b"
    rf"|\b(?:{FEW_AND_MANY}) (?:in|out of) (?:two|three|four|five|ten|a hundred)\b"
    rf"|\b(?:{FEW_AND_MANY}|hundred) (?:years in prison|million|per ?cent)\b|\b(?:last|this|next) year\b",
}
"""A number in words that is a matter of fact, and a year that is only told from now."""
SHARE_IN_WORDS = compile_later(rf"(?:{COUNTED}) 명 (?:중|가운데).*|(?i:{FEW_AND_MANY}) (?:in|out of) \w+(?: hundred)?")
HINTS_OF_WORDS = {
    "ko": (
        *("년 이하", "년 이상", "년 이내", "년까지", "만 원", "만원", "퍼센트", "프로", "명 중", "명 가운데"),
        *("살부터", "살이", "살인", "살은", "살 ", "살.", "살,", "살까", "살도", "살에"),
        *("작년", "지난해", "올해", "내년"),
    ),
    "en": (
        *("p to ", "t least ", "early ", "nder ", "teen", "out of ", "illion", "cent", "prison", "year"),
        *("in two", "in three", "in four", "in five", "in ten"),
    ),
}
"""What such words hold: quickly looked for."""
KOREAN_HINT = compile_later(any_of(HINTS_OF_WORDS["ko"]))
"""All of them at once: few Korean words begin like one. In English most do, and to look for each is faster."""
ADDRESS = compile_later(r"(?<![\w.-])[\w.-]+\.(?:kr|com|net|org)\b|@\w{2,}")
ADDRESS_GOES_ON = compile_later(r"\.\w")
SPELT = r"(?<![\w.,-])\d(?:[ .·-]\d){2,3}(?![\w-])"
"""A number to call that is written sign by sign."""
BARE = {
    "ko": compile_later(rf"{SPELT}|{IN_WORDS['ko']}|{DATE['ko']}|{WHOLE}[십백천만억]* ?(?:{UNITS['ko']})|{PHONE['ko']}"),
    "en": compile_later(
        rf"{SPELT}|{IN_WORDS['en']}|{DATE['en']}|{WHOLE}(?: ?%|[- ](?:{UNITS['en']})\b)"
        rf"|\bArticles? \d[\d-]*|\b(?:19|20)\d\d\b|\b(?:aged|under|over|from) \d+|{PHONE['en']}"
    ),
}
DAY_IN_BRACKETS = compile_later(
    r"\{([\w-]+)(?:\.[\w-]+)?(?::[^}]*)?\}[^{}.]{0,14}\((?:since |law in force on |in force on )?\{([\w-]+)\.(since|as_of)\}"
)
"""A fact that is cited, and right behind it in brackets a day."""
END_OF_SENTENCE = compile_later(r"(?<=[.?!])['\")]*\s+|\n\s*\n")
PAST_SYLLABLES = "".join(map(chr, range(ord("갔"), ord("힣"), 28))).replace("있", "").replace("겠", "")
"""The syllables that end in ㅆ, but for 있다 and 겠다: as a rule those of the past."""
PAST = {
    "ko": compile_later(f"당시|예전|그때|이전|옛|종전|전에는|전 법|까지는?(?! (?:받을|처벌))|[{PAST_SYLLABLES}]"),
    "en": compile_later(
        r"(?<!\bbe )(?<!\bis )(?<!\bare )(?<!\bbeen )\b(?:was|were|did|didn't|had|until|before|then|at the time|used to"
        r"|earlier|former|old|no longer|\w+ed|began|became|brought|came|fell|gave|got|grew|held|kept|made|meant|put|ran|rose|said"
        r"|sent|stood|took|went)\b",
        re.I,
    ),
}
"""What makes a sentence one about the past."""


def suspect_numbers(manuscript: Manuscript) -> Iterator[int]:
    """The passages that hold a digit that is not cited, or what could be a number in words or an address."""
    for language, run in manuscript.bare.items():
        if language in BARE:
            yield from run.holding_a_digit()
            yield from run.holding("@")
            yield from run.matching(ADDRESS_GOES_ON)
            yield from run.matching(KOREAN_HINT) if language == "ko" else run.holding(*HINTS_OF_WORDS[language])


def check_numbers(passage: Passage, registry: Registry, place: Place) -> Iterator[Fault]:
    """Every number of a lesson's passage that it writes out, each once; one in a language nobody looks at here passes."""
    found: dict[str, list[str]] = {}
    for language, words in passage.written.items():
        pattern = BARE.get(language)
        if pattern:
            bare = CITATION.sub(" ", words) if "{" in words else words
            is_cited = bare is not words  # nine in ten may round what stands beside it
            numbers = [number[0].strip() for number in pattern.finditer(bare)]
            if "@" in bare or ADDRESS_GOES_ON.search(bare):
                numbers += [address[0] for address in ADDRESS.finditer(bare)]
            for number in dict.fromkeys(numbers):
                if not (is_cited and SHARE_IN_WORDS.fullmatch(number)):
                    found.setdefault(number, []).append(language)
    for number, languages in found.items():
        where = {"language": languages[0]} if len(languages) == 1 else {}
        if IS_PHONE.fullmatch(number):
            yield BARE_PHONE.broken(place, found=number, **where)
        elif near := ", ".join(citations_of(number, languages[-1], registry)):
            yield HELD_NUMBER.broken(place, found=number, near=near, **where)
        else:
            yield BARE_NUMBER.broken(place, found=number, **where)


def citations_of(number: str, language: str, registry: Registry) -> list[str]:
    """How facts are cited that hold a number, those that are nothing else before all others; none where that is no help."""
    values = {f"{{{fact.fact}}}": fact.value for fact in registry.facts.values()}
    values |= {f"{{{fact.fact}.{part.id}}}": part.value for fact in registry.facts.values() for part in fact.parts}
    said = {citation: value[language] for citation, value in values.items()}
    whole = re.compile(rf"(?<![\d,.]){re.escape(number)}")
    alone = [citation for citation, value in said.items() if value == number]
    among = [citation for citation, value in said.items() if whole.search(value)]
    return next((near for near in (alone, among) if 0 < len(near) <= MOST_NEAR), [])


def suspect_tense(manuscript: Manuscript, registry: Registry) -> Iterator[int]:
    """The passages that cite what is history."""
    for by_passage in manuscript.cited.values():
        for number, cited in by_passage.items():
            if any((fact := registry.facts.get(name)) and fact.until for name, _ in cited):
                yield number


def check_tense(passage: Passage, registry: Registry, place: Place) -> Iterator[Fault]:
    """What is history and is told in a sentence that does not sound like it: advice, and where no language does a warning."""
    told_as_now: dict[str, set[str]] = {}
    for language, words in passage.written.items():
        if "{" not in words or language not in PAST:
            continue
        history = history_in(words, registry)
        for sentence in END_OF_SENTENCE.split(words) if history else ():
            bare = CITATION.sub(r" \3", sentence)  # its ending may be the one that tells the past
            if len(bare.split()) > 1 and not PAST[language].search(bare):
                for name in history_in(sentence, registry):
                    told_as_now.setdefault(name, set()).add(language)
        if history and not PAST[language].search(CITATION.sub(r" \3", words)):
            for name in history:  # in a box of its own, with nothing around it that tells of the past
                told_as_now.setdefault(name, set()).add(language)
    for told, languages in told_as_now.items():
        rule = TOLD_AS_NOW if len(languages) > 1 else PAST_FACT
        yield rule.broken(place, name=told, until=str(registry.facts[told].until), language=min(languages))


def suspect_days(manuscript: Manuscript) -> Iterator[int]:
    """The passages in which a day could stand in brackets behind a fact."""
    for run in manuscript.written.values():
        yield from run.holding(".since}", ".as_of}")


def check_days(passage: Passage, registry: Registry, place: Place) -> Iterator[Fault]:
    """Every day in brackets that is one of another fact than the one before it."""
    for words in passage.written.values():
        for name, other, part in DAY_IN_BRACKETS.findall(words):
            if name != other and name in registry.facts:
                yield OTHER_DATE.broken(place, name=name, other=other, part=part)
                return


def history_in(words: str, registry: Registry) -> list[str]:
    """The facts that hold no more and whose value, or a part of it, words cite; to name its days or its article is no claim."""
    cited = {found[1] for found in CITATION.finditer(words) if found[2] not in (*DATES, "law")}
    return [fact.fact for fact in map(registry.facts.get, sorted(cited)) if fact and fact.until]


def check_facts(facts: Collection[Fact], place: Callable[[object], Place]) -> Iterator[Fault]:
    """Facts without a source, and dates that cannot be."""
    for fact in facts:
        if not fact.sources:
            yield NO_SOURCE.broken(place(fact), name=fact.fact)
        spans = [(fact.since, fact.until, "since", "until"), (fact.checked_on, fact.review_by, "checked_on", "review_by")]
        spans += [(earlier.since, earlier.until, "since", "until") for earlier in fact.earlier]
        spans += [(earlier.until, fact.since, "earlier.until", "since") for earlier in fact.earlier]
        for first, second, earlier_key, later_key in spans:
            if first and second and second < first:
                yield DATES_IN_DISORDER.broken(place(fact), name=fact.fact, earlier=earlier_key, later=later_key)
