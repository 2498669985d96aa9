"""Opening the mail program: an address and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hallway.ui.parts.mail import mail_url


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("ada@example.org", "mailto:ada@example.org"),
        (" ada+maps@example.org ", "mailto:ada+maps@example.org"),
        ("ada?bcc=eve@example.org", "mailto:ada%3Fbcc%3Deve@example.org"),
        ("a&attach=/etc/passwd@example.org", "mailto:a%26attach%3D%2Fetc%2Fpasswd@example.org"),
    ],
)
def test_an_address_is_all_that_is_handed_over(address: str, url: str) -> None:
    found = mail_url(address)
    assert found is not None
    assert found.toString(found.ComponentFormattingOption.FullyEncoded) == url


@pytest.mark.parametrize("address", ["", "ada", "@", "a@b, c@d", "ada @example.org", "a@example.org\nbcc:x@y", "<a@b>"])
def test_what_is_no_single_address_is_not_handed_over(address: str) -> None:
    assert mail_url(address) is None


@given(st.text(max_size=40))
def test_nothing_smuggles_in_a_second_field(words: str) -> None:
    found = mail_url(words)
    assert found is None or (not found.hasQuery() and not found.hasFragment())
