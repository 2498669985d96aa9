"""Recovery keys on paper, and how long a passphrase is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.passphrases import (
    ALPHABET,
    LEAST,
    SECRET_SIGNS,
    Length,
    length_of,
    normal,
    read_recovery_key,
    spelled,
)

secrets = st.text(ALPHABET, min_size=SECRET_SIGNS, max_size=SECRET_SIGNS)


@given(secrets)
def test_a_recovery_key_is_read_as_it_was_printed(secret: str) -> None:
    printed = spelled(secret)
    assert [len(group) for group in printed.split("-")] == [4] * 7
    assert read_recovery_key(printed) == secret
    assert read_recovery_key(f" {printed.lower().replace('-', ' ')}\n") == secret


@given(secrets, st.integers(0, SECRET_SIGNS - 1), st.sampled_from(ALPHABET))
def test_a_slip_of_one_sign_is_noticed_nearly_always(secret: str, at: int, sign: str) -> None:
    printed = spelled(secret).replace("-", "")
    slipped = printed[:at] + sign + printed[at + 1 :]
    read = read_recovery_key(slipped)
    assert read is None or slipped == printed or read == slipped[:SECRET_SIGNS]


def test_what_looks_alike_on_paper_is_the_same() -> None:
    secret = "10" * 13
    assert read_recovery_key(spelled(secret).replace("1", "I").replace("0", "o")) == secret
    assert read_recovery_key(spelled(secret).replace("1", "l")) == secret


@pytest.mark.parametrize("words", ["", "a passphrase", "ABCD-EFGH", "U" * 28, "é" * 28, "0" * 27, "0" * 2000])
def test_anything_else_is_no_recovery_key(words: str) -> None:
    assert read_recovery_key(words) is None


def test_a_passphrase_is_the_same_however_it_is_typed() -> None:
    assert normal("cafe\u0301 au\u00a0lait") == normal("café au lait")
    assert normal("Café") != normal("café")


@pytest.mark.parametrize(
    ("count", "length"), [(LEAST - 1, Length.TOO_SHORT), (LEAST, Length.SHORT), (14, Length.GOOD), (20, Length.LONG)]
)
def test_how_long_it_is_is_all_that_is_said(count: int, length: Length) -> None:
    assert length_of("a" * count) is length
