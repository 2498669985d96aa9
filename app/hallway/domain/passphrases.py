"""What opens an encrypted record: passphrases and recovery keys as people type them, and how long is long enough."""

from __future__ import annotations

import hashlib
import unicodedata
from enum import StrEnum

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Thirty-two signs without I, L, O and U, which on paper look like others (Crockford's base 32)."""
READ_AS = str.maketrans({"I": "1", "L": "1", "O": "0"})
SECRET_SIGNS, CHECK_SIGNS, GROUP = 26, 2, 4
"""26 signs are 130 bits; with the two of the check they are seven groups of four."""
LEAST = 8
"""Characters of the shortest passphrase."""
GOOD, LONG = 14, 20


class Length(StrEnum):
    """What can be said of a passphrase by its length alone."""

    TOO_SHORT = "too short"
    SHORT = "short"
    GOOD = "good"
    LONG = "long"


def normal(words: str) -> bytes:
    """The bytes that count: the same however a keyboard composes letters or which space it sends (RFC 8265, 4.2)."""
    spaced = "".join(" " if unicodedata.category(sign) == "Zs" else sign for sign in words)
    return unicodedata.normalize("NFC", spaced).encode("utf-8", "surrogatepass")


def length_of(words: str) -> Length:
    """How long it is; nothing else is judged."""
    count = len(unicodedata.normalize("NFC", words))
    if count < LEAST:
        return Length.TOO_SHORT
    return Length.SHORT if count < GOOD else Length.GOOD if count < LONG else Length.LONG


def spelled(secret: str) -> str:
    """A recovery key as it is printed: seven groups of four, the last two signs a check."""
    whole = secret + _check(secret)
    return "-".join(whole[at : at + GROUP] for at in range(0, len(whole), GROUP))


def read_recovery_key(words: str) -> str | None:
    """The secret in what somebody typed, in whatever case and with or without dashes; None when it is none."""
    signs = "".join(sign for sign in words.upper().translate(READ_AS) if sign.isalnum())
    secret, check = signs[:SECRET_SIGNS], signs[SECRET_SIGNS:]
    is_one = len(secret) == SECRET_SIGNS and set(secret) <= set(ALPHABET) and check == _check(secret)
    return secret if is_one else None


def _check(secret: str) -> str:
    digest = hashlib.sha256(secret.encode("ascii", "replace")).digest()
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in digest[:CHECK_SIGNS])
