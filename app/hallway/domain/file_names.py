"""Words as the name of a file that every system takes."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LONGEST: Final = 100
"""Bytes of UTF-8, the ending among them: it fits everywhere, also with a few letters put before it."""

_ALSO: Final = frozenset(" ._-,'()+&@")
_TAKEN: Final = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9¹²³])\s*(\.|$)", re.IGNORECASE)
"""Names that mean a device to Windows, whatever stands behind a dot."""


def file_name(words: str, ending: str = "", otherwise: str = "hallway") -> str:
    """The words as a name of at most `LONGEST` bytes with this ending (".vcf"); `otherwise` where nothing is left.

    Letters of every script stay; what cuts a path, hides or turns letters around, or begins an option does not.
    """
    kept = "".join(letter if _may_stay(letter) else " " for letter in unicodedata.normalize("NFC", words))
    name = " ".join(kept.split()).strip(" .-")
    if _TAKEN.match(name):
        name = f"{otherwise} {name}"
    return f"{_within(name, LONGEST - len(ending.encode())) or otherwise}{ending}"


def _may_stay(letter: str) -> bool:
    return letter in _ALSO or unicodedata.category(letter)[0] in "LNM"


def _within(name: str, most: int) -> str:
    """The beginning of a name that has room; never half a letter."""
    return name.encode()[:most].decode(errors="ignore").rstrip(" .-")
