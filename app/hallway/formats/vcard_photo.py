"""The picture in a card: decoded when it is one of four known kinds, never fetched."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Final

from hallway.formats.limits import MAX_PHOTO

_DATA_ADDRESS: Final = re.compile(r"data:[^,]{0,200};base64,", re.IGNORECASE)
_WHITE: Final = re.compile(r"\s+")
_STARTS: Final = ((b"\xff\xd8\xff", "JPEG"), (b"\x89PNG\r\n\x1a\n", "PNG"), (b"GIF8", "GIF"))


class BadPhoto(ValueError):
    """The photo is not what it says it is; the message is fit to show."""


def decode_photo(value: str) -> bytes:
    """The bytes of an inline photo (base64, or a data: address).

    Raises `BadPhoto` when it is too large, damaged, or neither JPEG, PNG, GIF nor WebP.
    """
    match = _DATA_ADDRESS.match(value)
    packed = _WHITE.sub("", value[match.end() :] if match else value).rstrip("=")
    if len(packed) > MAX_PHOTO * 4 // 3 + 4:
        raise BadPhoto(f"The photo is larger than {MAX_PHOTO // 1_000_000} MB and was left out.")
    try:
        photo = base64.b64decode(packed + "=" * (-len(packed) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise BadPhoto("The photo is damaged and was left out.") from None
    if not photo_kind(photo):
        raise BadPhoto("The photo is neither JPEG, PNG, GIF nor WebP and is kept as it is.")
    return photo


def encode_photo(photo: bytes) -> str:
    """The bytes as base64 without line ends."""
    return base64.b64encode(photo).decode("ascii")


def photo_kind(photo: bytes) -> str:
    """JPEG, PNG, GIF or WEBP, told by the first bytes; nothing for all else."""
    for start, kind in _STARTS:
        if photo.startswith(start):
            return kind
    return "WEBP" if photo[:4] == b"RIFF" and photo[8:12] == b"WEBP" else ""
