"""Slips of the keyboard: one is forgiven, wherever it happens, and no more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from hallway.domain.likeness import LEAST_LETTERS, begins_nearly, sure_parts

WORDS = some.text("abcde", min_size=LEAST_LETTERS, max_size=9)


@pytest.mark.parametrize("typed", ["wieczoerk", "wieczorek", "wieczrek", "wiieczorek", "wiecsorek", "iweczo", "wiexz"])
def test_a_word_is_meant_with_one_slip(typed: str) -> None:
    assert begins_nearly("wieczorek", typed)


@pytest.mark.parametrize("typed", ["wieoczerk", "kiexzorek", "wczk", "wieczorekowa"])
def test_two_slips_are_another_word(typed: str) -> None:
    assert not begins_nearly("wieczorek", typed)


@given(WORDS, some.integers(0, 8), some.sampled_from("abcde"), some.sampled_from(["swap", "drop", "add", "other"]))
def test_one_slip_is_forgiven_and_a_sure_part_is_there(word: str, at: int, letter: str, slip: str) -> None:
    at = min(at, len(word) - 2)
    typed = {
        "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        "drop": word[:at] + word[at + 1 :],
        "add": word[:at] + letter + word[at:],
        "other": word[:at] + letter + word[at + 1 :],
    }[slip]
    assert begins_nearly(word, typed)
    head, tail = sure_parts(typed)
    assert word.startswith(head) or tail in word


@given(WORDS, WORDS)
def test_what_begins_nearly_has_a_sure_part(word: str, typed: str) -> None:
    head, tail = sure_parts(typed)
    assert not begins_nearly(word, typed) or word.startswith(head) or tail in word
