"""Opening the mail program: an address and nothing else."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from hallway.ui.parts.mail import mail_url, write_to


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
def test_h5_what_is_no_single_address_is_not_handed_over(address: str) -> None:
    assert mail_url(address) is None


@given(st.text(max_size=40))
def test_h5_nothing_smuggles_in_a_second_field(words: str) -> None:
    found = mail_url(words)
    assert found is None or (not found.hasQuery() and not found.hasFragment())


def encoded(url: QUrl) -> str:
    return url.toString(url.ComponentFormattingOption.FullyEncoded)


def test_h5_a_draft_cannot_write_another_header() -> None:
    found = mail_url("ada@example.org", "Dear Ada\r\nBcc: eve@example.org\n&cc=eve@example.org#x")
    assert found is not None
    draft = "Dear%20Ada%0D%0ABcc%3A%20eve%40example.org%0D%0A%26cc%3Deve%40example.org%23x"
    assert encoded(found) == f"mailto:ada@example.org?body={draft}"


@given(st.text(max_size=60))
def test_any_draft_is_one_body_and_comes_through_whole(words: str) -> None:
    found = mail_url("ada@example.org", words)
    assert found is not None
    address, _, query = encoded(found).partition("?")
    assert address == "mailto:ada@example.org"
    assert "&" not in query and "\n" not in query and "\r" not in query
    if words:
        assert unquote(query.removeprefix("body=")) == "\r\n".join(words.splitlines())


@pytest.mark.parametrize(
    "address", ["", "a@b.example\r\nBcc: eve@example.org", "a@b.example\n", "a@b.example, c@d.example"]
)
def test_the_system_is_only_asked_with_a_sound_address(monkeypatch: pytest.MonkeyPatch, address: str) -> None:
    asked: list[str] = []

    def open_url(url: QUrl) -> bool:
        asked.append(encoded(url))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    is_sound = address == "a@b.example\n"  # what lies around an address is cut off, within it nothing is
    assert write_to(address, "hello") is is_sound
    assert asked == (["mailto:a@b.example?body=hello"] if is_sound else [])
