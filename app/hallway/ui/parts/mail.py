"""Opening the mail program with an address and, if wanted, a first draft; nothing is sent by Hallway."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from hallway.domain.contacts import is_address

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

__all__ = ["is_address", "mail_url", "write_to"]

NEWLINE = "\r\n"  # what RFC 6068 wants between lines of a body, escaped like the rest


def mail_url(address: str, body: str = "", subject: str = "") -> QUrl | None:
    """Return the mailto link of one address (RFC 6068), with a draft; None for what is no single address.

    Everything but the plainest letters is escaped, so that an address cannot smuggle in a subject, a copy or a file.
    """
    from PySide6.QtCore import QUrl

    if not is_address(address):
        return None
    local, _, domain = address.strip().rpartition("@")
    told = {"subject": " ".join(subject.split()), "body": NEWLINE.join(body.splitlines())}
    draft = "&".join(f"{name}={quote(words, safe='')}" for name, words in told.items() if words)
    link = f"mailto:{quote(local, safe='.-_~+')}@{quote(domain, safe='.-')}{draft and f'?{draft}'}"
    return QUrl(link, QUrl.ParsingMode.StrictMode)


def write_to(address: str, body: str = "", subject: str = "") -> bool:
    """Open the mail program with a message to the address; False when there is none to open."""
    from PySide6.QtGui import QDesktopServices

    url = mail_url(address, body, subject)
    return url is not None and url.isValid() and QDesktopServices.openUrl(url)
