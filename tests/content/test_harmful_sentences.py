"""Sentences that must not reach a pupil are found by what terms.yaml lists, and their safe counterparts are not."""

from __future__ import annotations

import pytest
from course_parts import COURSE

from safeclass.course.rules.words import AvoidedWords

AVOIDED = AvoidedWords(COURSE.registry.terms)

HARMFUL = [
    ("blame", "조심했더라면 이런 일이 없었을 거예요.", "If only you had been careful, this would not be."),
    ("blame", "그런 사진은 올리지 말았어야 해요.", "They should not have posted it."),
    ("blame", "왜 이제야 말해요?", "Why only now?"),
    ("blame", "피해자에게도 책임이 있어요.", "The victim shares the blame."),
    ("blame", "둘 다 잘못이 있어요.", "Both of them are at fault."),
    ("fear", "돌이킬 수 없는 일이에요.", "It is terrifying."),
    ("promise", "반드시 지워 줘요.", "It will certainly be deleted."),
    ("promise", "하루 안에 지워져요.", "It is gone within a day."),
    ("promise", "비밀은 지켜 줘요.", "Nobody will ever know."),
    ("threat", "감옥 가요.", "You end up in prison."),
    ("threat", "전과자가 돼요.", "You get a criminal record."),
    ("leniency", "처벌받지 않아요.", "They are not punished."),
    ("the-file-itself", "그 사진을 캡처해서 선생님께 보내세요.", "Screenshot the picture and send it to your teacher."),
    ("the-file-itself", "파일을 바로 지우세요.", "Delete the file at once."),
    ("the-file-itself", "저장해 두세요.", "Save it for later."),
    ("no-contact", "직접 사과하세요.", "Apologise in person."),
    ("telling-someone", "한 번만 돈을 보내 보세요.", "Try paying once."),
    ("no-method", "앱에 얼굴 사진을 넣어요.", "Send the photo to a bot."),
    ("no-picture-in-words", "벗은 몸이 보여요.", "It shows them without clothes."),
]

SAFE = [
    ("올리지 마세요. 조심스럽게 물어보세요.", "Do not post it. Ask with care."),
    ("파일을 지우지 말고 경찰이나 변호사에게 물어보세요.", "Do not delete the file. Ask the police or a lawyer."),
    ("사과하려는 마음이어도 연락하지 마세요.", "Even to apologise, do not contact them."),
    ("돈을 보내지 마세요.", "Do not send money."),
    ("저장하거나 캡처하지 마세요.", "Don't save or screenshot it."),
    ("형을 받을 수 있어요. 사건마다 달라요.", "It can bring a penalty. It depends on the case."),
]


@pytest.mark.parametrize(("term", "ko", "en"), HARMFUL)
def test_a_harmful_sentence_is_found_in_either_language(term: str, ko: str, en: str) -> None:
    for language, words in (("ko", ko), ("en", en)):
        assert term in {found.term for _match, found in AVOIDED.found(words, language)}, words


@pytest.mark.parametrize(("ko", "en"), SAFE)
def test_a_safe_sentence_is_not(ko: str, en: str) -> None:
    for language, words in (("ko", ko), ("en", en)):
        assert [match[0] for match, _term in AVOIDED.found(words, language)] == [], words
