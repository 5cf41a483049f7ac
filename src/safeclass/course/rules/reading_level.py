"""What keeps English plain enough for a reader of twelve or thirteen: a school grade from the length of sentences and words."""

from __future__ import annotations

from collections.abc import Iterator

from safeclass.course.fault import Fault, Place, Severity
from safeclass.course.lesson import TeacherNotes
from safeclass.course.rules.manuscript import Manuscript
from safeclass.course.rules.rule import Passage, Rule
from safeclass.language import N_
from safeclass.language.pattern import compile_later

HARD_ENGLISH = Rule(
    "hard-english",
    Severity.ADVICE,
    N_("The English reads like school grade {grade}; {most} is enough."),
    N_("Write shorter sentences and plainer words."),
)

MOST_GRADE = 9
"""The grade up to which nothing is said: seven is read at 12 to 13, and names of laws are allowed for."""
LEAST_WORDS = 25
"""Words below which a grade tells nothing."""

WORD = compile_later(r"[A-Za-z']+")
VOWELS = compile_later(r"[aeiouy]+")
SILENT = compile_later(r"(?<=[^aeiouy])(?<!l)e$|(?<![td])ed$")
END_OF_SENTENCE = compile_later(r"[.?!:][')\"]*(?:\s+|$)|\n\s*\n")


def suspect_reading_level(manuscript: Manuscript) -> Iterator[int]:
    """The passages of English that are long enough to tell a grade of."""
    english = manuscript.words.get("en")
    yield from (number for number, words in enumerate(english.parts if english else ()) if words.count(" ") >= LEAST_WORDS)


def check_reading_level(passage: Passage, place: Place) -> Iterator[Fault]:
    """Whether a passage for learners asks too much of a young reader of English."""
    words = passage.words.get("en", "")
    spaces = words.count(" ")
    if spaces < LEAST_WORDS or isinstance(passage.holder, TeacherNotes):
        return
    # Three letters to a syllable: a first look, which spares most passages the real one.
    sentences = max(1, words.count(".") + words.count("?") + words.count(":"))
    if _grade_of(spaces, sentences, (len(words) - spaces) / 3) > MOST_GRADE - 2 and (found := round(grade(words))) > MOST_GRADE:
        yield HARD_ENGLISH.broken(place, grade=str(found), most=str(MOST_GRADE))


def grade(words: str) -> float:
    """The school grade that reads some English with ease, by the formula of Flesch and Kincaid."""
    found = WORD.findall(words.lower())
    sentences = sum(bool(WORD.search(sentence)) for sentence in END_OF_SENTENCE.split(words))
    return _grade_of(len(found), max(1, sentences), sum(map(syllables, found))) if found else 0.0


def syllables(word: str) -> int:
    """About how many syllables an English word has: its groups of vowels, but for an ending that is not heard."""
    return max(1, len(VOWELS.findall(SILENT.sub("", word))))


def _grade_of(words: int, sentences: int, count: float) -> float:
    return 0.39 * words / sentences + 11.8 * count / words - 15.59
