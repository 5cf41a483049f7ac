"""The classes of the model behave as frozen dataclasses do."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

from safeclass.course.picking import Option, Verdict
from safeclass.course.terms import Term
from safeclass.course.text import Id, Text

WORDS = Text({"ko": "물어봐요", "en": "Ask"})
OPTION = Option(id=Id("ask"), text=WORDS, why=WORDS)


def test_nothing_in_a_thing_can_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        OPTION.right = True
    with pytest.raises(FrozenInstanceError):
        del OPTION.right
    assert OPTION.right is False


def test_things_are_equal_by_what_they_hold_and_of_one_kind() -> None:
    same = replace(replace(OPTION, right=True), right=False)
    assert same == OPTION
    assert hash(same) == hash(OPTION)
    assert replace(OPTION, right=True) != OPTION
    assert Verdict(id=Id("o"), why=WORDS) != Option(id=Id("o"), text=WORDS, why=WORDS)


def test_a_thing_is_made_of_all_its_fields_and_no_others() -> None:
    with pytest.raises(TypeError, match="why"):
        Option(id=Id("ask"), text=WORDS)
    with pytest.raises(TypeError, match="left"):
        Option(id=Id("ask"), text=WORDS, why=WORDS, left=WORDS)


def test_a_default_that_is_made_is_made_for_each_thing() -> None:
    one, other = (Term(term=Id(name), use=WORDS, reason=WORDS) for name in ("one", "other"))
    assert one.avoid == {}
    assert one.avoid is not other.avoid


def test_a_thing_tells_what_it_holds() -> None:
    assert repr(Verdict(id=Id("o"), why=WORDS)) == f"Verdict(id='o', right=False, why={WORDS!r})"
