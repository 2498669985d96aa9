"""Web addresses in files: which ones are safe to keep, and which profile they lead to."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from hallway.domain.profiles import read_profile
from hallway.domain.records import Profile

KINDS: Final = frozenset({"linkedin", "orcid", "scholar", "researchgate", "github", "mastodon", "bluesky", "x", "web"})

_SITES: Final = {
    "twitter": "https://x.com/{}",
    "x": "https://x.com/{}",
    "github": "https://github.com/{}",
    "linkedin": "https://www.linkedin.com/in/{}",
    "bluesky": "https://bsky.app/profile/{}",
}
_HANDLE: Final = re.compile(r"@?([\w.-]{1,100})")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_MAX_ADDRESS: Final = 2_000


def profile(address: str) -> Profile | None:
    """The profile behind a web address, or None for anything that is not an http or https address."""
    return read_profile(address) if is_web(address) else None


def from_handle(service: str, handle: str) -> Profile | None:
    """The profile of a user name at a service ("twitter", "ada"), or None when the service is not known."""
    service, handle = service.lower(), handle.strip()
    if service == "mastodon" and len(handle) < _MAX_ADDRESS:
        found = read_profile(f"@{handle.removeprefix('@')}")
        return found if found and found.kind == "mastodon" else None
    site, match = _SITES.get(service), _HANDLE.fullmatch(handle)
    return profile(site.format(match[1])) if site and match else None


def is_web(address: str) -> bool:
    """True for an http or https address with a host and without spaces, quotes or control characters."""
    if len(address) > _MAX_ADDRESS or not address.isprintable() or any(sign in address for sign in ' "<>\\'):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and bool(parts.netloc)


def with_scheme(address: str) -> str:
    """The address with https in front when it was written without a scheme."""
    address = address.strip()
    return address if not address or _SCHEME.match(address) else f"https://{address}"
