"""Addresses on the web as the user may write them down."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from hallway.domain import errors

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
DOI = re.compile(r"(?:doi:\s*)?(10\.\d{4,9}/\S+)", re.IGNORECASE)
LONGEST = 2_000


def checked_link(words: str) -> str:
    """A link as it is kept: "doi:10.1/x" and "host.org/page" become whole addresses; empty stays empty.

    Raises `Refused` for any scheme but http and https, and for what is no address.
    """
    text = words.strip()
    if not text:
        return ""
    if doi := DOI.fullmatch(text):
        return f"https://doi.org/{doi[1]}"
    address = text if SCHEME.match(text) and not re.match(r"[\w.-]+:\d", text) else f"https://{text}"
    strange = any(letter.isspace() or not letter.isprintable() for letter in address) or len(address) > LONGEST
    if strange or not _is_on_the_web(address):
        raise errors.Refused(
            "This link was not kept: only addresses that begin with https:// or http:// are.", do="Look at it again."
        )
    return address


def _is_on_the_web(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return "." in (parts.hostname or "") and "@" not in parts.netloc and parts.scheme.lower() in ("http", "https")
    except ValueError:
        return False
