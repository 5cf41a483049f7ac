"""What a good course keeps, a family of rules a file; here is every rule by its id, which is a promise to scripts."""

from __future__ import annotations

SHAPE = {
    "unreadable": "A file is there and may be read.",
    "zip": "A zip holds a course and no trap: plain files of plain names, each once, that do not swell.",
    "too-large": "A file is no larger than 1 MiB, and holds no more than 50,000 things.",
    "too-many": "A file has so few faults that it is worth reading to its end.",
    "not-utf-8": "A file is saved as UTF-8.",
    "control-character": "No invisible sign stands in the words.",
    "heaped-marks": "No letter carries more than 30 accents.",
    "too-long": "No text is longer than 20,000 signs.",
    "yaml-syntax": "A file is YAML.",
    "empty": "A file holds something.",
    "too-deep": "Nothing is nested more than 64 levels deep.",
    "tag": "No YAML tag is used.",
    "alias": "No YAML alias is used.",
    "unknown-key": "Every key is known where it stands.",
    "duplicate-key": "No key stands twice in one place.",
    "missing-key": "Every key that is due is written.",
    "not-mapping": "Keys with values stand where they are due.",
    "not-sequence": "A list stands where one is due.",
    "not-scalar": "Plain words stand where they are due.",
    "one-language": "Words are written for each language.",
    "unknown-language": "Only languages of the course are used.",
    "missing-language": "Words are written in every language of the course.",
    "empty-text": "Words are not empty.",
    "not-true-or-false": "true or false stands where one is due.",
    "not-a-number": "A whole number stands where one is due.",
    "not-a-date": "A date stands where one is due.",
    "bad-id": "Ids are lower-case letters, digits and hyphens.",
    "not-one-of": "One of the fixed words stands where one is due.",
    "unknown-kind": "A card is of a known kind.",
}
"""What keeps a file or a thing in it from being read."""

PLAYABLE = {
    "lesson-id": "A lesson and its file have the same name.",
    "duplicate-id": "An id stands for one thing.",
    "too-few": "There are enough things to choose from.",
    "one-right": "Exactly one option is right where one is due.",
    "no-choice": "Some options are right and some are not.",
    "o-and-x": "An O/X question has the two options o and x.",
    "unknown-name": "Every name stands for something.",
    "unknown-fact": "Every citation stands for something.",
    "unknown-parallel": "A closing question is parallel to an opening one that is there.",
    "no-summary": "A sensitive lesson has a summary.",
    "blanks": "Blanks and the words that fill them agree.",
    "same-way": "Ways of one node lead to different nodes.",
    "no-way": "A node has a way that is always open.",
    "unreachable": "Some way leads to every node.",
    "no-end": "Some way leads from every node to an end.",
    "no-cards": "A lesson has a card that can be played.",
    "unknown-source": "Every source that is named is there.",
    "no-language": "A course has a language.",
    "head-below-cards": "Title, aim, minutes and note stand above the cards.",
    "unknown-particle": "A particle in a citation is a pair that Korean has.",
    "sentence-in-sentence": "A fixed sentence cites no other sentence.",
    "taken-part": "A part of a fact is not called as one that every fact has.",
}
"""What keeps a card, a lesson or a registry from making sense."""

CARDS = {
    "avoided-word": "No word that terms.yaml lists as one to avoid is used, but in quotes where it is answered.",
    "exclamation": "No sentence ends with an exclamation mark.",
    "numbers-differ": "Numbers, dates, articles and telephone numbers are the same in Korean and English.",
    "citations-differ": "Every language cites the same facts, channels and sentences.",
    "untranslated": "Words are in the language they are given for.",
    "josa": "No Korean particle is left open, as in 을(를).",
    "full-width": "No full-width punctuation is used.",
    "prohibition-differs": "What one language says not to do, the other says too.",
    "duty-differs": "What must be done in one language must be done in the other.",
    "permission-differs": "What can be done in one language can be done in the other.",
    "length-differs": "Languages say about as much as each other.",
    "bare-number": "Numbers, dates, articles and telephone numbers of a lesson come from a registry.",
    "past-fact": "A fact that holds no more is told in the past tense.",
    "unsafe-sign": "No sign is used whose width terminals disagree on.",
    "wide-word": "No Korean word is wider than 20 cells.",
    "long-sentence": "A sentence has at most 20 Korean or 25 English words.",
    "long-page": "A page has at most 120 Korean words.",
    "same-words": "Things to choose from read differently.",
    "uneven-options": "No option is more than twice as long as another of its question.",
    "key-not-right": "The answer that is marked as right is taken as right.",
    "wrong-taken-as-right": "No other answer is taken as right.",
    "scene-stuck": "Something can be chosen at every moment of a scene that has not ended.",
    "scene-endless": "Every way through a scene can still end.",
    "never-reached": "Some choices lead to every node.",
    "no-parallel": "Every opening question has a closing one that is parallel to it.",
}
"""What a good card keeps; a lesson may be silent about one of these on one card, with a reason."""

COURSE = {
    "longest-is-right": "The right option is the longest in at most one in three questions of a lesson.",
    "closing-not-parallel": "There are as many closing questions as opening ones.",
    "unknown-silence": "A silence names a card and a rule that are there.",
    "unused-silence": "A silence is needed.",
    "no-source": "Every fact names a source.",
    "dates-in-disorder": "The dates of a fact follow each other.",
    "fact-due": "Facts are reviewed before their day.",
    "uncited-fact": "Every fact is cited.",
}
"""What a good lesson and good registries keep."""

RULES = {**SHAPE, **PLAYABLE, **CARDS, **COURSE}
"""Every rule by its id, and what it asks for, in one sentence."""
