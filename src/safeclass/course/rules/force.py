"""What keeps the force of words in step: what is forbidden, due or allowed in Korean is so in English.

Each language says these things in many ways. A fault is told only where one says it plainly and the other holds none of the
many ways to answer it, so that what is told is worth looking at; it is advice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.rules.manuscript import Run
from safeclass.course.rules.rule import Rule
from safeclass.language import N_
from safeclass.language.pattern import compile_later

PROHIBITION = Rule(
    "prohibition-differs",
    Severity.ADVICE,
    N_("Only '{language}' says what not to do."),
    N_("Say it in both: -지 마세요, do not."),
)
DUTY = Rule("duty-differs", Severity.ADVICE, N_("Only '{language}' says 'must'."), N_("Say it in both: -아야 해요, must."))
PERMISSION = Rule(
    "permission-differs", Severity.ADVICE, N_("Only '{language}' says 'can'."), N_("Say it in both: -ㄹ 수 있어요, can.")
)
RULES = (PROHIBITION, DUTY, PERMISSION)


def _words(*words: str) -> re.Pattern[str]:
    return compile_later(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


PLAINLY = {
    PROHIBITION: {
        "ko": compile_later(r"지(?:도|는)? (?:마세요|말고|마(?![가-힣])|말아)|면 안 (?:돼|되)"),
        "en": _words(
            "do not", "don't(?! (?:worry|have|need|think|know|want|mean|like|agree))", "must not", "^never", "(?<=[.?!:] )never"
        ),
    },
    DUTY: {
        "ko": compile_later(r"야 (?:해요(?!\?)|하(?!나)|돼요(?!\?)|되|합)|의무"),
        "en": _words("must(?! be (?:hard|so))", "(?<!n't )(?<!not )(?<!nobody )ha(?:ve|s) to(?! do with)"),
    },
    PERMISSION: {
        "ko": compile_later(r"(?:받을|될|이어질|처할|쳐질|질) 수(?:도)? 있"),
        "en": _words("(?:can|may|could|might) (?:be|bring|apply|lead|mean|reduce|follow)"),
    },
}
"""What each rule looks for, by language."""

HINTS = {
    PROHIBITION: ("o not", "n't", "ust not", "Never"),
    DUTY: ("ust", "ave to", "as to"),
    PERMISSION: ("an ", "ay ", "ould ", "ight "),
}
"""What an English sentence holds that could say it plainly: much faster to look for."""

SOMEHOW = {
    PROHIBITION: {
        "ko": compile_later(
            r"[안못] |않|없|말[고아]|지[도는]? [마말]|아니|금지|멈|그만|[모몰][르라를]|못|전에|대신|막|조심|뿐|비밀|싫|닫"
        ),
        "en": _words(
            r"\w+n't|not|no|never|none|nor|neither|nothing|nobody|without|stop|leave|keep|closed|avoid|forbid\w*|against",
            r"un\w+|instead|rather|only|refuse\w*|before|hold|out of|less",
        ),
    },
    DUTY: {
        "ko": compile_later(r"야 |야만|의무|필요|금지|안 [돼되]|없[어고]|밖에|마세요|당연|하세요|해 주세요|있어야"),
        "en": _words(
            r"must|ha(?:ve|s|d) to|should|need\w*|requir\w*|due|ought|dut\w+|bound|is to|are to|be|only|takes?|until|first|cannot"
        ),
    },
    PERMISSION: {
        "ko": compile_later(r"수 |이하|이상|수도|도 [돼되괜좋]|가능|까요|지도? [몰모]|[쉬쉽]|기도|[해돼]요|[할을]게|[래까돼]\?"),
        "en": _words(
            r"can|can't|cannot|may|could|might|able|possible|allow\w*|lets?|free|up to|perhaps|maybe|easy|would|enough|fine|ok",
            r"all right|will|helps?|possibl\w+|open to|likely|there is|there are|need not|if|\w+ble",
        ),
    },
}
"""What counts as an answer in the other language."""


PENALTY = compile_later("처벌|벌금|징역|적용|처분|과태료|범죄")
"""Where 'can' must stay 'can'. Elsewhere -ㄹ 수 있어요 is often a plain sentence in English."""


SIGNS = {
    "ko": ("지 마", "지 말", "지도 마", "지도 말", "지는 마", "지는 말", "면 안 ", "야 ", "의무"),
    "en": tuple(hint for rule in (PROHIBITION, DUTY) for hint in HINTS[rule]),
}
"""What words hold that could forbid or demand; what could allow is only looked at beside a penalty."""


def suspect_force(korean: Run, english: Run) -> Iterator[int]:
    """The passages in which one language could forbid, demand or allow."""
    yield from korean.holding(*SIGNS["ko"])
    yield from english.holding(*SIGNS["en"])
    yield from korean.matching(PENALTY)


def check_force(korean: str, english: str, place: Place) -> Iterator[Fault]:
    """What one of two wordings forbids, demands or allows, and the other does not in any way."""
    for rule in RULES if PENALTY.search(korean) else (PROHIBITION, DUTY):
        plainly, somehow = PLAINLY[rule], SOMEHOW[rule]
        if plainly["ko"].search(korean) and not somehow["en"].search(english):
            yield rule.broken(place, language="ko")
        if any(hint in english for hint in HINTS[rule]) and plainly["en"].search(english) and not somehow["ko"].search(korean):
            yield rule.broken(place, language="en")
