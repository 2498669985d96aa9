"""Addresses and numbers in the forms people paste, and the impossible ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.domain.contacts import checked_email, checked_phone, is_address
from hallway.domain.errors import Refused


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("ada@example.org", "ada@example.org"), (" Ada.L+x@Example.ORG ", "Ada.L+x@example.org"),
        ("mailto:ada@example.org?subject=Hi", "ada@example.org"), ("Ada L <ada@example.org>", "ada@example.org"),
        ("<ada@example.org>", "ada@example.org"), ("ada@example.org,", "ada@example.org"),
        ("用户@例子.广告", "用户@例子.广告"), ("ada@münchen.de", "ada@münchen.de"), ("a@b.xn--p1ai", "a@b.xn--p1ai"),
    ],
)  # fmt: skip
def test_an_address_is_found_in_what_was_pasted(pasted: str, kept: str) -> None:
    assert checked_email(pasted) == kept
    assert checked_email(kept) == kept


@pytest.mark.parametrize(
    "text",
    ["ada", "ada@", "@example.org", "ada@example", "ada@@example.org", "a..b@example.org", ".ada@example.org",
     "ada.@example.org", "ada@-x.org", "ada@x..org", "ada@example.1", "ada b@example.org", "ada@x.org, bo@x.org",
     "a@b@c.org", "x" * 65 + "@example.org", "ada@" + "x" * 64 + ".org", ""],
)  # fmt: skip
def test_an_impossible_address_is_refused_in_words(text: str) -> None:
    with pytest.raises(Refused) as refused:
        checked_email(text)
    assert refused.value.do


@pytest.mark.parametrize(
    ("pasted", "kept"),
    [
        ("tel:+49-30-123456", "+49-30-123456"), ("+49 (0)30 / 123 456", "+49 (0)30 / 123 456"),
        ("\u202a+46 70\u00a01234567\u202c", "+46 70 1234567"), ("030 1234 ext. 5", "030 1234 ext. 5"),
        ("+44\u201320\u20137946", "+44-20-7946"), ("112", "112"),
    ],
)  # fmt: skip
def test_a_number_is_kept_as_written(pasted: str, kept: str) -> None:
    assert checked_phone(pasted) == kept


@pytest.mark.parametrize("text", ["", "call me", "12", "1" * 21, "ada@example.org", "+49 abc 123"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        checked_phone(text)


@given(st.text(max_size=80) | st.from_regex(r"[a-z.@<> ,:+0-9-]{0,40}", fullmatch=True))
def test_any_text_is_answered_and_what_is_kept_is_kept_again(text: str) -> None:
    for check in (checked_email, checked_phone):
        try:
            kept = check(text)
        except Refused:
            continue
        assert check(kept) == kept
        assert check is checked_phone or is_address(kept)
