"""Ways to reach somebody as people paste them: what is kept of an address or a number, and why one is impossible."""

from __future__ import annotations

import re

from hallway.domain import errors

ANGLED = re.compile(r"[^<>]*<([^<>]+)>\s*")
LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
"""One part of a host's name (RFC 1035, 2.3.1), with the letters of every script (RFC 5890)."""
LAST_LABEL = re.compile(r"xn--[a-z0-9-]+|[^\W\d_]{2,63}", re.IGNORECASE)
PHONE = re.compile(r"\+?[\d\s().,/;#*x+-]+(?:\s*(?:ext|extension|int|app)\.?\s*\d+)?", re.IGNORECASE)
LEAST_DIGITS, MOST_DIGITS = 3, 20
"""Three for the short numbers inside a house; E.164 allows fifteen, and extensions come behind."""
LONGEST_LOCAL, LONGEST_ADDRESS = 64, 254
"""RFC 5321, 4.5.3.1, and its erratum 1690."""


def is_address(text: str) -> bool:
    """Whether a text is one mail address, with nothing else in it."""
    words = text.strip()
    local, at, domain = words.rpartition("@")
    if not (local and at and domain) or any(letter.isspace() or not letter.isprintable() for letter in words):
        return False
    return not any(letter in words for letter in ',;<>"\\')


def checked_email(text: str) -> str:
    """The address in what was pasted: "mailto:ada@x.org?subject=Hi" and "Ada <ada@x.org>" give ada@x.org.

    Raises `Refused` saying what is wrong.
    """
    found = ANGLED.fullmatch(text)
    words = (found[1] if found else text).strip().strip(",;")
    if words[:7].casefold() == "mailto:":
        words = words[7:].partition("?")[0]
    local, at, domain = words.rpartition("@")
    if not at:
        raise errors.Refused("A mail address has an @ in it.", do="Write it like ada@example.org.")
    if not is_address(words):
        raise errors.Refused("This is not one mail address.", do="Write each address in a line of its own.")
    if len(local) > LONGEST_LOCAL or len(words) > LONGEST_ADDRESS or _has_loose_dot(local) or "@" in local:
        raise errors.Refused("No mail address begins like this, before the @.", do="Write it like ada@example.org.")
    if not _is_host(domain):
        raise errors.Refused("What stands behind the @ is no place on the net.", do="Write it like ada@example.org.")
    return f"{local}@{domain.casefold()}"


def checked_phone(text: str) -> str:
    """A number as it was written, with single spaces and without "tel:". Raises `Refused` for what is no number."""
    words = " ".join(re.sub(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text).split())
    words = words[4:].strip() if words[:4].casefold() == "tel:" else words
    words = words.translate({0x2010: "-", 0x2011: "-", 0x2013: "-", 0x2212: "-"})
    digits = sum(letter.isdigit() for letter in words)
    if not PHONE.fullmatch(words) or not LEAST_DIGITS <= digits <= MOST_DIGITS:
        raise errors.Refused("This does not read as a phone number.", do="Write it like +49 30 123456.")
    return words


def _has_loose_dot(local: str) -> bool:
    return local.startswith(".") or local.endswith(".") or ".." in local


def _is_host(domain: str) -> bool:
    *labels, last = domain.split(".")
    return bool(labels) and all(map(LABEL.fullmatch, labels)) and LAST_LABEL.fullmatch(last) is not None
